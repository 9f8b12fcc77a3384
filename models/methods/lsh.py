"""Locality-sensitive hashing by random hyperplanes (Charikar 2002), no learning."""

from __future__ import annotations

import numpy as np

from ..frozen import Frozen
from ..heads import LinearHead
from .frozen import FrozenMethod


class LSH(FrozenMethod):
    """bit_k = [w_k · x > 0], w_k normal (section 3 of the paper).

    Two patches at angle θ differ in a bit with probability θ/π, whatever the data.
    """

    title = "LSH (Charikar 2002): random hyperplanes on frozen ImageNet features."
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> LinearHead:
        """Draw the hyperplanes; of the data only mean and principal axes are used."""
        width = frozen.axes[1].shape[1]
        # Row after row, so that a shorter code of the same seed is a prefix of a longer one.
        weight = np.random.default_rng(seed).standard_normal((bits, width)).T
        return LinearHead(**frozen.projection, weight=weight, bias=np.zeros(bits))
