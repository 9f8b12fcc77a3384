"""The hits: a table of them, and what can be done with the one that is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import tr
from .examples_section import sign_of
from .hit_actions import HitActions
from .hits_model import DISTANCE, LABEL, PLACE, RANK, SIMILARITY, HitsModel

if TYPE_CHECKING:
    from ..core.hits import Hit, Hits

LEAST = 240  # px of height


class _Table(QTableView):
    """A table that tells of its keys; `activated` comes by a single click on some platforms."""

    entered_by_key = pyqtSignal(QModelIndex)
    signed = pyqtSignal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = sign_of(event)
        if sign is not None:
            self.signed.emit(sign)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ResultsSection(QWidget):
    """A table of the hits; selecting one shows it, activating one goes there.

    Attributes
    ----------
    actions : HitActions
        What can be done with the current hit.

    Signals
    -------
    hit_selected(Hit or None)
    hit_clicked(Hit)
        By the mouse; the user looks at it.
    hit_activated(Hit)
        By double click or Enter.
    """

    hit_selected = pyqtSignal(object)
    hit_clicked = pyqtSignal(object)
    hit_activated = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeResults")
        self.model = HitsModel(self)
        self.actions = HitActions(self)
        self.table = _table(self.model)
        title = QLabel(tr("&Results"))
        title.setBuddy(self.table)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(title)
        top.addStretch()
        for action in (self.actions.wanted, self.actions.unwanted):
            top.addWidget(_button(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.table)
        self.setMinimumHeight(LEAST)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.entered_by_key.connect(self._on_activated)
        self.table.doubleClicked.connect(self._on_activated)
        self.table.clicked.connect(self._on_clicked)
        self.table.signed.connect(self.actions.mark)
        self.table.customContextMenuRequested.connect(self._on_menu)

    def show_hits(self, hits: Hits | None) -> None:
        """Show the hits of an answer, or none."""
        found = hits.hits if hits else ()
        self.model.set_hits(found)
        self.table.setColumnHidden(LABEL, not any(hit.label for hit in found[:1000]))
        self.table.scrollToTop()
        self.actions.show_hit(None)
        self.hit_selected.emit(None)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        hit = self._hit(current)
        self.actions.show_hit(hit)
        self.hit_selected.emit(hit)

    def _on_clicked(self, index: QModelIndex) -> None:
        if hit := self._hit(index):
            self.hit_clicked.emit(hit)

    def _on_activated(self, index: QModelIndex) -> None:
        if hit := self._hit(index):
            self.hit_activated.emit(hit)

    def _on_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.actions.menu(self.table.viewport().mapToGlobal(at))

    def _hit(self, index: QModelIndex) -> Hit | None:
        return self.model.hit(index.row()) if index.isValid() else None


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"{action.objectName()}Button")
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    return button


def _table(model: HitsModel) -> _Table:
    table = _Table()
    table.setObjectName("lookalikeHits")
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)  # Tab goes on to the next control
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setToolTip(tr("Double click or Enter zooms to a hit; + and − mark it"))
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
