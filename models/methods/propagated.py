"""Propagated ITQ: the layer that an index fits to its own archive, as a method of its own."""

from __future__ import annotations

from ...plugin.core import hashing
from ...plugin.core.bits import WORD
from ..frozen import Frozen
from ..heads import LinearHead
from .frozen import FrozenMethod


class PropagatedITQ(FrozenMethod):
    """x̂ whitened by half, smoothed twice over its nearest neighbours, ITQ of that, regressed on x̂.

    y = PCA(x̂)/std^½; S = row-normalised max(cos, 0)³ over self and 5 nearest; Z = S²ŷ;
    V = PCA(Z)/std^¼; B = sign(V R_ITQ); (W, b) = argmin ‖x̂W + b − B‖² + λ‖W‖².
    `core.hashing.fit` does it, so that what is measured is what an adapted index has.
    """

    title = "Propagated ITQ (core/hashing) on frozen ImageNet features."
    nested = True

    def learn(self, frozen: Frozen, bits: int, seed: int) -> LinearHead:
        """Fit the layer to all rows; labels are not looked at."""
        # Whole words, as in an index; a shorter code is the first bits of one.
        layer = hashing.fit(frozen.x, -(-bits // WORD) * WORD, seed=seed)
        weight, bias = layer.weights[:, :bits], layer.bias[:bits]
        return LinearHead(**frozen.projection, weight=weight, bias=bias)
