"""Which fits the benchmark has, the most telling first.

One job is a method at a code length with a seed, fitted under a regime: `all` labels, some classes
never `named` (their images there, unlabelled), never `seen` at all, or `spatial`: learned in the
west of Europe, which is the archive, and asked by the east.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .methods import METHODS
from .methods.frozen import FrozenMethod
from .report import FINE_TUNED, FLOAT, SHIPPED

SPATIAL = "spatial"
LENGTHS = (64, 128, 32, 16, 256)
TRIPLES = ("T1", "T2", "T3")


KINDS = ("seen", "named")
REGIMES = ("all", *(f"{kind}-{triple}" for triple in TRIPLES for kind in KINDS), SPATIAL)


@dataclass(frozen=True)
class Job:
    """One fit and what is measured of it; `regime` is all, named-T1 …, seen-T1 … or spatial."""

    row: str
    bits: int
    seed: int
    regime: str

    @property
    def name(self) -> str:
        """Of its file."""
        return f"{self.row}-{self.bits}-s{self.seed}-{self.regime}"


def rows() -> list[str]:
    """Names of the methods on frozen features, in the order of the table."""
    return [name for name, method in METHODS.items() if issubclass(method, FrozenMethod)]


def jobs(seeds: int, quick: bool, only: Sequence[str] = ()) -> list[Job]:
    """List what is to be measured, the most telling first: a stopped run has a whole table."""
    if quick:
        listed = [Job(FLOAT, 0, 1, "all"), *(Job(row, 64, 1, "all") for row in rows())]
        listed += [Job(row, 128, 1, "seen-T1") for row in ("itq", "csq")]
    else:
        listed = [
            Job(SHIPPED, 64, 1, "all"),
            *(Job(row, 128, 1, "all") for row in FINE_TUNED),
            *(Job(FLOAT, 0, 1, r) for r in ("all", *(f"seen-{t}" for t in TRIPLES), SPATIAL)),
        ]
        every = range(1, seeds + 1)
        listed += [
            Job(row, length, seed, "all")
            for seed in every
            for length in LENGTHS[:2]
            for row in rows()
        ]
        for seed in every:
            listed += list(_of_seed(seed))
    return [job for job in listed if not only or job.row in only]


def _of_seed(seed: int) -> Iterator[Job]:
    """List what stands beside a seed's main figures."""
    for length in LENGTHS[:2]:
        # Views of the queries were not made: methods that learn from views have no such row.
        yield from (Job(row, length, seed, SPATIAL) for row in rows() if not METHODS[row].views)
    for triple in TRIPLES:
        for length in LENGTHS[:2]:
            for row in rows():
                yield Job(row, length, seed, f"seen-{triple}")
                if METHODS[row].labelled:
                    yield Job(row, length, seed, f"named-{triple}")
    for length in LENGTHS[2:]:
        yield from (Job(row, length, seed, "all") for row in rows())
