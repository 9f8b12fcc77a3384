"""Hash layers: from embeddings to logits."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .index import Index


@dataclass(frozen=True)
class HashLayer:
    """``logits = embeddings @ weights + bias``; a bit is one where its logit is above zero.

    Attributes
    ----------
    weights : (D, K) array of float32
    bias : (K,) array of float32
    """

    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]

    def logits(self, embeddings: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Apply the layer: (n, D) embeddings to (n, K) logits."""
        return embeddings @ self.weights + self.bias

    @property
    def digest(self) -> str:
        """SHA-256 of the layer's numbers."""
        numbers = self.weights.astype("<f4").tobytes() + self.bias.astype("<f4").tobytes()
        return hashlib.sha256(numbers).hexdigest()


def layer_of(index: Index) -> HashLayer | None:
    """Return the hash layer that an adapted index carries; None where the model's own is used."""
    if not index.has("layer_weights"):
        return None
    return HashLayer(index.column("layer_weights"), index.column("layer_bias"))
