"""The network that becomes an ONNX model: patches in, embeddings and logits out."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .backbones import BACKBONES
from .config import Config, NetworkConfig
from .errors import ConfigError


class Normalise(nn.Module):
    """Reflectance → what the backbone was trained on.

    Reflectance above `full_scale` is cut: an 8-bit image has no more, and so an image and its
    reflectance give the same code. Bands beyond the backbone's three get their mean statistics.
    """

    def __init__(
        self, channels: int, full_scale: float, mean: tuple[float, ...], std: tuple[float, ...]
    ) -> None:
        super().__init__()
        if channels != len(mean):
            mean, std = (sum(mean) / len(mean),) * channels, (sum(std) / len(std),) * channels
        self.full_scale = full_scale
        self.register_buffer("mean", torch.tensor(mean).view(1, -1, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(std).view(1, -1, 1, 1), persistent=False)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Reflectance float (N, C, H, W) → normalised, same shape."""
        x = torch.clamp(patches, 0.0, self.full_scale) / self.full_scale
        return (x - self.mean) / self.std


class Features(nn.Module):
    """Normalise, enlarge and run a backbone: reflectance (N, C, H, W) → pooled (N, width).

    The backbone's own pooled features come first; then, for each block in `levels`, the mean and
    the standard deviation over the image of every channel that leaves it. What the middle of an
    ImageNet network sees, texture above all, says more of land than its last layer does.

    With frozen blocks, levels are of the frozen network throughout: those behind the frozen blocks
    are read from copies (`twins`) of the blocks that training changes.
    """

    def __init__(
        self,
        backbone: str,
        channels: int,
        scale: float,
        full_scale: float,
        levels: Sequence[int] = (),
    ) -> None:
        super().__init__()
        cls = BACKBONES[backbone]
        self.normalise = Normalise(channels, full_scale, cls.mean, cls.std)
        self.scale = scale
        self.backbone = cls(channels)
        self.width = cls.width
        self.frozen: list[nn.Module] = []
        self.twins = nn.ModuleList()
        self.levels = tuple(sorted(levels))
        self.widths: list[int] = [self.width]
        if self.levels:
            self.widths = self._widths(channels)
            self.width = sum(self.widths)

    def freeze(self, count: int) -> None:
        """Keep the first blocks of the backbone as they are, batch statistics included."""
        blocks = self.backbone.blocks()
        if count and self.levels:
            self.twins.extend(copy.deepcopy(blocks[count : self.levels[-1] + 1]))
        # A plain list: the blocks stay registered once, under the backbone.
        self.frozen = [*blocks[:count], *self.twins]
        for block in self.frozen:
            block.requires_grad_(False).eval()

    def load_imagenet(self) -> None:
        """Take the ImageNet weights, in the twins as well."""
        self.backbone.load_imagenet()
        for twin, block in zip(self.twins, self.backbone.blocks()[self._shared :]):
            twin.load_state_dict(block.state_dict())

    @property
    def _shared(self) -> int:
        """How many frozen blocks the backbone and its twins have in common."""
        return len(self.frozen) - len(self.twins)

    def train(self, mode: bool = True) -> Features:
        """Switch to training; frozen blocks stay in evaluation."""
        super().train(mode)
        for block in self.frozen:
            block.eval()
        return self

    def frozen_levels(self) -> list[slice]:
        """Where the statistics of levels that training does not change stand."""
        if not self.frozen:
            return []
        ends = np.cumsum(self.widths).tolist()
        return [slice(start, end) for start, end in zip(ends, ends[1:])]

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Reflectance float (N, C, H, W) → pooled features float (N, width)."""
        x = self.normalise(patches)
        if self.scale != 1:
            # By a factor, not by a size: then the graph needs no shape arithmetic for any N.
            x = functional.interpolate(
                x, scale_factor=self.scale, mode="bilinear", align_corners=False
            )
        return self._pooled(x) if self.levels else self.backbone(x)

    def _pooled(self, x: torch.Tensor) -> torch.Tensor:
        blocks = self.backbone.blocks()
        split = self._shared if self.twins else len(blocks)
        x, parts = self._through(blocks[:split], x, 0)
        last = x
        for block in blocks[split:]:
            last = block(last)
        _, seen = self._through(self.twins, x, split)
        return torch.cat([last.float().mean(dim=(2, 3)), *parts, *seen], dim=1)

    def _through(
        self, blocks: Iterable[nn.Module], x: torch.Tensor, first: int
    ) -> tuple[torch.Tensor, list[torch.Tensor]]:
        """Run blocks, the first of that number; give what leaves, and statistics of levels."""
        parts = []
        for i, block in enumerate(blocks, start=first):
            x = block(x)
            if i in self.levels:
                # In single precision: a deviation is the small difference of large numbers.
                seen = x.float()
                mean = seen.mean(dim=(2, 3), keepdim=True)
                variance = (seen - mean).square().mean(dim=(2, 3))
                parts += [mean.flatten(1), (variance + 1e-5).sqrt()]
        return x, parts

    @torch.no_grad()
    def _widths(self, channels: int) -> list[int]:
        """Find how many numbers come from the end, and from each level."""
        blocks = self.backbone.blocks()
        if not self.backbone.sequential or max(self.levels) >= len(blocks):
            raise ConfigError(
                f"network.levels is {list(self.levels)}; it must name blocks of a backbone that "
                f"is a plain sequence of them, below {len(blocks)}."
            )
        self.eval()
        x, widths = torch.zeros(1, channels, 32, 32), []
        for i, block in enumerate(blocks):
            x = block(x)
            if i in self.levels:
                widths.append(2 * x.shape[1])
        self.train()
        return [x.shape[1], *widths]


class HashLayer(nn.Module):
    """logits = embedding · W + b.

    The stored weight is W/√D: an embedding of unit length has entries near 1/√D, and with this
    factor the layer learns at the rate of the layers before it.
    """

    def __init__(self, embedding: int, bits: int) -> None:
        super().__init__()
        self.scale = math.sqrt(embedding)
        self.weight = nn.Parameter(torch.randn(embedding, bits) / self.scale)
        self.bias = nn.Parameter(torch.zeros(bits))

    def forward(self, embedding: torch.Tensor) -> torch.Tensor:
        """Embeddings float (N, D) → logits float (N, K)."""
        return embedding @ (self.weight * self.scale) + self.bias


class HashingNetwork(nn.Module):
    """The contract of all methods: reflectance in, (embedding, logits) out.

    Input float32 (N, C, size, size); embedding float32 (N, D), L2-normalised; logits float32
    (N, K). bit = logit > 0.

    The embedding is one projection p of the pooled features, of unit length. Or it is two, side by
    side: its first `general` numbers are √share · p₁/‖p₁‖, what lies behind them
    √(1 − share) · p₂/‖p₂‖. So each part has its fixed share of every cosine, whatever training
    does to the other.

    With a `level_share`, the statistics of the frozen levels, centred and each level of equal
    share, stand behind that, unseen by the hash layer (its W is 0 there): training can neither use
    nor change them, and a layer that is fitted to an archive finds them as ImageNet left them.
    """

    def __init__(
        self,
        features: Features,
        embedding: int,
        bits: int,
        general: int = 0,
        share: float = 0.5,
        level_share: float = 0.0,
    ) -> None:
        super().__init__()
        self.features = features
        self.general = general
        self.share = share
        self.level_share = level_share
        # Levels differ in size by orders of magnitude; without them all is as it always was.
        self.balance = (
            nn.BatchNorm1d(features.width, affine=False) if features.levels else nn.Identity()
        )
        self.project = nn.Linear(features.width, embedding)
        self.hash = HashLayer(embedding, bits)

    @classmethod
    def build(cls, config: Config) -> HashingNetwork:
        """Make the network of a configuration, with random weights."""
        network = config.network
        features = Features(
            network.backbone,
            len(config.data.bands),
            network.input_size / config.data.patch_size,
            network.full_scale,
            network.levels,
        )
        features.freeze(network.frozen)
        if network.level_share:
            _check_levels(features, network)
        return cls(
            features,
            network.embedding,
            network.bits,
            network.general,
            network.share,
            network.level_share,
        )

    def balance_by(self, mean: np.ndarray, deviation: np.ndarray) -> None:
        """Start the balance of levels from statistics of their features, each float (width,)."""
        if self.features.levels:
            self.balance.running_mean.copy_(torch.from_numpy(mean))
            self.balance.running_var.copy_(torch.from_numpy(deviation**2))

    def project_onto(self, components: np.ndarray, mean: np.ndarray, start: int = 0) -> None:
        """Set the projection to a PCA of the pooled features, so that embeddings are centred.

        Parameters
        ----------
        components
            float (width, at most D), orthonormal columns.
        mean
            float (width,).
        start
            Number of the embedding that the first component goes to.
        """
        part = slice(start, start + components.shape[1])
        with torch.no_grad():
            self.project.weight[part].copy_(torch.from_numpy(components.T))
            self.project.bias[part].copy_(torch.from_numpy(-mean @ components))

    def forward(self, patches: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Reflectance float (N, C, H, W) → embedding (N, D), logits (N, K)."""
        # The head stays in single precision: near-zero logits flip bits at 8 bits of mantissa.
        features = self.features(patches).float()
        with torch.autocast(features.device.type, enabled=False):
            projected = self.project(self.balance(features))
            # With a level share this is what training sees; it has all of the cosine to itself.
            if self.general:
                first = math.sqrt(self.share) * _unit(projected[:, : self.general])
                rest = math.sqrt(1 - self.share) * _unit(projected[:, self.general :])
                embedding = torch.cat([first, rest], dim=1)
            else:
                embedding = _unit(projected)
            return self._beside_levels(embedding, features), self.hash(embedding)

    def _beside_levels(self, embedding: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        if not self.level_share:
            return embedding
        frozen = self.features.frozen_levels()
        each = math.sqrt(self.level_share / len(frozen))
        mean = self.balance.running_mean
        levels = [each * _unit(features[:, part] - mean[part]) for part in frozen]
        return torch.cat([math.sqrt(1 - self.level_share) * embedding, *levels], dim=1)


def _check_levels(features: Features, network: NetworkConfig) -> None:
    parts = features.frozen_levels()
    if not parts:
        raise ConfigError(
            "network.level_share needs network.levels, and at least one of network.frozen."
        )
    length = network.embedding + sum(part.stop - part.start for part in parts)
    if length > 512:
        raise ConfigError(
            f"network.embedding and the frozen levels are {length} numbers together; "
            "they must be 512 at most."
        )


def _unit(x: torch.Tensor) -> torch.Tensor:
    # Written out: functional.normalize leaves the exported graph without a known width.
    return x / torch.linalg.vector_norm(x, dim=1, keepdim=True).clamp_min(1e-12)
