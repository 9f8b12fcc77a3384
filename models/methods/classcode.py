"""A classifier's output as code: the warning row (Sablayrolles, Douze, Usunier & Jégou 2017).

The abstract could be read: codes that repeat a classifier's verdict beat many published ones on
classes that were trained, and say nothing of others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..frozen import Frozen
from ..heads import ClassHead
from ..perceptron import descend, epochs_of
from .csq import centres
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """How long."""

    epochs: int = 20
    batch: int = 256
    full_rate: float = 1e-2
    scale: float = 20.0


class ClassCode(FrozenMethod):
    """Softmax regression on x; the code of a patch is the Hadamard row of its likeliest class."""

    Settings = Settings
    Head = ClassHead
    title = "A classifier's output as code (Sablayrolles et al. 2017) on frozen ImageNet features."
    labelled = True
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> ClassHead:
        """Train the classifier on the labelled rows."""
        torch.manual_seed(seed)
        s = self.settings
        rows = np.flatnonzero(frozen.labels >= 0)
        classes, targets = np.unique(frozen.labels[rows], return_inverse=True)
        x = torch.from_numpy(frozen.x[rows]) * s.scale
        y = torch.from_numpy(targets)
        classifier = nn.Linear(x.shape[1], len(classes))
        rng = np.random.default_rng(seed)

        def loss_of(batch: np.ndarray) -> torch.Tensor:
            chosen = torch.from_numpy(batch)
            return functional.cross_entropy(classifier(x[chosen]), y[chosen])

        batches = epochs_of(np.arange(len(x)), s.batch, s.epochs, rng)
        descend([classifier], loss_of, batches, s.full_rate)
        scores = classifier.weight.detach().T.clone() * s.scale
        codes = centres(len(classes), bits, rng)
        arrays = {"scores": scores, "offsets": classifier.bias.detach().clone()}
        return ClassHead(**frozen.projection, **arrays, weight=codes, bias=np.zeros(bits))
