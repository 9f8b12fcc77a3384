"""The method of the shipped model: labels where there are any, a teacher everywhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from ...plugin.core.hashing import principal_axes, smooth
from .. import loop, losses
from ..config import Config
from ..data import Patches
from ..networks import HashingNetwork
from ..teacher import frozen_features, principal
from .base import Method, Run


@dataclass(frozen=True)
class Settings:
    """Weights and temperatures of the loss, and the teacher."""

    contrast: float = 1.0
    contrast_temperature: float = 0.2
    distillation: float = 1.0
    teacher_temperature: float = 0.05
    distillation_temperature: float = 0.1
    quantisation: float = 0.1
    decorrelation: float = 0.1
    keeping: float = 4.0
    teacher: tuple[str, ...] = ("mobilenet_v2", "efficientnet_lite0")
    teacher_size: int = 128
    teacher_dimensions: int = 384
    teacher_smoothing: int = 2


class Objective(nn.Module):
    """The loss of one batch, with the parameters that only training needs.

    Mean over the nested lengths K of contrast + distillation + quantisation + decorrelation of
    tanh(logits[:, :K]) (`losses`), plus the feature keeping of a linear read-out of the embedding.
    """

    def __init__(
        self,
        embedding: int,
        nested: tuple[int, ...],
        settings: Settings,
        teacher: np.ndarray,
        smoothed: np.ndarray,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.nested = nested
        self.read_out = nn.Linear(embedding, teacher.shape[1])
        # Not persistent: recomputed from the patches, they have no place in a checkpoint.
        self.register_buffer("teacher", torch.from_numpy(teacher), persistent=False)
        self.register_buffer("smoothed", torch.from_numpy(smoothed), persistent=False)

    def forward(
        self,
        embedding: torch.Tensor,
        logits: torch.Tensor,
        labels: torch.Tensor,
        rows: torch.Tensor,
    ) -> torch.Tensor:
        """Loss of a batch; `rows` are its places in the training patches."""
        s = self.settings
        total = s.keeping * losses.feature_keeping(self.read_out(embedding), self.teacher[rows])
        for bits in self.nested:
            z = torch.tanh(logits[:, :bits])
            loss = (
                s.contrast * losses.supervised_contrast(z, labels, s.contrast_temperature)
                + s.distillation
                * losses.neighbourhood_distillation(
                    z,
                    labels,
                    self.smoothed[rows],
                    s.teacher_temperature,
                    s.distillation_temperature,
                )
                + s.quantisation * losses.quantisation(z)
                + s.decorrelation * losses.decorrelation(z)
            )
            total = total + loss / len(self.nested)
        return total


class Ours(Method):
    """Supervised contrast and neighbourhood distillation, end to end, nested codes."""

    Settings = Settings
    title = (
        "Supervised contrast between labelled patches, neighbourhood distillation from smoothed "
        "frozen features, and feature keeping, fine-tuned end to end; nested codes."
    )

    nested = True

    def fit(self, patches: Patches, run: Run) -> Ours:
        """Compute the teacher's features, then train the network and its hash layer."""
        s = self.settings
        features = frozen_features(patches, s.teacher, s.teacher_size, run.cache)
        teacher = principal(features, s.teacher_dimensions)
        smoothed = smooth(teacher, s.teacher_smoothing)
        axes = _own_axes(self.config, patches, run) if self.config.network.imagenet else None
        # Seeded after the features: whether they came from the cache must not change the start.
        torch.manual_seed(self.config.seed)
        wanted = self.config.network
        objective = Objective(wanted.embedding, wanted.nested, s, teacher, smoothed)
        network = HashingNetwork.build(self.config)
        if axes is not None:
            network.features.backbone.load_imagenet()
            network.project_onto(*axes)
        self.network = loop.train(network, objective, self.config, patches, run)
        return self


def _own_axes(config: Config, patches: Patches, run: Run) -> tuple[np.ndarray, np.ndarray]:
    network = config.network
    features = frozen_features(
        patches, [network.backbone], network.input_size, run.cache, normalised=False
    )
    return principal_axes(features, network.embedding)[1:]
