"""A polygon that asks: the hits follow while it is drawn."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt, pyqtSignal

from .map_tool import style_query
from .outline_tool import FEWEST, OutlineTool


class PolygonTool(OutlineTool):
    """As `OutlineTool`; the keys that are held at its first corner say the sign.

    Signals
    -------
    moved(QgsGeometry)
        What would be asked with, were it closed now.
    """

    moved = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        style_query(self._band)
        self._band.setLineStyle(Qt.PenStyle.SolidLine)

    @property
    def is_drawing(self) -> bool:
        """Whether something is drawn that is not finished."""
        return bool(self._corners) or self._is_drag

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if not self.is_drawing and event.button() == Qt.MouseButton.LeftButton:
            self.read_sign(event)
        super().canvasPressEvent(event)

    def escape(self) -> None:
        if self.is_drawing:
            self.cancelled.emit()
        super().escape()

    def deactivate(self) -> None:
        if self.is_drawing:
            self.cancelled.emit()
        super().deactivate()

    def _show(self, outline: QgsGeometry) -> None:
        super()._show(outline)
        if self._is_drag or len(self._corners) >= FEWEST - 1:
            self.moved.emit(outline)
