"""Iterative quantisation on frozen features (Gong & Lazebnik 2011), no labels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ...plugin.core.bits import WORD
from ..data import Patches
from ..errors import ConfigError
from ..networks import HashingNetwork
from ..teacher import frozen_features, principal_axes, unit
from .base import Method, Run


@dataclass(frozen=True)
class Settings:
    """Rounds of rotation, and whitening: components / std^whiten (0 = as in the paper)."""

    rounds: int = 50
    whiten: float = 0.0


class ITQ(Method):
    """PCA of the features, then the rotation that loses least by taking signs.

    Minimises ‖B − V R‖² over B = sign(V R) and orthogonal R by turns (eq. 2): R = Û Sᵀ of the
    singular value decomposition of Vᵀ B. Nested: every 64 bits are another rotation of the same 64
    leading components, as in an adapted layer.
    """

    Settings = Settings
    title = "ITQ (Gong & Lazebnik 2011) on frozen ImageNet features of the backbone."

    def fit(self, patches: Patches, run: Run) -> ITQ:
        """Fit PCA and rotations to the frozen features of all patches; labels are not looked at."""
        torch.manual_seed(self.config.seed)
        wanted = self.config.network
        if wanted.embedding < WORD:
            raise ConfigError(
                f"network.embedding is {wanted.embedding}; ITQ rotates {WORD} principal "
                f"components, so it needs at least {WORD}."
            )
        features = frozen_features(
            patches, [wanted.backbone], wanted.input_size, run.cache, normalised=False
        )
        network = HashingNetwork.build(self.config)
        network.features.backbone.load_imagenet()
        _, components, mean = principal_axes(features, wanted.embedding)
        network.project_onto(components, mean)
        with torch.no_grad():
            weight, bias = self._hash_layer(unit((features - mean) @ components))
            network.hash.weight.copy_(torch.from_numpy(weight) / network.hash.scale)
            network.hash.bias.copy_(torch.from_numpy(bias))
        self.network = network.eval()
        return self

    def _hash_layer(self, embeddings: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        deviations, components, mean = principal_axes(embeddings, WORD)
        components = components / np.maximum(deviations, 1e-6) ** self.settings.whiten
        v = (embeddings - mean) @ components
        rng = np.random.default_rng(self.config.seed)
        words = self.config.network.bits // WORD
        rotations = [rotation(v, self.settings.rounds, rng) for _ in range(words)]
        weight = components @ np.concatenate(rotations, axis=1)
        return weight.astype(np.float32), (-mean @ weight).astype(np.float32)


def rotation(v: np.ndarray, rounds: int, rng: np.random.Generator) -> np.ndarray:
    """Find the orthogonal R (K, K) that brings v (n, K) nearest to ±1, from a random start."""
    r, _ = np.linalg.qr(rng.standard_normal((v.shape[1], v.shape[1])))
    for _ in range(rounds):
        left, _, right = np.linalg.svd(v.T @ np.where(v @ r > 0, 1.0, -1.0))
        r = left @ right
    return r.astype(np.float32)
