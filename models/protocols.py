"""The protocols by which every method is measured (METHODS, "Protocols, exactly").

Figures are macro over the queries' classes. Each ranking is given twice: by Hamming distance alone,
and with its first rows re-ordered by the query's logits, as the plugin does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..plugin.core import bits, search
from ..plugin.core.places import EARTH_RADIUS
from . import metrics
from .errors import DataError
from .ranking import Archive, cosine_blocks

DEPTH = 100
REORDERED = search.reorder_depth(DEPTH)
LEVELS = np.linspace(0.05, 1, 20)
"""Recalls of a precision-recall curve."""


@dataclass(frozen=True)
class LeftOut:
    """Classes that stay unnamed or unseen, and the other patches whose labels are hidden.

    Attributes
    ----------
    triples
        Three class names by T1, T2, T3.
    half
        Names of a random half of every class.
    """

    triples: dict[str, tuple[str, ...]]
    half: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> LeftOut:
        """Read the stored protocol of a data set.

        Raises
        ------
        DataError
            If the file cannot be read.
        """
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            triples = {name: tuple(classes) for name, classes in stored["triples"].items()}
            half = {f"{c}_{n}" for c, numbers in stored["half"].items() for n in numbers}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DataError(f"The protocol {path} cannot be read ({error}).") from error
        return cls(triples, frozenset(half))

    def rows(self, triple: str, labels: np.ndarray, classes: Sequence[str]) -> np.ndarray:
        """Rows of a triple's classes: bool (n,)."""
        unknown = set(self.triples[triple]) - set(classes)
        if unknown:
            raise DataError(f"The data has no class {', '.join(sorted(unknown))}.")
        return np.isin(labels, [classes.index(name) for name in self.triples[triple]])

    def named(
        self, triple: str, labels: np.ndarray, names: Sequence[str], classes: Sequence[str]
    ) -> np.ndarray:
        """Labels with the triple's and the hidden half's taken away (−1).

        Half of the others too, so that "without a label" does not mean "of the triple".
        """
        hidden = np.array([name in self.half for name in names])
        return np.where(hidden | self.rows(triple, labels, classes), -1, labels)


def retrieval(
    archive: Archive,
    archive_labels: np.ndarray,
    queries: np.ndarray,
    labels: np.ndarray,
    hidden: np.ndarray | None = None,
    full: bool = False,
) -> dict[str, Any]:
    """Search an archive for each query.

    Parameters
    ----------
    archive, archive_labels
        Codes and int labels (n,), or zeros and ones (n, classes).
    queries, labels
        float (q, K) logits and labels of the queries, as above.
    hidden
        bool (q, n), rows that a query must not find; or what gives them by a slice of queries.
    full
        Also give what takes the whole ranking: mAP, and the precision-recall curve.

    Returns
    -------
    dict
        `hamming` and `reordered`: figures by name, each with its standard error as `NAME±` and the
        means of the classes as `NAME by class`, in the order of `classes`.
    """
    values: dict[str, list[dict[str, np.ndarray]]] = {"hamming": [], "reordered": []}
    for block, rows, distances in archive.blocks(queries, hidden):
        unseen = None if hidden is None else hidden[block]
        alike = metrics.alike(labels[block], archive_labels)
        if unseen is not None:  # they come last, but where few rows are left, among the first 20
            alike &= ~unseen
        ranked = np.take_along_axis(alike, rows, 1)
        values["hamming"].append(_of_block(ranked, full))
        values["hamming"][-1]["P(r≤2)"] = metrics.precision_within(ranked, distances, 2)
        # Behind the first rows the order stays as it is.
        again = archive.reordered(queries[block], rows[:, :REORDERED], REORDERED, unseen)
        ranked[:, : again.shape[1]] = np.take_along_axis(alike, again, 1)
        values["reordered"].append(_of_block(ranked, full))
    return {name: _summary(parts, labels) for name, parts in values.items()}


def float_retrieval(
    archive: np.ndarray,
    archive_labels: np.ndarray,
    queries: np.ndarray,
    labels: np.ndarray,
    hidden: np.ndarray | None = None,
    full: bool = False,
) -> dict[str, Any]:
    """Search by exact cosine, what hashing replaces; figures as in `retrieval`."""
    parts = []
    for block, rows in cosine_blocks(queries, archive, hidden):
        alike = metrics.alike(labels[block], archive_labels)
        if hidden is not None:
            alike &= ~hidden[block]
        parts.append(_of_block(np.take_along_axis(alike, rows, 1), full))
    return _summary(parts, labels)


def clicks(
    archive: Archive,
    archive_labels: np.ndarray,
    queries: np.ndarray,
    labels: np.ndarray,
    rounds: int = 3,
    wrong: float = 0.0,
    seed: int = 0,
) -> list[float]:
    """P@100 before any click and after each round of marks.

    A round marks the first ≤ 5 right and ≤ 5 wrong of the 40 best unmarked rows, in rank order.
    Marks accumulate, are combined as the plugin combines examples, and are left out of the ranking.

    Parameters
    ----------
    wrong
        Share of marks given the wrong way round, at random.
    """
    rng = np.random.default_rng(seed)
    codes = archive.logits > 0
    ones = codes.mean(axis=0)
    found = np.zeros((rounds + 1, len(queries)))
    for q, logits in enumerate(queries):
        right = archive_labels == labels[q]
        mask = np.ones(len(codes), dtype=bool)
        wanted, unwanted = [], []
        asked = logits
        for turn in range(rounds + 1):
            code = bits.pack(asked[None] > 0)[0]
            rows = search.nearest(archive.words, code, DEPTH, logits=asked, mask=mask).rows
            found[turn, q] = right[rows].mean()
            best = rows[:40]
            marked = np.concatenate([best[right[best]][:5], best[~right[best]][:5]])
            said = right[marked] ^ (rng.random(len(marked)) < wrong)
            wanted += list(marked[said])
            unwanted += list(marked[~said])
            mask[marked] = False
            asked = search.combine(logits, codes[wanted], codes[unwanted], ones)
    return [metrics.macro(turn, labels) for turn in found]


def same_place(archive: Archive, views: np.ndarray, own: np.ndarray) -> dict[str, float]:
    """Recall of a patch itself from a changed view of it.

    Parameters
    ----------
    archive
        Codes of all patches.
    views
        float (q, K) logits of the changed patches.
    own
        int (q,), the archive row that each view was made of.

    Returns
    -------
    dict
        `recall@1` and `recall@10`, re-ordered.
    """
    places = []
    for block, rows, _ in archive.blocks(views):
        again = archive.reordered(views[block], rows[:, :REORDERED], REORDERED)
        hit = again == own[block][:, None]
        places.append(np.where(hit.any(axis=1), hit.argmax(axis=1), REORDERED))
    place = np.concatenate(places)
    return {"recall@1": float((place < 1).mean()), "recall@10": float((place < 10).mean())}


def same_place_of_float(
    archive: np.ndarray, views: np.ndarray, own: np.ndarray
) -> dict[str, float]:
    """As `same_place`, by exact cosine of unit rows."""
    place = []
    for start in range(0, len(views), 512):
        cosine = views[start : start + 512] @ archive.T
        mine = np.take_along_axis(cosine, own[start : start + 512, None], axis=1)
        place.append((cosine > mine).sum(axis=1))
    ranks = np.concatenate(place)
    return {"recall@1": float((ranks < 1).mean()), "recall@10": float((ranks < 10).mean())}


def recall_of_float(
    archive: Archive, queries: np.ndarray, reference: np.ndarray, depths: Iterable[int]
) -> dict[str, float]:
    """Share of the 10 nearest by frozen features that stand among the first ranks, re-ordered.

    A curve, not a goal: what makes codes class-pure lowers it.

    Parameters
    ----------
    reference
        int (q, 10), rows by exact cosine of the frozen features.
    depths
        Numbers of ranks to look at, each at most `REORDERED`.
    """
    depths = list(depths)
    found = np.zeros(len(depths))
    for block, rows, _ in archive.blocks(queries):
        again = archive.reordered(queries[block], rows[:, :REORDERED], REORDERED)
        inside = (again[:, :, None] == reference[block][:, None, :]).any(axis=2)
        found += [inside[:, :depth].sum() for depth in depths]
    return {str(d): float(f / reference.size) for d, f in zip(depths, found)}


def nearer_than(queries: np.ndarray, archive: np.ndarray, metres: float) -> np.ndarray:
    """Pairs of places nearer to each other than a distance.

    Parameters
    ----------
    queries, archive
        float (q, 2), (n, 2): longitude and latitude in degrees.

    Returns
    -------
    numpy.ndarray
        bool (q, n).
    """
    return _on_sphere(queries) @ _on_sphere(archive).T > np.cos(metres / EARTH_RADIUS)


def _on_sphere(places: np.ndarray) -> np.ndarray:
    lon, lat = np.radians(places.astype(np.float64)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _of_block(relevant: np.ndarray, full: bool) -> dict[str, np.ndarray]:
    ap20 = metrics.average_precision(relevant, 20)
    figures = {
        "mAP@20": ap20,
        # The papers divide by the hits found; divided by 20, a list of one hit no longer scores 1.
        "mAP@20/20": ap20 * relevant[:, :20].sum(axis=1) / 20,
        "P@20": metrics.precision(relevant, 20),
        "P@100": metrics.precision(relevant, DEPTH),
    }
    if full:
        figures["mAP"] = metrics.full_average_precision(relevant)
        figures["curve"] = metrics.precision_at_recall(relevant, LEVELS)
    return figures


def _summary(parts: Sequence[dict[str, np.ndarray]], labels: np.ndarray) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if labels.ndim == 2:
        members = {i: labels[:, i] > 0 for i in np.flatnonzero(labels.any(axis=0))}
    else:
        members = {c: labels == c for c in np.unique(labels)}
    for name in parts[0]:
        values = np.concatenate([part[name] for part in parts])
        if name == "curve":
            out[name] = [round(metrics.macro(column, labels), 4) for column in values.T]
        else:
            out[name] = round(metrics.macro(values, labels), 4)
            out[f"{name}±"] = round(metrics.standard_error(values, labels), 4)
            out["classes"] = [int(c) for c in members]
            out[f"{name} by class"] = [
                round(float(values[rows].mean()), 4) for rows in members.values()
            ]
    return out
