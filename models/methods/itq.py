"""Iterative quantisation (Gong & Lazebnik 2011) and its relatives, no labels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...plugin.core.bits import WORD
from ...plugin.core.hashing import principal_axes, rotation
from ..errors import ConfigError
from ..frozen import Frozen
from ..heads import LinearHead
from .frozen import FrozenMethod, FrozenSettings


@dataclass(frozen=True)
class Settings(FrozenSettings):
    """Rounds of rotation; whitening, components / std^whiten (0 = as in the paper); nesting.

    Not nested, K bits rotate K components, as in the paper. Nested, every 64 bits are another
    rotation of the same 64 components.
    """

    rounds: int = 50
    whiten: float = 0.0
    nest: bool = True


class ITQ(FrozenMethod):
    """PCA of the features, then the rotation that loses least by taking signs.

    Minimises ‖B − V R‖² over B = sign(V R) and orthogonal R by turns (eq. 2): R = Û Sᵀ of the
    singular value decomposition of Vᵀ B.
    """

    Settings = Settings
    title = "ITQ (Gong & Lazebnik 2011) on frozen ImageNet features."
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> LinearHead:
        """Fit PCA and rotations to all rows; labels are not looked at."""
        s = self.settings
        width = frozen.axes[1].shape[1]
        if s.nest and width < min(bits, WORD):
            raise ConfigError(
                f"The features have {width} principal components (network.embedding, or too few "
                f"patches); ITQ rotates {WORD}, so it needs at least {WORD}."
            )
        size = min(bits, WORD if s.nest else width)
        deviations, components, mean = principal_axes(frozen.x, size)
        # Components without variance (fewer patches than components) are noise: not blown up.
        components = components / np.maximum(deviations, 1e-3 * deviations[0]) ** s.whiten
        v = (frozen.x - mean) @ components
        rng = np.random.default_rng(seed)
        rotations = [rotation(v, size, rng, s.rounds) for _ in range(-(-bits // size))]
        weight = (components @ np.concatenate(rotations, axis=1))[:, :bits]
        return LinearHead(**frozen.projection, weight=weight, bias=-mean @ weight)


@dataclass(frozen=True)
class WhitenedSettings(Settings):
    """As of ITQ, whitened."""

    whiten: float = 1.0


class WhitenedITQ(ITQ):
    """ITQ of components divided by their standard deviation to a power (1 = whitened).

    Weak components, which separate what the strong ones do not, then count as much as these.
    """

    Settings = WhitenedSettings
    title = "Whitened ITQ (after Gong & Lazebnik 2011) on frozen ImageNet features."


@dataclass(frozen=True)
class RandomSettings(Settings):
    """As of ITQ, without learning the rotation."""

    rounds: int = 0


class PCARotation(ITQ):
    """PCA, a random rotation, signs: the baseline of the ITQ paper (its PCA-RR, section 3.2)."""

    Settings = RandomSettings
    title = "PCA and a random rotation (Gong & Lazebnik 2011) on frozen ImageNet features."
