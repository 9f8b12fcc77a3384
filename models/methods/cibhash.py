"""CIBHash: contrast and information bottleneck without labels (Qiu et al. 2021).

Read with the released code. Its head is 4,096 → 1,024 → K; here 512 → 512 → K, the embedding being
bound to 512 numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from ..frozen import Frozen
from ..heads import PerceptronHead, unit
from ..perceptron import Perceptron, descend, epochs_of
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Layers, T, weight of the bottleneck, and how long."""

    hidden: tuple[int, ...] = (512,)
    temperature: float = 0.3
    bottleneck: float = 0.001
    epochs: int = 20
    batch: int = 256
    full_rate: float = 1e-3


class CIBHash(FrozenMethod):
    """Two views of a patch should have one code, and the code should say no more than that.

    p = sigmoid(logits), z = sign(p − ½) straight-through; L = NT-Xent of z's cosines at T
    + bottleneck · ½[KL(p‖p′) + KL(p′‖p)] summed over bits, each second argument detached.
    """

    Settings = Settings
    Head = PerceptronHead
    title = "CIBHash (Qiu et al. 2021) on frozen ImageNet features of two views."
    views = 2

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on all rows and their views; labels are not looked at."""
        torch.manual_seed(seed)
        s = self.settings
        rng = np.random.default_rng(seed)
        network = Perceptron((frozen.x.shape[1], *s.hidden), bits)
        batches = epochs_of(np.arange(len(frozen.x)), s.batch, s.epochs, rng)

        def loss_of(rows: np.ndarray) -> torch.Tensor:
            one, other = two_views(frozen, rows, rng)
            p, q = (torch.sigmoid(network(x)[1]) for x in (one, other))
            return nt_xent(sign(p), sign(q), s.temperature) + s.bottleneck * bottleneck(p, q)

        descend([network], loss_of, batches, s.full_rate)
        return network.head(frozen)


def two_views(
    frozen: Frozen, rows: np.ndarray, rng: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Two different ones of the patches as they are and their views."""
    all_views = (frozen.x, *frozen.view_x)
    one, other = rng.choice(len(all_views), 2, replace=False)
    return torch.from_numpy(all_views[one][rows]), torch.from_numpy(all_views[other][rows])


def sign(p: torch.Tensor) -> torch.Tensor:
    """sign(p − ½), with the gradient of p (straight-through)."""
    return (torch.where(p > 0.5, 1.0, -1.0) - p).detach() + p


def nt_xent(z: torch.Tensor, w: torch.Tensor, temperature: float) -> torch.Tensor:
    """Cross-entropy of picking a row's other view among all 2n − 1 others, by cosine / T."""
    both = unit(torch.cat([z, w]))
    scores = both @ both.T / temperature
    scores = scores.masked_fill(torch.eye(len(both), dtype=torch.bool), -1e9)
    return functional.cross_entropy(scores, torch.arange(len(both)).roll(len(z)))


def bottleneck(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    """½[KL(p‖q) + KL(q‖p)] of Bernoulli bits, summed over bits; second arguments detached."""

    def divergence(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        a, b = a.clamp(1e-6, 1 - 1e-6), b.detach().clamp(1e-6, 1 - 1e-6)
        return (a * (a / b).log() + (1 - a) * ((1 - a) / (1 - b)).log()).sum(1).mean()

    return 0.5 * (divergence(p, q) + divergence(q, p))
