"""What an index holds, as plain numbers: for people who want to know before they search it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from . import places, stamps
from .index import About, Index
from .index_format import NO_LABEL, NO_TIME
from .search import Progress

EXTENT_SAMPLE = 1_000_000  # rows that an extent is taken from


@dataclass(frozen=True)
class IndexContents:
    """Facts about an index.

    Attributes
    ----------
    about : About
    rows, sources, bits, size : int
        Patches, images, length of a code, bytes of the file.
    labels : dict of str to int
        How many patches have each label; those without are under "".
    period : (first, last) day of acquisition in ISO 8601, or None where unknown
    extent : (west, south, east, north) of the patches' centres in degrees, or None where empty
    """

    about: About
    rows: int
    sources: int
    bits: int
    size: int
    labels: dict[str, int]
    period: tuple[str, str] | None
    extent: tuple[float, float, float, float] | None


def contents_of(index: Index) -> IndexContents:
    """Count what an index holds.

    Raises
    ------
    DamagedIndexError, FileMissingError
    """
    return IndexContents(
        about=index.about,
        rows=index.rows,
        sources=index.source_count,
        bits=index.bits,
        size=os.path.getsize(index.path),
        labels=_label_counts(index),
        period=period_of(index),
        extent=extent_of(index),
    )


def _label_counts(index: Index) -> dict[str, int]:
    if not index.has("label"):
        return {}
    numbers, counts = np.unique(index.column("label"), return_counts=True)
    names = {number: name for number, name in enumerate(index.about.labels)}
    found = {names.get(int(n), ""): int(c) for n, c in zip(numbers, counts) if n != NO_LABEL}
    unlabelled = int(counts[numbers == NO_LABEL].sum())
    return {**found, "": unlabelled} if unlabelled else found


def period_of(index: Index) -> tuple[str, str] | None:
    """First and last day of acquisition in ISO 8601; None where the index has no times."""
    if not index.has("time"):
        return None
    known = index.column("time")[index.column("time") != NO_TIME]
    if not len(known):
        return None
    first, last = (str(np.datetime64(int(one), "s"))[:10] for one in (known.min(), known.max()))
    return first, last


def extent_of(index: Index) -> tuple[float, float, float, float] | None:
    """Say where an index lies, as `places.around`; of a large one a sample of patches says it."""
    if not index.rows:
        return None
    step = max(1, index.rows // EXTENT_SAMPLE)
    return places.around(index.column("lon")[::step], index.column("lat")[::step])


class Imagery(NamedTuple):
    """What became of the images of an index: paths of those that are not as they were.

    Attributes
    ----------
    missing, changed : list of str
    """

    missing: list[str]
    changed: list[str]


def imagery_of(index: Index, progress: Progress = None) -> Imagery:
    """Look for the images of an index on disk.

    Raises
    ------
    Cancelled
        If ``progress(sources_done, sources)`` answered False.
    """
    found = stamps.states(index, progress)
    missing, changed = (
        [index.source(number).path for number in np.flatnonzero(which).tolist()]
        for which in (found >= stamps.GONE, found == stamps.CHANGED)
    )
    return Imagery(missing, changed)


class Measured(NamedTuple):
    """How good a model's codes were on test data of its own, by its card.

    Attributes
    ----------
    first, many : float
        Share (0..1) of right hits among the first 20 and the first 100.
    queries, archive : int
        How many patches were asked with, among how many.
    adapted : bool
        Whether the codes were adapted to those patches.
    """

    first: float
    many: float
    queries: int
    archive: int
    adapted: bool = False


def measured(card: Mapping[str, Any], code_bits: int, *, adapted: bool = False) -> Measured | None:
    """Read from a model's card what codes of so many bits are worth; None where it says nothing.

    Of `adapted` codes, where the card knows them; else of the model's own.
    """
    try:
        figures = card["figures"]
        of_adapted = figures.get("adapted", {}).get(str(code_bits)) if adapted else None
        ranked = of_adapted or figures["retrieval"][str(code_bits)]
        best = ranked.get("reordered") or ranked["hamming"]
        return Measured(
            float(best["P@20"]),
            float(best["P@100"]),
            int(figures["queries"]),
            int(figures["archive"]),
            bool(of_adapted),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
