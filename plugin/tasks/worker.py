"""One background thread that does jobs in turn.

Live queries have a thread of their own, because QGIS's task pool has as many threads as there are
cores, and two long tasks make a third wait for seconds. An open raster belongs to one thread, so
everything that the panel asks goes through this one.
"""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal, pyqtSlot

Job = Callable[[], Any]
Then = Callable[[Any, Optional[Exception]], None]


class _Hands(QObject):
    """The part that lives in the thread."""

    ended = pyqtSignal(int, object, object)

    def __init__(self, skipping: threading.Event) -> None:
        super().__init__()
        self._skipping = skipping

    @pyqtSlot(int, object)
    def work(self, ticket: int, job: Job) -> None:
        if self._skipping.is_set():
            return
        try:
            result, error = job(), None
        except Exception as problem:  # whoever gave the job decides what it means
            result, error = None, problem
        self.ended.emit(ticket, result, error)

    @pyqtSlot(object)
    def finish(self, last: Job) -> None:
        try:
            last()
        finally:
            QThread.currentThread().quit()


class Worker(QObject):
    """A thread that does jobs in the order in which they were given.

    Must be stopped with `stop` before it is let go.
    """

    _given = pyqtSignal(int, object)
    _last = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_stopped = False
        self._skipping = threading.Event()
        self._then: dict[int, Then] = {}
        self._ticket = 0
        self._thread = QThread()
        self._thread.setObjectName("Lookalike")
        self._hands = _Hands(self._skipping)
        self._hands.moveToThread(self._thread)
        self._given.connect(self._hands.work)
        self._last.connect(self._hands.finish)
        self._hands.ended.connect(self._report)
        self._thread.start()

    def give(self, job: Job, then: Then) -> None:
        """Do a job in the thread.

        Parameters
        ----------
        job : callable
            Gets no argument; holds plain values only, never a layer or a canvas.
        then : callable
            ``then(result, error)``, called in the thread that owns this worker; one of the two
            is None.
        """
        if self._is_stopped:
            return
        self._ticket += 1
        self._then[self._ticket] = then
        self._given.emit(self._ticket, job)

    def stop(self, last: Job = lambda: None, skip: bool = True) -> None:
        """Do a last job in the thread and wait for the thread's end; skip the jobs that wait."""
        if self._is_stopped:
            return
        self._is_stopped = True
        if skip:
            self._skipping.set()
        self._then.clear()
        self._last.emit(last)
        self._thread.wait()
        self._hands.ended.disconnect(self._report)

    @property
    def is_running(self) -> bool:
        """Whether the thread is alive."""
        return self._thread.isRunning()

    @pyqtSlot(int, object, object)
    def _report(self, ticket: int, result: Any, error: Exception | None) -> None:
        then = self._then.pop(ticket, None)
        if then is not None:
            then(result, error)
