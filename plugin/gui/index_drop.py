"""An index file that is dropped on QGIS or on the panel is opened; all else is QGIS's as before."""

from __future__ import annotations

from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtCore import QEvent, QMimeData, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.index import is_index


class IndexDropHandler(QgsCustomDropHandler):
    """What QGIS asks for each file that is dropped on its window or its map.

    Signals
    -------
    dropped(str)
        Path of an index.
    """

    dropped = pyqtSignal(str)

    def handleFileDrop(self, path: str) -> bool:
        """Take an index; False leaves the file to QGIS."""
        if not is_index(path):
            return False
        self.dropped.emit(path)
        return True


class IndexDrop(QObject):
    """Takes an index that is dropped on a widget: a panel that floats is no part of QGIS's window.

    Signals
    -------
    dropped(str)
        Path of an index.
    """

    dropped = pyqtSignal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = _index_in(event.mimeData())
            if path:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)


def _index_in(data: QMimeData) -> str:
    """Path of the first index among what is dragged; empty where there is none."""
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if is_index(path)), "")
