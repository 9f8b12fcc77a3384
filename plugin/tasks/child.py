"""One child of the command line: started, listened to line by line, stopped by its input's end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from ..words import tr
from .interpreter import WAIT, child_environment
from .reporting import LOG

MODULE = "lookalike.plugin.cli"
STAGES = "lookalike.plugin.stages"


class Child(QObject):
    """Runs ``python -m lookalike.plugin.cli …``, which says one JSON object a line.

    Parameters
    ----------
    parent : QObject, optional
    packages : Path, optional
        A package folder to use instead of the private one.

    Signals
    -------
    progress(int, int, str)
        Done, total, and what is going on.
    ended(object, str)
        The result and "", or None and the sentence of what went wrong; "" too where it was
        cancelled.
    """

    progress = pyqtSignal(int, int, str)
    ended = pyqtSignal(object, str)

    def __init__(self, parent: QObject | None = None, packages: Path | None = None) -> None:
        super().__init__(parent)
        self._result: Any = None
        self._sentence = ""
        self._rest = b""
        self._over = False
        self.is_cancelled = False
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment(packages))
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._on_error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    def start(self, interpreter: str, arguments: Sequence[str], module: str = MODULE) -> None:
        """Start it; `ended` comes in any case."""
        self._process.start(interpreter, ["-u", "-m", module, *arguments])

    def cancel(self) -> None:
        """Ask it to stop at the next source; it is killed where it does not."""
        self.is_cancelled = True
        self._process.closeWriteChannel()
        self._patience.start(WAIT)

    def kill(self) -> None:
        """End it at once, as what it does is not to be kept; `ended` comes."""
        self.is_cancelled = True
        self._process.kill()

    def stop(self) -> None:
        """End it now, without a word."""
        self.blockSignals(True)
        self.is_cancelled = True
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(WAIT):
                self._process.kill()
                self._process.waitForFinished(WAIT)

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def _listen(self) -> None:
        self._rest += bytes(self._process.readAllStandardOutput())
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            self._hear(line)

    def _hear(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            return  # a library that prints
        if "result" in said:
            self._result = said["result"]
        elif "error" in said:
            self._sentence = str(said["error"])
        elif "total" in said:
            self.progress.emit(int(said["done"]), int(said["total"]), str(said.get("message", "")))

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._listen()
        self._hear(self._rest)
        self._patience.stop()
        said = bytes(self._process.readAllStandardError()).decode(errors="replace").strip()
        crashed = status != QProcess.ExitStatus.NormalExit
        if self.is_cancelled:
            self._end(None, "")
        elif code == 0 and not crashed and not self._sentence:
            self._end(self._result if self._result is not None else {}, "")
        else:
            if said:
                QgsMessageLog.logMessage(said, LOG, Qgis.MessageLevel.Critical)
            self._end(None, self._sentence or _unsaid(crashed, code, said))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            problem = tr("{program} does not start").format(program=self._process.program())
            self._end(None, problem)

    def _end(self, result: Any, sentence: str) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(result, sentence)


def _unsaid(crashed: bool, code: int, said: str) -> str:
    """Say why a child ended that could not say it itself."""
    if crashed:
        return tr("its process was ended from outside or crashed")
    last = said.splitlines()[-1] if said else tr("the log has the details")
    return tr("its process ended with code {code} ({last})").format(code=code, last=last)
