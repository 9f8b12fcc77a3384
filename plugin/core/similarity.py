"""Similarity: how rare such closeness is among random pairs of an index's own patches.

A Hamming distance means nothing to a person, and a table of class shares does not transfer from
one archive to another. The share of random pairs that lie further apart does: it is monotone,
needs no labels and is true for this index ("closer than 99.9 % of pairs").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from . import bits

PAIRS = 1_000_000


def pair_distances(words: Sequence[bits.Words], seed: int = 0) -> npt.NDArray[np.int64]:
    """Count the Hamming distances of random pairs of different patches.

    Parameters
    ----------
    words : W arrays of n uint64
    seed : int
        Of the pairs drawn.

    Returns
    -------
    (64 W + 1,) array of int64
        How many of the pairs lie at each distance; all zero for fewer than two patches.
    """
    rows, largest = len(words[0]), bits.WORD * len(words)
    counts = np.zeros(largest + 1, np.int64)
    if rows < 2:
        return counts
    random = np.random.default_rng(seed)
    one = np.sort(random.integers(0, rows, PAIRS))
    other = (one + random.integers(1, rows, PAIRS)) % rows
    total = np.zeros(PAIRS, np.int64)
    for word in words:
        total += bits.popcount(word[one] ^ word[other])
    return np.bincount(total, minlength=largest + 1).astype(np.int64)


def ones_share(words: Sequence[bits.Words]) -> npt.NDArray[np.float32]:
    """Share of ones in each bit over the archive: (64 W,) float32; ½ where it is empty."""
    rows = len(words[0])
    if not rows:
        return np.full(bits.WORD * len(words), 0.5, np.float32)
    total = np.zeros(bits.WORD * len(words), np.int64)
    for start in range(0, rows, bits.BLOCK):
        block = np.stack([word[start : start + bits.BLOCK] for word in words], axis=1)
        total += bits.unpack(block).sum(axis=0)
    return (total / rows).astype(np.float32)


def similarity(
    distances: npt.NDArray[np.floating], counts: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Share of random pairs that lie further apart than these distances.

    Parameters
    ----------
    distances : (m,) array of float
        Hamming or weighted distances, 0..K.
    counts : (K + 1,) array of int64
        `pair_distances` of the index.

    Returns
    -------
    (m,) array of float64
        0..1; between whole bits linearly interpolated. Without statistics, ``1 - distance / K``.
    """
    largest = len(counts) - 1
    if not counts.sum():
        return 1 - np.asarray(distances, np.float64) / largest
    closer = np.cumsum(counts) - counts / 2  # half of the pairs that tie count as closer
    return 1 - np.interp(distances, np.arange(largest + 1), closer / counts.sum())
