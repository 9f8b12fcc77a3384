"""What stands behind a frozen backbone: features → (embedding, logits), as named arrays.

A method on frozen features ends as one of these heads. A head is nothing but its arrays, so that a
checkpoint rebuilds it without knowing how it was fitted, and it is what ONNX exports.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


class Head(nn.Module):
    """logits = embedding · weight + bias, the embedding of length 1 (METHODS, contract for all).

    Parameters
    ----------
    arrays
        Everything the head computes with, by name; at least `weight` (D, K) and `bias` (K,).
    """

    def __init__(self, **arrays: Any) -> None:
        super().__init__()
        for name, value in arrays.items():
            self.register_buffer(name, torch.as_tensor(value, dtype=torch.float32).contiguous())

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, F) → embeddings float (N, D)."""
        raise NotImplementedError

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Frozen features float (N, F) → embedding (N, D), logits (N, K)."""
        embedding = self.embed(features)
        return embedding, embedding @ self.weight + self.bias


class LinearHead(Head):
    """embedding = unit((f − mean) · components)."""

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, F) → embeddings float (N, D)."""
        return unit((features - self.mean) @ self.components)


class KernelHead(LinearHead):
    """embedding = unit(k(x) − centre), k(x)_j = exp(−γ‖x − anchor_j‖²), x as in `LinearHead`."""

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, F) → embeddings float (N, anchors)."""
        return unit(gaussian(super().embed(features), self.anchors, self.gamma) - self.centre)


class PerceptronHead(LinearHead):
    """embedding = unit of the last hidden layer; layer i is `w{i}`, `b{i}`, then LeakyReLU."""

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, F) → embeddings float (N, hidden)."""
        hidden = super().embed(features)
        for i in range(sum(name.startswith("w") and name != "weight" for name in self._buffers)):
            hidden = hidden @ getattr(self, f"w{i}") + getattr(self, f"b{i}")
            hidden = torch.maximum(hidden, self.slope * hidden)
        return unit(hidden)


class TopicHead(Head):
    """embedding = unit([log P(z|d), 1]), P(z|d) folded in by 20 rounds of EM with fixed topics.

    The constant lets the thresholds stand in `weight` although the embedding has length 1: the
    logits are log P(z|d) − log τ_z over the length, of the same signs and order.
    """

    rounds = 20
    floor = 1e-6

    def fold_in(self, counts: torch.Tensor) -> torch.Tensor:
        """Word counts float (N, words) → P(z|d) float (N, topics)."""
        p = torch.ones_like(counts @ self.topics) / self.topics.shape[1]
        for _ in range(self.rounds):
            p = p * ((counts / (p @ self.topics.T).clamp_min(1e-9)) @ self.topics)
            p = p / p.sum(dim=1, keepdim=True).clamp_min(1e-9)
        return p

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, words) → embeddings float (N, topics + 1)."""
        p = torch.log(self.fold_in(features.clamp_min(0)).clamp_min(self.floor))
        return unit(torch.cat([p, torch.ones_like(p[:, :1])], dim=1))


class ClassHead(LinearHead):
    """embedding = the class with the largest score, one-hot; `weight` holds a code a class."""

    def embed(self, features: torch.Tensor) -> torch.Tensor:
        """Frozen features float (N, F) → one-hot float (N, classes)."""
        scores = super().embed(features) @ self.scores + self.offsets
        classes = torch.arange(self.scores.shape[1])
        return (scores.argmax(dim=1, keepdim=True) == classes).float()


def unit(x: torch.Tensor) -> torch.Tensor:
    """L2-normalise rows; written out, so that the exported graph keeps the width."""
    return x / torch.linalg.vector_norm(x, dim=1, keepdim=True).clamp_min(1e-12)


def gaussian(x: torch.Tensor, anchors: torch.Tensor, gamma: torch.Tensor) -> torch.Tensor:
    """Gaussian kernel exp(−γ‖x − a‖²) of x float (N, D) and anchors float (m, D): (N, m)."""
    squares = (x * x).sum(1, keepdim=True) + (anchors * anchors).sum(1) - 2 * x @ anchors.T
    return torch.exp(-gamma * squares.clamp_min(0))
