"""The selected hit on the map: its footprint, and a ring that is seen from afar."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from .compat import POINT, POLYGON

COLOUR = QColor(255, 140, 0)


class Highlight:
    """Two rubber bands on a canvas."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._outline = QgsRubberBand(canvas, POLYGON)
        self._outline.setFillColor(QColor(0, 0, 0, 0))
        self._outline.setStrokeColor(COLOUR)
        self._outline.setWidth(3)
        self._ring = QgsRubberBand(canvas, POINT)
        self._ring.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._ring.setIconSize(18)
        self._ring.setFillColor(QColor(0, 0, 0, 0))
        self._ring.setStrokeColor(COLOUR)
        self._ring.setWidth(3)
        self._shown: tuple[QgsGeometry, QgsCoordinateReferenceSystem] | None = None
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, corners: list[list[float]], crs: str) -> None:
        """Mark a footprint, given by its corners."""
        ring = [QgsPointXY(x, y) for x, y in corners]
        geometry = QgsGeometry.fromPolygonXY([[*ring, ring[0]]])
        self._shown = (geometry, QgsCoordinateReferenceSystem(crs))
        self._draw()

    def clear(self) -> None:
        """Mark nothing."""
        self._shown = None
        self._draw()

    def remove(self) -> None:
        """Leave nothing on the canvas."""
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        for band in (self._outline, self._ring):
            self._canvas.scene().removeItem(band)

    def _draw(self) -> None:
        self._outline.reset(POLYGON)
        self._ring.reset(POINT)
        if self._shown is None:
            return
        geometry, crs = self._shown
        try:
            self._outline.setToGeometry(geometry, crs)
            self._ring.setToGeometry(geometry.centroid(), crs)
        except QgsCsException:  # no place in this projection: nothing to mark
            self._outline.reset(POLYGON)
            self._ring.reset(POINT)
