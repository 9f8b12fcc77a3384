"""Frozen features: what a network trained on everyday photographs already sees in a patch."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from ..plugin.core import hashing
from ..plugin.core.hashing import principal_axes, unit
from .data import Patches
from .device import device, reflectance
from .networks import Features
from .precision import mixed
from .stored import check_room, feed

BLOCK = 1 << 16
"""Rows that are centred at a time."""
PAIRS = 1 << 27
"""Cosines held at a time: half a gigabyte."""


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
    shape = (len(patches), sum(_width(patches, name, levels) for name in backbones))
    if cache is None:
        out = np.empty(shape, np.float32)
        _fill(out, patches, backbones, size, levels, normalised)
        return out
    what = [list(backbones), size, patches.full_scale, normalised]
    what += [list(levels)] if levels else []
    key = hashlib.sha256(json.dumps(what).encode())
    feed(key, patches.pixels)
    path = cache / f"features-{key.hexdigest()[:16]}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        check_room(cache, 4 * shape[0] * shape[1])
        unfinished = path.with_suffix(".part")
        out = np.lib.format.open_memmap(unfinished, "w+", np.float32, shape)
        _fill(out, patches, backbones, size, levels, normalised)
        del out  # closes it: else Windows does not rename it
        os.replace(unfinished, path)
    # Mapped: of half a million patches they are gigabytes, several times.
    return np.load(path, mmap_mode="c", allow_pickle=False)


def _width(patches: Patches, backbone: str, levels: Sequence[int]) -> int:
    return Features(backbone, patches.pixels.shape[-1], 1, 1, levels).width


@torch.no_grad()
def _fill(
    out: np.ndarray,
    patches: Patches,
    backbones: Sequence[str],
    size: int,
    levels: Sequence[int],
    normalised: bool,
) -> None:
    """Put the features of each backbone side by side into an array (n, Σ widths)."""
    channels, edge = patches.pixels.shape[-1], patches.pixels.shape[1]
    where, start = device(), 0
    for backbone in backbones:
        network = Features(backbone, channels, size / edge, patches.full_scale, levels)
        network.backbone.load_imagenet()
        network.eval().to(where, memory_format=torch.channels_last)
        columns = slice(start, start + network.width)
        start = columns.stop
        rows = range(0, len(patches), 128)
        with mixed(where):
            for first in tqdm(rows, f"features of {backbone}", unit=" batches", leave=False):
                block = slice(first, first + 128)
                x = reflectance(patches.pixels[block], patches.full_scale, where)
                found = network(x).float().cpu().numpy()
                out[block, columns] = unit(found) if normalised else found


def principal(features: np.ndarray, dimensions: int) -> np.ndarray:
    """Centre, reduce to the leading principal components, L2-normalise: float32 (n, ≤ D)."""
    _, components, mean = principal_axes(features, dimensions)
    out = np.empty((len(features), components.shape[1]), np.float32)
    for start in range(0, len(features), BLOCK):
        block = slice(start, start + BLOCK)
        out[block] = unit((features[block] - mean) @ components)
    return out


def smooth(features: np.ndarray, rounds: int) -> np.ndarray:
    """Average features over their neighbours (`hashing.smooth`), which the device finds."""
    return hashing.smooth(features, rounds, find=nearest)


@torch.no_grad()
def nearest(features: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Do what `hashing.nearest` does, on the device.

    All pairs: of half a million patches 2.4 · 10¹¹, by blocks, so that they never are in memory.
    """
    x = torch.from_numpy(features).to(device())
    rows = np.empty((len(x), count), np.int64)
    cosines = np.empty((len(x), count), np.float32)
    step = max(1, min(1024, PAIRS // len(x)))
    for start in tqdm(range(0, len(x), step), "neighbours", unit=" blocks", leave=False):
        block = slice(start, start + step)
        found = torch.topk(x[block] @ x.T, count, dim=1)
        rows[block], cosines[block] = found.indices.cpu().numpy(), found.values.cpu().numpy()
    return rows, cosines
