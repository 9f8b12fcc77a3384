"""Queries that follow the mouse: the newest wins, one waits, old hits stay until new ones come."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import environment
from ..core.errors import Cancelled
from ..core.examples import BoxExample, QueryRequest
from ..words import tr
from .reporting import for_user
from .worker import Worker

if TYPE_CHECKING:
    from ..core.hits import Hits
    from ..core.query import QuerySession

PATIENCE = 0.1  # seconds that a query may run on while a newer one waits


@dataclass
class _Run:
    """One query on its way. The interface's thread sets the two marks, the worker reads them."""

    serial: int
    request: QueryRequest
    started: float | None = None
    superseded: bool = False
    dropped: bool = False

    def go_on(self, done: int, total: int) -> bool:
        """Answer core's question whether to go on."""
        late = self.started is not None and time.perf_counter() - self.started > PATIENCE
        return not (self.dropped or (self.superseded and late))


class LiveQuery(QObject):
    """Answers the newest request, in a worker's thread.

    Idle, a request starts at once; busy, it takes the one waiting place. The running query is
    cancelled only where it has run longer than `PATIENCE`: else a moving mouse would see nothing.

    Parameters
    ----------
    worker : Worker
    prepare : callable, optional
        ``prepare(hits)``, called in the worker's thread; what it makes goes out with the answer.
    parent : QObject, optional

    Signals
    -------
    answered(Hits, object)
        With what `prepare` made of the hits.
    failed(LookalikeError)
    busy(bool)
    """

    answered = pyqtSignal(object, object)
    failed = pyqtSignal(object)
    busy = pyqtSignal(bool)

    def __init__(
        self,
        worker: Worker,
        prepare: Callable[[Hits], Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._prepare = prepare
        self._session: QuerySession | None = None  # made, used and closed in the worker's thread
        self._serial = 0
        self._first_valid = 0
        self._running: _Run | None = None
        self._waiting: _Run | None = None

    def submit(self, request: QueryRequest) -> None:
        """Ask; the answer comes by signal, unless a newer request overtakes this one."""
        self._serial += 1
        run = _Run(self._serial, request)
        if self._running is None:
            self._start(run)
        else:
            self._waiting = run
            self._running.superseded = True

    def drop(self) -> None:
        """Let no answer come to what was asked so far: index or model change, or the user stops."""
        self._first_valid = self._serial + 1
        self._waiting = None
        if self._running is not None:
            self._running.dropped = True

    def stop(self) -> None:
        """Cancel what runs, close index, model and raster in their thread, and end it."""
        self.drop()
        self._worker.stop(self._close)
        self._running = None

    def _start(self, run: _Run) -> None:
        self._running = run
        self.busy.emit(True)
        self._worker.give(lambda: self._answer(run), lambda *ended: self._finished(run, *ended))

    def _finished(self, run: _Run, result: Any, error: Exception | None) -> None:
        waiting, self._running, self._waiting = self._waiting, None, None
        valid = run.serial >= self._first_valid
        try:
            if valid and error is None:
                self.answered.emit(*result)
            elif valid and waiting is None and not isinstance(error, Cancelled):
                self.failed.emit(for_user(error))  # else the newer one says what is wrong with it
        finally:  # whatever a receiver does, the next one runs
            newest = self._waiting or waiting
            self._waiting = None
            if newest is not None and newest.serial >= self._first_valid and not self._running:
                self._start(newest)
            elif self._running is None:
                self.busy.emit(False)

    # -- in the worker's thread

    def _answer(self, run: _Run) -> tuple[Hits, Any]:
        from ..core.query import QuerySession

        run.started = time.perf_counter()
        if not run.go_on(0, 1):
            raise Cancelled
        if any(isinstance(example, BoxExample) for example in run.request.examples):
            environment.provide("onnxruntime", tr("Drawing a query"))
        if self._session is None:
            self._session = QuerySession()
        hits = self._session.answer(run.request, run.go_on)
        return hits, self._prepare(hits) if self._prepare else None

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None
