"""Hits as a table."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ..words import tr
from .hits_model import LABEL, HitsModel

ROOM = 11  # px beside a text
MEASURED = 20  # texts of a column: the longest


class HitsTable(QTableView):
    """Rank, similarity, distance, label and place of each hit."""

    def __init__(self, model: HitsModel) -> None:
        super().__init__()
        self.setObjectName("lookalikeHits")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setToolTip(tr("Double-click or Enter zooms to a hit; + and − mark it"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(2 * self.fontMetrics().horizontalAdvance("0"))
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Make each column as wide as its longest text; where they have no room they scroll."""
        model, measure = self.model(), self.fontMetrics().horizontalAdvance
        self.setColumnHidden(LABEL, not any(model.texts(LABEL)))
        for column, title in enumerate(model.titles()):
            widest = max(map(measure, (title, *longest(model.texts(column)))))
            self.horizontalHeader().resizeSection(column, widest + ROOM)


def longest(texts: Sequence[str]) -> list[str]:
    """Return those of some texts that may be the widest, without measuring them all."""
    return sorted(dict.fromkeys(texts), key=len)[-MEASURED:]
