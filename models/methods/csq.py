"""Central similarity quantisation (CSQ; Yuan et al. 2020), read with the released code.

How centres are drawn for more classes than Hadamard rows is from memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from scipy.linalg import hadamard
from torch.nn import functional

from ...plugin.core.bits import WORD
from ..frozen import Frozen
from ..heads import PerceptronHead
from ..perceptron import Perceptron, descend, epochs_of
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Layers, weight of the quantisation, and how long."""

    hidden: tuple[int, ...] = (512,)
    quantisation: float = 1e-4
    epochs: int = 20
    batch: int = 256
    full_rate: float = 1e-3


class CSQ(FrozenMethod):
    """Every class has a centre far from the others; its codes are drawn there.

    L = BCE((tanh u + 1)/2, (c + 1)/2) + λ · mean (|tanh u| − 1)² (their eqs. 4 to 6), c the
    centre: a row of [H; −H], H a Hadamard matrix.
    """

    Settings = Settings
    Head = PerceptronHead
    title = "CSQ (Yuan et al. 2020) on frozen ImageNet features."
    labelled = True
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on the labelled rows."""
        torch.manual_seed(seed)
        s = self.settings
        rows = np.flatnonzero(frozen.labels >= 0)
        classes, targets = np.unique(frozen.labels[rows], return_inverse=True)
        rng = np.random.default_rng(seed)
        wanted = torch.from_numpy(centres(len(classes), bits, rng)[targets])
        x = torch.from_numpy(frozen.x[rows])
        network = Perceptron((x.shape[1], *s.hidden), bits)

        def loss_of(batch: np.ndarray) -> torch.Tensor:
            chosen = torch.from_numpy(batch)
            return csq_loss(network(x[chosen])[1], wanted[chosen], s.quantisation)

        batches = epochs_of(np.arange(len(x)), s.batch, s.epochs, rng)
        descend([network], loss_of, batches, s.full_rate)
        return network.head(frozen)


def csq_loss(u: torch.Tensor, centre: torch.Tensor, quantisation: float) -> torch.Tensor:
    """Central similarity and quantisation of logits u and centres ±1, both float (n, K)."""
    z = torch.tanh(u)
    # (tanh u + 1)/2 = sigmoid(2u): from the logits, so that a sure bit has a finite loss.
    central = functional.binary_cross_entropy_with_logits(2 * u, (centre + 1) / 2)
    return central + quantisation * (z.abs() - 1).square().mean()


def centres(classes: int, bits: int, rng: np.random.Generator) -> np.ndarray:
    """Draw hash centres ±1, float32 (classes, bits).

    Rows i and i + 64 of a longer Hadamard matrix agree in their first 64 bits, which would make
    nested codes of two classes equal: rows are drawn from the first 64 only, and then from their
    negatives. More classes than that get random centres.
    """
    size = 1 << max(bits - 1, 1).bit_length()
    rows = hadamard(size)[: min(WORD, bits), :bits].astype(np.float32)
    if classes <= len(rows):
        return rows[rng.choice(len(rows), classes, replace=False)]
    if classes <= 2 * len(rows):
        both = np.concatenate([rows, -rows])
        return both[rng.choice(len(both), classes, replace=False)]
    return rng.choice(np.array([-1, 1], np.float32), (classes, bits))


def multi_label_centres(centre: np.ndarray, hot: np.ndarray, seed: int) -> np.ndarray:
    """Majority vote of the centres ±1 (classes, K) of each patch's labels, bool (n, classes).

    Ties fall to one fixed random vector. Gives float32 ±1 (n, K).
    """
    votes = hot.astype(np.float32) @ centre
    ties = np.random.default_rng(seed).choice(np.array([-1, 1], np.float32), centre.shape[1])
    return np.where(votes == 0, ties, np.sign(votes)).astype(np.float32)
