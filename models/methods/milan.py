"""Metric learning of hash codes (MiLaN; Roy, Sangineto, Demir & Sebe 2020).

Read with the released code. Theirs starts from 2,048 features of an Inception network; here from
the same frozen features as every method.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ..frozen import Frozen
from ..heads import PerceptronHead, unit
from ..perceptron import Perceptron, descend
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """As released: layers, triplets a step, steps, rate, margin, weight of the push term."""

    hidden: tuple[int, ...] = (1024, 512)
    triplets: int = 30
    steps: int = 10_000
    full_rate: float = 1e-4
    margin: float = 0.2
    push: float = 0.001


class MiLaN(FrozenMethod):
    """Triplets of one positive and one negative class a step, drawn at random, no mining.

    With f = sigmoid of K units and g = f/‖f‖: L = mean max(0, ‖g_a−g_p‖² − ‖g_a−g_n‖² + margin)
    − push/K · mean_i Σ_k (f_ik − ½)² + mean_i (mean_k f_ik − ½)². The last term balances the bits
    of each image, not each bit over images, so bits may be constant. bit = f > ½.
    """

    Settings = Settings
    Head = PerceptronHead
    title = "MiLaN (Roy, Sangineto, Demir & Sebe 2020) on frozen ImageNet features."
    labelled = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on the labelled rows; classes of fewer than two are left out."""
        torch.manual_seed(seed)
        s = self.settings
        network = Perceptron((frozen.x.shape[1], *s.hidden), bits, slope=0.2)
        x = torch.from_numpy(frozen.x)

        def loss_of(rows: np.ndarray) -> torch.Tensor:
            f = torch.sigmoid(network(x[torch.from_numpy(rows)])[1])
            return milan_loss(f, s.margin, s.push)

        batches = draw(frozen.labels, s.triplets, s.steps, np.random.default_rng(seed))
        descend([network], loss_of, batches, s.full_rate, betas=(0.5, 0.9), warm=False)
        return network.head(frozen)


def milan_loss(f: torch.Tensor, margin: float, push: float) -> torch.Tensor:
    """Triplet, push and balance of activations f float (3 n, K): anchors, positives, negatives."""
    anchor, positive, negative = unit(f).chunk(3)
    near = (anchor - positive).square().sum(1)
    far = (anchor - negative).square().sum(1)
    triplet = (near - far + margin).clamp_min(0).mean()
    pushed = (f - 0.5).square().sum(1).mean() / f.shape[1]
    balance = (f.mean(1) - 0.5).square().mean()
    return triplet - push * pushed + balance


def draw(
    labels: np.ndarray, triplets: int, steps: int, rng: np.random.Generator
) -> list[np.ndarray]:
    """Draw rows of each step: anchors, positives, negatives one after the other."""
    members = {c: np.flatnonzero(labels == c) for c in np.unique(labels[labels >= 0])}
    members = {c: rows for c, rows in members.items() if len(rows) >= 2}
    classes = list(members)
    if len(classes) < 2:
        return []
    out = []
    for _ in range(steps):
        one, other = rng.choice(len(classes), 2, replace=False)
        inside, outside = members[classes[one]], members[classes[other]]
        anchors = rng.integers(0, len(inside), triplets)
        # Another of the class: never the anchor itself.
        positives = (anchors + rng.integers(1, len(inside), triplets)) % len(inside)
        negatives = rng.integers(0, len(outside), triplets)
        out.append(np.concatenate([inside[anchors], inside[positives], outside[negatives]]))
    return out
