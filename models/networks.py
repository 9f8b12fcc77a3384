"""The network that becomes an ONNX model: patches in, embeddings and logits out."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .backbones import BACKBONES
from .config import Config


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
    """Normalise, enlarge and run a backbone: reflectance (N, C, H, W) → pooled (N, width)."""

    def __init__(self, backbone: str, channels: int, scale: float, full_scale: float) -> None:
        super().__init__()
        cls = BACKBONES[backbone]
        self.normalise = Normalise(channels, full_scale, cls.mean, cls.std)
        self.scale = scale
        self.backbone = cls(channels)
        self.width = cls.width
        self.frozen: list[nn.Module] = []

    def freeze(self, count: int) -> None:
        """Keep the first blocks of the backbone as they are, batch statistics included."""
        # A plain list: the blocks stay registered once, under the backbone.
        self.frozen = self.backbone.blocks()[:count]
        for block in self.frozen:
            block.requires_grad_(False).eval()

    def train(self, mode: bool = True) -> Features:
        """Switch to training; frozen blocks stay in evaluation."""
        super().train(mode)
        for block in self.frozen:
            block.eval()
        return self

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Reflectance float (N, C, H, W) → pooled features float (N, width)."""
        x = self.normalise(patches)
        if self.scale != 1:
            # By a factor, not by a size: then the graph needs no shape arithmetic for any N.
            x = functional.interpolate(
                x, scale_factor=self.scale, mode="bilinear", align_corners=False
            )
        return self.backbone(x)


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
    """

    def __init__(self, features: Features, embedding: int, bits: int) -> None:
        super().__init__()
        self.features = features
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
        )
        features.freeze(network.frozen)
        return cls(features, network.embedding, network.bits)

    def project_onto(self, components: np.ndarray, mean: np.ndarray) -> None:
        """Set the projection to a PCA of the pooled features, so that embeddings are centred.

        Parameters
        ----------
        components
            float (width, at most D), orthonormal columns.
        mean
            float (width,).
        """
        count = components.shape[1]
        with torch.no_grad():
            self.project.weight[:count].copy_(torch.from_numpy(components.T))
            self.project.bias[:count].copy_(torch.from_numpy(-mean @ components))

    def forward(self, patches: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Reflectance float (N, C, H, W) → embedding (N, D), logits (N, K)."""
        # The head stays in single precision: near-zero logits flip bits at 8 bits of mantissa.
        features = self.features(patches).float()
        with torch.autocast(features.device.type, enabled=False):
            projected = self.project(features)
            # Written out: functional.normalize leaves the exported graph without a known width.
            length = torch.linalg.vector_norm(projected, dim=1, keepdim=True).clamp_min(1e-12)
            embedding = projected / length
            return embedding, self.hash(embedding)
