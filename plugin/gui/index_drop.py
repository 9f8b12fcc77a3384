"""An index file that is dropped on QGIS is opened; all else is QGIS's as before."""

from __future__ import annotations

from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtCore import pyqtSignal

from ..core.index_format import is_index


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
