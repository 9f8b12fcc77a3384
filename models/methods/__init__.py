"""Hashing methods, one file each, by the name that a configuration uses."""

from __future__ import annotations

from .base import Method
from .itq import ITQ
from .ours import Ours

METHODS: dict[str, type[Method]] = {"itq": ITQ, "ours": Ours}

__all__ = ["METHODS", "Method"]
