"""MiLaN end to end (Roy, Sangineto, Demir & Sebe 2020): its loss, with the backbone trained too.

The paper keeps its Inception network frozen; here the gradient goes on into the backbone of the
configuration, as in deep metric learning at large. The network is that of the shipped model, with
one projection where the paper has two hidden layers, and AdamW by `loop` where it has Adam with
betas 0.5 and 0.9. What it takes from the paper is the loss and how triplets are drawn.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from .. import loop
from ..data import Patches
from ..errors import DataError
from ..networks import HashingNetwork
from ..teacher import frozen_features
from . import ours
from .base import Method, Run
from .milan import draw, milan_loss


@dataclass(frozen=True)
class Settings:
    """Margin and weight of the push term, as released; a batch is `train.batch` / 3 triplets."""

    margin: float = 0.2
    push: float = 0.001


class Objective(loop.Objective):
    """`milan.milan_loss` of sigmoid(logits) on triplets of one positive and one negative class."""

    def __init__(self, settings: Settings, labels: np.ndarray) -> None:
        super().__init__()
        self.settings = settings
        self.labels = labels

    def batches(self, count: int, size: int, rng: np.random.Generator) -> list[np.ndarray]:
        """As many triplets as make an epoch: each patch is drawn once on average."""
        return draw(self.labels, max(size // 3, 1), max(count // size, 1), rng)

    def forward(
        self,
        embedding: torch.Tensor,
        logits: torch.Tensor,
        labels: torch.Tensor,
        rows: torch.Tensor,
    ) -> torch.Tensor:
        """Loss of anchors, positives and negatives, one after the other."""
        return milan_loss(torch.sigmoid(logits), self.settings.margin, self.settings.push)


class SteadyNetwork(HashingNetwork):
    """The network, its batch norms with the statistics that ImageNet gave them.

    The triplets of a step are of two classes: normalised by their own statistics, they look in
    training as nothing does afterwards.
    """

    def train(self, mode: bool = True) -> SteadyNetwork:
        """Switch to training; batch norms stay in evaluation."""
        super().train(mode)
        for part in self.features.modules():
            if isinstance(part, nn.BatchNorm2d):
                part.eval()
        return self


class MiLaNTuned(Method):
    """Starts from ImageNet weights and a centred projection; codes are not nested."""

    Settings = Settings
    title = "MiLaN (Roy, Sangineto, Demir & Sebe 2020), fine-tuned end to end with its backbone."

    def fit(self, patches: Patches, run: Run) -> MiLaNTuned:
        """Train the network and its hash layer.

        Raises
        ------
        DataError
            If patches have several labels, or fewer than two classes have two patches.
        """
        if patches.labels.ndim != 1:
            raise DataError("MiLaN draws triplets of classes: it needs one label a patch.")
        objective = Objective(self.settings, patches.labels)
        if not objective.batches(1, 3, np.random.default_rng(0)):
            raise DataError("MiLaN needs two classes of at least two labelled patches each.")
        # As `ours` starts, with an embedding of one piece.
        wanted = dataclasses.replace(self.config.network, general=0)
        start = None
        if wanted.imagenet:
            at = ([wanted.backbone], wanted.input_size, run.cache)
            features = frozen_features(patches, *at, normalised=False, levels=wanted.levels)
            start = ours.start_of(wanted, features, features)
        torch.manual_seed(self.config.seed)
        network = SteadyNetwork.build(self.config)
        if start is not None:
            balance, ((components, mean, _),) = start
            network.features.load_imagenet()
            network.balance_by(*balance)
            network.project_onto(components, mean)
        self.network = loop.train(network, objective, self.config, patches, run)
        return self
