"""Building an index in two children: *encode* (GDAL, ONNX Runtime), then *pack* (h5py)."""

from __future__ import annotations

import dataclasses
import json
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core import journal
from ..core.errors import BuildFailedError, LookalikeError
from ..words import count, duration, tr
from .child import Child
from .interpreter import InterpreterSearch

if TYPE_CHECKING:
    from ..core.build import BuildRequest

RATE_SPAN = 10.0  # seconds that a rate is taken over


class Rate:
    """How fast it goes, and how long it will take."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def text(self, done: int, total: int, now: float | None = None) -> str:
        """Say rate and time left; empty until there is something to go by."""
        now = time.monotonic() if now is None else now
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > RATE_SPAN:
            self._seen.popleft()
        (then, before), (now, done) = self._seen[0], self._seen[-1]
        if now - then < 0.5 or done <= before:
            return ""
        rate = (done - before) / (now - then)
        left = duration(max(1.0, (total - done) / rate))
        shown = count(round(rate)) if rate >= 10 else f"{rate:.1f}"
        return tr("{rate} a second, {left} left").format(rate=shown, left=left)


class BuildRun(QObject):
    """One build, from the search for an interpreter to the index.

    Signals
    -------
    progress(int, int, str)
        Done, total, and what is going on with rate and time left.
    finished(object)
        What *pack* reports: a dict with index, rows, sources, skipped.
    failed(LookalikeError)
    cancelled(int)
        With how many patches are done and kept; they could be packed.
    """

    progress = pyqtSignal(int, int, str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal(int)

    def __init__(self, request: BuildRequest, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.request = request
        self._interpreter = ""
        self._stage = ""
        self._rate = Rate()
        self._resumed = False
        self._child: Child | None = None
        self._search = InterpreterSearch(self)
        self._search.found.connect(self._on_interpreter)
        self._search.failed.connect(self._on_no_interpreter)

    def start(self, only_pack: bool = False) -> None:
        """Begin, or go on where an earlier build of the same index stopped.

        Parameters
        ----------
        only_pack : bool
            Make an index of what an earlier build left, without encoding more.
        """
        self._stage = "pack" if only_pack else "encode"
        self._resumed = self._kept() > 0
        self.progress.emit(0, 0, tr("Starting…"))
        self._search.start()

    def cancel(self) -> None:
        """Stop at the next source; what is done is kept."""
        if self._child is not None:
            self._child.cancel()
        else:
            self._search.stop()
            self.cancelled.emit(self._kept())

    def stop(self) -> None:
        """End everything now, without a word."""
        self.blockSignals(True)
        self._search.stop()
        if self._child is not None:
            self._child.stop()

    @property
    def is_running(self) -> bool:
        """Whether a child is alive."""
        return self._child is not None and self._child.is_running

    def _on_interpreter(self, path: str) -> None:
        self._interpreter = path
        self._run_stage()

    def _on_no_interpreter(self, reason: str) -> None:
        self._fail(tr("QGIS's own Python cannot be used ({reason})").format(reason=reason))

    def _run_stage(self) -> None:
        self._rate = Rate()
        self._child = Child(self)
        self._child.progress.connect(self._on_progress)
        self._child.ended.connect(self._on_ended)
        request = json.dumps(dataclasses.asdict(self.request))
        self._child.start(self._interpreter, [self._stage, request])

    def _on_progress(self, done: int, total: int, message: str) -> None:
        resumed = tr("going on from an earlier build") if self._resumed else ""
        parts = (message, resumed, self._rate.text(done, total))
        self.progress.emit(done, total, " · ".join(filter(None, parts)))

    def _on_ended(self, result: Any, sentence: str) -> None:
        child, self._child = self._child, None
        child.deleteLater()
        if child.is_cancelled:
            self.cancelled.emit(self._kept())
        elif result is None:
            self._fail(sentence)
        elif self._stage == "encode":
            self._stage = "pack"
            self.progress.emit(0, 0, tr("Writing the index…"))
            self._run_stage()
        else:
            self.finished.emit(result)

    def _kept(self) -> int:
        """Count the patches that this build, or an earlier one, left in the journal."""
        try:
            return int(journal.read(journal.journal_folder(self.request.index))[1].get("rows", 0))
        except (LookalikeError, OSError, ValueError):
            return 0

    def _fail(self, sentence: str) -> None:
        """Pass on a whole sentence of the child as it is; wrap anything less."""
        if sentence.endswith("."):
            self.failed.emit(LookalikeError(problem=sentence))
        else:
            self.failed.emit(BuildFailedError(path=self.request.index, problem=sentence))
