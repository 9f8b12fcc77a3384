"""What methods on frozen backbone features share: the network they become, and their fit."""

from __future__ import annotations

import dataclasses
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import torch
from torch import nn

from ..config import Config
from ..data import Patches
from ..errors import ConfigError
from ..frozen import Frozen, changed
from ..heads import Head, LinearHead, unit
from ..networks import Features
from ..teacher import frozen_features
from .base import Method, Run


class FrozenNetwork(nn.Module):
    """Patches → features of frozen backbones, each of length 1, side by side → head."""

    def __init__(self, config: Config, backbones: tuple[str, ...], head: Head) -> None:
        super().__init__()
        network = config.network
        scale = network.input_size / config.data.patch_size
        self.features = nn.ModuleList(
            Features(name, len(config.data.bands), scale, network.full_scale) for name in backbones
        )
        self.head = head

    def forward(self, patches: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Reflectance float (N, C, H, W) → embedding (N, D), logits (N, K)."""
        return self.head(torch.cat([unit(f(patches).float()) for f in self.features], dim=1))


@dataclass(frozen=True)
class FrozenSettings:
    """Backbones whose features stand side by side; none = the one of `network.backbone`."""

    backbones: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for f in dataclasses.fields(self):
            value = getattr(self, f.name)
            wanted: str | None = None
            if f.type == "tuple[int, ...]" and (not value or min(value) < 1):
                wanted = "list widths greater than 0"
            elif f.type == "int" and f.default > 0 and value < 1:  # type: ignore[operator]
                wanted = "be greater than 0"
            elif f.type == "float" and value < 0:
                wanted = "not be negative"
            if wanted:
                raise ConfigError(f"method.settings.{f.name} is {value}; it must {wanted}.")


class FrozenMethod(Method):
    """A method on frozen features: a subclass fills `learn`.

    `Head` is the class of what `learn` returns, `nested` whether the first 64 bits of a longer
    code are a good code, `labelled` whether it looks at labels, `views` how many changed copies of
    the patches it learns from.
    """

    Settings = FrozenSettings
    Head: ClassVar[type[Head]] = LinearHead
    labelled: ClassVar[bool] = False
    views: ClassVar[int] = 0

    @abstractmethod
    def learn(self, frozen: Frozen, bits: int, seed: int) -> Head:
        """Fit a head of this many bits (any number ≥ 1) to frozen features."""

    def fit(self, patches: Patches, run: Run) -> FrozenMethod:
        """Compute the patches' frozen features, then `learn`; returns self."""
        backbones = _backbones(self.config, self.settings)
        size = self.config.network.input_size
        copies = [
            patches,
            *(self._changed(patches, self.config.seed + 1 + i) for i in range(self.views)),
        ]
        features, *views = (frozen_features(p, backbones, size, run.cache) for p in copies)
        dimensions = self.config.network.embedding
        frozen = Frozen(features, patches.labels, dimensions, tuple(views))
        head = self.learn(frozen, self.config.network.bits, self.config.seed)
        self.network = FrozenNetwork(self.config, backbones, head).eval()
        for part in self.network.features:
            part.backbone.load_imagenet()
        return self

    def _changed(self, patches: Patches, seed: int) -> Patches:
        return changed(patches, self.config.augment, seed)

    @classmethod
    def rebuild(cls, config: Config, state: Mapping[str, Any]) -> FrozenNetwork:
        """Make the fitted network again from its configuration and its numbers."""
        settings = cls(config).settings
        prefix = "head."
        arrays = {k[len(prefix) :]: v for k, v in state.items() if k.startswith(prefix)}
        network = FrozenNetwork(config, _backbones(config, settings), cls.Head(**arrays))
        network.load_state_dict(state)
        return network


def _backbones(config: Config, settings: FrozenSettings) -> tuple[str, ...]:
    return settings.backbones or (config.network.backbone,)
