"""The method of the shipped model: labels where there are any, a teacher everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from ...plugin.core.hashing import principal_axes, unit
from .. import loop, losses
from ..backbones import BACKBONES
from ..config import Config, NetworkConfig
from ..data import Patches
from ..errors import ConfigError
from ..networks import Features, HashingNetwork
from ..teacher import frozen_features, principal, smooth
from .base import Method, Run

LEVEL_DIMENSIONS = 128
"""Principal components that the teacher takes of each level."""


@dataclass(frozen=True)
class Settings:
    """Weights and temperatures of the loss, and the teacher.

    `views` weighs the contrast between two views of each patch, 0 has one view alone;
    `teacher_share` is what the frozen networks have of the teacher's cosine where the network's own
    levels stand beside them.
    """

    contrast: float = 1.0
    contrast_temperature: float = 0.2
    views: float = 0.0
    view_temperature: float = 0.3
    distillation: float = 1.0
    teacher_temperature: float = 0.05
    distillation_temperature: float = 0.1
    quantisation: float = 0.1
    decorrelation: float = 0.1
    keeping: float = 4.0
    teacher: tuple[str, ...] = ("mobilenet_v2", "efficientnet_lite0")
    teacher_size: int = 128
    teacher_dimensions: int = 384
    teacher_share: float = 0.4
    teacher_smoothing: int = 2

    def __post_init__(self) -> None:
        if not self.teacher:
            raise ConfigError("method.settings.teacher names no backbone.")
        for name in (
            "contrast_temperature",
            "view_temperature",
            "teacher_temperature",
            "distillation_temperature",
            "teacher_size",
            "teacher_dimensions",
        ):
            if getattr(self, name) <= 0:
                raise ConfigError(f"method.settings.{name} must be greater than 0.")
        if not 0 < self.teacher_share < 1:
            raise ConfigError("method.settings.teacher_share must lie between 0 and 1.")


class Objective(loop.Objective):
    """The loss of one batch, with the parameters that only training needs.

    Mean over the nested lengths K of contrast + view contrast + distillation + quantisation +
    decorrelation of tanh(logits[:, :K]) (`losses`), plus the feature keeping of the embedding's
    general part, or of a linear read-out where it has none. The view contrast picks a patch's other
    view among all others (NT-Xent, Chen et al. 2020): it needs no labels, and keeps apart what
    labels throw together.
    """

    def __init__(
        self,
        embedding: int,
        nested: tuple[int, ...],
        settings: Settings,
        teacher: np.ndarray,
        smoothed: np.ndarray,
        general: int = 0,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.views = 2 if settings.views else 1
        self.nested = nested
        self.general = general
        self.read_out = nn.Identity() if general else nn.Linear(embedding, teacher.shape[1])
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
        if self.general:
            kept, target = embedding[:, : self.general], self.teacher[rows, : self.general]
        else:
            kept, target = self.read_out(embedding), self.teacher[rows]
        total = s.keeping * losses.feature_keeping(kept, target)
        for bits in self.nested:
            z = torch.tanh(logits[:, :bits])
            loss = (
                s.contrast * losses.supervised_contrast(z, labels, s.contrast_temperature)
                + s.distillation * self.distillation(z, labels, rows)
                + s.quantisation * losses.quantisation(z)
                + s.decorrelation * losses.decorrelation(z)
            )
            if s.views:
                loss = loss + s.views * losses.supervised_contrast(z, rows, s.view_temperature)
            total = total + loss / len(self.nested)
        return total

    def distillation(
        self, codes: torch.Tensor, labels: torch.Tensor, rows: torch.Tensor
    ) -> torch.Tensor:
        """Make neighbours of codes those of the smoothed teacher."""
        s = self.settings
        return losses.neighbourhood_distillation(
            codes,
            labels,
            self.smoothed[rows],
            s.teacher_temperature,
            s.distillation_temperature,
        )


class Ours(Method):
    """Supervised contrast and neighbourhood distillation, end to end, nested codes."""

    Settings = Settings
    title = (
        "Supervised contrast between labelled patches, contrast between views of a patch, "
        "neighbourhood distillation from smoothed frozen features, and feature keeping, "
        "fine-tuned; statistics of the frozen network beside; nested codes."
    )

    nested = True

    def fit(self, patches: Patches, run: Run) -> Ours:
        """Compute the teacher's features, then train the network and its hash layer."""
        s, wanted = self.settings, self.config.network
        own = None
        if wanted.imagenet:
            own = features_of(
                patches, [wanted.backbone], wanted.input_size, run, wanted.levels, normalised=False
            )
        teacher = self._teacher(patches, own, run)
        if wanted.general > teacher.shape[1]:
            raise ConfigError(
                f"network.general is {wanted.general}, but the teacher has {teacher.shape[1]} "
                "dimensions (method.settings.teacher_dimensions)."
            )
        kept = principal(teacher, wanted.general) if wanted.general else teacher
        smoothed = smooth(teacher, s.teacher_smoothing)
        start = None if own is None else start_of(wanted, own, kept)
        # Seeded after the features: whether they came from the cache must not change the start.
        torch.manual_seed(self.config.seed)
        objective = Objective(wanted.embedding, wanted.nested, s, kept, smoothed, wanted.general)
        network = HashingNetwork.build(self.config)
        if start is not None:
            balance, parts = start
            network.features.load_imagenet()
            network.balance_by(*balance)
            for part in parts:
                network.project_onto(*part)
        self.network = loop.train(network, objective, self.config, patches, run)
        return self

    def _teacher(self, patches: Patches, own: np.ndarray | None, run: Run) -> np.ndarray:
        """Features to keep near to: float32 (n, T), L2-normalised.

        The principal components of the frozen networks' features; where the network has levels,
        beside them those of each level of its own backbone, frozen, all of equal share.
        """
        s, network = self.settings, self.config.network
        features = features_of(patches, s.teacher, s.teacher_size, run)
        parts = [principal(features, s.teacher_dimensions)]
        shares = [1.0]
        if own is not None and network.levels:
            width = BACKBONES[network.backbone].width
            widths = _level_widths(self.config)
            ends = width + np.cumsum(widths)
            parts += [
                principal(own[:, end - one : end], LEVEL_DIMENSIONS)
                for one, end in zip(widths, ends)
            ]
            rest = (1 - s.teacher_share) / len(widths)
            shares = [s.teacher_share, *[rest] * len(widths)]
        scaled = [np.float32(np.sqrt(share)) * part for share, part in zip(shares, parts)]
        return unit(np.concatenate(scaled, axis=1))


def features_of(
    patches: Patches,
    backbones: Sequence[str],
    size: int,
    run: Run,
    levels: Sequence[int] = (),
    *,
    normalised: bool = True,
) -> np.ndarray:
    """Frozen features; labelled patches and others apart, so that each finds its own cache."""
    labelled = patches.labelled
    out: np.ndarray | None = None
    for mask in (labelled, ~labelled):
        if mask.any():
            part = patches.take(np.flatnonzero(mask))
            found = frozen_features(
                part, backbones, size, run.cache, normalised=normalised, levels=levels
            )
            if mask.all():
                return found
            if out is None:
                out = np.empty((len(patches), found.shape[1]), np.float32)
            out[mask] = found
    if out is None:
        raise ValueError("no patches")
    return out


def _level_widths(config: Config) -> list[int]:
    """How many numbers each level has."""
    network = config.network
    channels = len(config.data.bands)
    return Features(network.backbone, channels, 1, 1, network.levels).widths[1:]


def start_of(
    network: NetworkConfig, own: np.ndarray, kept: np.ndarray
) -> tuple[tuple[np.ndarray, np.ndarray], list[tuple[np.ndarray, np.ndarray, int]]]:
    """Where the head starts: the general part at the teacher, the rest at a PCA.

    Returns
    -------
    balance
        Mean and standard deviation of the network's own features, each float32 (width,).
    parts
        Of the projection: components (width, d), mean (width,), first number of the embedding.
    """
    mean, deviation = own.mean(axis=0), own.std(axis=0) + np.float32(1e-3)
    x = (own - mean) / deviation if network.levels else own
    _, components, middle = principal_axes(x, network.embedding - network.general)
    parts = [(components, middle, network.general)]
    if network.general:
        parts.append((_ridge(x - middle, kept), middle, 0))
    return (mean, deviation), parts


def _ridge(x: np.ndarray, target: np.ndarray, share: float = 1e-3) -> np.ndarray:
    """W = argmin ‖xW − target‖² + λ‖W‖², λ = share · mean of the eigenvalues of xᵀx."""
    gram = x.T.astype(np.float64) @ x
    weight = share * np.trace(gram) / len(gram) * np.eye(len(gram))
    return np.linalg.solve(gram + weight, x.T @ target.astype(np.float64)).astype(np.float32)
