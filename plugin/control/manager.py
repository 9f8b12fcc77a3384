"""Wires panel, map tools, live query and layers, none of which decides anything."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsCoordinateTransformContext, QgsMapLayer, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from .. import folders, layers
from ..core.errors import LookalikeError
from ..core.examples import Example
from ..core.hits import Asked, Hits
from ..core.radiometry import PROFILES
from ..gui.panel import Panel
from ..result_layers import ResultLayers
from ..tasks import IndexSummary, LiveQuery, Thumbnails, Worker, describe_index
from ..tasks.reporting import for_user
from ..words import tr
from . import library
from .builder import Builder
from .hit_pictures import HitPictures
from .hit_work import HitWork
from .looking import Looking
from .map_query import MapQuery
from .marking import Marking
from .memory import Memory
from .messages import Messages
from .refining import Refining
from .saving import Saving
from .sharing import Sharing


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
        self._context = QgsCoordinateTransformContext()
        self._indexes: tuple[str, ...] = ()  # those that are open, the chosen one first
        self.messages = Messages(iface, self.packages_asked.emit)
        self._worker = Worker(self)
        self.live = LiveQuery(self._worker, self._prepare, self)
        self.result_layers = ResultLayers()
        self.looking = Looking(iface.mapCanvas())
        self.marking = Marking(panel.examples, self)
        self.refining = Refining(panel.refine, self.marking, self)
        self.map_query = MapQuery(iface.mapCanvas(), panel, self.marking, self._worker, self)
        self.memory = Memory(panel, self.marking, self)
        self.thumbnails = Thumbnails(self)
        self.hit_work = HitWork(panel, self.marking, self.looking, self)
        self.pictures = HitPictures(panel, self.thumbnails, self)
        self.saving = Saving(panel, self)
        self.sharing = Sharing(panel, self.marking, self._worker, self)
        self.builder = Builder(iface, self)
        self._connect()
        panel.query_section.show_profiles([(name, p.title) for name, p in PROFILES.items()])
        self.open_index(library.first_index())

    def stop(self) -> None:
        """End thread and children, and leave nothing on the canvas."""
        self.memory.stop()
        self.messages.take_back()
        self.builder.stop()
        self.live.stop()
        self.thumbnails.stop()
        self.saving.stop()
        self.map_query.remove()
        self.looking.remove()

    def _connect(self) -> None:
        index = self._panel.index_section
        index.chosen.connect(self.open_index)
        index.open_asked.connect(self._ask_for_index)
        index.build_asked.connect(self.builder.show)
        index.zoom_asked.connect(self._zoom_to_index)
        self.builder.built.connect(self.open_index)
        self.builder.packages_asked.connect(self.packages_asked)
        self._panel.query_section.options_changed.connect(self._ask_anew)
        self._panel.filters.changed.connect(self._ask_anew)
        self._panel.filters.area.asked.connect(self._find_area)
        self._panel.examples.refine_asked.connect(self.refining.start)
        self.map_query.previewed.connect(self._ask)
        self.map_query.failed.connect(self._on_failure)
        self.map_query.cancelled.connect(self.live.drop)
        self.memory.indexes_asked.connect(self.open_indexes)
        self.marking.changed.connect(self._ask_anew)
        self.marking.emptied.connect(self._on_emptied)
        self.marking.shown.connect(self._show_example)
        self.refining.looked_at.connect(self.hit_work.look_at)
        self.refining.looked_at.connect(self.pictures.show_in_walk)
        self.hit_work.failed.connect(self.messages.tell)
        self.saving.failed.connect(self.messages.tell)
        self.saving.saved.connect(self.messages.tell_saved)
        self.sharing.failed.connect(self.messages.tell)
        self.sharing.saved.connect(self.messages.tell_saved)
        self.sharing.lost.connect(self.messages.warn)
        self._panel.results.histogram.count_changed.connect(self.result_layers.limit)
        self.live.answered.connect(self._on_answer)
        self.live.failed.connect(self._on_failure)
        self.live.busy.connect(self._panel.show_busy)

    # -- index

    def open_index(self, path: str) -> None:
        """Open an index alone."""
        self.open_indexes((path,) if path else ())

    def open_indexes(self, paths: tuple[str, ...]) -> None:
        """Open indexes to be searched together; the answer comes from the worker."""
        self._show_choices()
        if paths:
            self._panel.index_section.choose(paths[0])
            job = partial(describe_index, paths, folders.model_folders())
            self._worker.give(job, self._on_described)

    def _show_choices(self) -> None:
        chosen = self._indexes[0] if self._indexes else ""
        self._panel.index_section.show_choices(library.choices(), chosen)

    def _on_described(self, index: IndexSummary | None, error: Exception | None) -> None:
        if index is None:
            self.memory.index_failed()
            self.messages.tell(for_user(error))
        else:
            self.messages.take_back()
            self.live.drop()
            self.marking.clear()
            self._indexes = index.paths
            library.remember(index.path)
            self.thumbnails.forget()
            self._panel.show_index(index)
            self.map_query.look_at_raster()
            self.memory.index_opened()
        self._show_choices()

    def _ask_for_index(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._panel, tr("Open an index"), "".join(self._indexes[:1]), tr("Lookalike index (*.h5)")
        )
        self.open_index(path)

    def _zoom_to_index(self) -> None:
        if self._panel.index and self._panel.index.extent:
            self.looking.zoom(self._panel.index.extent, 1.1)

    # -- query and answer

    def _find_area(self, layer: QgsMapLayer | None) -> None:
        """Say where a layer lies, or what the map shows."""
        of = self._iface.mapCanvas().mapSettings() if layer is None else layer
        crs = of.destinationCrs() if layer is None else of.crs()
        self._panel.filters.area.take(layers.lonlat_box(of.extent(), crs))

    def _ask(self, examples: tuple[Example, ...]) -> None:
        if examples and self._panel.index is not None:
            self._context = QgsCoordinateTransformContext(QgsProject.instance().transformContext())
            self.live.submit(self._panel.request(examples))

    def _ask_anew(self) -> None:
        examples = self.marking.examples
        if any(example.wanted for example in examples):
            self._ask(examples)
        elif examples:
            self._panel.say(tr("Nothing is wanted: mark an example or a hit with +."))

    def _prepare(self, hits: Hits) -> layers.Features:
        """Make features, in the worker's thread."""
        return layers.features_of(hits, self._context)

    def _on_answer(self, hits: Hits, features: layers.Features) -> None:
        if not self.map_query.draw.is_drawing:
            self.map_query.draw.clear()
        self.messages.take_back()
        if self.marking.confirm(hits):
            self.memory.remember(hits)
        self.result_layers.show(features)
        self._panel.show_hits(hits)
        self.result_layers.limit(self._panel.results.histogram.count)
        self.refining.take(hits)

    def _on_emptied(self) -> None:
        self.live.drop()
        self.result_layers.clear()
        self._panel.show_nothing()
        self.refining.take(None)

    def _on_failure(self, error: LookalikeError) -> None:
        if self.map_query.draw.is_drawing:
            return  # the box may yet come to lie well
        self.map_query.draw.clear()
        self.marking.take_back()
        self._panel.show_failure()
        self.refining.retry()
        self.messages.tell(error)

    def _show_example(self, asked: Asked) -> None:
        self.looking.zoom_to_patches(asked.footprints)
