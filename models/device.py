"""Where networks run: on the graphics card where PyTorch finds one, else on the processor."""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from torch import nn


@cache
def device() -> torch.device:
    """Give the device of networks and batches. What is fitted to frozen features stays here."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def device_of(network: nn.Module) -> torch.device:
    """Where a network's numbers are."""
    for tensor in (*network.parameters(), *network.buffers()):
        return tensor.device
    return torch.device("cpu")


def reflectance(pixels: np.ndarray, full_scale: float, where: torch.device) -> torch.Tensor:
    """Do what `data.to_reflectance` does, on a device: bytes travel, a quarter of the numbers."""
    x = torch.from_numpy(pixels).to(where).permute(0, 3, 1, 2)
    return x.to(torch.float32, memory_format=torch.contiguous_format) * (full_scale / 255)
