"""Run a network over patches, in PyTorch; or the model that it became, in ONNX Runtime."""

from __future__ import annotations

import math
import time

import numpy as np
import torch
from tqdm import tqdm

from ..plugin.core.model import Encoded, HashModel
from .data import Patches
from .device import device, device_of, reflectance
from .precision import mixed

NUMBERS = 1 << 26
"""Numbers of patches that are encoded at a time: a quarter of a gigabyte."""


@torch.no_grad()
def encode(
    network: torch.nn.Module,
    patches: Patches,
    *,
    bfloat16: bool = False,
    batch: int = 256,
    progress: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """Embeddings float32 (n, D) and logits float32 (n, K) of patches, the network as it is."""
    training, home, where = network.training, device_of(network), device()
    network.eval().to(where)
    embeddings, logits = [], []
    steps = range(0, len(patches), batch)
    with mixed(where, bfloat16):
        for start in tqdm(steps, "encoding", unit=" batches", leave=False, disable=not progress):
            block = patches.pixels[start : start + batch]
            outputs = network(reflectance(block, patches.full_scale, where))
            embeddings.append(outputs[0].float().cpu().numpy())
            logits.append(outputs[1].float().cpu().numpy())
    network.train(training).to(home)
    return np.concatenate(embeddings), np.concatenate(logits)


def encode_by_onnx(model: HashModel, patches: Patches, title: str) -> tuple[Encoded, float]:
    """Encode in blocks that fit in memory; also give the seconds spent in the model alone."""
    parts, seconds = [], 0.0
    with tqdm(total=len(patches), desc=title, unit=" patches", leave=False) as bar:
        step = max(1, min(1024, NUMBERS // math.prod(patches.pixels.shape[1:])))
        for start in range(0, len(patches), step):
            block = patches.reflectance(slice(start, start + step))
            began = time.perf_counter()
            parts.append(model.encode(block))
            seconds += time.perf_counter() - began
            bar.update(len(block))
    embeddings, logits = zip(*parts)
    return Encoded(np.concatenate(embeddings), np.concatenate(logits)), seconds
