"""Kernelised locality-sensitive hashing, without labels, as KULSH in remote sensing.

Kulis & Grauman 2009 (read with their released code); Demir & Bruzzone 2016 brought it to remote
sensing (its abstract alone could be read: sizes below are those of the released code).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..frozen import Frozen
from ..heads import KernelHead
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Samples p that span the hyperplanes, and samples t drawn for each bit."""

    anchors: int = 300
    subset: int = 30


class KULSH(FrozenMethod):
    """Random hyperplanes in the kernel's space: h(x) = sign(Σ_i w_i κ̃(x, x_i)).

    w = K^{−1/2} e_S (their eq. 8), K the doubly centred kernel of p samples, S of t random ones,
    eigenvalues ≤ 0 dropped. κ̃(x) is centred with the samples' means. The kernel is Gaussian,
    σ² the mean squared distance to the samples.
    """

    Settings = Settings
    Head = KernelHead
    title = "KULSH (Kulis & Grauman 2009; Demir & Bruzzone 2016) on frozen ImageNet features."
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> KernelHead:
        """Draw samples and subsets; labels are not looked at."""
        rng = np.random.default_rng(seed)
        x = frozen.x
        count = min(self.settings.anchors, len(x))
        anchors = x[rng.choice(len(x), count, replace=False)]
        gamma = bandwidth(x, anchors)
        kernel = gaussian(anchors, anchors, gamma)
        centring = np.eye(count) - 1 / count
        weight = inverse_root(centring @ kernel @ centring) @ self._subsets(count, bits, rng)
        # κ̃(x) = (k(x) − mean_i k(x_i)) · centring: the second factor goes into the weights.
        centre = kernel.mean(axis=0)
        arrays = {"anchors": anchors, "gamma": gamma, "centre": centre}
        return KernelHead(
            **frozen.projection, **arrays, weight=centring @ weight, bias=np.zeros(bits)
        )

    def _subsets(self, count: int, bits: int, rng: np.random.Generator) -> np.ndarray:
        size = min(self.settings.subset, max(count // 2, 1))
        out = np.zeros((count, bits))
        for bit in range(bits):
            out[rng.choice(count, size, replace=False), bit] = 1 / size
        return out


def bandwidth(x: np.ndarray, anchors: np.ndarray) -> float:
    """γ = 1 / 2σ², σ² the mean squared distance between rows and anchors."""
    return float(1 / (2 * squared_distances(x, anchors).mean()))


def gaussian(x: np.ndarray, anchors: np.ndarray, gamma: float) -> np.ndarray:
    """exp(−γ‖x − a‖²), float64 (n, m)."""
    return np.exp(-gamma * squared_distances(x, anchors))


def squared_distances(x: np.ndarray, anchors: np.ndarray) -> np.ndarray:
    """‖x − a‖², float64 (n, m)."""
    x, anchors = x.astype(np.float64), anchors.astype(np.float64)
    squares = (x * x).sum(1)[:, None] + (anchors * anchors).sum(1) - 2 * x @ anchors.T
    return np.maximum(squares, 0)


def inverse_root(kernel: np.ndarray) -> np.ndarray:
    """K^{−1/2} of a symmetric matrix over its positive eigenvalues."""
    values, vectors = np.linalg.eigh(kernel)
    kept = values > 1e-8 * max(values[-1], 1e-30)
    return (vectors[:, kept] / np.sqrt(values[kept])) @ vectors[:, kept].T
