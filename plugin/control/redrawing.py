"""Draws layers once more that changed while a map was being drawn.

QGIS keeps a picture of each layer. One that it began to draw before a change, and that is finished
only when the next drawing has begun, it keeps as the newest: where that drawing, too, gives way to
another one, the map goes on showing the layer as it was, until it is moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..result_layers import find


class Redrawing(QObject):
    """Sees to it that all maps come to rest with the layers as they are.

    Parameters
    ----------
    canvases : callable
        Returns the maps that there are: the user opens and closes some.
    *roles : str
        Of the layers, as `find` knows them.
    """

    def __init__(
        self,
        canvases: Callable[[], Sequence[QgsMapCanvas]],
        *roles: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvases, self._roles = canvases, roles
        self._late: list[QgsMapCanvas] = []  # being drawn when the layers were changed

    def changed(self) -> None:
        """Take notice that the layers were changed just now."""
        for canvas in self._canvases():
            if canvas.isDrawing() and canvas not in self._late:
                self._late.append(canvas)
                canvas.mapCanvasRefreshed.connect(self._on_drawn)

    def stop(self) -> None:
        """Look at no canvas any more."""
        for canvas in self._late:
            if not sip.isdeleted(canvas):
                canvas.mapCanvasRefreshed.disconnect(self._on_drawn)
        self._late.clear()

    def _on_drawn(self) -> None:
        canvas = self.sender()
        if canvas not in self._late or canvas.isDrawing():
            return
        self._late.remove(canvas)
        canvas.mapCanvasRefreshed.disconnect(self._on_drawn)
        for layer in filter(None, map(find, self._roles)):
            layer.triggerRepaint()
