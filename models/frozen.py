"""Frozen features: what the methods that train no backbone learn from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch

from ..plugin.core.hashing import principal_axes, smooth, unit
from . import config as configuration
from .augment import augment
from .config import AugmentConfig
from .data import Patches
from .stored import room_like


@dataclass(frozen=True, eq=False)
class Frozen:
    """Frozen features of training patches.

    Attributes
    ----------
    features
        float32 (n, F), each backbone's part L2-normalised; not negative.
    labels
        int64 (n,), −1 = not labelled.
    dimensions
        Length of the reduced features `x`.
    views
        Features of changed copies of the same patches, each float (n, F).
    """

    features: np.ndarray
    labels: np.ndarray
    dimensions: int = 512
    views: tuple[np.ndarray, ...] = ()

    @cached_property
    def axes(self) -> tuple[np.ndarray, np.ndarray]:
        """Mean (F,) and leading principal components (F, D) of the features."""
        _, components, mean = principal_axes(self.features, self.dimensions)
        return mean, components

    @cached_property
    def x(self) -> np.ndarray:
        """Centred, reduced and L2-normalised features, float32 (n, D): what methods fit on."""
        return self.project(self.features)

    @cached_property
    def view_x(self) -> tuple[np.ndarray, ...]:
        """`x` of each view."""
        return tuple(self.project(view.astype(np.float32)) for view in self.views)

    @cached_property
    def smoothed(self) -> np.ndarray:
        """`x` averaged twice over nearest neighbours."""
        return smooth(self.x, 2)

    @property
    def projection(self) -> dict[str, np.ndarray]:
        """What a head needs to make `x` of features."""
        return dict(zip(("mean", "components"), self.axes))

    def project(self, features: np.ndarray) -> np.ndarray:
        """Make `x` of other features."""
        mean, components = self.axes
        return unit((features - mean) @ components)

    def with_labels(self, labels: np.ndarray) -> Frozen:
        """Give the same patches with other labels; what was computed without labels is kept."""
        other = dataclasses.replace(self, labels=labels)
        kept = ("axes", "x", "view_x", "smoothed")
        other.__dict__.update({k: v for k, v in self.__dict__.items() if k in kept})
        return other

    def take(self, rows: np.ndarray) -> Frozen:
        """Give these rows alone; statistics are computed anew."""
        views = tuple(view[rows] for view in self.views)
        return Frozen(self.features[rows], self.labels[rows], self.dimensions, views)


def changed(patches: Patches, config: AugmentConfig, seed: int, batch: int = 256) -> Patches:
    """Give patches turned, shifted and with other radiometry, as 8-bit numbers again."""
    rng = np.random.default_rng(seed)
    out = room_like(patches.pixels, configuration.RUNS / "cache")
    for start in range(0, len(patches), batch):
        block = slice(start, start + batch)
        x = augment(patches.pixels[block], patches.full_scale, config, rng)
        numbers = (x / patches.full_scale * 255).round().clamp(0, 255)
        out[block] = numbers.permute(0, 2, 3, 1).to(torch.uint8).numpy()
    return dataclasses.replace(patches, pixels=out)
