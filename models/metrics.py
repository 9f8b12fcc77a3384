"""Figures of a ranking. All take relevance in rank order and follow METHODS' protocol 1."""

from __future__ import annotations

import numpy as np


def average_precision(relevant: np.ndarray, depth: int) -> np.ndarray:
    """AP@depth as the papers have it: Σ rel_i · P@i / max(1, relevant among the first depth).

    One hit at rank 1 scores 1, so it flatters: give `precision` beside it.

    Parameters
    ----------
    relevant
        bool (queries, ≥ depth), in rank order.
    depth
        Number of ranks looked at.

    Returns
    -------
    numpy.ndarray
        float64 (queries,).
    """
    top = relevant[:, :depth].astype(np.float64)
    precisions = np.cumsum(top, axis=1) / np.arange(1, top.shape[1] + 1)
    return (top * precisions).sum(axis=1) / np.maximum(top.sum(axis=1), 1)


def precision(relevant: np.ndarray, depth: int) -> np.ndarray:
    """P@depth: share of relevant among the first `depth` ranks; float64 (queries,)."""
    return relevant[:, :depth].sum(axis=1) / depth


def macro(values: np.ndarray, labels: np.ndarray) -> float:
    """Mean of the classes' means."""
    return float(np.mean([values[labels == label].mean() for label in np.unique(labels)]))


def map_of_codes(
    queries: np.ndarray, query_labels: np.ndarray, archive: np.ndarray, archive_labels: np.ndarray
) -> float:
    """Macro mAP@20 by Hamming distance of logits' signs, for a look while training.

    Ties fall at random (seeded). The figures that are reported come from `evaluate`, through the
    search that serves.

    Parameters
    ----------
    queries, archive
        float (n, K) logits.
    """
    rng = np.random.default_rng(0)
    signs = np.where(archive > 0, np.float32(1), np.float32(-1))
    depth = min(20, len(archive))
    average = np.empty(len(queries))
    for start in range(0, len(queries), 512):
        block = slice(start, start + 512)
        bits = np.where(queries[block] > 0, np.float32(1), np.float32(-1))
        score = bits @ signs.T + rng.random(len(archive), dtype=np.float32)
        best = np.argpartition(-score, depth - 1, axis=1)[:, :depth]
        best = np.take_along_axis(best, np.argsort(-np.take_along_axis(score, best, 1), 1), 1)
        relevant = archive_labels[best] == query_labels[block][:, None]
        average[block] = average_precision(relevant, depth)
    return macro(average, query_labels)
