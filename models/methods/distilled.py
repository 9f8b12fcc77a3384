"""The loss of the shipped model (`ours`) on frozen features: its cheap sister."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ...plugin.core.bits import WORD
from ..frozen import Frozen
from ..heads import PerceptronHead
from ..perceptron import Perceptron, descend, epochs_of
from . import ours
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Layers, and how long; weights and temperatures are those of `ours`."""

    hidden: tuple[int, ...] = (768, 512)
    keeping: float = 4.0
    epochs: int = 20
    batch: int = 512
    full_rate: float = 2e-3


class Distilled(FrozenMethod):
    """Supervised contrast, neighbourhood distillation and feature keeping behind frozen features.

    The formulas are in `losses`; the teacher is the features themselves, smoothed over their
    neighbours.
    """

    Settings = Settings
    Head = PerceptronHead
    title = "Supervised contrast and neighbourhood distillation on frozen ImageNet features."
    labelled = True
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on all rows; those without a label take part in the distillation."""
        torch.manual_seed(seed)
        s = self.settings
        network = Perceptron((frozen.x.shape[1], *s.hidden), bits)
        lengths = tuple(dict.fromkeys((min(WORD, bits), bits)))
        objective = ours.Objective(
            s.hidden[-1], lengths, ours.Settings(keeping=s.keeping), frozen.x, frozen.smoothed
        )
        x, y = torch.from_numpy(frozen.x), torch.from_numpy(frozen.labels)

        def loss_of(rows: np.ndarray) -> torch.Tensor:
            chosen = torch.from_numpy(rows)
            return objective(*network(x[chosen]), y[chosen], chosen)

        batches = epochs_of(np.arange(len(x)), s.batch, s.epochs, np.random.default_rng(seed))
        descend([network, objective], loss_of, batches, s.full_rate)
        return network.head(frozen)
