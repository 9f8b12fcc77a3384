"""The tools that take a query on the map, and how the raster is read that they draw on."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import layers
from ..core.errors import LookalikeError, NoIndexError
from ..core.examples import MOST_PATCHES
from ..gui.map_tool import DrawTool, PickTool
from ..gui.panel import Panel
from ..tasks import RasterSummary, Worker, describe_raster
from ..tasks.reporting import for_user
from .marking import Marking

WHILE_MOVING = 16  # patches of a box that is still being drawn


class MapQuery(QObject):
    """Turns clicks and boxes into examples.

    Signals
    -------
    previewed(tuple of Example)
        Of a box that is still being drawn.
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
        marking: Marking,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._panel, self._marking, self._worker = canvas, panel, marking, worker
        self.pick, self.draw = PickTool(canvas), DrawTool(canvas)
        self.pick.picked.connect(self._on_picked)
        self.draw.boxed.connect(self._on_boxed)
        query = panel.query_section
        for tool in (self.pick, self.draw):
            tool.setAction(query.tool)
            tool.cancelled.connect(self.cancelled)
        query.tool.triggered.connect(self._use_tool)
        query.kind_changed.connect(self._on_kind)
        query.raster_changed.connect(self.look_at_raster)

    def remove(self) -> None:
        """Leave nothing on the canvas."""
        for tool in (self.pick, self.draw):
            tool.remove()

    def look_at_raster(self) -> None:
        """Ask the worker how the chosen raster's numbers would be read."""
        query, index = self._panel.query_section, self._panel.index
        query.show_reading(None)
        if not query.draws or index is None:
            return
        try:
            path = layers.raster_file(query.raster_layer)
        except LookalikeError as error:
            query.show_problem(str(error))
            return
        asked = (path, query.profile, index.path)
        job = partial(describe_raster, path, index.bands, query.profile)
        self._worker.give(job, partial(self._on_raster, asked))

    def _on_raster(
        self, asked: tuple[Any, ...], raster: RasterSummary | None, error: Exception | None
    ) -> None:
        query, index = self._panel.query_section, self._panel.index
        if not query.draws or index is None or asked[1:] != (query.profile, index.path):
            return  # about something that is no longer chosen
        if raster is None:
            query.show_problem(str(for_user(error)))
        else:
            query.show_reading(raster, index.readings)

    def _use_tool(self, on: bool) -> None:
        tool = self.draw if self._panel.query_section.draws else self.pick
        if on:
            self._canvas.setMapTool(tool)
            self._canvas.setFocus()  # for Esc
        else:
            self._canvas.unsetMapTool(tool)

    def _on_kind(self) -> None:
        if self._canvas.mapTool() in (self.pick, self.draw):
            self._use_tool(True)
        self.look_at_raster()

    def _on_picked(self, point: QgsPointXY, reach: float) -> None:
        try:
            if self._panel.index is None:
                raise NoIndexError
            name = self._panel.index.name
            example = layers.place_example(point, self._crs, reach, name)
            self._marking.take(example, self.pick.sign)
        except LookalikeError as error:
            self.failed.emit(error)

    def _on_boxed(self, box: QgsRectangle, final: bool) -> None:
        query = self._panel.query_section
        most = MOST_PATCHES if final else WHILE_MOVING
        try:
            example = layers.box_example(box, self._crs, query.raster_layer, query.profile, most)
            if final:
                self._marking.take(example, self.draw.sign)
            else:
                self.previewed.emit(self._marking.with_example(example, self.draw.sign))
        except LookalikeError as error:
            if final:
                self.failed.emit(error)

    @property
    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()
