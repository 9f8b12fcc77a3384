"""A small network on frozen features, and the loop that trains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .errors import LearningError
from .heads import PerceptronHead, unit
from .loop import rate
from .networks import HashLayer
from .precision import mixed

if TYPE_CHECKING:
    from .frozen import Frozen


class Perceptron(nn.Module):
    """Reduced features x → hidden layers with LeakyReLU → embedding of length 1 → logits.

    Parameters
    ----------
    widths
        Of the input and of each hidden layer; the last is the embedding's, at most 512.
    bits
        Logits.
    slope
        Of the LeakyReLU below zero; 0 = ReLU.
    """

    def __init__(self, widths: Sequence[int], bits: int, slope: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
        self.hash = HashLayer(widths[-1], bits)
        self.slope = slope

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """X float (N, D) → embedding (N, hidden), logits (N, K)."""
        # Three times as fast on a processor's matrix units; logits are of single precision.
        with mixed(x.device):
            for layer in self.layers:
                x = functional.leaky_relu(layer(x), self.slope)
        embedding = unit(x.float())
        return embedding, self.hash(embedding)

    @torch.no_grad()
    def head(self, frozen: Frozen) -> PerceptronHead:
        """Give the trained network as a head behind the frozen features."""
        arrays = {"slope": self.slope}
        for i, layer in enumerate(self.layers):
            arrays |= {f"w{i}": layer.weight.T.clone(), f"b{i}": layer.bias.clone()}
        weight = self.hash.weight * self.hash.scale
        bias = self.hash.bias.clone()
        return PerceptronHead(**frozen.projection, **arrays, weight=weight, bias=bias)


def epochs_of(
    rows: np.ndarray, batch: int, epochs: int, rng: np.random.Generator
) -> list[np.ndarray]:
    """Shuffled batches of rows, epoch after epoch; a rest below half a batch is left out."""
    out = []
    for _ in range(epochs):
        order = rng.permutation(rows)
        batches = [order[i : i + batch] for i in range(0, len(order), batch)]
        small = len(batches) > 1 and len(batches[-1]) < batch // 2
        out += batches[:-1] if small else batches
    return out


def descend(
    modules: Iterable[nn.Module],
    loss_of: Callable[[np.ndarray], torch.Tensor],
    batches: Sequence[np.ndarray],
    full_rate: float,
    betas: tuple[float, float] = (0.9, 0.999),
    after: Callable[[], None] = lambda: None,
    warm: bool = True,
) -> None:
    """Adam on the loss of each batch of rows.

    Parameters
    ----------
    modules
        Their parameters are trained.
    loss_of
        Rows → loss.
    batches
        One step each.
    full_rate, warm
        Learning rate; with `warm` it rises for a twentieth of the steps and falls as half a cosine.
    betas
        Of Adam.
    after
        Called after each step.
    """
    parameters = [p for module in modules for p in module.parameters()]
    optimiser = torch.optim.Adam(parameters, lr=full_rate, betas=betas)
    for step, rows in enumerate(batches):
        if warm:
            share = rate(step, len(batches), len(batches) // 20)
            optimiser.param_groups[0]["lr"] = full_rate * share
        optimiser.zero_grad(set_to_none=True)
        loss = loss_of(rows)
        if not torch.isfinite(loss):
            raise LearningError(
                f"The loss of step {step + 1} is no longer a number: training has diverged. Lower "
                "method.settings.full_rate, or look at the other weights and temperatures there."
            )
        loss.backward()
        optimiser.step()
        after()
