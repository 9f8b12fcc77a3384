"""CroVCA: each view predicts the other's code (2026), read with the released code."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..frozen import Frozen
from ..heads import PerceptronHead, unit
from ..perceptron import Perceptron, descend, epochs_of
from .cibhash import two_views
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Weight and scale of the coding rate, and how long."""

    coding: float = 0.1
    scale: float = 0.05
    epochs: int = 5
    batch: int = 256
    full_rate: float = 1e-3


class CroVCA(FrozenMethod):
    """BCE of each view's logits against the other view's thresholded code, both ways.

    + coding · [−(K + m)/(Km) · ½ logdet(I + K/(scale · m) · ẐᵀẐ)] over a batch of m logits with
    rows of length 1, which keeps codes from collapsing. Head D → D, ReLU, → K, BatchNorm.
    """

    Settings = Settings
    Head = PerceptronHead
    title = "CroVCA (2026) on frozen ImageNet features of two views."
    views = 2

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on all rows and their views; labels are not looked at."""
        torch.manual_seed(seed)
        s = self.settings
        rng = np.random.default_rng(seed)
        width = frozen.x.shape[1]
        network, norm = Perceptron((width, width), bits), nn.BatchNorm1d(bits)
        batches = epochs_of(np.arange(len(frozen.x)), s.batch, s.epochs, rng)

        def loss_of(rows: np.ndarray) -> torch.Tensor:
            u, v = (norm(network(x)[1]) for x in two_views(frozen, rows, rng))
            spread = coding_rate(u, s.scale) + coding_rate(v, s.scale)
            return agreement(u, v) + s.coding * spread / 2

        descend([network, norm], loss_of, batches, s.full_rate)
        fold(norm, network)
        return network.head(frozen)


def agreement(u: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
    """BCE with logits against the other view's bits, the mean of both ways."""
    bce = functional.binary_cross_entropy_with_logits
    return 0.5 * (bce(u, (v > 0).float()) + bce(v, (u > 0).float()))


def coding_rate(z: torch.Tensor, scale: float) -> torch.Tensor:
    """−(K + m)/(Km) · ½ logdet(I + K/(scale · m) · ẐᵀẐ) of logits z float (m, K)."""
    m, bits = z.shape
    normalised = unit(z)
    inner = torch.eye(bits) + bits / (scale * m) * normalised.T @ normalised
    return -(bits + m) / (bits * m) * 0.5 * torch.logdet(inner)


@torch.no_grad()
def fold(norm: nn.BatchNorm1d, network: Perceptron) -> None:
    """Put a batch norm of the logits, as it is in evaluation, into the hash layer."""
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    layer = network.hash
    layer.weight.mul_(factor)
    layer.bias.copy_((layer.bias - norm.running_mean) * factor + norm.bias)
    if not math.isfinite(float(layer.weight.sum())):
        raise FloatingPointError("the batch norm of the logits has collapsed")
