"""Hash layers: from embeddings to logits; and how one is fitted to an archive, without labels."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from . import bits
from .index import Index
from .product import product

Floats = npt.NDArray[np.float32]

AXES = 256  # principal axes of the embeddings that neighbours are looked for along
LEVELLING = 0.5  # those axes / std ** this: what few patches share tells neighbours apart, too
NEIGHBOURS = 5
ROUNDS_OF_SMOOTHING = 2
ROUNDS_OF_ROTATION = 50
WHITENING = 0.25  # components / std ** this: the weaker ones count a little more
RIDGE = 0.3
BLOCK = 1024  # rows whose cosines with all others are held at a time
PAIRS = 1 << 26  # and how many cosines: a gigabyte, with what is made of them
CENTRED = 1 << 16  # rows whose double precision copy is held at a time

Nearest = tuple[npt.NDArray[np.int64], Floats]


@dataclass(frozen=True)
class HashLayer:
    """``logits = embeddings @ weights + bias``; a bit is one where its logit is above zero.

    Attributes
    ----------
    weights : (D, K) array of float32
    bias : (K,) array of float32
    """

    weights: Floats
    bias: Floats

    def logits(self, embeddings: Floats) -> Floats:
        """Apply the layer: (n, D) embeddings to (n, K) logits."""
        return product(embeddings, self.weights) + self.bias

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


def fit(embeddings: Floats, length: int, seed: int = 0) -> HashLayer:
    """Fit a hash layer to an archive: propagated ITQ.

    ``y = PCA(x) / std^½``, of unit length; ``S`` = row-normalised max(cos, 0)³ over each patch
    and its five nearest in y; ``Z = S²y``; ``V = PCA(Z) / std^¼``; ``B = sign(V R)`` with R
    learned as in ITQ (Gong & Lazebnik 2011); ``(W, b) = argmin ‖xW + b − B‖² + λ‖W‖²``. Every 64
    bits are another rotation of the same 64 components, so that codes stay nested.

    Parameters
    ----------
    embeddings : (n, D) array of float32
        A sample of the archive, L2-normalised; n of 5,000 is enough, of 20,000 plenty.
    length : int
        Bits K, a multiple of 64.
    seed : int
        Of the rotations' starts.

    Returns
    -------
    HashLayer
    """
    levelled = unit(_components(embeddings, AXES, LEVELLING))
    smoothed = smooth(levelled, ROUNDS_OF_SMOOTHING, NEIGHBOURS)
    values = _components(smoothed, bits.WORD, WHITENING)
    random = np.random.default_rng(seed)
    signs = [
        np.sign(values @ rotation(values, bits.WORD, random)) for _ in range(length // bits.WORD)
    ]
    return _regressed(embeddings, np.concatenate(signs, axis=1))


def _components(features: Floats, count: int, power: float) -> Floats:
    """Principal components (n, count or fewer), each divided by a power of its deviation."""
    deviations, components, mean = principal_axes(features, count)
    # Components without variance (fewer patches than components) are noise: not blown up.
    scale = np.maximum(deviations, 1e-3 * deviations[0]) ** power
    return (features - mean) @ (components / np.maximum(scale, 1e-12))


def _regressed(x: Floats, target: Floats) -> HashLayer:
    """Ridge regression from embeddings back to bits of ±1."""
    mean, middle = x.mean(axis=0, dtype=np.float64), target.mean(axis=0, dtype=np.float64)
    centred = x.astype(np.float64) - mean
    gram = centred.T @ centred + RIDGE * np.eye(x.shape[1])
    weights = np.linalg.solve(gram, centred.T @ (target - middle))
    bias = middle - mean @ weights
    return HashLayer(weights.astype(np.float32), bias.astype(np.float32))


def principal_axes(features: Floats, dimensions: int) -> tuple[Floats, Floats, Floats]:
    """Principal axes of float (n, F): standard deviations (D,), components (F, D), mean (F,).

    D is `dimensions` or F, whichever is smaller.
    """
    mean = features.mean(axis=0)
    products = np.zeros((features.shape[1], features.shape[1]))
    for start in range(0, len(features), CENTRED):
        centred = (features[start : start + CENTRED] - mean).astype(np.float64)
        products += centred.T @ centred
    values, vectors = np.linalg.eigh(products / len(features))
    order = np.argsort(values)[::-1][:dimensions]
    deviations = np.sqrt(np.maximum(values[order], 0))
    return deviations.astype(np.float32), vectors[:, order].astype(np.float32), mean


def smooth(
    features: Floats,
    rounds: int,
    neighbours: int = 5,
    find: Callable[[Floats, int], Nearest] | None = None,
) -> Floats:
    """Average each row with its nearest neighbours, weighted by max(cos, 0)³.

    Z = Sʳ x̂ with S the row-normalised weights over self and the nearest `neighbours` (METHODS,
    propagated ITQ). It pulls a patch towards what its surroundings in feature space agree on.

    Parameters
    ----------
    features
        float32 (n, D), L2-normalised.
    rounds
        How often S is applied; 0 gives the features back.
    find
        Another way to do what `nearest` does.

    Returns
    -------
    array of float32
        (n, D), L2-normalised.
    """
    if rounds == 0:
        return features
    rows, weights = (find or nearest)(features, min(neighbours + 1, len(features)))
    weights = np.maximum(weights, 0) ** 3
    weights /= weights.sum(axis=1, keepdims=True)
    out = features
    for _ in range(rounds):
        total = np.zeros_like(features)
        for j in range(rows.shape[1]):
            total += weights[:, j, None] * out[rows[:, j]]
        out = total
    return unit(out)


def nearest(features: Floats, count: int) -> Nearest:
    """Find the rows nearest to each, itself among them: rows and cosines, each (n, count)."""
    rows = np.empty((len(features), count), dtype=np.int64)
    cosines = np.empty((len(features), count), dtype=np.float32)
    step = max(1, min(BLOCK, PAIRS // len(features)))
    for start in range(0, len(features), step):
        cosine = features[start : start + step] @ features.T
        block = np.argpartition(-cosine, count - 1, axis=1)[:, :count]
        rows[start : start + step] = block
        cosines[start : start + step] = np.take_along_axis(cosine, block, axis=1)
    return rows, cosines


def unit(x: Floats) -> Floats:
    """L2-normalise rows; a zero row stays zero."""
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)


def rotation(
    values: Floats, length: int, random: np.random.Generator, rounds: int = ROUNDS_OF_ROTATION
) -> Floats:
    """Find the rotation that loses least by taking signs (ITQ's second step).

    Minimises ‖B − V R‖² over B = sign(V R) and R with orthonormal rows or columns by turns:
    R = Û Sᵀ of the singular value decomposition of Vᵀ B.

    Parameters
    ----------
    values : (n, c) array of float32
        V: components.
    length : int
        Bits; more than c make R wider than high.
    random : Generator
        Of the start.
    rounds : int
        Turns of the minimisation; 0 leaves a random rotation.

    Returns
    -------
    (c, length) array of float32
    """
    width = values.shape[1]
    size = max(width, length)
    start, _ = np.linalg.qr(random.standard_normal((size, size)))
    turned = start[:width, :length].astype(values.dtype)
    for _ in range(rounds):
        signs = np.where(values @ turned > 0, np.float32(1), np.float32(-1))
        left, _, right = np.linalg.svd(values.T @ signs, full_matrices=False)
        turned = (left @ right).astype(values.dtype)
    return turned
