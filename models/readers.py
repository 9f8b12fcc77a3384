"""Readers of training data, by the name that a configuration uses."""

from __future__ import annotations

from collections.abc import Callable

from .config import DataConfig
from .data import Patches, read_archive, read_eurosat_rgb
from .multispectral import read_bigearthnet_v1, read_bigearthnet_v2, read_eurosat_ms

READERS: dict[str, Callable[[DataConfig], Patches]] = {
    "archive": read_archive,
    "eurosat_rgb": read_eurosat_rgb,
    "eurosat_ms": read_eurosat_ms,
    "bigearthnet_v1": read_bigearthnet_v1,
    "bigearthnet_v2": read_bigearthnet_v2,
}
