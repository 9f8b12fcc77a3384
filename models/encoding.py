"""Run a network over patches, in PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from tqdm import tqdm

from .data import Patches
from .device import device, device_of, reflectance
from .precision import mixed


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
