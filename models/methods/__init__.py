"""Hashing methods, one file each, by the name that a configuration uses."""

from __future__ import annotations

from .base import Method
from .cdne import CDNE
from .cibhash import CIBHash
from .classcode import ClassCode
from .continued import Continued
from .crovca import CroVCA
from .csq import CSQ
from .distilled import Distilled
from .itq import ITQ, PCARotation, WhitenedITQ
from .kslsh import KSLSH
from .kulsh import KULSH
from .lsh import LSH
from .milan import MiLaN
from .milan_tuned import MiLaNTuned
from .ours import Ours
from .plsh import PLSH
from .propagated import PropagatedITQ
from .sth import STH

METHODS: dict[str, type[Method]] = {
    "lsh": LSH,
    "pca_rotation": PCARotation,
    "itq": ITQ,
    "whitened_itq": WhitenedITQ,
    "propagated_itq": PropagatedITQ,
    "sth": STH,
    "kulsh": KULSH,
    "kslsh": KSLSH,
    "plsh": PLSH,
    "milan": MiLaN,
    "milan_tuned": MiLaNTuned,
    "cdne": CDNE,
    "csq": CSQ,
    "cibhash": CIBHash,
    "crovca": CroVCA,
    "classcode": ClassCode,
    "distilled": Distilled,
    "ours": Ours,
    "continued": Continued,
}

__all__ = ["METHODS", "Method"]
