"""A shipped model, trained further on imagery without labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch

from .. import loop
from ..config import Config, resolve
from ..data import Patches
from ..encoding import encode
from ..readback import FoldedNetwork, read_back
from ..teacher import smooth
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


class Objective(ours.Objective):
    """The loss of `ours` with the start's embedding, as a whole, for what is kept.

    Distillation is among the patches of each view alone: another view of a patch would be all of
    its neighbourhood.
    """

    def distillation(
        self, codes: torch.Tensor, labels: torch.Tensor, rows: torch.Tensor
    ) -> torch.Tensor:
        """Mean over the views of what `ours` has over all."""
        near = [
            super(Objective, self).distillation(codes[view], labels[view], rows[view])
            for view in torch.arange(len(rows)).chunk(self.views)
        ]
        return sum(near) / len(near)


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
        length = start.shape[1]
        objective = Objective(length, wanted.nested, s, start, smoothed, general=length)
        self.network = loop.train(network, objective, self.config, patches, run)
        return self

    @classmethod
    def rebuild(cls, config: Config, state: Mapping[str, Any]) -> FoldedNetwork:
        """Make the fitted network again from its configuration and its numbers."""
        network = FoldedNetwork.build(config)
        network.load_state_dict(state)
        return network
