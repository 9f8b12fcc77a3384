"""Figures of a ranking. All take relevance in rank order and follow METHODS' protocol 1."""

from __future__ import annotations

import numpy as np

PAIRS = 1 << 25
"""Pairs of query and archive row that are looked at at a time."""


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
    """Mean of the classes' means; with several labels a query the mean of all queries."""
    if labels.ndim == 2:
        return float(values.mean())
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
        relevant = related(archive_labels[best], query_labels[block])
        average[block] = average_precision(relevant, depth)
    return macro(average, query_labels)


def related(found: np.ndarray, query: np.ndarray) -> np.ndarray:
    """Relevance of ranked patches: an equal label, or one in common where there are several.

    Parameters
    ----------
    found
        int (queries, ranks), or zeros and ones (queries, ranks, classes).
    query
        int (queries,), or zeros and ones (queries, classes).

    Returns
    -------
    numpy.ndarray
        bool (queries, ranks).
    """
    if query.ndim == 1:
        return found == query[:, None]
    return ((found > 0) & (query[:, None] > 0)).any(axis=2)


def alike(labels: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Pairs of an equal label, or of one in common where there are several: bool (m, n).

    Parameters
    ----------
    labels, others
        int (m,) and (n,), or zeros and ones (m, classes) and (n, classes).
    """
    if labels.ndim == 1:
        return labels[:, None] == others[None]
    return labels.astype(np.float32) @ others.T.astype(np.float32) > 0


def full_average_precision(relevant: np.ndarray) -> np.ndarray:
    """AP over the full ranking: Σ rel_i · P@i / relevant in the archive; float64 (queries,)."""
    hits = np.cumsum(relevant, axis=1, dtype=np.float32)
    precisions = hits / np.arange(1, relevant.shape[1] + 1, dtype=np.float32)
    found = np.einsum("qi,qi->q", precisions, relevant, dtype=np.float64)
    return found / np.maximum(hits[:, -1], 1)


def precision_within(relevant: np.ndarray, distances: np.ndarray, radius: int) -> np.ndarray:
    """Share of relevant among the rows within a Hamming radius; 0 where there is none."""
    inside = distances <= radius
    return (relevant & inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1)


def precision_at_recall(relevant: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """Precision at the rank where each recall is first reached.

    Parameters
    ----------
    relevant
        bool (queries, archive), in rank order.
    levels
        Recalls in (0, 1].

    Returns
    -------
    numpy.ndarray
        float64 (queries, levels); 0 where nothing is relevant.
    """
    out = np.zeros((len(relevant), len(levels)))
    for i, row in enumerate(relevant):
        ranks = np.flatnonzero(row) + 1
        if len(ranks):
            wanted = np.ceil(levels * len(ranks) - 1e-9).astype(np.int64).clip(1)
            out[i] = wanted / ranks[wanted - 1]
    return out


def standard_error(values: np.ndarray, labels: np.ndarray) -> float:
    """Give the standard error of `macro`, queries drawn independently within classes."""
    if labels.ndim == 2:
        return float(np.std(values) / np.sqrt(len(values)))
    classes = np.unique(labels)
    variances = [np.var(values[labels == c]) / (labels == c).sum() for c in classes]
    return float(np.sqrt(np.sum(variances)) / len(classes))


def bit_balance(codes: np.ndarray) -> dict[str, float]:
    """Mean entropy of a bit over an archive (1 = ones and zeros alike), and constant bits.

    Parameters
    ----------
    codes
        bool (n, K).
    """
    share = codes.mean(axis=0)
    p = np.clip(share, 1e-12, 1 - 1e-12)
    entropy = -(p * np.log2(p) + (1 - p) * np.log2(1 - p))
    constant = np.minimum(share, 1 - share) < 0.01
    return {"entropy": float(entropy.mean()), "constant": float(constant.mean())}


def class_shares(
    queries: np.ndarray, labels: np.ndarray, archive: np.ndarray, archive_labels: np.ndarray
) -> list[float | None]:
    """Share of the pairs at each Hamming distance that are of one class.

    It documents a test set: another archive has other shares at the same distance.

    Parameters
    ----------
    queries, archive
        float (q, K), (n, K) logits.
    labels, archive_labels
        int (q,), (n,), or zeros and ones (q, classes), (n, classes): then one in common will do.

    Returns
    -------
    list
        Of distances 0 to K/2; None where no pair is.
    """
    bits = queries.shape[1]
    counts = np.zeros((2, bits + 1), np.int64)
    signs = np.where(archive > 0, np.float32(1), np.float32(-1))
    step = max(1, min(512, PAIRS // max(len(archive), 1)))
    for start in range(0, len(queries), step):
        block = slice(start, start + step)
        asked = np.where(queries[block] > 0, np.float32(1), np.float32(-1))
        distances = ((bits - asked @ signs.T) / 2).astype(np.int64)
        same = alike(labels[block], archive_labels)
        for kind, found in enumerate((distances[same], distances[~same])):
            counts[kind] += np.bincount(found, minlength=bits + 1)
    pairs = counts.sum(axis=0)
    shares = zip(counts[0].tolist(), pairs.tolist()[: bits // 2 + 1])
    return [round(alike / both, 4) if both else None for alike, both in shares]


def shared_labels(query: np.ndarray, found: np.ndarray) -> np.ndarray:
    """Count the labels that ranked patches share with the query.

    Parameters
    ----------
    query
        bool (queries, classes).
    found
        bool (queries, ranks, classes), in rank order.

    Returns
    -------
    numpy.ndarray
        int64 (queries, ranks), what the graded figures below take.
    """
    return (query[:, None, :] & found).sum(axis=2)


def average_cumulative_gain(shared: np.ndarray, depth: int) -> np.ndarray:
    """ACG@depth: mean number of shared labels among the first ranks; float64 (queries,)."""
    return shared[:, :depth].mean(axis=1)


def discounted_gain(shared: np.ndarray, best: np.ndarray, depth: int) -> np.ndarray:
    """NDCG@depth with gain 2^c − 1 and discount log₂(rank + 1).

    Parameters
    ----------
    shared
        int (queries, ≥ depth), shared labels in rank order.
    best
        int (queries, archive), shared labels of the whole archive in any order: the ideal.
    """
    discount = 1 / np.log2(np.arange(2, depth + 2))

    def gained(counts: np.ndarray) -> np.ndarray:
        top = counts[:, :depth].astype(np.float64)
        return (np.exp2(top) - 1) @ discount[: top.shape[1]]

    ideal = gained(-np.sort(-best, axis=1))
    return gained(shared) / np.where(ideal > 0, ideal, 1)


def weighted_average_precision(shared: np.ndarray, depth: int) -> np.ndarray:
    """WAP@depth: mean of ACG@i over the ranks i that share a label; 0 where none does."""
    top = shared[:, :depth].astype(np.float64)
    gains = np.cumsum(top, axis=1) / np.arange(1, top.shape[1] + 1)
    relevant = top > 0
    return (gains * relevant).sum(axis=1) / np.maximum(relevant.sum(axis=1), 1)
