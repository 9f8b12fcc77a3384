"""Run a network over patches, in PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from tqdm import tqdm

from .data import Patches
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
    training = network.training
    network.eval()
    embeddings, logits = [], []
    steps = range(0, len(patches), batch)
    with mixed(bfloat16):
        for start in tqdm(steps, "encoding", unit=" batches", leave=False, disable=not progress):
            x = torch.from_numpy(patches.reflectance(slice(start, start + batch)))
            outputs = network(x)
            embeddings.append(outputs[0].float().numpy())
            logits.append(outputs[1].float().numpy())
    network.train(training)
    return np.concatenate(embeddings), np.concatenate(logits)
