"""One stage in a child of QGIS's own Python: find it, start it, listen, tell how it ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import ChildFailedError, LookalikeError
from ..words import tr
from .child import STAGES, Child
from .interpreter import InterpreterSearch


class ChildRun(QObject):
    """Runs one stage of `stages`.

    Parameters
    ----------
    stage : str
    arguments : dict
        The stage's keyword arguments, as JSON has them.
    packages : Path, optional
        A package folder to use instead of the private one.
    parent : QObject, optional

    Signals
    -------
    progress(int, int, str)
    finished(object)
        The stage's result.
    failed(LookalikeError)
    cancelled()
    """

    progress = pyqtSignal(int, int, str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(
        self,
        stage: str,
        arguments: dict[str, Any],
        packages: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = [stage, json.dumps(arguments)]
        self._child = Child(self, packages)
        self._child.progress.connect(self.progress)
        self._child.ended.connect(self._on_ended)
        self._search = InterpreterSearch(self)
        self._search.found.connect(self._start)
        self._search.failed.connect(self._on_no_interpreter)

    def start(self, interpreter: str = "") -> None:
        """Begin; where the interpreter is known, without looking for it."""
        if interpreter:
            self._start(interpreter)
        else:
            self._search.start()

    def cancel(self) -> None:
        """Ask the stage to stop."""
        self._end_search()
        if self._child.is_running:
            self._child.cancel()
        else:
            self.cancelled.emit()

    def kill(self) -> None:
        """End the stage at once."""
        self._end_search()
        if self._child.is_running:
            self._child.kill()
        else:
            self.cancelled.emit()

    def stop(self) -> None:
        """End everything now, without a word."""
        self.blockSignals(True)
        self._search.stop()
        self._child.stop()

    @property
    def is_running(self) -> bool:
        """Whether the child is alive."""
        return self._child.is_running

    def _end_search(self) -> None:
        self._search.stop()

    def _start(self, interpreter: str) -> None:
        self._child.start(interpreter, self._words, STAGES)

    def _on_no_interpreter(self, reason: str) -> None:
        said = tr("QGIS's own Python cannot be used ({reason})").format(reason=reason)
        self.failed.emit(ChildFailedError(problem=said))

    def _on_ended(self, result: Any, sentence: str) -> None:
        if self._child.is_cancelled:
            self.cancelled.emit()
        elif sentence.endswith("."):  # a whole one, of the stage itself
            self.failed.emit(LookalikeError(problem=sentence))
        elif sentence:
            self.failed.emit(ChildFailedError(problem=sentence))
        else:
            self.finished.emit(result)
