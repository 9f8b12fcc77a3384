"""Pictures of queries, read away from the interface's thread: the newest wins, one waits."""

from __future__ import annotations

from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import LookalikeError
from .reporting import for_user
from .worker import Worker

Read = Callable[[], Any]


class QueryPicture(QObject):
    """Reads what is asked for last; what was asked for before it and still waits is left.

    It has a thread of its own, so that no query waits for a picture.

    Signals
    -------
    ready(object)
        What was read; None where it could not be.
    """

    ready = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._waiting: Read | None = None
        self._is_reading = False
        self._is_dropped = False  # what is being read

    def ask(self, read: Read) -> None:
        """Call `read` in the thread, unless a newer request overtakes it."""
        self._waiting = read
        self._read_next()

    def drop(self) -> None:
        """Let nothing come of what was asked so far."""
        self._waiting, self._is_dropped = _nothing, True
        self._read_next()

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    def _read_next(self) -> None:
        if self._waiting is not None and not self._is_reading:
            read, self._waiting = self._waiting, None
            self._is_reading, self._is_dropped = True, False
            self._worker.give(read, self._on_read)

    def _on_read(self, result: Any, error: Exception | None) -> None:
        self._is_reading = False
        if error is not None and not isinstance(error, LookalikeError):
            for_user(error)  # a bug belongs in the log; the placeholder says enough to the user
        if not self._is_dropped:
            self.ready.emit(result)
        self._read_next()


def _nothing() -> None:
    """Read nothing."""
