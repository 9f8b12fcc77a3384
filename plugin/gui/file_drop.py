"""Files that are dropped on a widget."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QMimeData, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.index import is_index


class FileDrop(QObject):
    """Takes images that are dropped on a widget.

    Signals
    -------
    dropped(tuple of str)
        Paths.
    """

    dropped = pyqtSignal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and _images(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and (paths := _images(event.mimeData())):
            event.acceptProposedAction()
            self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def _images(data: QMimeData) -> tuple[str, ...]:
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    # An index is opened, not asked with: `IndexDrop` takes it.
    return tuple(path for path in paths if path and not is_index(path))
