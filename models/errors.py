"""Errors of the training side that a user can cause; all are `LookalikeError`s."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ..plugin.core.errors import LookalikeError


class LearningError(LookalikeError):
    """Root of this package's errors; made of its whole sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


CAUSES = (LookalikeError, OSError)
"""What a command line answers with a `sentence`, not with a traceback."""


def sentence(error: Exception) -> str:
    """Say what is wrong; of the system's own errors, with which file."""
    if not isinstance(error, OSError) or isinstance(error, LookalikeError):
        return str(error)
    where = f"{error.filename} cannot be used: " if error.filename else ""
    return f"{where}{error.strerror or error}. Look at its rights and at the room on its disk."


def run(main: Callable[[], int]) -> int:
    """Run a command line; Ctrl-C ends it with a line, not with a traceback."""
    try:
        return main()
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on with what was kept.", file=sys.stderr)
        return 130


class ConfigError(LearningError):
    """A configuration or checkpoint that cannot be used; the text says which part and why."""


class DataError(LearningError):
    """Training data that is missing or cannot be used."""


class WeightsError(LearningError):
    """Pretrained weights that are not installed or do not fit."""


class ExportError(LearningError):
    """A network that cannot be written as an ONNX model."""
