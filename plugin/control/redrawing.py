"""Draws layers once more that changed while the map was being drawn.

QGIS keeps a picture of each layer. One that it began to draw before a change, and that is finished
only when the next drawing has begun, it keeps as the newest: where that drawing, too, gives way to
another one, the map goes on showing the layer as it was, until it is moved.
"""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..result_layers import find


class Redrawing(QObject):
    """Sees to it that the map comes to rest with the layers as they are.

    Parameters
    ----------
    canvas : QgsMapCanvas
    *roles : str
        Of the layers, as `find` knows them.
    """

    def __init__(self, canvas: QgsMapCanvas, *roles: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._roles = canvas, roles
        self._late = False
        canvas.mapCanvasRefreshed.connect(self._on_drawn)

    def changed(self) -> None:
        """Take notice that the layers were changed just now."""
        self._late = self._late or self._canvas.isDrawing()

    def stop(self) -> None:
        """Look at the canvas no more."""
        self._canvas.mapCanvasRefreshed.disconnect(self._on_drawn)

    def _on_drawn(self) -> None:
        if self._late and not self._canvas.isDrawing():
            self._late = False
            for layer in filter(None, map(find, self._roles)):
                layer.triggerRepaint()
