"""Supervised hashing with kernels, as KSLSH in remote sensing.

Liu, Wang, Ji, Jiang & Chang 2012 (KSH, read with their released code); Demir & Bruzzone 2016
brought it to remote sensing (its abstract alone could be read).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cholesky, solve_triangular

from ..frozen import Frozen
from ..heads import KernelHead
from ..nesterov import minimised
from .frozen import FrozenMethod, FrozenSettings
from .kulsh import bandwidth, gaussian

Product = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Anchors m, labelled rows l, and gradient steps a bit."""

    anchors: int = 300
    labelled: int = 2000
    steps: int = 40


class KSLSH(FrozenMethod):
    """Code inner products h(x_i)·h(x_j)/K should be ±1 for equal and different labels.

    min ‖HHᵀ/K − S‖² (their eq. 8), greedily: with R₁ = K·S and R ← R − hhᵀ, each bit maximises
    hᵀRh, h = sign(K̄a), K̄ the kernel with the anchors, centred. First by its spectral relaxation
    K̄ᵀRK̄a = λK̄ᵀK̄a (eq. 13), then by Nesterov steps on −φᵀRφ, φ = 2/(1 + e^{−K̄a}) − 1 (eq. 15);
    of the two the better is kept. The bits come in order, so codes are nested.
    """

    Settings = Settings
    Head = KernelHead
    title = "KSLSH (Liu et al. 2012; Demir & Bruzzone 2016) on frozen ImageNet features."
    labelled = True
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> KernelHead:
        """Fit to a sample of the labelled rows; anchors come from all."""
        rng = np.random.default_rng(seed)
        x, s = frozen.x, self.settings
        anchors = x[rng.choice(len(x), min(s.anchors, len(x)), replace=False)]
        gamma = bandwidth(x, anchors)
        centre = gaussian(x, anchors, gamma).mean(axis=0)
        rows = rng.permutation(np.flatnonzero(frozen.labels >= 0))[: s.labelled]
        kernel = gaussian(x[rows], anchors, gamma) - centre
        weight = greedy(kernel, frozen.labels[rows], bits, s.steps)
        arrays = {"anchors": anchors, "gamma": gamma, "centre": centre}
        return KernelHead(**frozen.projection, **arrays, weight=weight, bias=np.zeros(bits))


def greedy(kernel: np.ndarray, labels: np.ndarray, bits: int, steps: int) -> np.ndarray:
    """Fit hyperplanes (m, bits) one by one to a centred kernel (l, m) and labels (l,)."""
    same = (labels[:, None] == np.unique(labels)).astype(np.float64)
    squared = kernel.T @ kernel
    root = cholesky(squared + 1e-6 * np.trace(squared) / len(squared) * np.eye(len(squared)))
    codes = np.zeros((len(kernel), 0))
    weights = []
    for _ in range(bits):

        def product(v: np.ndarray, done: np.ndarray = codes) -> np.ndarray:
            # R v, R = bits · S − Σ hhᵀ with S = 2YYᵀ − 1: never written out.
            similar = 2 * same @ (same.T @ v) - v.sum(axis=0)
            return bits * similar - done @ (done.T @ v)

        inner = solve_triangular(root, kernel.T @ product(kernel), trans=1)
        inner = solve_triangular(root, inner.T, trans=1)
        a = solve_triangular(root, np.linalg.eigh((inner + inner.T) / 2)[1][:, -1])
        a *= np.sqrt(len(kernel) / max(float(a @ squared @ a), 1e-30))
        both = (a, descended(kernel, product, a, steps))
        signs = [_sign(kernel @ w) for w in both]
        better = int(np.argmax([h @ product(h) for h in signs]))
        weights.append(both[better])
        codes = np.column_stack([codes, signs[better]])
    return np.stack(weights, axis=1)


def descended(kernel: np.ndarray, product: Product, a: np.ndarray, steps: int) -> np.ndarray:
    """Nesterov steps on −φᵀRφ from a."""

    def value(w: np.ndarray) -> tuple[float, np.ndarray]:
        phi = np.tanh(kernel @ w / 2)  # = 2/(1 + e^{−K̄a}) − 1
        pulled = product(phi)
        return -float(phi @ pulled), -kernel.T @ (pulled * (1 - phi * phi))

    return minimised(value, a, steps)


def _sign(v: np.ndarray) -> np.ndarray:
    return np.where(v > 0, 1.0, -1.0)
