"""Frozen features: what a network trained on everyday photographs already sees in a patch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from .data import Patches
from .networks import Features


def frozen_features(
    patches: Patches,
    backbones: Sequence[str],
    size: int,
    cache: Path | None = None,
    *,
    normalised: bool = True,
) -> np.ndarray:
    """Pooled ImageNet features of several backbones, each L2-normalised, side by side.

    Parameters
    ----------
    patches
        Three-band patches.
    backbones
        Names in `backbones.BACKBONES`.
    size
        Edge in pixels that the patch is enlarged to.
    cache
        Folder in which the result is kept, by the digest of everything that it depends on.
    normalised
        False leaves the features at the length that a network's own projection gets them.

    Returns
    -------
    numpy.ndarray
        float32 (n, Σ widths).
    """
    path = None
    if cache is not None:
        what = [list(backbones), size, patches.full_scale, normalised]
        key = hashlib.sha256(json.dumps(what).encode())
        key.update(np.ascontiguousarray(patches.pixels).data)
        path = cache / f"features-{key.hexdigest()[:16]}.npy"
        if path.exists():
            return np.load(path, allow_pickle=False)
    parts = [_run(patches, backbone, size) for backbone in backbones]
    features = np.concatenate([unit(part) if normalised else part for part in parts], axis=1)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, features)
    return features


def principal(features: np.ndarray, dimensions: int) -> np.ndarray:
    """Centre, reduce to the leading principal components, L2-normalise: float32 (n, ≤ D)."""
    _, components, mean = principal_axes(features, dimensions)
    return unit((features - mean) @ components)


def principal_axes(
    features: np.ndarray, dimensions: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Principal axes of float (n, F): standard deviations (D,), components (F, D), mean (F,).

    D is `dimensions` or F, whichever is smaller.
    """
    mean = features.mean(axis=0)
    centred = (features - mean).astype(np.float64)
    values, vectors = np.linalg.eigh(centred.T @ centred / len(features))
    order = np.argsort(values)[::-1][:dimensions]
    deviations = np.sqrt(np.maximum(values[order], 0))
    return deviations.astype(np.float32), vectors[:, order].astype(np.float32), mean


def smooth(features: np.ndarray, rounds: int, neighbours: int = 5) -> np.ndarray:
    """Average each row with its nearest neighbours, weighted by max(cos, 0)³.

    Z = Sʳ x̂ with S the row-normalised weights over self and the nearest `neighbours` (METHODS,
    propagated ITQ). It pulls a patch towards what its surroundings in feature space agree on.

    Parameters
    ----------
    features
        float32 (n, D), L2-normalised.
    rounds
        How often S is applied; 0 gives the features back.

    Returns
    -------
    numpy.ndarray
        float32 (n, D), L2-normalised.
    """
    if rounds == 0:
        return features
    count = min(neighbours + 1, len(features))
    nearest = np.empty((len(features), count), dtype=np.int64)
    weights = np.empty((len(features), count), dtype=np.float32)
    for start in range(0, len(features), 1024):
        cosine = features[start : start + 1024] @ features.T
        block = np.argpartition(-cosine, count - 1, axis=1)[:, :count]
        nearest[start : start + 1024] = block
        weights[start : start + 1024] = np.take_along_axis(cosine, block, axis=1)
    weights = np.maximum(weights, 0) ** 3
    weights /= weights.sum(axis=1, keepdims=True)
    out = features
    for _ in range(rounds):
        total = np.zeros_like(features)
        for j in range(count):
            total += weights[:, j, None] * out[nearest[:, j]]
        out = total
    return unit(out)


def unit(x: np.ndarray) -> np.ndarray:
    """L2-normalise rows; a zero row stays zero."""
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)


@torch.no_grad()
def _run(patches: Patches, backbone: str, size: int) -> np.ndarray:
    channels, edge = patches.pixels.shape[-1], patches.pixels.shape[1]
    network = Features(backbone, channels, size / edge, patches.full_scale)
    network.backbone.load_imagenet()
    network.eval().to(memory_format=torch.channels_last)
    out = np.empty((len(patches), network.width), dtype=np.float32)
    rows = range(0, len(patches), 128)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        for start in tqdm(rows, f"features of {backbone}", unit=" batches", leave=False):
            block = slice(start, start + 128)
            out[block] = network(torch.from_numpy(patches.reflectance(block))).float().numpy()
    return out
