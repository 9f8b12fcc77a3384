"""Looks up what an index is, away from the interface's thread, for the dialog of its properties."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.contents import Imagery, IndexContents, contents_of, imagery_of
from ..core.index import Index
from ..gui.index_properties import IndexProperties
from ..tasks import Worker
from ..tasks.reporting import for_user


class Properties(QObject):
    """One dialog, and a thread of its own: to look for half a million images takes its time.

    Signals
    -------
    update_asked(str)
        Path of an index to update.
    """

    update_asked = pyqtSignal(str)
    _looked = pyqtSignal(str, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: IndexProperties | None = None
        self._worker: Worker | None = None  # made when first needed
        self._closed = threading.Event()  # tells the thread that nobody waits any more
        self._looked.connect(self._on_looked)

    def show(self, paths: tuple[str, ...], parent: QWidget) -> None:
        """Open the dialog for some indexes."""
        self.close()
        self._closed = threading.Event()
        self.dialog = IndexProperties(paths, parent)
        self.dialog.closed.connect(self._on_closed)
        self.dialog.update_asked.connect(self.update_asked)
        if self._worker is None:
            self._worker = Worker(self)
        for path in paths:
            job = partial(_contents, path)
            self._worker.give(job, partial(self._on_contents, self._closed, path))
        self.dialog.show()

    def close(self) -> None:
        """Close the dialog, and look for nothing more."""
        if self.dialog is not None:
            self.dialog.close()

    def stop(self) -> None:
        """Close the dialog and end the thread."""
        self.close()
        if self._worker is not None:
            self._worker.stop()

    def _on_closed(self) -> None:
        self._closed.set()
        self.dialog = None

    def _on_contents(
        self,
        closed: threading.Event,
        path: str,
        contents: IndexContents | None,
        error: Exception | None,
    ) -> None:
        if closed.is_set():
            return
        page = self.dialog.pages[path]
        if contents is None:
            page.show_problem(str(for_user(error)))
            return
        page.show_contents(contents)
        go_on = partial(self._tell, closed, path)
        then = partial(self._on_imagery, closed, path, contents)
        self._worker.give(partial(_imagery, path, go_on), then)

    def _tell(self, closed: threading.Event, path: str, done: int, total: int) -> bool:
        """Answer core's question whether to go on; called in the thread."""
        if not closed.is_set():
            self._looked.emit(path, done, total)
        return not closed.is_set()

    def _on_looked(self, path: str, done: int, total: int) -> None:
        if self.dialog is not None and path in self.dialog.pages:
            self.dialog.pages[path].show_progress(done, total)

    def _on_imagery(
        self,
        closed: threading.Event,
        path: str,
        contents: IndexContents,
        imagery: Imagery | None,
        error: Exception | None,
    ) -> None:
        if closed.is_set():
            return
        page = self.dialog.pages[path]
        if imagery is None:
            page.show_problem(str(for_user(error)))
        else:
            page.show_imagery(imagery, contents)


# -- in the worker --------------------------------------------------------------------------------


def _contents(path: str) -> IndexContents:
    return contents_of(Index.open(path))


def _imagery(path: str, progress: Callable[[int, int], bool]) -> Any:
    return imagery_of(Index.open(path), progress)
