"""The tools that take a query on the map, and how the raster is read that they draw on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Callable

from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import layers
from ..core.errors import BandsError, LookalikeError
from ..core.examples import Example
from ..gui.map_tool import CrossHairTool, DrawTool, PickTool
from ..gui.panel import Panel
from ..gui.polygon_tool import PolygonTool
from ..tasks import RasterSummary, Worker, describe_raster
from ..tasks.reporting import for_user
from .marking import Marking
from .pointing import WHILE_MOVING, Pointing


class MapQuery(QObject):
    """Turns clicks, boxes and polygons into examples.

    Signals
    -------
    previewed(tuple of Example)
        Of what is still being drawn.
    failed(LookalikeError)
    cancelled()
    """

    previewed = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(
        self,
        canvas: QgsMapCanvas,
        panel: Panel,
        pointing: Pointing,
        marking: Marking,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._panel, self._worker = canvas, panel, worker
        self._pointing, self._marking = pointing, marking
        self._looks = 0  # so often at a raster: what is found out at an earlier one is late
        self.pick, self.draw = PickTool(canvas), DrawTool(canvas)
        self.polygon = PolygonTool(canvas)
        self._tools = (self.pick, self.draw, self.polygon)
        self.pick.picked.connect(self._on_picked)
        self.draw.boxed.connect(self._on_boxed)
        self.polygon.moved.connect(self._on_moved)
        self.polygon.outlined.connect(self._on_outlined)
        query = panel.query_section
        for tool in self._tools:
            tool.setAction(query.polygon if tool is self.polygon else query.tool)
            tool.cancelled.connect(self.cancelled)
        query.tool.triggered.connect(self._use_tool)
        query.polygon.triggered.connect(self._use_polygon)
        query.kind_changed.connect(self._on_kind)
        query.raster_changed.connect(self.look_at_raster)
        QgsProject.instance().cleared.connect(self._give_up)

    def remove(self) -> None:
        """Leave nothing on the canvas."""
        self.blockSignals(True)
        QgsProject.instance().cleared.disconnect(self._give_up)
        for tool in self._tools:
            tool.remove()

    @property
    def is_drawing(self) -> bool:
        """Whether something is drawn that is not finished."""
        return self.draw.is_drawing or self.polygon.is_drawing

    def clear(self) -> None:
        """Take what was drawn off the canvas, unless it is not finished."""
        if not self.is_drawing:
            self.draw.clear()

    def _give_up(self) -> None:
        """Draw no further on a map that has gone."""
        for tool in (self.draw, self.polygon):
            if tool.is_drawing:
                tool.escape()

    def look_at_raster(self) -> None:
        """Ask the worker how the chosen raster's numbers would be read."""
        self._looks += 1
        query, index = self._panel.query_section, self._panel.index
        query.show_reading(None)
        if not query.draws or index is None:
            return
        try:
            path = layers.raster_file(query.raster_layer)
        except LookalikeError as error:
            query.show_problem(str(error))
            return
        job = partial(describe_raster, path, index.bands, query.profile, query.bands)
        self._worker.give(job, partial(self._on_raster, self._looks, index.readings))

    def _on_raster(
        self,
        look: int,
        readings: Sequence[str],
        raster: RasterSummary | None,
        error: Exception | None,
    ) -> None:
        query = self._panel.query_section
        if look != self._looks:
            return  # about something that is no longer chosen
        if raster is None:
            query.show_problem(str(for_user(error)), isinstance(error, BandsError))
        else:
            query.show_reading(raster, readings)

    def _use_tool(self, on: bool) -> None:
        self._use(self.draw if self._panel.query_section.draws else self.pick, on)

    def _use_polygon(self, on: bool) -> None:
        self._use(self.polygon, on)

    def _use(self, tool: CrossHairTool, on: bool) -> None:
        if on:
            tool.take_map()
        else:
            tool.leave()

    def _on_kind(self) -> None:
        if self._canvas.mapTool() in (self.pick, self.draw):
            self._use_tool(True)
        self.look_at_raster()

    # -- what the tools say

    def _on_picked(self, point: QgsPointXY, reach: float) -> None:
        self._take(partial(self._pointing.at, point, reach), self.pick.sign)

    def _on_boxed(self, box: QgsRectangle, final: bool) -> None:
        if final:
            self._take(partial(self._pointing.box, box), self.draw.sign)
        else:
            self._preview(partial(self._pointing.box, box, WHILE_MOVING), self.draw.sign)

    def _on_moved(self, outline: QgsGeometry) -> None:
        make = partial(self._pointing.shapes, [outline], most=WHILE_MOVING)
        self._preview(make, self.polygon.sign)

    def _on_outlined(self, outline: QgsGeometry) -> None:
        self._take(partial(self._pointing.shapes, [outline]), self.polygon.sign)

    def _take(self, make: Callable[[], Example], sign: bool | None) -> None:
        try:
            self._marking.take(make(), sign)
        except LookalikeError as error:
            self.failed.emit(error)

    def _preview(self, make: Callable[[], Example], sign: bool | None) -> None:
        try:
            self.previewed.emit(self._marking.with_example(make(), sign))
        except LookalikeError:
            return  # it may yet come to lie well
