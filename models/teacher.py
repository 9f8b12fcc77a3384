"""Frozen features: what a network trained on everyday photographs already sees in a patch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from ..plugin.core.hashing import principal_axes, unit
from .data import Patches
from .networks import Features
from .precision import mixed


def frozen_features(
    patches: Patches,
    backbones: Sequence[str],
    size: int,
    cache: Path | None = None,
    *,
    normalised: bool = True,
    levels: Sequence[int] = (),
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
    levels
        Blocks whose statistics stand behind each backbone's own features (`networks.Features`).

    Returns
    -------
    numpy.ndarray
        float32 (n, Σ widths).
    """
    path = None
    if cache is not None:
        what = [list(backbones), size, patches.full_scale, normalised]
        what += [list(levels)] if levels else []
        key = hashlib.sha256(json.dumps(what).encode())
        key.update(np.ascontiguousarray(patches.pixels).data)
        path = cache / f"features-{key.hexdigest()[:16]}.npy"
        if path.exists():
            return np.load(path, allow_pickle=False)
    parts = [_run(patches, backbone, size, levels) for backbone in backbones]
    features = np.concatenate([unit(part) if normalised else part for part in parts], axis=1)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, features)
    return features


def principal(features: np.ndarray, dimensions: int) -> np.ndarray:
    """Centre, reduce to the leading principal components, L2-normalise: float32 (n, ≤ D)."""
    _, components, mean = principal_axes(features, dimensions)
    return unit((features - mean) @ components)


@torch.no_grad()
def _run(patches: Patches, backbone: str, size: int, levels: Sequence[int]) -> np.ndarray:
    channels, edge = patches.pixels.shape[-1], patches.pixels.shape[1]
    network = Features(backbone, channels, size / edge, patches.full_scale, levels)
    network.backbone.load_imagenet()
    network.eval().to(memory_format=torch.channels_last)
    out = np.empty((len(patches), network.width), dtype=np.float32)
    rows = range(0, len(patches), 128)
    with mixed():
        for start in tqdm(rows, f"features of {backbone}", unit=" batches", leave=False):
            block = slice(start, start + 128)
            out[block] = network(torch.from_numpy(patches.reflectance(block))).float().numpy()
    return out
