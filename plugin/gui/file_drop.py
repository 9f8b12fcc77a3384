"""Files that are dropped on a widget."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QMimeData, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.index_format import is_index


class FileDrop(QObject):
    """Takes files of a kind that are dropped on a widget.

    Parameters
    ----------
    widget : QWidget
    takes : callable
        ``takes(path)`` says whether it is of that kind.

    Signals
    -------
    dropped(tuple of str)
        Paths.
    """

    dropped = pyqtSignal(object)

    def __init__(self, widget: QWidget, takes: Callable[[str], bool]) -> None:
        super().__init__(widget)
        self._takes = takes
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = self._paths(event.mimeData())
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)

    def _paths(self, data: QMimeData) -> tuple[str, ...]:
        paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
        return tuple(path for path in paths if path and self._takes(path))


def is_geopackage(path: str) -> bool:
    """Whether a file may hold examples."""
    return path.lower().endswith(".gpkg")


def is_image(path: str) -> bool:
    """Whether a file may be asked with: any but what is opened, or holds examples."""
    return not (is_index(path) or is_geopackage(path))
