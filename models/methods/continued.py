"""A shipped model, trained further on imagery without labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from ...plugin.core.hashing import smooth
from .. import loop, losses
from ..config import Config, resolve
from ..data import Patches
from ..encoding import encode
from ..readback import FoldedNetwork, read_back
from . import ours
from .base import Run


@dataclass(frozen=True)
class Settings(ours.Settings):
    """Those of `ours`, and the ONNX model that training goes on from.

    Without labels there is no contrast of classes; `keeping` is nearness to the model's embedding.
    """

    contrast: float = 0.0
    views: float = 0.3
    view_temperature: float = 0.2
    keeping: float = 8.0
    start: str = "models/zoo/s2rgb-128.onnx"


class Objective(loop.Objective):
    """The loss of a batch in which every patch stands twice, changed at random each time.

    Mean over the nested lengths K of contrast (a patch is like its other view alone; NT-Xent, Chen
    et al. 2020) + distillation among the patches of each view + quantisation + decorrelation of
    tanh(logits[:, :K]), plus keeping · (1 − cos) of the embedding and that of the start.
    """

    views = 2

    def __init__(
        self,
        nested: tuple[int, ...],
        settings: Settings,
        start: np.ndarray,
        smoothed: np.ndarray,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.nested = nested
        self.register_buffer("start", torch.from_numpy(start), persistent=False)
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
        total = s.keeping * losses.feature_keeping(embedding, self.start[rows])
        halves = torch.arange(len(rows)).chunk(2)
        for bits in self.nested:
            z = torch.tanh(logits[:, :bits])
            near = [
                losses.neighbourhood_distillation(
                    z[half],
                    labels[half],
                    self.smoothed[rows[half]],
                    s.teacher_temperature,
                    s.distillation_temperature,
                )
                for half in halves
            ]
            loss = (
                s.views * losses.supervised_contrast(z, rows, s.view_temperature)
                + s.distillation * sum(near) / len(near)
                + s.quantisation * losses.quantisation(z)
                + s.decorrelation * losses.decorrelation(z)
            )
            total = total + loss / len(self.nested)
        return total


class Continued(ours.Ours):
    """Neighbourhood distillation from frozen features and contrast of views, without labels."""

    Settings = Settings
    title = (
        "A model trained further without labels: neighbourhood distillation from smoothed frozen "
        "features, contrast between two views of a patch, and nearness to the model's own "
        "embedding; nested codes."
    )

    def fit(self, patches: Patches, run: Run) -> Continued:
        """Read the start back, compute the teacher's features, then train."""
        s, wanted = self.settings, self.config.network
        network = read_back(self.config, resolve(s.start))
        start, _ = encode(network, patches)
        own = None
        if wanted.levels:
            own = ours.features_of(
                patches, [wanted.backbone], wanted.input_size, run, wanted.levels, normalised=False
            )
        smoothed = smooth(self._teacher(patches, own, run), s.teacher_smoothing)
        objective = Objective(wanted.nested, s, start, smoothed)
        self.network = loop.train(network, objective, self.config, patches, run)
        return self

    @classmethod
    def rebuild(cls, config: Config, state: Mapping[str, Any]) -> FoldedNetwork:
        """Make the fitted network again from its configuration and its numbers."""
        network = FoldedNetwork.build(config)
        network.load_state_dict(state)
        return network
