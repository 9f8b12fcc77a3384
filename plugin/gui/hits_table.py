"""Hits as a table."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ..words import tr
from .hits_model import DISTANCE, LABEL, PLACE, RANK, SIMILARITY, HitsModel


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
        self.setToolTip(tr("Double click or Enter zooms to a hit; + and − mark it"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (LABEL, PLACE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        digit = self.fontMetrics().horizontalAdvance("0")
        header.setMinimumSectionSize(2 * digit)
        for column, digits in ((RANK, 5), (SIMILARITY, 9), (DISTANCE, 5)):
            header.resizeSection(column, digits * digit + 6)
