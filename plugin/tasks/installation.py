"""Installing the packages: find Python and its pip, fill a folder, try it, put it in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QLockFile, QObject, QProcess, pyqtSignal

from .. import environment, packages, wheels
from ..core.errors import ChildFailedError, InstallFailedError, LookalikeError
from ..words import tr
from .child_run import ChildRun
from .interpreter import InterpreterSearch, child_environment

NO_NETWORK = (
    "newconnectionerror",
    "name resolution",
    "connecttimeout",
    "proxyerror",
    "connection refused",
    "network is unreachable",
)


class Installation(QObject):
    """One installation, from the search for an interpreter to packages that were tried.

    Parameters
    ----------
    wheels_folder : str
        Where the wheels lie; empty takes them from the package index, through pip.
    parent : QObject, optional

    Signals
    -------
    said(str)
        A line for the log.
    progress(int, int, str)
    finished(object)
        What `stages.check` says of each package: a list of dicts.
    failed(LookalikeError)
    cancelled()
    """

    said = pyqtSignal(str)
    progress = pyqtSignal(int, int, str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, wheels_folder: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wheels = wheels_folder
        self._target = environment.packages_folder()
        self._staged = self._target
        self._lock = QLockFile(f"{self._target}.lock")  # forgotten by Qt where its QGIS is gone
        self._lock.setStaleLockTime(0)
        self._interpreter = ""
        self._output = self._trying = ""
        self._checked: list[dict[str, Any]] = []
        self._steps, self._step = 3 + 2 * len(environment.PACKAGES), 0
        self._is_cancelled = self._is_over = False
        self._run: ChildRun | None = None
        self._search = InterpreterSearch(self)
        self._search.found.connect(self._find_pip)
        self._search.failed.connect(self._on_no_interpreter)
        self._pip = QProcess(self)
        self._pip.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._pip.readyRead.connect(self._listen)
        self._pip.finished.connect(self._on_pip_ended)
        self._pip.errorOccurred.connect(self._on_pip_error)

    def start(self) -> None:
        """Begin; one of `finished`, `failed` and `cancelled` comes."""
        try:
            self._take_lock()
            self._staged = packages.staging_folder(self._target)
        except (LookalikeError, OSError) as problem:
            self._fail(problem)
            return
        self._advance(tr("Looking for QGIS's Python…"))
        self._search.start()

    def cancel(self) -> None:
        """Stop at once; what was installed before is as it was."""
        self._is_cancelled = True
        self._search.stop()
        if self._run is not None and self._run.is_running:
            self._run.kill()
        elif self._pip.state() != QProcess.ProcessState.NotRunning:
            self._pip.kill()
        else:
            self._end(self.cancelled.emit)

    def stop(self) -> None:
        """End everything now, without a word."""
        self.blockSignals(True)
        self._is_cancelled = True
        self._search.stop()
        if self._run is not None:
            self._run.kill()
            self._run.stop()
        if self._pip.state() != QProcess.ProcessState.NotRunning:
            self._pip.kill()
            self._pip.waitForFinished()
        self._end(lambda: None)

    # -- how it goes

    def _take_lock(self) -> None:
        """Let no other QGIS of this user fill the folder at the same time."""
        self._target.parent.mkdir(parents=True, exist_ok=True)
        taken = QLockFile.LockError.LockFailedError
        if not self._lock.tryLock(0) and self._lock.error() == taken:
            problem = tr("another QGIS is installing them now. Wait until it has done so")
            raise InstallFailedError(problem=problem)

    def _find_pip(self, interpreter: str) -> None:
        self._interpreter = interpreter
        self.said.emit(f"Python: {interpreter}")
        self._do("find_pip", {}, self._install)

    def _install(self, pip: list[str]) -> None:
        if pip:
            words = environment.install_command(self._interpreter, self._staged, self._wheels, pip)
            self.said.emit(f"$ {environment.as_typed(words)}")
            self._advance(tr("Looking for the packages…"))
            self._pip.setProcessEnvironment(_pip_environment())
            self._pip.start(words[0], words[1:])
        elif self._wheels:
            self.said.emit(tr("This Python has no pip; the wheels are unpacked."))
            self._advance(tr("Unpacking…"))
            self._do(
                "unpack", {"source": self._wheels, "folder": str(self._staged)}, self._unpacked
            )
        else:
            problem = tr(
                "QGIS's Python has no pip. Install it (on Debian and Ubuntu: sudo apt install "
                "python3-pip) and try again, or choose a folder of wheels"
            )
            self._fail(InstallFailedError(problem=problem))

    def _listen(self) -> None:
        text = bytes(self._pip.readAll()).decode(errors="replace")
        self._output += text
        for line in filter(None, map(str.strip, text.replace("\r", "\n").splitlines())):
            self.said.emit(line)
            if line.startswith(("Collecting ", "Processing ")):
                self._advance(tr("Getting {name}…").format(name=Path(line.split()[1]).name))
            elif line.startswith("Installing "):
                self._advance(tr("Unpacking…"))

    def _on_pip_ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._listen()
        if self._is_cancelled:
            self._end(self.cancelled.emit)
        elif code or status != QProcess.ExitStatus.NormalExit:
            problem = _problem(self._output, self._wheels, code)
            self._fail(InstallFailedError(problem=problem))
        else:
            self._check()

    def _on_pip_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            problem = tr("{program} does not start").format(program=self._interpreter)
            self._fail(InstallFailedError(problem=problem))

    def _unpacked(self, names: list[str]) -> None:
        self.said.emit("\n".join(names))
        self._check()

    def _check(self) -> None:
        """Import the next package in a child of its own: h5py never beside GDAL."""
        lacking = environment.PACKAGES[len(self._checked) :]
        if not lacking:
            self._put_in_place()
            return
        self._trying = lacking[0]
        self._advance(tr("Trying {name}…").format(name=self._trying))
        self._do("check", {"name": self._trying}, self._on_checked)

    def _on_checked(self, result: dict[str, Any]) -> None:
        self.said.emit("{name} {version} ({detail})".format(**result))
        self._checked.append(result)
        self._check()

    def _put_in_place(self) -> None:
        try:
            packages.put_in_place(self._staged, self._target)
        except LookalikeError as error:
            self._fail(error)
            return
        self.said.emit(str(self._target))
        self._end(lambda: self.finished.emit(self._checked))

    # -- inside

    def _do(self, stage: str, arguments: dict[str, Any], then: Callable[[Any], None]) -> None:
        """Run a stage with the packages that were gathered so far."""
        if self._run is not None:
            self._run.deleteLater()
        self._run = ChildRun(stage, arguments, self._staged, self)
        self._run.finished.connect(then)
        self._run.failed.connect(self._fail)
        self._run.cancelled.connect(self._on_cancelled)
        self._run.start(self._interpreter)

    def _on_cancelled(self) -> None:
        self._end(self.cancelled.emit)

    def _on_no_interpreter(self, reason: str) -> None:
        said = tr("QGIS's own Python cannot be used ({reason})").format(reason=reason)
        self._fail(InstallFailedError(problem=said))

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, ChildFailedError):
            said = tr("trying {name} failed, as {problem}") if self._trying else "{problem}"
            why = said.format(name=self._trying, problem=problem.facts["problem"])
            problem = InstallFailedError(problem=why)
        elif not isinstance(problem, InstallFailedError):
            problem = InstallFailedError(problem=str(problem).rstrip("."))
        self._end(lambda: self.failed.emit(problem))

    def _advance(self, text: str, steps: int = 1) -> None:
        self._step = min(self._step + steps, self._steps - 1)
        self.progress.emit(self._step, self._steps, text)

    def _end(self, tell: Callable[[], None]) -> None:
        if self._is_over:
            return
        self._is_over = True
        if self._staged != self._target:
            shutil.rmtree(self._staged, ignore_errors=True)
        self._lock.unlock()
        tell()


def _pip_environment() -> Any:
    """Return pip's environment: a user's settings for other installations do not count here."""
    variables = child_environment()
    for name, value in (("PIP_USER", "0"), ("PIP_REQUIRE_VIRTUALENV", "0")):
        variables.insert(name, value)
    variables.insert("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    variables.insert("PIP_NO_INPUT", "1")
    return variables


def _problem(output: str, folder: str, code: int) -> str:
    """Say in plain words why pip failed."""
    lower = output.lower()
    if any(sign in lower for sign in NO_NETWORK):
        return tr(
            "the package index cannot be reached. Check the network (and QGIS's proxy), or install "
            "from a folder of wheels"
        )
    if "no space left" in lower:
        return tr("the disk is full")
    errors = [line for line in output.splitlines() if line.startswith("ERROR: ")]
    lacking = [name for name in environment.PACKAGES if f"distribution found for {name}" in output]
    if lacking:
        where = folder or tr("the package index")
        return tr("in {where} there is no {name} for {target}").format(
            where=where, name=lacking[0], target=wheels.this_target().words
        )
    last = errors[-1][len("ERROR: ") :] if errors else tr("the log has the details")
    return tr("pip ended with code {code} ({last})").format(code=code, last=last.rstrip("."))
