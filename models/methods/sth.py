"""Self-taught hashing (Zhang, Wang, Cai & Lu 2010), the label-free graph method.

The abstract could be read; the steps are those that it names, sizes are our choice.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from scipy import sparse
from scipy.sparse.linalg import eigsh

from ..frozen import Frozen
from ..heads import LinearHead
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Rows that the graph is built of, neighbours of each, and the margin's regularisation."""

    sample: int = 5000
    neighbours: int = 25
    regularisation: float = 1e-4


class STH(FrozenMethod):
    """Codes first, then functions that predict them.

    (1) Codes of the sample: the bottom eigenvectors of Ly = λDy, L = D − W of the nearest-neighbour
    graph (cosine weights), the constant one left out, each cut at its median. (2) For each bit a
    linear support vector machine from x to the bit; here with squared hinge loss.
    """

    Settings = Settings
    title = "Self-taught hashing (Zhang, Wang, Cai & Lu 2010) on frozen ImageNet features."
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> LinearHead:
        """Fit to a sample of rows; labels are not looked at."""
        rng = np.random.default_rng(seed)
        x = frozen.x[rng.permutation(len(frozen.x))[: self.settings.sample]]
        maps = eigenmaps(graph(x, self.settings.neighbours), bits, seed)
        targets = np.where(maps > np.median(maps, axis=0), 1.0, -1.0)
        # A tiny archive has fewer eigenvectors than bits: they are used again.
        targets = np.resize(targets.T, (bits, len(x))).T
        weight, bias = machines(x, targets, self.settings.regularisation)
        return LinearHead(**frozen.projection, weight=weight, bias=bias)


def graph(x: np.ndarray, neighbours: int) -> sparse.csr_matrix:
    """Symmetric graph of the nearest neighbours, weights max(cosine, 0)."""
    cosine = x @ x.T
    np.fill_diagonal(cosine, -np.inf)
    count = min(neighbours, len(x) - 1)
    nearest = np.argpartition(-cosine, count - 1, axis=1)[:, :count]
    weights = np.maximum(np.take_along_axis(cosine, nearest, axis=1), 1e-6)
    rows = np.repeat(np.arange(len(x)), count)
    one_way = sparse.csr_matrix((weights.ravel(), (rows, nearest.ravel())), (len(x), len(x)))
    return one_way.maximum(one_way.T).astype(np.float64)


def eigenmaps(weights: sparse.spmatrix, count: int, seed: int) -> np.ndarray:
    """Bottom generalised eigenvectors of (D − W, D) but the first: float64 (n, ≤ count)."""
    root = sparse.diags(1 / np.sqrt(np.asarray(weights.sum(axis=1)).ravel()))
    normalised = root @ weights @ root
    count = min(count, weights.shape[0] - 2)
    start = np.random.default_rng(seed).standard_normal(weights.shape[0])
    # Bottom of the Laplacian = top of D^-½ W D^-½, which Lanczos finds without solving anything.
    values, vectors = eigsh(normalised, k=count + 1, which="LA", v0=start, tol=1e-4)
    return root @ vectors[:, np.argsort(-values)[1:]]


def machines(
    x: np.ndarray, targets: np.ndarray, regularisation: float
) -> tuple[np.ndarray, np.ndarray]:
    """Linear machines of all bits: min mean max(0, 1 − t(xw + b))² + regularisation ‖w‖²."""
    inputs = torch.from_numpy(x.astype(np.float32))
    signs = torch.from_numpy(targets.astype(np.float32))
    weight = torch.zeros(x.shape[1], signs.shape[1], requires_grad=True)
    bias = torch.zeros(signs.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=60, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        margin = (1 - signs * (inputs @ weight + bias)).clamp_min(0)
        loss = margin.square().mean(0).sum() + regularisation * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weight.detach().numpy(), bias.detach().numpy()
