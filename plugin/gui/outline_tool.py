"""An area drawn on the map: a box by dragging, a polygon by clicks."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from .compat import POLYGON
from .map_tool import CrossHairTool

COLOUR = QColor(31, 120, 180)
FEWEST = 3  # corners


def area_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """Make the dashed outline that an area has on the map."""
    band = QgsRubberBand(canvas, POLYGON)
    band.setStrokeColor(COLOUR)
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setLineStyle(Qt.PenStyle.DashLine)
    band.setWidth(2)
    return band


class OutlineTool(CrossHairTool):
    """Drag: a box. Clicks: the corners of a polygon; double click, right click or Enter closes it.

    Backspace takes the last corner back; Esc takes all back, then leaves the tool.

    Signals
    -------
    outlined(QgsGeometry)
        A polygon in the canvas's CRS.
    """

    outlined = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corners: list[QgsPointXY] = []
        self._is_drag = False
        self._band = area_band(canvas)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (event.pos(), event.mapPoint())
            self._is_drag = False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._pressed is not None and not self._corners:
            way = (event.pos() - self._pressed[0]).manhattanLength()
            self._is_drag = self._is_drag or way >= QApplication.startDragDistance()
        if self._is_drag:
            self._show(_box(self._pressed[1], event.mapPoint()))
        elif self._corners:
            self._show(QgsGeometry.fromPolygonXY([[*self._corners, event.mapPoint()]]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            start, self._pressed = self._pressed[1], None
            if self._is_drag:
                self._is_drag = False
                self._tell(_box(start, event.mapPoint()))
            else:
                self._corners.append(event.mapPoint())

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        self._pressed = None  # the release that follows is no corner of its own
        self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._finish()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._corners:
            event.accept()
            self._corners.pop()
            self._show(QgsGeometry.fromPolygonXY([self._corners]))
        else:
            super().keyPressEvent(event)

    def escape(self) -> None:
        if self._corners or self._pressed is not None:
            self.clear()
        else:
            super().escape()

    def clear(self) -> None:
        """Take back what was drawn so far."""
        self._corners, self._pressed, self._is_drag = [], None, False
        self._band.reset(POLYGON)

    def deactivate(self) -> None:
        self.clear()
        super().deactivate()

    def remove(self) -> None:
        super().remove()
        self.canvas().scene().removeItem(self._band)

    def _finish(self) -> None:
        if len(self._corners) >= FEWEST:
            self._tell(QgsGeometry.fromPolygonXY([[*self._corners, self._corners[0]]]))

    def _tell(self, outline: QgsGeometry) -> None:
        self.clear()
        if not outline.isEmpty() and outline.area() > 0:
            self.outlined.emit(outline)

    def _show(self, outline: QgsGeometry) -> None:
        self._band.setToGeometry(outline, None)


def _box(one: QgsPointXY, other: QgsPointXY) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(one, other))
