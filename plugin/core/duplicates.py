"""Patches of an index whose codes are nearly the same: images indexed twice, or true twins.

Two codes that differ in fewer bits than they have bands of 16 agree in at least one whole band
(the pigeonhole of multi-index hashing; Norouzi, Punjani & Fleet 2012). So only patches that share
a band are compared, and the answer is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits
from .errors import Cancelled, TooManyBitsError
from .search import Progress

Rows = npt.NDArray[np.int64]
BAND = 16  # bits
LOOK_EVERY = 64  # comparisons of all rows between two looks at whether to go on


class Twins(NamedTuple):
    """Patches that have a twin, by rows.

    Attributes
    ----------
    rows, others : (m,) arrays of int64
        A patch, and the one most like it; of several the first in the index.
    distances : (m,) array of int64
        Bits that differ.
    """

    rows: npt.NDArray[np.int64]
    others: npt.NDArray[np.int64]
    distances: npt.NDArray[np.int64]


def largest_distance(code_bits: int) -> int:
    """Most differing bits that can be asked for."""
    return code_bits // BAND - 1


def twins(
    words: Sequence[bits.Words],
    most: int,
    group: npt.NDArray[np.integer] | None = None,
    progress: Progress = None,
) -> Twins:
    """Find the patches that have another within a few bits.

    Parameters
    ----------
    words : W arrays of n uint64
        The codes.
    most : int
        Bits that may differ, up to `largest_distance`.
    group : (n,) array of int, optional
        Patches of the same group (their source) are not twins of each other.
    progress : callable, optional
        ``progress(bands_done, bands) -> bool``; False stops.

    Raises
    ------
    TooManyBitsError, Cancelled
    """
    code_bits = bits.WORD * len(words)
    if not 0 <= most <= largest_distance(code_bits):
        raise TooManyBitsError(most=most, largest=largest_distance(code_bits), bits=code_bits)
    found = _Nearest(words, most, group)
    total = code_bits // BAND
    for band in range(total):
        for step, (one, other) in enumerate(_sharing(_band(words, band))):
            found.compare(one, other)
            if progress is not None and step % LOOK_EVERY == 0 and not progress(band, total):
                raise Cancelled
    rows = np.flatnonzero(found.others >= 0)
    return Twins(rows, found.others[rows], found.distances[rows])


def _band(words: Sequence[bits.Words], number: int) -> npt.NDArray[np.uint64]:
    per_word = bits.WORD // BAND
    shift = np.uint64(BAND * (number % per_word))
    return (words[number // per_word] >> shift) & np.uint64(2**BAND - 1)


def _sharing(values: npt.NDArray[np.uint64]) -> Iterator[tuple[Rows, Rows]]:
    """Yield pairs of arrays of rows with equal values: all pairs, each row once in an array."""
    order = np.argsort(values, kind="stable")
    sorted_ = values[order]
    at, step = np.arange(len(values)), 1
    while True:
        at = at[at + step < len(values)]
        at = at[sorted_[at] == sorted_[at + step]]
        if not len(at):
            return
        yield order[at], order[at + step]
        step += 1


class _Nearest:
    """The nearest other patch of each, so far."""

    def __init__(
        self,
        words: Sequence[bits.Words],
        most: int,
        group: npt.NDArray[np.integer] | None,
    ) -> None:
        rows = len(words[0])
        self._words, self._group = words, group
        self.distances = np.full(rows, most + 1, np.int64)
        self.others = np.full(rows, -1, np.int64)
        self._most = most

    def compare(self, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> None:
        """Compare rows pairwise; each row is at most once in each of the two arrays."""
        distance = np.zeros(len(one), np.int64)
        for word in self._words:
            distance += bits.popcount(word[one] ^ word[other])
        near = distance <= self._most
        if self._group is not None:
            near &= self._group[one] != self._group[other]
        one, other, distance = one[near], other[near], distance[near]
        self._keep(one, other, distance)
        self._keep(other, one, distance)

    def _keep(
        self,
        rows: npt.NDArray[np.int64],
        others: npt.NDArray[np.int64],
        distances: npt.NDArray[np.int64],
    ) -> None:
        before, known = self.distances[rows], self.others[rows]
        better = (distances < before) | ((distances == before) & (others < known))
        self.distances[rows[better]] = distances[better]
        self.others[rows[better]] = others[better]
