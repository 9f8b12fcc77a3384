"""What becomes of an exception: the user's errors are sentences, all others are bugs."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog

from ..core.errors import LookalikeError, UnexpectedError

LOG = "Lookalike"


def for_user(problem: BaseException) -> LookalikeError:
    """Return the error to show; what is not the user's goes to the QGIS log with its traceback."""
    if isinstance(problem, LookalikeError):
        return problem
    lines = traceback.format_exception(type(problem), problem, problem.__traceback__)
    QgsMessageLog.logMessage("".join(lines), LOG, Qgis.MessageLevel.Critical)
    return UnexpectedError(problem=type(problem).__name__)
