"""Exact search in Hamming space: who is nearest, in which order.

The ranking contract: nearest by Hamming distance, ties in the order of a fixed hash of the row
number (never in file order, which would reward archives that lie sorted by class); then, where
the query has logits, the best `reorder_depth` are put in the order of their weighted distance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

import numpy as np
import numpy.typing as npt

from . import bits
from .bits import Words
from .errors import Cancelled
from .product import product

Progress = Optional[Callable[[int, int], bool]]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

PART = 1 << 21  # rows between two calls of `progress`: a few milliseconds of work


class Matches(NamedTuple):
    """What a search found, best first.

    Attributes
    ----------
    rows : (m,) array of int64
        Index rows.
    distances : (m,) array of int64
        Hamming distances in bits.
    scores : (m,) array of float64
        The distance that orders the matches: weighted where the query had logits, else Hamming.
    """

    rows: Rows
    distances: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]

    def only(self, places: npt.NDArray[np.integer]) -> Matches:
        """Those at some places, in that order."""
        return Matches(*(values[places] for values in self))


def row_hash(rows: npt.NDArray[np.integer]) -> npt.NDArray[np.uint64]:
    """Mix row numbers into a fixed pseudo-random order (the finaliser of SplitMix64)."""
    x = rows.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def reorder_depth(k: int) -> int:
    """How many of the nearest by Hamming distance are re-ordered for the best k."""
    return max(200, 4 * k)


def nearest(
    words: Sequence[Words],
    code: Words,
    k: int,
    *,
    logits: npt.NDArray[np.floating] | None = None,
    mask: Mask | None = None,
    progress: Progress = None,
) -> Matches:
    """Find the k nearest codes, exactly.

    Parameters
    ----------
    words : W arrays of n uint64
        The archive, as `bits.columns` lays it out.
    code : (W,) array of uint64
        The query.
    k : int
        How many; fewer come back where fewer are there.
    logits : (64 W,) array of float, optional
        The query's logits; they re-order the nearest by `weighted_distances`.
    mask : (n,) array of bool, optional
        Rows that may be found. Filters restrict before ranking.
    progress : callable, optional
        ``progress(rows_done, rows) -> bool``; False stops.

    Returns
    -------
    Matches

    Raises
    ------
    Cancelled
        If `progress` answered False.
    """
    distances = _distances(words, code, mask, progress)
    depth = k if logits is None else reorder_depth(k)
    radius = _radius_of(distances, depth, bits.WORD * len(words))
    return _ranked(words, code, logits, distances, radius, depth, k, progress)


def within(
    words: Sequence[Words],
    code: Words,
    radius: int,
    *,
    logits: npt.NDArray[np.floating] | None = None,
    mask: Mask | None = None,
    progress: Progress = None,
) -> Matches:
    """Find all codes within a Hamming radius, ranked as `nearest` ranks; see there."""
    distances = _distances(words, code, mask, progress)
    radius = min(radius, bits.WORD * len(words))
    rows = len(distances)
    return _ranked(words, code, logits, distances, radius, rows, rows, progress)


def weighted_distances(
    words: Sequence[Words],
    code: Words,
    logits: npt.NDArray[np.floating],
    rows: Rows,
) -> npt.NDArray[np.float64]:
    """Hamming distances in which a bit counts as much as the query is sure of it.

    ``K * sum of |l| over differing bits / sum of |l|``, so it runs from 0 to K as the Hamming
    distance does.

    Returns
    -------
    (len(rows),) array of float64
    """
    certainty = np.abs(np.asarray(logits, dtype=np.float64))
    total = certainty.sum()
    if not total > 0:
        certainty, total = np.ones_like(certainty), float(len(certainty))
    differing = bits.unpack(bits.take(words, rows) ^ code[None, :])
    return product(differing, certainty * (len(certainty) / total))


def scores_of(
    words: Sequence[Words],
    rows: Rows,
    code: Words,
    logits: npt.NDArray[np.floating] | None = None,
    progress: Progress = None,
) -> npt.NDArray[np.float64]:
    """Distances of some rows, as they order matches: weighted where the query has logits.

    Parameters
    ----------
    words, code, logits
        See `nearest`.
    rows : (m,) array of int64
    progress : callable, optional
        ``progress(rows_done, m) -> bool``; False stops.

    Returns
    -------
    (m,) array of float64

    Raises
    ------
    Cancelled
        If `progress` answered False.
    """
    scores = np.empty(len(rows))
    for start in range(0, len(rows), bits.BLOCK):
        part = rows[start : start + bits.BLOCK]
        stop = start + len(part)
        if logits is None:
            scores[start:stop] = bits.hamming([word[part] for word in words], code)
        else:
            scores[start:stop] = weighted_distances(words, code, logits, part)
        if progress is not None and not progress(stop, len(rows)):
            raise Cancelled
    return scores


def union(found: Sequence[Matches], k: int) -> Matches:
    """Rank what several searches found together: each row by the search that it is nearest to.

    Parameters
    ----------
    found : sequence of Matches
        The k best of each search, or more.
    k : int
        How many are wanted.
    """
    if len(found) == 1:
        return found[0]
    rows, distances, scores = map(np.concatenate, zip(*found))
    order = np.lexsort((row_hash(rows), distances, scores))
    _, first = np.unique(rows[order], return_index=True)
    return Matches(rows, distances, scores).only(order[np.sort(first)[:k]])


def nearest_of(
    words: Sequence[Words], rows: npt.NDArray[np.integer], codes: Words
) -> npt.NDArray[np.intp]:
    """Say which of some codes is the nearest to each of some rows; of equal ones the first.

    Parameters
    ----------
    words : W arrays of n uint64
    rows : (m,) array of int
    codes : (e, W) array of uint64, e > 0

    Returns
    -------
    (m,) array of int
        Numbers of the codes, from 0.
    """
    taken = bits.take(words, rows)
    distances = [bits.popcount(taken ^ code).sum(axis=1, dtype=np.int64) for code in codes]
    return np.argmin(distances, axis=0)


def combine(
    query: npt.NDArray[np.floating] | None,
    wanted: npt.NDArray[np.bool_],
    unwanted: npt.NDArray[np.bool_],
    ones: npt.NDArray[np.floating],
) -> npt.NDArray[np.float64]:
    """Combine several examples into one logit per bit, as naive Bayes does.

    ``p+ = (n1+ + s(q)) / (n+ + 1)``, ``p- = (n1-/2 + m) / (n-/2 + 1)``,
    ``l = logit(p+) - logit(p-)``: one ordinary search with l, however many the examples.

    Parameters
    ----------
    query : (K,) array of float, or None
        Logits of the drawn query q (scaled here to a mean size of 2); None where all examples
        are indexed patches: then the archive's share m stands for s(q).
    wanted, unwanted : (n+, K), (n-, K) arrays of bool
        The bits of the examples; either may have no rows.
    ones : (K,) array of float
        The archive's share m of ones in each bit.

    Returns
    -------
    (K,) array of float64
    """
    share = np.clip(np.asarray(ones, dtype=np.float64), 0.01, 0.99)
    prior = share
    if query is not None:
        size = np.abs(query).mean()
        prior = 1 / (1 + np.exp(-np.asarray(query, dtype=np.float64) * (2 / size if size else 1)))
    likely = (wanted.sum(axis=0) + prior) / (len(wanted) + 1)
    unlikely = (unwanted.sum(axis=0) / 2 + share) / (len(unwanted) / 2 + 1)
    return _logit(likely) - _logit(unlikely)


def _logit(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.log(p) - np.log1p(-p)


def _distances(
    words: Sequence[Words], code: Words, mask: Mask | None, progress: Progress
) -> npt.NDArray[np.unsignedinteger]:
    """Distances of all rows; rows that the mask leaves out get the largest number there is."""
    rows = len(words[0])
    dtype = bits.distance_dtype(bits.WORD * len(words))
    distances = np.empty(rows, dtype)
    for start in range(0, rows, PART):
        stop = min(start + PART, rows)
        bits.hamming([word[start:stop] for word in words], code, out=distances[start:stop])
        if progress is not None and not progress(stop, rows):
            raise Cancelled
    if mask is not None:
        distances[~mask] = np.iinfo(dtype).max
    return distances


def _radius_of(distances: npt.NDArray[np.unsignedinteger], k: int, largest: int) -> int:
    """Smallest radius that holds k rows (or all), by bisection: counting is quick."""
    low, high = 0, largest
    while low < high:
        middle = (low + high) // 2
        if np.count_nonzero(distances <= middle) >= k:
            high = middle
        else:
            low = middle + 1
    return low


def _closest(distances: npt.NDArray[np.unsignedinteger], radius: int, depth: int) -> Rows:
    """Rows within the radius, at most `depth`: of those on its edge the first by row hash."""
    rows = np.flatnonzero(distances <= radius)
    if len(rows) <= depth:
        return rows
    on_edge = distances[rows] == radius
    inside, edge = rows[~on_edge], rows[on_edge]
    room = depth - len(inside)
    if room <= 0:
        return inside
    return np.concatenate([inside, edge[np.argpartition(row_hash(edge), room - 1)[:room]]])


def _ranked(
    words: Sequence[Words],
    code: Words,
    logits: npt.NDArray[np.floating] | None,
    distances: npt.NDArray[np.unsignedinteger],
    radius: int,
    depth: int,
    k: int,
    progress: Progress,
) -> Matches:
    rows = _closest(distances, radius, depth)
    near = distances[rows].astype(np.int64)
    order = np.lexsort((row_hash(rows), near))
    rows, near = rows[order], near[order]
    scores = near.astype(np.float64)
    if logits is not None and len(rows):
        scores = scores_of(words, rows, code, logits, progress)
        order = np.lexsort((row_hash(rows), near, scores))[:k]
        rows, near, scores = rows[order], near[order], scores[order]
    return Matches(rows[:k], near[:k], scores[:k])
