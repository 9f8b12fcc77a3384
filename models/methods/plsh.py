"""Probabilistic latent semantic hashing (Fernandez-Beltran, Demir, Pla & Plaza 2020).

The abstract could be read for the outline (grouping, topics of each group, thresholds); the steps
are pLSA's (Hofmann 1999), written from memory. Ours, not the paper's: what a visual word is, the
k-means that groups, and the archive's median as threshold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ..frozen import Frozen
from ..heads import TopicHead
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Groups G of the archive, and rounds of expectation and maximisation."""

    groups: int = 8
    rounds: int = 40


class PLSH(FrozenMethod):
    """Bits are topics: bit z = [P(z|d) > τ_z].

    Visual words are the channels of the frozen backbone: its pooled activations are not negative
    and say how much of each pattern a patch holds, n(w,d). (1) k-means divides the archive into G
    groups. (2) pLSA of each group with K/G topics: P(z|w,d) ∝ P(w|z)P(z|d);
    P(w|z) ∝ Σ_d n(w,d)P(z|w,d); P(z|d) ∝ Σ_w n(w,d)P(z|w,d). (3) All topics side by side; a patch
    is folded in with P(w|z) fixed, and τ_z is the archive's median of P(z|d).
    """

    Settings = Settings
    Head = TopicHead
    title = "pLSH (Fernandez-Beltran et al. 2020), visual words = channels of the backbone."

    def learn(self, frozen: Frozen, bits: int, seed: int) -> TopicHead:
        """Fit topics and thresholds; labels are not looked at."""
        rng = np.random.default_rng(seed)
        counts = np.maximum(frozen.features, 0)
        count = max(min(self.settings.groups, bits // 2, len(counts) // 4), 1)
        groups = k_means(frozen.x, count, rng)
        shares = [len(part) for part in np.array_split(np.arange(bits), count)]
        topics = [
            plsa(counts[groups == g], share, self.settings.rounds, rng)
            for g, share in enumerate(shares)
        ]
        arrays = {"topics": np.concatenate(topics, axis=1)}
        identity = np.concatenate([np.eye(bits), np.zeros((1, bits))])
        head = TopicHead(**arrays, weight=identity, bias=np.zeros(bits))
        with torch.no_grad():
            blocks = torch.from_numpy(counts).split(2048)
            folded = torch.cat([head.fold_in(block) for block in blocks])
            head.weight[-1] = -torch.log(folded.median(dim=0).values.clamp_min(head.floor))
        return head


def plsa(counts: np.ndarray, topics: int, rounds: int, rng: np.random.Generator) -> np.ndarray:
    """Fit pLSA to counts float (documents, words), not negative, by expectation-maximisation.

    Gives P(w|z), float32 (words, topics); columns sum to 1.
    """
    words_of = _columns_to_one(rng.uniform(0.5, 1.5, (counts.shape[1], topics)))
    topics_of = np.full((topics, len(counts)), 1 / topics, np.float32)
    for _ in range(rounds):
        # Both updates share n(w,d) / P(w|d); P(z|w,d) itself is never written out.
        ratio = counts.T / np.maximum(words_of @ topics_of, 1e-9)
        gathered = words_of * (ratio @ topics_of.T)
        topics_of = _columns_to_one(topics_of * (words_of.T @ ratio))
        words_of = _columns_to_one(gathered)
    return words_of


def k_means(x: np.ndarray, count: int, rng: np.random.Generator, rounds: int = 25) -> np.ndarray:
    """Group unit rows by cosine: int (n,) below count; no group stays empty."""
    centres = x[rng.choice(len(x), count, replace=False)]
    for _ in range(rounds):
        cosine = x @ centres.T
        groups = cosine.argmax(axis=1)
        for g in np.setdiff1d(np.arange(count), groups):
            # The row farthest from its centre moves there, out of a group that can spare it.
            spare = np.bincount(groups, minlength=count)[groups] > 1
            groups[np.where(spare, cosine.max(axis=1), np.inf).argmin()] = g
        centres = np.stack([x[groups == g].mean(axis=0) for g in range(count)])
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
    return groups


def _columns_to_one(p: np.ndarray) -> np.ndarray:
    return (p / np.maximum(p.sum(axis=0), 1e-12)).astype(np.float32)
