"""Hits that differ: of a source, of a cluster or of a neighbourhood only the best one.

One pass in the order of the ranking: a match stays unless a better one that stays is of the same
source, looks nearly the same (leader clustering of the codes), or lies near.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from . import bits, places
from .filters import Filters
from .index import Index
from .search import Matches

CLUSTER = 1 / 8  # share of its bits in which a code of the same cluster may differ
DEEPEST = 100_000  # matches that are looked through for hits that differ

Same = Callable[[int], npt.NDArray[np.bool_]]


def best(find: Callable[[int], Matches], k: int, index: Index, filters: Filters) -> Matches:
    """Find the best k matches that differ: look through ever more until they are together.

    Parameters
    ----------
    find : callable
        ``find(k)`` returns the k best matches of all.
    k : int
    index : Index
    filters : Filters

    Raises
    ------
    Cancelled
        As `find`.
    """
    most = min(index.rows, max(DEEPEST, k))
    asked = min(2 * k, most)
    while True:
        matches = find(asked)
        kept = leaders(matches, index, filters, k)
        if len(kept) >= k or len(matches.rows) < asked or asked == most:
            return Matches(matches.rows[kept], matches.distances[kept], matches.scores[kept])
        asked = min(4 * asked, most)


def leaders(matches: Matches, index: Index, filters: Filters, most: int) -> npt.NDArray[np.int64]:
    """Return which of the matches stay, at most so many, in their order."""
    sames = _sames(matches, index, filters)
    stays = np.ones(len(matches.rows), bool)
    kept: list[int] = []
    at = 0
    while at < len(stays) and len(kept) < most:
        if stays[at]:
            kept.append(at)
            for same in sames:
                stays[at + 1 :] &= ~same(at)
        at += 1
    return np.array(kept, np.int64)


def _sames(matches: Matches, index: Index, filters: Filters) -> list[Same]:
    """Make what says of a match which of those after it are too much like it."""
    rows = matches.rows
    sames: list[Same] = []
    if filters.one_a_source:
        sources = index.column("source")[rows]

        def of_its_source(at: int) -> npt.NDArray[np.bool_]:
            return sources[at + 1 :] == sources[at]

        sames.append(of_its_source)
    if filters.one_a_cluster:
        codes = bits.take(index.words, rows)

        def of_its_cluster(at: int) -> npt.NDArray[np.bool_]:
            differing = bits.popcount(codes[at + 1 :] ^ codes[at]).sum(axis=1, dtype=np.int64)
            return differing < CLUSTER * index.bits

        sames.append(of_its_cluster)
    if filters.apart > 0:
        lons, lats = index.column("lon")[rows], index.column("lat")[rows]

        def near(at: int) -> npt.NDArray[np.bool_]:
            here = float(lons[at]), float(lats[at])
            metres = places.great_circle(*here, lons[at + 1 :], lats[at + 1 :])
            return metres < filters.apart * 1000

        sames.append(near)
    return sames
