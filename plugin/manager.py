"""Wires panel, map tools, live query and layers, none of which decides anything."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from . import folders, layers, library
from .builder import Builder
from .core.errors import LookalikeError, MissingPackageError, NoIndexError
from .core.examples import MOST_PATCHES, Example
from .core.hits import Hit, Hits
from .core.radiometry import PROFILES
from .gui.highlight import Highlight
from .gui.map_tool import DrawTool, PickTool
from .gui.panel import Panel
from .tasks import (
    IndexSummary,
    LiveQuery,
    RasterSummary,
    Worker,
    describe_index,
    describe_raster,
)
from .tasks.reporting import for_user
from .words import tr

WHILE_MOVING = 16  # patches of a box that is still being drawn
AROUND_HIT = 8.0  # how much of the surroundings a zoom to a hit shows, in footprints


class Manager(QObject):
    """Owns everything that works for the panel; `stop` ends it all.

    Signals
    -------
    packages_asked()
        The user wants to install what is missing.
    """

    packages_asked = pyqtSignal()

    def __init__(self, iface: QgisInterface, panel: Panel) -> None:
        super().__init__()
        self._iface, self._panel = iface, panel
        self._canvas = iface.mapCanvas()
        self._context = QgsCoordinateTransformContext()
        self._examples: tuple[Example, ...] = ()  # of the last query, which options ask anew
        self._index_path = ""
        self._told: QgsMessageBarItem | None = None  # the error in the message bar
        self._worker = Worker(self)
        self.live = LiveQuery(self._worker, self._prepare, self)
        self.result_layers = layers.ResultLayers()
        self._highlight = Highlight(self._canvas)
        self.pick, self.draw = PickTool(self._canvas), DrawTool(self._canvas)
        self.builder = Builder(iface, self)
        self._connect()
        panel.query_section.show_profiles([(name, p.title) for name, p in PROFILES.items()])
        self.open_index(library.first_index())

    def stop(self) -> None:
        """End thread and children, and leave nothing on the canvas."""
        self._take_back()
        self.builder.stop()
        self.live.stop()
        for tool in (self.pick, self.draw):
            tool.remove()
        self._highlight.remove()

    def _connect(self) -> None:
        index, query, results = (
            self._panel.index_section,
            self._panel.query_section,
            self._panel.results,
        )
        index.chosen.connect(self.open_index)
        index.open_asked.connect(self._ask_for_index)
        index.build_asked.connect(self.builder.show)
        index.zoom_asked.connect(self._zoom_to_index)
        self.builder.built.connect(self.open_index)
        self.builder.packages_asked.connect(self.packages_asked)
        query.tool.triggered.connect(self._use_tool)
        query.kind_changed.connect(self._on_kind)
        query.raster_changed.connect(self._look_at_raster)
        query.options_changed.connect(self._ask_anew)
        self.pick.picked.connect(self._on_picked)
        self.draw.boxed.connect(self._on_boxed)
        for tool in (self.pick, self.draw):
            tool.setAction(query.tool)
            tool.cancelled.connect(self.live.drop)
        results.hit_selected.connect(self._show_hit)
        results.hit_activated.connect(self._zoom_to_hit)
        self.live.answered.connect(self._on_answer)
        self.live.failed.connect(self._on_failure)
        self.live.busy.connect(self._panel.show_busy)

    # -- index

    def open_index(self, path: str) -> None:
        """Open an index; the answer comes from the worker."""
        self._panel.index_section.show_choices(library.choices(), self._index_path)
        if path:
            self._panel.index_section.choose(path)
            job = partial(describe_index, path, folders.model_folders())
            self._worker.give(job, partial(self._on_described, path))

    def _on_described(self, path: str, index: IndexSummary | None, error: Exception | None) -> None:
        if index is None:
            self._tell(for_user(error))
        else:
            self._take_back()
            self.live.drop()
            self._examples = ()
            self._index_path = path
            library.remember(path)
            self._panel.show_index(index)
            self._look_at_raster()
        self._panel.index_section.show_choices(library.choices(), self._index_path)

    def _ask_for_index(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._panel, tr("Open an index"), self._index_path, tr("Lookalike index (*.h5)")
        )
        self.open_index(path)

    def _zoom_to_index(self) -> None:
        if self._panel.index and self._panel.index.extent:
            self._zoom(self._panel.index.extent, 1.1)

    # -- query

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
        self._look_at_raster()

    def _look_at_raster(self) -> None:
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

    def _on_picked(self, point: QgsPointXY, reach: float) -> None:
        try:
            if self._panel.index is None:
                raise NoIndexError
            name = self._panel.index.name
            self._ask((layers.place_example(point, self._crs, reach, name),))
        except LookalikeError as error:
            self._on_failure(error)

    def _on_boxed(self, box: QgsRectangle, final: bool) -> None:
        query = self._panel.query_section
        most = MOST_PATCHES if final else WHILE_MOVING
        try:
            example = layers.box_example(box, self._crs, query.raster_layer, query.profile, most)
            self._ask((example,))
        except LookalikeError as error:
            if final:
                self._on_failure(error)

    def _ask(self, examples: tuple[Example, ...]) -> None:
        self._examples = examples
        if examples:
            self._context = QgsCoordinateTransformContext(QgsProject.instance().transformContext())
            self.live.submit(self._panel.request(examples))

    def _ask_anew(self) -> None:
        self._ask(self._examples)

    # -- answers

    def _prepare(self, hits: Hits) -> layers.Features:
        """Make features, in the worker's thread."""
        return layers.features_of(hits, self._context)

    def _on_answer(self, hits: Hits, features: layers.Features) -> None:
        if not self.draw.is_drawing:
            self.draw.clear()
        self._take_back()
        self.result_layers.show(features)
        self._panel.show_hits(hits)

    def _on_failure(self, error: LookalikeError) -> None:
        if self.draw.is_drawing:
            return  # the box may yet come to lie well
        self.draw.clear()
        self._panel.show_failure()
        self._tell(error)

    def _tell(self, error: LookalikeError) -> None:
        """Show an error in place of the last one."""
        self._take_back()
        bar = self._iface.messageBar()
        lacks = isinstance(error, MissingPackageError)
        message = bar.createMessage("Lookalike", error.lack if lacks else str(error))
        if lacks:
            install = QPushButton(tr("Install…"))
            install.clicked.connect(self.packages_asked)
            message.layout().addWidget(install)
        self._told = bar.pushWidget(message, Qgis.MessageLevel.Warning, 0)

    def _take_back(self) -> None:
        """Take the last error away: it was mended, or there is a newer one."""
        bar = self._iface.messageBar()
        if self._told in bar.items():  # the user may have closed it
            bar.popWidget(self._told)
        self._told = None

    # -- looking at hits

    def _show_hit(self, hit: Hit | None) -> None:
        if hit is None:
            self._highlight.clear()
        else:
            self._highlight.show(hit.footprint.tolist(), hit.crs)

    def _zoom_to_hit(self, hit: Hit) -> None:
        corners = layers.lonlat_edges(hit.footprint, hit.crs)
        if corners is not None:
            self._zoom(corners, AROUND_HIT)

    def _zoom(self, edges: tuple[float, float, float, float], margin: float) -> None:
        box = layers.extent_in(self._crs, edges, margin)
        if box is not None:
            self._canvas.setExtent(box)
            self._canvas.refresh()

    @property
    def _crs(self) -> Any:
        return self._canvas.mapSettings().destinationCrs()
