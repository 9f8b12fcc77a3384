"""Measure the hash layer that an adapted index gets, and what the levels' share does to it.

An adapted layer reads the whole embedding, that of the model's own logits does not: so the share
that the frozen levels have of every cosine is free to choose after training (`networks`), and is a
choice between land that labels named and land that they did not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..plugin.core import hashing
from .config import NetworkConfig

SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.95)
"""Shares of the levels that are compared."""
SAMPLE = 20_000
"""Embeddings that a layer is fitted to, at most."""


def adapted(archive: np.ndarray, queries: np.ndarray, bits: int) -> tuple[np.ndarray, np.ndarray]:
    """Fit a layer to the archive's embeddings, no query among them and without labels.

    Parameters
    ----------
    archive, queries
        Embeddings float32 (n, D), (q, D).
    bits
        Length of the code.

    Returns
    -------
    tuple
        Logits float32 (n, bits), (q, bits).
    """
    sample = archive
    if len(archive) > SAMPLE:  # as the plugin does, and neighbours are found among all pairs
        sample = archive[np.sort(np.random.default_rng(0).permutation(len(archive))[:SAMPLE])]
    layer = hashing.fit(sample, bits)
    return layer.logits(archive), layer.logits(queries)


def with_level_share(embeddings: np.ndarray, network: NetworkConfig, share: float) -> np.ndarray:
    """Give embeddings as a network of another `level_share` would have made them.

    Parameters
    ----------
    embeddings
        float32 (n, D): `network.embedding` numbers, then those of the levels.
    network
        Of the model that made them; its `level_share` is not 0.
    share
        The levels' share of every cosine, 0 to 1.

    Returns
    -------
    numpy.ndarray
        float32 (n, D), L2-normalised.
    """
    scaled = embeddings.copy()
    scaled[:, : network.embedding] *= np.sqrt((1 - share) / (1 - network.level_share))
    scaled[:, network.embedding :] *= np.sqrt(share / network.level_share)
    return scaled


def by_level_share(
    archive: np.ndarray,
    queries: np.ndarray,
    network: NetworkConfig,
    shares: Sequence[float] = SHARES,
) -> Iterator[tuple[float, np.ndarray, np.ndarray]]:
    """Fit a layer at each share: (share, logits of the archive, logits of the queries).

    Nothing for a network whose embedding has no levels.
    """
    for share in shares if network.level_share else ():
        both = (with_level_share(e, network, share) for e in (archive, queries))
        yield share, *adapted(*both, network.bits)
