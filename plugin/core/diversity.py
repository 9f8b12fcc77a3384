"""Hits that differ: of a source, of a cluster or of a neighbourhood only the best one.

One pass in the order of the ranking: a match stays unless a better one that stays is of the same
source, looks nearly the same (leader clustering of the codes), or lies near.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from . import bits, places
from .errors import Cancelled
from .filters import Filters
from .index import Index
from .search import Matches, Progress

CLUSTER = 1 / 8  # share of its bits in which a code of the same cluster may differ
DEEPEST = 100_000  # matches that are looked through for hits that differ

Same = Callable[[int, npt.NDArray[np.intp]], npt.NDArray[np.bool_]]


def best(
    find: Callable[[int], Matches],
    k: int,
    index: Index,
    filters: Filters,
    progress: Progress = None,
) -> Matches:
    """Find the best k matches that differ: look through ever more until they are together.

    Parameters
    ----------
    find : callable
        ``find(k)`` returns the k best matches of all.
    k : int
    index : Index
    filters : Filters
    progress : callable, optional
        ``progress(kept, k) -> bool``; False stops.

    Raises
    ------
    Cancelled
        If `progress` answered False, and as `find`.
    """
    most = min(index.rows, max(DEEPEST, k))
    asked = min(2 * k, most)
    while True:
        matches = find(asked)
        kept = leaders(matches, index, filters, k, progress)
        if len(kept) >= k or len(matches.rows) < asked or asked == most:
            return matches.only(kept)
        asked = min(4 * asked, most)


def leaders(
    matches: Matches, index: Index, filters: Filters, most: int, progress: Progress = None
) -> npt.NDArray[np.int64]:
    """Return which of the matches stay, at most so many, in their order.

    Raises
    ------
    Cancelled
        If `progress` answered False.
    """
    sames = _sames(matches, index, filters)
    left = np.arange(len(matches.rows))  # neither kept nor too much like one that is
    kept: list[int] = []
    while len(left) and len(kept) < most:
        if progress is not None and not progress(len(kept), most):
            raise Cancelled
        at, left = int(left[0]), left[1:]
        kept.append(at)
        for same in sames:
            left = left[~same(at, left)]
    return np.array(kept, np.int64)


def _sames(matches: Matches, index: Index, filters: Filters) -> list[Same]:
    """Make what says of a match which of some others are too much like it."""
    rows = matches.rows
    sames: list[Same] = []
    if filters.one_a_source:
        sources = index.column("source")[rows]

        def of_its_source(at: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
            return sources[others] == sources[at]

        sames.append(of_its_source)
    if filters.one_a_cluster:
        codes = bits.take(index.words, rows)

        def of_its_cluster(at: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
            differing = bits.popcount(codes[others] ^ codes[at]).sum(axis=1, dtype=np.int64)
            return differing < CLUSTER * index.bits

        sames.append(of_its_cluster)
    if filters.apart > 0:
        lons, lats = index.column("lon")[rows], index.column("lat")[rows]

        degrees = 1.01 * filters.apart * 1000 / places.DEGREE

        def near(at: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
            here = float(lons[at]), float(lats[at])
            same: npt.NDArray[np.bool_] = np.abs(lats[others] - here[1]) <= degrees
            left = others[same]  # most lie far away
            same[same] = places.great_circle(*here, lons[left], lats[left]) < filters.apart * 1000
            return same

        sames.append(near)
    return sames
