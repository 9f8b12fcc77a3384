"""Find the Python that works for this QGIS, without ever blocking the interface."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, pyqtSignal

from .. import environment
from ..core import saying
from ..words import tr

ROOT = Path(__file__).parents[2]  # the plugin's folder
PACKAGE = __name__.split(".")[0]
WAIT = 5000  # ms that a child may take to end before it is killed


def child_environment(packages: Path | None = None) -> QProcessEnvironment:
    """Return the environment of a child: where it finds this very plugin, its language, UTF-8.

    Parameters
    ----------
    packages : Path, optional
        A package folder to use instead of the private one.
    """
    variables = QProcessEnvironment.systemEnvironment()
    variables.insert("PYTHONUTF8", "1")
    variables.insert("LOOKALIKE_PACKAGES", str(packages or environment.packages_folder()))
    for name, value in saying.told().items():
        variables.insert(name, value)
    if ROOT.name == PACKAGE:  # in a QGIS profile; a development install is found by itself
        paths = [str(ROOT.parent), variables.value("PYTHONPATH")]
        variables.insert("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    return variables


class InterpreterSearch(QObject):
    """Tries the candidates in turn until one passes the handshake.

    Signals
    -------
    found(str)
        The interpreter's path.
    failed(str)
        Why there is none.
    """

    found = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: list[Path] = []
        self._reason = tr("none was found where QGIS keeps it")
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._again = QTimer(self)  # a process cannot be started by its own signal of the end
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._next)
        self._process.finished.connect(self._read)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Begin with the first candidate."""
        self._candidates = environment.interpreters()
        self._next()

    def stop(self) -> None:
        """End the search without a word."""
        self.blockSignals(True)
        self._candidates = []
        self._again.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(WAIT)

    def _next(self) -> None:
        if not self._candidates:
            self.failed.emit(self._reason)
            return
        program, *arguments = environment.handshake_command(self._candidates[0])
        self._process.start(program, arguments)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._refuse(tr("it does not start"))

    def _read(self) -> None:
        if not self._candidates:
            return  # it was stopped, and ended by itself in that moment
        output = bytes(self._process.readAllStandardOutput()).decode(errors="replace")
        handshake = environment.read_handshake(output)
        if handshake is None:
            self._refuse(tr("it does not import numpy and GDAL"))
        elif refusal := environment.own_handshake().refusal(handshake):
            self._refuse(refusal)
        else:
            self.found.emit(str(self._candidates[0]))

    def _refuse(self, reason: str) -> None:
        if self._candidates:
            self._reason = f"{self._candidates.pop(0)}: {reason}"
            self._again.start()
