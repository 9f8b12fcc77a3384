"""The area that hits may come from: found, drawn, and outlined on the map while it filters."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsGeometry, QgsMapLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import areas
from ..core.outline import Outline
from ..gui.area_choice import AreaChoice
from ..gui.compat import POLYGON
from ..gui.outline_tool import OutlineTool, area_band
from ..tasks import Worker
from ..tasks.reporting import for_user


class AreaFilter(QObject):
    """Joins the choice of an area to the canvas.

    Signals
    -------
    failed(LookalikeError)
    reading(bool)
        Whether the polygons of a layer are being read.
    """

    failed = pyqtSignal(object)
    reading = pyqtSignal(bool)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        choice: AreaChoice,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._choice, self._worker = canvas, choice, worker
        self._asked = 0  # so often for an area: an answer to an older question is late
        self.tool = OutlineTool(canvas)
        self.band = area_band(canvas)
        choice.asked.connect(self._find)
        choice.draw_asked.connect(self._draw)
        choice.shown.connect(self._on_shown)
        canvas.destinationCrsChanged.connect(self._show)
        self.tool.outlined.connect(self._on_outlined)
        self.tool.deactivated.connect(self._on_left)

    def remove(self) -> None:
        """Read no further, and leave nothing on the canvas."""
        self._asked += 1
        self._choice.shown.disconnect(self._on_shown)
        self.tool.deactivated.disconnect(self._on_left)
        self._canvas.destinationCrsChanged.disconnect(self._show)
        self.tool.remove()
        self._canvas.scene().removeItem(self.band)

    def _find(self, layer: QgsMapLayer | None) -> None:
        """Say where a layer lies, or what the map shows."""
        if layer is None:
            map_ = self._canvas.mapSettings()
            self._choice.take(*areas.of_extent(map_.visibleExtent(), map_.destinationCrs()))
        elif areas.has_polygons(layer):
            self._asked += 1
            asked, shapes = self._asked, areas.LayerShapes(layer)
            read = partial(shapes.outline, lambda: asked == self._asked)
            self._worker.give(read, partial(self._on_shapes, asked))
            self.reading.emit(True)
        else:
            self._choice.take(*areas.of_extent(areas.extent_of(layer), layer.crs()))

    def _on_shown(self) -> None:
        """Show another area, and wait no longer for one that is being read."""
        self._asked += 1
        self.reading.emit(False)
        self._show()

    def _on_shapes(self, asked: int, outline: Outline | None, error: Exception | None) -> None:
        if asked != self._asked:
            return
        self.reading.emit(False)
        if outline is None:
            self._choice.keep()
            self.failed.emit(for_user(error))
        else:
            self._choice.take(None, outline)

    def _draw(self) -> None:
        self.tool.take_map(in_between=True)

    def _on_outlined(self, polygon: QgsGeometry) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self._choice.take(None, areas.of_polygon(polygon, crs))
        self.tool.leave()

    def _on_left(self) -> None:
        """Show what filters; where nothing was drawn that is what did before."""
        self._choice.keep()

    def _show(self) -> None:
        self.band.reset(POLYGON)
        outline = self._choice.outline or _of_box(self._choice.box)
        if outline is not None:
            crs = self._canvas.mapSettings().destinationCrs()
            self.band.setToGeometry(areas.on_map(outline, crs), None)


def _of_box(box: tuple[float, float, float, float] | None) -> Outline | None:
    if box is None:
        return None
    west, south, east, north = box
    east += 360 if west > east else 0
    return Outline(((((west, south), (east, south), (east, north), (west, north)),),))
