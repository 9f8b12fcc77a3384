"""The hits, as a table or as pictures, and what can be done with the one that is current."""

from __future__ import annotations

import dataclasses
from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QModelIndex, QPoint, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QLabel,
    QShortcut,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.hits import NO_HITS, Hit, Hits
from ..words import tr
from .compat import WITH_CHILDREN
from .elided_label import ElidedLabel
from .histogram import Histogram
from .hit_actions import HitActions
from .hit_keys import HitKeys
from .hits_grid import HitsGrid
from .hits_model import HitsModel, Pictures
from .hits_table import HitsTable
from .map_menu import MapMenu
from .save_menu import SaveMenu

LEAST, LEAST_EMPTY = 280, 120  # px of height, with hits and without
AS_GRID = "lookalike/grid"


class ResultsSection(QWidget):
    """Hits in two views of one model; selecting one shows it, activating one goes there.

    Attributes
    ----------
    actions : HitActions
        What can be done with the current hit.
    histogram : Histogram
        How many hits are on the map.
    map_menu : MapMenu
        What is on the map beside the hits.
    save : SaveMenu

    Signals
    -------
    hit_selected(Hit or None)
    hit_clicked(Hit)
        By the mouse, or gone on to by key; the user looks at it.
    hit_hovered(Hit or None)
    hit_activated(Hit)
        By double click or Enter.
    """

    hit_selected = pyqtSignal(object)
    hit_clicked = pyqtSignal(object)
    hit_hovered = pyqtSignal(object)
    hit_activated = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeResults")
        self.setMinimumHeight(LEAST_EMPTY)
        self.current: Hit | None = None
        self._hits: Hits | None = None
        self._expected: float | None = None  # threshold of the next hits
        self.model = HitsModel(self)
        self.actions = HitActions(self)
        self.table, self.grid = HitsTable(self.model), HitsGrid(self.model)
        self.grid.setAccessibleName(tr("Res&ults").replace("&", ""))
        self.histogram = Histogram()
        self.reach = ElidedLabel()
        self.reach.setObjectName("lookalikeReach")
        self.map_menu, self.save = MapMenu(), SaveMenu()
        self.as_grid = _button(
            "lookalikeAsGrid", "/mActionIconView.svg", tr("Show the hits as pictures")
        )
        self.as_grid.setCheckable(True)
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        self._views.addWidget(self.grid)
        self._lay_out()
        for view in (self.table, self.grid):
            self._listen_to(view)
        self.grid.signed.connect(self._on_signed)
        self.histogram.count_changed.connect(self._on_count)
        self.as_grid.toggled.connect(self._on_view)
        self.as_grid.setChecked(QgsSettings().value(AS_GRID, False, type=bool))
        for keys, step in (("Ctrl+Down", self.next), ("Ctrl+Up", self.previous)):
            QShortcut(QKeySequence(keys), self, step, context=WITH_CHILDREN)

    def _lay_out(self) -> None:
        title = QLabel(tr("Res&ults"))
        title.setBuddy(self.table)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(title)
        top.addSpacing(8)
        top.addWidget(self.reach, 1)
        for action in (self.actions.wanted, self.actions.unwanted):
            top.addWidget(_action_button(action))
        top.addWidget(self.as_grid)
        top.addWidget(self.map_menu)
        top.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.histogram)
        layout.addWidget(self._views, 1)

    def _listen_to(self, view: QAbstractItemView) -> None:
        keys = HitKeys(view)
        keys.signed.connect(self.actions.mark)
        keys.entered.connect(self._on_enter)
        keys.left.connect(self._on_left)
        view.entered.connect(self._on_hovered)
        view.selectionModel().currentRowChanged.connect(self._on_current)
        view.doubleClicked.connect(self._on_activated)
        view.clicked.connect(self._on_clicked)
        view.customContextMenuRequested.connect(self._on_menu)

    # -- what is shown

    def show_hits(self, hits: Hits | None) -> None:
        """Show the hits of an answer, or none."""
        found = hits.hits if hits else NO_HITS
        threshold = self._expected
        if hits:
            self._expected = None
            if self._hits and hits.beginning == self._hits.beginning:
                threshold = self.histogram.threshold
        self._hits = hits
        examples = [one.name for one in hits.asked] if hits else ()
        self.model.set_hits(found, examples, hits.request.indexes if hits else ())
        self.histogram.show_scores(found.column("score"), threshold)
        self.histogram.setVisible(len(found) > 1)
        self._on_count(self.histogram.count)
        for view in (self.table, self.grid):
            view.scrollToTop()
        self.save.setEnabled(bool(found))
        self.setMinimumHeight(LEAST if found else LEAST_EMPTY)
        self.current = None
        self.actions.show_hit(None)
        self.hit_selected.emit(None)

    def show_pictures(self, pictures: Pictures) -> None:
        """Take pictures of hits from here."""
        self.model.pictures = pictures

    def on_map(self) -> Hits | None:
        """Return the answer with those of its hits that are on the map."""
        if self._hits is None or not self._hits.hits:
            return None
        return dataclasses.replace(self._hits, hits=self._hits.hits[: self.histogram.count])

    def choices(self) -> dict[str, Any]:
        """Return what is chosen here, for a project to keep."""
        return {**self.map_menu.choices(), "threshold": self.histogram.threshold}

    def choose(self, choices: dict[str, Any]) -> None:
        """Choose what a project kept; the threshold waits for the hits."""
        self.map_menu.choose(choices)
        threshold = choices.get("threshold")
        self._expected = float(threshold) if isinstance(threshold, (int, float)) else None

    def next(self) -> None:
        """Go on to the next hit."""
        self._step(1)

    def previous(self) -> None:
        """Go back to the hit before."""
        self._step(-1)

    # -- inside

    @property
    def _view(self) -> QAbstractItemView:
        return self.grid if self.as_grid.isChecked() else self.table

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        row = self.current.rank - 1 + by if self.current else 0
        if 0 <= row < rows:
            self._view.setCurrentIndex(self.model.index(row, 0))
            self.hit_clicked.emit(self.model.hit(row))

    def _on_view(self, as_grid: bool) -> None:
        QgsSettings().setValue(AS_GRID, as_grid)
        current = self.current
        self._views.setCurrentWidget(self._view)
        if current is not None:
            self._view.setCurrentIndex(self.model.index(current.rank - 1, 0))

    def _on_count(self, count: int) -> None:
        self.model.show_on_map(count)
        self.reach.setText(self.histogram.text())
        self.reach.setToolTip(self.histogram.reach())

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current = self._hit(current)
        self.actions.show_hit(self.current)
        self.hit_selected.emit(self.current)

    def _on_clicked(self, index: QModelIndex) -> None:
        if hit := self._hit(index):
            self.hit_clicked.emit(hit)

    def _on_hovered(self, index: QModelIndex) -> None:
        self.hit_hovered.emit(self._hit(index))

    def _on_left(self) -> None:
        self.hit_hovered.emit(None)

    def _on_activated(self, index: QModelIndex) -> None:
        if hit := self._hit(index):
            self.hit_activated.emit(hit)

    def _on_enter(self) -> None:
        self._on_activated(self._view.currentIndex())

    def _on_signed(self, index: QModelIndex, wanted: bool) -> None:
        if hit := self._hit(index):
            self.actions.marked.emit(hit, wanted)

    def _on_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if index.isValid():
            self._view.setCurrentIndex(index)
            self.actions.menu(self._view.viewport().mapToGlobal(at))

    def _hit(self, index: QModelIndex) -> Hit | None:
        return self.model.hit(index.row()) if index.isValid() else None


def _button(name: str, icon: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button


def _action_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"{action.objectName()}Button")
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    return button
