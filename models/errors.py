"""Errors of the training side that a user can cause; all are `LookalikeError`s."""

from __future__ import annotations

from ..plugin.core.errors import LookalikeError


class LearningError(LookalikeError):
    """Root of this package's errors; made of its whole sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class ConfigError(LearningError):
    """A configuration or checkpoint that cannot be used; the text says which part and why."""


class DataError(LearningError):
    """Training data that is missing or cannot be used."""


class WeightsError(LearningError):
    """Pretrained weights that are not installed or do not fit."""


class ExportError(LearningError):
    """A network that cannot be written as an ONNX model."""
