"""Class-discriminated neighbourhood embedding (CDNE), the hashing form of graph relation networks.

Kang, Fernandez-Beltran, Ye, Tong, Ghamisi & Plaza 2020 and Kang, Fernandez-Beltran, Hong,
Chanussot & Plaza 2021, both read with their released code.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..frozen import Frozen
from ..heads import PerceptronHead, unit
from ..perceptron import Perceptron, descend, epochs_of
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Layers, σ, the momentum encoder's inertia, and how long.

    The inertia is 0.999 in the paper, at ten times as many steps.
    """

    hidden: tuple[int, ...] = (512,)
    temperature: float = 0.05
    momentum: float = 0.99
    epochs: int = 5
    batch: int = 256
    full_rate: float = 1e-3


class CDNE(FrozenMethod):
    """Neighbours of a patch are those of its class among the codes of the whole training set.

    p_ij = exp(ĥ_i·m_j/σ) / Σ_{k≠i} exp(ĥ_i·m_k/σ), ĥ the normalised code h = tanh(logits), m the
    memory of all training codes, written by a momentum encoder. L = −mean_i log Σ_{j≠i} w_ij p_ij
    + cross-entropy of a linear classifier of h + mean (|h| − 1)², w_ij = [y_i = y_j].
    """

    Settings = Settings
    Head = PerceptronHead
    title = "CDNE / graph relation network (Kang et al. 2020, 2021) on frozen ImageNet features."
    labelled = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> PerceptronHead:
        """Train on the labelled rows."""
        torch.manual_seed(seed)
        s = self.settings
        labelled = np.flatnonzero(frozen.labels >= 0)
        x = torch.from_numpy(frozen.x[labelled])
        classes, targets = np.unique(frozen.labels[labelled], return_inverse=True)
        y = torch.from_numpy(targets)
        network = Perceptron((x.shape[1], *s.hidden), bits)
        slow = copy.deepcopy(network).requires_grad_(False)
        classifier = nn.Linear(bits, len(classes))
        memory = unit(torch.tanh(slow(x)[1]))

        def loss_of(rows: np.ndarray) -> torch.Tensor:
            chosen = torch.from_numpy(rows)
            h = torch.tanh(network(x[chosen])[1])
            # A copy: the memory is written before the gradient is computed.
            loss = neighbourhood(h, chosen, memory.clone(), y, s.temperature)
            memory[chosen] = unit(torch.tanh(slow(x[chosen])[1]))
            named = functional.cross_entropy(classifier(h), y[chosen])
            return loss + named + (h.abs() - 1).square().mean()

        def follow() -> None:
            for kept, new in zip(slow.parameters(), network.parameters()):
                kept.lerp_(new.detach(), 1 - s.momentum)

        rng = np.random.default_rng(seed)
        batches = epochs_of(np.arange(len(x)), s.batch, s.epochs, rng)
        descend([network, classifier], loss_of, batches, s.full_rate, after=follow)
        return network.head(frozen)


def neighbourhood(
    h: torch.Tensor, rows: torch.Tensor, memory: torch.Tensor, y: torch.Tensor, temperature: float
) -> torch.Tensor:
    """−mean_i log Σ_{j≠i} w_ij p_ij of codes h of these rows against the memory of all."""
    # Cosines are at most 1, so nothing overflows; sums by class are one product with the one-hot y.
    likely = torch.exp((unit(h) @ memory.T - 1) / temperature)
    likely = likely.scatter(1, rows[:, None], 0.0)
    of_class = likely @ functional.one_hot(y).to(likely.dtype)
    inside = of_class.gather(1, y[rows][:, None])[:, 0]
    return (of_class.sum(1).log() - inside.clamp_min(1e-30).log()).mean()
