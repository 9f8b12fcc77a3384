"""The dock: index, query, results and a line that says how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..core.errors import NoIndexError
from ..core.examples import Example, QueryRequest
from ..core.index_format import is_index
from ..words import count, duration, patches, tr
from .examples_section import ExamplesSection
from .file_drop import FileDrop, is_geopackage, is_image
from .filters_section import FiltersSection
from .first_steps import FirstSteps
from .history_buttons import HistoryButtons
from .index_section import IndexSection
from .query_section import QuerySection, offset_notice
from .refine_bar import RefineBar
from .results_section import ResultsSection
from .upper import Upper
from .whats_this import WhatsThis

if TYPE_CHECKING:
    from ..core.hits import Hits
    from ..tasks import IndexSummary

PATIENCE = 150  # ms before a word like "Searching…" is worth reading
HITS_SHARE = 0.55  # of the panel's height, once there are hits
LEAST_WIDTH = 312  # px; QGIS makes a new panel as narrow as it can be


class Panel(QgsDockWidget):
    """Shows what it is told and says what the user chose; it decides nothing.

    Attributes
    ----------
    first_steps, index_section, query_section, examples, filters, refine, results, history
        The parts, from top to bottom.
    indexes, files, example_files : FileDrop
    """

    def __init__(self, model_folders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Lookalike"), parent)
        self.setObjectName("lookalikePanel")
        self._model_folders = tuple(model_folders)
        self.index: IndexSummary | None = None
        self.first_steps = FirstSteps()
        self.index_section = IndexSection()
        self.query_section = QuerySection()
        self.examples = ExamplesSection()
        self.filters = FiltersSection()
        self.refine = RefineBar()
        self.results = ResultsSection()
        self.history = HistoryButtons()
        self.indexes = FileDrop(self, is_index)
        self.state = QLabel()
        self.state.setObjectName("lookalikeState")
        self.state.setWordWrap(True)
        self._doing: list[str] = []  # what goes on, the last one last
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE)
        self._waiting.timeout.connect(self._say_doing)
        content = QWidget()
        content.setMinimumWidth(LEAST_WIDTH)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        above = (self.first_steps, self.index_section, self.query_section, self.examples)
        self._upper = Upper(self.query_section.ways, *above, self.filters)
        layout.addWidget(self._upper)
        layout.addWidget(self.refine)
        layout.addWidget(self.results, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.state, 1)
        bottom.addWidget(self.history, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(bottom)
        self.setWidget(content)
        self.results.model.modelReset.connect(self._share_out)
        self.files = FileDrop(self, is_image)
        self.example_files = FileDrop(self, is_geopackage)
        self._explain()
        for step in self.history.steps:
            content.addAction(step)  # its keys work all over the panel
        self.show_index(None)

    def _explain(self) -> None:
        """Let What's This tell of each section where no control of it is under the mouse."""
        for section, text in (
            (
                self.index_section,
                tr("The index that is searched: the codes and places of its patches"),
            ),
            (
                self.query_section,
                tr("What the query is taken from: a raster layer, or an indexed patch"),
            ),
            (
                self.examples,
                tr(
                    "The examples of the query: hits look like the wanted ones, and unlike the "
                    "unwanted ones"
                ),
            ),
            (
                self.filters,
                tr("What the hits are restricted to. Filters apply before the ranking."),
            ),
            (self.results, tr("The hits, the most similar first")),
            (
                self.refine,
                tr("The best hits one by one: say with the arrow keys whether each is wanted"),
            ),
        ):
            section.setWhatsThis(text)
        WhatsThis(self)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of back and forward to the panel while it has the focus.

        QGIS's own actions have the same keys, so as shortcuts neither would do anything.
        """
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed or event.type() == QEvent.Type.ShortcutOverride:
            step = self.history.step_of(event)
            if step is not None:
                event.accept()
                if pressed:
                    step.trigger()
                return True
        return bool(super().event(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give hits more than half of the height; what is above them scrolls."""
        rest = round((1 - HITS_SHARE) * self.height())
        self._upper.limit(rest if self.results.model.rowCount() else None)

    def request(self, examples: Sequence[Example]) -> QueryRequest:
        """Make a request of examples and of what is chosen here.

        Raises
        ------
        NoIndexError
            If no index is open.
        """
        if self.index is None:
            raise NoIndexError
        return QueryRequest(
            indexes=self.index.paths,
            examples=tuple(examples),
            k=self.query_section.k.value(),
            model_folders=self._model_folders,
            keep_overlapping=self.query_section.overlapping.isChecked(),
            filters=self.filters.filters(),
            each=self.query_section.each,
            states=self.index.states,
        )

    def use_models(self, model_folders: Sequence[str]) -> bool:
        """Look for the models of indexes in these folders; say whether they are others."""
        before, self._model_folders = self._model_folders, tuple(model_folders)
        return before != self._model_folders

    def show_index(self, index: IndexSummary | None) -> None:
        """Show another index; hits of the last one go."""
        self.index = index
        self.index_section.show_index(index)
        self.query_section.setEnabled(index is not None)
        self.filters.show_index(index)
        self.filters.setEnabled(index is not None)
        self.results.show_hits(None)
        if index is None:
            self.say(tr("Choose, open or build an index to begin."))
        else:
            self.show_nothing()

    def show_nothing(self) -> None:
        """Show that there is no query any more."""
        self.results.show_hits(None)
        press = tr("Press “{button}”, then click on the map.")
        button = self.query_section.tool.text().replace("&", "")
        self.say(press.format(button=button) if self.index else "")

    def show_hits(self, hits: Hits) -> None:
        """Show an answer."""
        self.results.show_hits(hits)
        rows = self.index.rows if self.index else 0
        if hits.searched < rows:
            searched = tr("{passing} of {patches} searched in {time}")
        else:
            searched = tr("{patches} searched in {time}")
        searched = searched.format(
            passing=count(hits.searched), patches=patches(rows), time=duration(hits.seconds)
        )
        if not hits.hits and not hits.searched and rows:
            searched = tr("No patch passes the filters.")
        elif not hits.hits and not hits.request.keep_overlapping:
            searched = tr("No hits except patches that overlap the query: tick “Overlapping hits”.")
        elif not hits.hits:
            searched = tr("No hits. ") + searched
        elif hits.request.k > len(hits.hits):
            searched += tr(" · only {count} found").format(count=count(len(hits.hits)))
        if hits.reading:
            searched += tr(" · query read as “{reading}”").format(reading=hits.reading)
        for one in hits.asked:
            if one.whole:
                searched += tr(
                    " · searched with a regular sample of {n} of the query's {whole} patches"
                ).format(n=count(len(one.footprints)), whole=count(one.whole))
        offset = offset_notice(hits.reading) if hits.looks_offset else ""
        self.say(searched, " ".join(filter(None, (hits.notice, offset))))

    def show_busy(self, busy: bool, doing: str = "") -> None:
        """Say what goes on, by default a search, once it takes long enough to be asked about."""
        doing = doing or tr("Searching…")
        others = [one for one in self._doing if one != doing]
        self._doing = [*others, doing] if busy else others
        if not self._doing:
            self._waiting.stop()
        elif not self._waiting.isActive():
            self._waiting.start()
        if not busy and self.state.text() == doing:
            self.state.clear()

    def show_failure(self) -> None:
        """Say that the hits are still those of an earlier query; the message bar says why."""
        kept = bool(self.results.model.rowCount())
        if kept:
            self.say(tr("No new hits; those of the last query are still shown."))
        else:
            self.say(tr("No hits: the message above the map says why."))

    def _say_doing(self) -> None:
        self.say(self._doing[-1])

    def say(self, text: str, notice: str = "") -> None:
        """Set the state line; a notice comes before it, because it questions the hits."""
        self._waiting.stop()
        self.state.setText(f"⚠ {notice}\n{text}" if notice else text)
