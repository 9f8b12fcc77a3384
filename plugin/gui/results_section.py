"""The list of hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..words import tr
from .hits_model import DISTANCE, LABEL, PLACE, RANK, SIMILARITY, HitsModel

if TYPE_CHECKING:
    from ..core.hits import Hit, Hits


class _Table(QTableView):
    """A table that tells of Enter; `activated` comes by a single click on some platforms."""

    entered_by_key = pyqtSignal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ResultsSection(QWidget):
    """A table of the hits; selecting one shows it, activating one goes there.

    Signals
    -------
    hit_selected(Hit or None)
    hit_activated(Hit)
        By double click or Enter.
    """

    hit_selected = pyqtSignal(object)
    hit_activated = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeResults")
        self.model = HitsModel(self)
        self.table = _table(self.model)
        title = QLabel(tr("&Results"))
        title.setBuddy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addWidget(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.entered_by_key.connect(self._on_activated)
        self.table.doubleClicked.connect(self._on_activated)

    def show_hits(self, hits: Hits | None) -> None:
        """Show the hits of an answer, or none."""
        found = hits.hits if hits else ()
        self.model.set_hits(found)
        self.table.setColumnHidden(LABEL, not any(hit.label for hit in found[:1000]))
        self.table.scrollToTop()
        self.hit_selected.emit(None)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.hit_selected.emit(self._hit(current))

    def _on_activated(self, index: QModelIndex) -> None:
        if hit := self._hit(index):
            self.hit_activated.emit(hit)

    def _hit(self, index: QModelIndex) -> Hit | None:
        return self.model.hit(index.row()) if index.isValid() else None


def _table(model: HitsModel) -> _Table:
    table = _Table()
    table.setObjectName("lookalikeHits")
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)  # Tab goes on to the next control
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setToolTip(tr("Double click or Enter zooms to a hit"))
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(table.fontMetrics().height() + 6)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for column in (LABEL, PLACE):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    digit = table.fontMetrics().horizontalAdvance("0")
    header.setMinimumSectionSize(2 * digit)
    for column, digits in ((RANK, 4), (SIMILARITY, 9), (DISTANCE, 5)):
        header.resizeSection(column, digits * digit + 6)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table
