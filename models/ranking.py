"""Rank an archive for many queries at once, in the order in which `core.search` ranks for one.

Hamming distance, ties by row hash; then the best re-ordered by the query's logits. Tested equal to
`search.nearest`. Codes of any length are padded to whole words with bits that are 0 everywhere:
they change no distance.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..plugin.core import bits, search

BLOCK = 256
"""Queries that rank the whole archive at a time."""
PAIRS = 1 << 25
"""And how many pairs with its rows: each takes some forty bytes."""


class Archive:
    """The codes of an archive.

    Parameters
    ----------
    logits
        float (n, K); bit = logit > 0.
    """

    def __init__(self, logits: np.ndarray) -> None:
        self.logits = logits
        self.words = bits.columns(bits.pack(padded(logits) > 0))
        # In the order of their hash, rows of equal distance need only a stable sort.
        self.order = np.argsort(search.row_hash(np.arange(len(logits))), kind="stable")
        self.signs = _signs(logits)[self.order]

    def __len__(self) -> int:
        return len(self.signs)

    def distances(self, queries: np.ndarray) -> np.ndarray:
        """Hamming distances uint16 (q, n) to queries' logits (q, K), rows in hash order."""
        inner = _signs(queries) @ self.signs.T
        return ((self.signs.shape[1] - inner) / 2).astype(np.uint16)

    def blocks(
        self, queries: np.ndarray, hidden: np.ndarray | None = None
    ) -> Iterator[tuple[slice, np.ndarray, np.ndarray]]:
        """Rank the whole archive for a block of queries at a time.

        Parameters
        ----------
        queries
            float (q, K) logits.
        hidden
            bool (q, n), rows that a query must not find; they come last.

        Yields
        ------
        tuple
            The block's slice of queries, rows int64 (b, n) best first, distances uint16 (b, n).
        """
        step = _step(len(self))
        for start in range(0, len(queries), step):
            block = slice(start, start + step)
            distances = self.distances(queries[block])
            if hidden is not None:
                distances[hidden[block][:, self.order]] = np.iinfo(np.uint16).max
            # Stable on 16 bits is a radix sort: linear.
            order = np.argsort(distances, axis=1, kind="stable")
            yield block, self.order[order], np.sort(distances, axis=1, kind="stable")

    def reordered(
        self, queries: np.ndarray, rows: np.ndarray, depth: int, hidden: np.ndarray | None = None
    ) -> np.ndarray:
        """Put the first rows of rankings in the order of the weighted distance.

        Parameters
        ----------
        queries
            float (q, K) logits.
        rows
            int64 (q, ≥ depth), rows by Hamming distance.
        depth
            `search.reorder_depth` of the length of the list that is wanted.
        hidden
            bool (q, n), as in `blocks`: these stay last.

        Returns
        -------
        numpy.ndarray
            int64, as `rows`, the first `depth` of each re-ordered.
        """
        logits = padded(queries)
        codes = bits.pack(logits > 0)
        rows = rows.copy()
        for i, ranked in enumerate(rows):
            visible = len(self) if hidden is None else len(self) - int(hidden[i].sum())
            first = ranked[: min(depth, visible)]
            scores = search.weighted_distances(self.words, codes[i], logits[i], first)
            ranked[: len(first)] = first[np.argsort(scores, kind="stable")]
        return rows


def padded(logits: np.ndarray) -> np.ndarray:
    """Logits with columns of 0 up to a whole number of words."""
    missing = -logits.shape[1] % bits.WORD
    return np.pad(logits, ((0, 0), (0, missing))) if missing else logits


def cosine_blocks(
    queries: np.ndarray, archive: np.ndarray, hidden: np.ndarray | None = None
) -> Iterator[tuple[slice, np.ndarray]]:
    """Rank by exact cosine of unit rows, what hashing replaces: (slice, rows int64 (b, n))."""
    step = _step(len(archive))
    for start in range(0, len(queries), step):
        block = slice(start, start + step)
        cosine = queries[block] @ archive.T
        if hidden is not None:
            cosine[hidden[block]] = -2
        yield block, np.argsort(-cosine, axis=1, kind="stable")


def _step(rows: int) -> int:
    return max(1, min(BLOCK, PAIRS // max(rows, 1)))


def _signs(logits: np.ndarray) -> np.ndarray:
    return np.where(logits > 0, np.float32(1), np.float32(-1))
