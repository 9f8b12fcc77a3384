"""Wires panel, map tools, live query and layers, none of which decides anything."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import folders
from ..core.errors import IndexChangedError, LookalikeError
from ..core.examples import Example
from ..core.hits import Asked, Hits
from ..core.radiometry import titles
from ..core.sentinel2 import ORDERS
from ..gui.panel import Panel
from ..result_layers import Ready, ResultLayers, ready
from ..tasks import IndexSummary, LiveQuery, Thumbnails, Worker
from ..tasks.picture_cache import PictureCache
from ..words import tr
from . import library
from .area_filter import AreaFilter
from .attachments import Attachments
from .builder import Builder
from .footprint_layers import FootprintLayers
from .guide import Guide
from .hit_pictures import HitPictures
from .hit_work import HitWork
from .keeping import Keeping
from .looking import Looking
from .map_query import MapQuery
from .marking import Marking
from .memory import Memory
from .messages import Messages
from .opening import Opening
from .pointing import Pointing
from .properties import Properties
from .query_view import QueryView
from .query_ways import QueryWays
from .redrawing import Redrawing
from .refining import Refining
from .saving import Saving
from .sharing import Sharing
from .similarity_map import SimilarityMap
from .updater import Updater


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
        self.messages = Messages(iface, self.packages_asked.emit)
        self._worker = Worker(self)
        self.opening = Opening(panel.index_section, self._worker, self)
        self.live = LiveQuery(self._worker, ready, self)
        self.result_layers = ResultLayers()
        self.looking = Looking(iface.mapCanvas())
        self.redrawing = Redrawing(iface.mapCanvases, "query", "hits", parent=self)
        self.area_filter = AreaFilter(iface.mapCanvas(), panel.filters.area, self._worker, self)
        self.marking = Marking(panel.examples, self)
        self.refining = Refining(panel.refine, self.marking, self)
        canvas = iface.mapCanvas()
        asking = (panel, Pointing(canvas, panel), self.marking, self._worker, self)
        self.map_query = MapQuery(canvas, *asking)
        self.query_ways = QueryWays(canvas, *asking)
        self.query_view = QueryView(panel, self)
        self.memory = Memory(panel, self.marking, self)
        self.kept_pictures = PictureCache(folders.pictures(), 0)
        self.thumbnails = Thumbnails(self, self.kept_pictures)
        self.hit_work = HitWork(panel, self.marking, self.looking, self)
        self.pictures = HitPictures(panel, self.thumbnails, self)
        self.saving = Saving(panel, self)
        self.sharing = Sharing(panel, self.marking, self._worker, self)
        self.attachments = Attachments(self)
        self.keeping = Keeping(panel, self.attachments, self._worker, self)
        map_menu = panel.results.map_menu
        self.similarity_map = SimilarityMap(map_menu, canvas, self.attachments, self)
        self.builder = Builder(iface, self)
        self.updater = Updater(iface, self._worker, self)
        self.properties = Properties(self)
        self.footprints = FootprintLayers(self)
        self.guide = Guide(panel, self)
        self._connect()
        panel.query_section.show_profiles(list(titles().items()))
        panel.query_section.order.list_orders(list(ORDERS))
        self.open_index(library.first_index())

    def stop(self) -> None:
        """End thread and children, and leave nothing on the canvas."""
        self.memory.stop()
        self.messages.take_back()
        self.builder.stop()
        self.updater.stop()
        self.area_filter.remove()
        self.live.stop()
        self.result_layers.stop()
        self.thumbnails.stop()
        self.query_view.stop()
        self.saving.stop()
        self.keeping.stop()
        self.properties.stop()
        self.footprints.stop()
        self.similarity_map.stop()
        self.redrawing.stop()
        self.attachments.stop()
        self.map_query.remove()
        self.looking.remove()

    def _connect(self) -> None:
        index = self._panel.index_section
        self.area_filter.failed.connect(self.messages.tell)
        reading = tr("Reading the area…")
        self.area_filter.reading.connect(lambda on: self._panel.show_busy(on, reading))
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self._on_not_opened)
        self.opening.company_asked.connect(self.memory.ask_in)
        self._panel.indexes.dropped.connect(self._open_dropped)
        index.build_asked.connect(self.builder.show)
        index.zoom_asked.connect(self._zoom_to_index)
        index.properties_asked.connect(self._show_properties)
        index.footprints_asked.connect(self._make_footprints)
        index.update_asked.connect(self._show_update)
        self.properties.update_asked.connect(self.updater.show)
        self.updater.updated.connect(self._on_updated)
        self.updater.failed.connect(self.messages.tell)
        self.updater.packages_asked.connect(self.packages_asked)
        self.footprints.failed.connect(self.messages.tell)
        self.builder.built.connect(self.open_index)
        self.builder.packages_asked.connect(self.packages_asked)
        self._panel.query_section.options_changed.connect(self._ask_anew)
        self._panel.filters.changed.connect(self._ask_anew)
        self._panel.examples.refine_asked.connect(self.refining.start)
        self.map_query.previewed.connect(self._ask)
        self.map_query.failed.connect(self._on_refusal)
        self.map_query.cancelled.connect(self._on_cancelled)
        self.query_ways.failed.connect(self._on_refusal)
        self.memory.indexes_asked.connect(self.opening.open_together)
        self.marking.changed.connect(self._ask_anew)
        self.marking.emptied.connect(self._on_emptied)
        self.marking.shown.connect(self._show_example)
        self.refining.looked_at.connect(self.hit_work.look_at)
        self.refining.looked_at.connect(self.pictures.show_in_walk)
        self.hit_work.failed.connect(self.messages.tell)
        self.saving.failed.connect(self.messages.tell)
        self.saving.saved.connect(self.messages.tell_saved)
        self.keeping.failed.connect(self.messages.tell)
        self.similarity_map.failed.connect(self._on_map_failure)
        labels = self._panel.results.map_menu.labels
        labels.toggled.connect(self.result_layers.label)
        self.result_layers.label(labels.isChecked())
        self.sharing.failed.connect(self.messages.tell)
        self.sharing.saved.connect(self.messages.tell_saved)
        self.sharing.lost.connect(self.messages.warn)
        self._panel.results.histogram.count_changed.connect(self.result_layers.limit)
        self.guide.sample_asked.connect(self.open_index)
        self.saving.saved.connect(self.guide.saved)
        self.live.answered.connect(self._on_answer)
        self.live.failed.connect(self._on_failure)
        self.live.busy.connect(self._panel.show_busy)

    def look_for_packages(self) -> None:
        """Say no longer what was so before packages were installed or removed."""
        self.builder.look_for_packages()
        self.updater.look_for_packages()
        if self.messages.look_for_packages() and self._panel.results.on_map() is None:
            self._panel.show_nothing()

    # -- index

    def open_index(self, path: str) -> None:
        """Open an index alone; the answer comes from the worker."""
        self.opening.open(path)

    def _open_dropped(self, paths: tuple[str, ...]) -> None:
        self.open_index(paths[0])

    def _on_opened(self, index: IndexSummary) -> None:
        self.messages.take_back()
        self.live.drop()
        self.keeping.make_way(None)
        self.marking.clear()
        self.thumbnails.forget()
        self._panel.show_index(index)
        self.query_ways.index_opened()
        self.map_query.look_at_raster()
        self.memory.index_opened()
        self.guide.index_opened()

    def _on_not_opened(self, paths: tuple[str, ...], error: LookalikeError) -> None:
        self.memory.index_failed(paths)
        self.messages.tell(error)

    def _show_update(self) -> None:
        self.updater.show(self.opening.paths[0])

    def _on_updated(self, path: str) -> None:
        if path in self.opening.paths:
            self._reopen()

    def _reopen(self) -> None:
        """Open what was replaced, as it is now, unless the user has chosen others."""
        if not self.opening.is_busy:
            self.memory.reopen()

    def _show_properties(self) -> None:
        self.properties.show(self.opening.paths, self._iface.mainWindow())

    def _make_footprints(self) -> None:
        for path in self.opening.paths:
            self.footprints.make(path, self._panel.index.rows)

    def _zoom_to_index(self) -> None:
        if self._panel.index and self._panel.index.extent:
            self.looking.zoom(self._panel.index.extent, 1.1)

    # -- query and answer

    def _ask(self, examples: tuple[Example, ...]) -> None:
        if examples and self._panel.index is not None:
            self.live.submit(self._panel.request(examples))

    def _ask_anew(self) -> None:
        examples = self.marking.examples
        if any(example.wanted for example in examples):
            self._ask(examples)
        elif examples:
            self._panel.say(tr("No wanted example is left: mark an example or a hit with +."))

    def _on_answer(self, hits: Hits, answer: Ready) -> None:
        self.map_query.clear()
        self.query_view.follow(hits)
        self.messages.take_back()
        is_final = self.marking.confirm(hits)
        if is_final:
            self.memory.remember(hits)
            self.guide.follow(hits)
            self.similarity_map.follow(hits)
        self.keeping.make_way(hits, is_final)
        self.result_layers.show(answer)
        self._panel.show_hits(hits)
        self.result_layers.limit(self._panel.results.histogram.count)
        self.redrawing.changed()
        self.refining.take(hits)

    def _on_emptied(self) -> None:
        self.live.drop()
        self.result_layers.clear()
        self.redrawing.changed()
        self.query_view.forget()
        self.similarity_map.forget()
        self._panel.show_nothing()
        self.refining.take(None)

    def _on_cancelled(self) -> None:
        """Return from what was still being drawn to the query that was answered last."""
        self.live.drop()
        self.marking.take_back()
        shown = self._panel.results.on_map()
        if not self.marking.examples:
            self._on_emptied()
        elif shown is None or shown.asked != self.marking.confirmed:
            self._ask_anew()

    def _on_failure(self, error: LookalikeError) -> None:
        if self.map_query.is_drawing:
            return  # it may yet come to lie well
        self.marking.take_back()
        if isinstance(error, IndexChangedError):
            self.map_query.clear()
            self._on_changed(error)
            return
        self.refining.retry()
        self._on_refusal(error)

    def _on_map_failure(self, error: LookalikeError) -> None:
        if isinstance(error, IndexChangedError):  # noticed first where the map follows the view
            self._on_changed(error)
        else:
            self.messages.tell(error)

    def _on_changed(self, error: IndexChangedError) -> None:
        self.messages.warn(error)
        self._reopen()

    def _on_refusal(self, error: LookalikeError) -> None:
        """Say why there is nothing to ask with; what is being asked goes on."""
        self.map_query.clear()
        self._panel.show_failure()
        self.messages.tell(error)

    def _show_example(self, asked: Asked) -> None:
        self.looking.zoom_to_patches(asked.footprints)
