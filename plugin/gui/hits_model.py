"""Hits as a table: rank, similarity, distance, label, place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QImage, QPalette
from qgis.PyQt.QtWidgets import QApplication

from ..core.hits import NO_HITS, Hit, Ranking
from ..words import decimal, percent, tr
from .compat import flag_number

#: Roles: a hit's picture, whether there is none, whether it is not on the map, the hit itself.
PICTURE, NO_PICTURE, DIMMED, HIT = (flag_number(Qt.ItemDataRole.UserRole) + n for n in range(4))
RANK, SIMILARITY, DISTANCE, LABEL, PLACE = range(5)
#: Plain numbers: a model hands out combined flags to Qt 5 only so, and Qt 6 has no int() of them.
_NUMBERS, _TEXTS = (
    flag_number(side) + flag_number(Qt.AlignmentFlag.AlignVCenter)
    for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
)


class Column(NamedTuple):
    """Title and explanation of one column."""

    title: str
    tip: str


def columns() -> list[Column]:
    """Return the columns in their order."""
    return [
        Column(tr("#"), tr("Rank: 1 is the most similar")),
        Column(
            tr("Similarity"),
            tr(
                "Share of random pairs of patches in this index that are less alike than "
                "query and hit"
            ),
        ),
        Column(
            tr("Bits"),
            tr("Distance: how many bits differ, each weighted by how sure the network is of it"),
        ),
        Column(tr("Label"), tr("Label of the patch in its archive")),
        Column(tr("Place"), tr("Name of the patch in its archive")),
    ]


class Pictures(Protocol):
    """Where pictures of hits come from."""

    def picture(self, hit: Hit) -> QImage | None:
        """Return a picture; None where there is none yet."""

    def is_missing(self, hit: Hit) -> bool:
        """Whether it is known that there is none."""


class HitsModel(QAbstractTableModel):
    """The hits of the last answer; cells are made only for the rows that are seen.

    Attributes
    ----------
    pictures : Pictures or None
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = NO_HITS
        self._examples: Sequence[str] = ()
        self._indexes: Sequence[str] = ()
        self._columns = columns()
        self._is_weighted = False
        self._on_map = 0  # so many hits are on the map
        self.pictures: Pictures | None = None

    def set_hits(
        self, hits: Ranking, examples: Sequence[str] = (), indexes: Sequence[str] = ()
    ) -> None:
        """Show other hits, and say of each which of several examples and indexes it is of.

        Parameters
        ----------
        hits : Ranking
        examples : sequence of str
            Names of those that a hit may be nearest to.
        indexes : sequence of str
            Paths of what was searched.
        """
        self.beginResetModel()
        self._hits = hits
        self._examples, self._indexes = examples, indexes
        self._is_weighted = bool((hits.column("score") != hits.column("distance")).any())
        self._on_map = len(hits)
        self.endResetModel()

    def show_on_map(self, count: int) -> None:
        """Tell how many of the hits are on the map; the others are dimmed."""
        first, last = sorted((count, self._on_map))
        self._on_map = count
        if last > first:
            corners = self.index(first, 0), self.index(last - 1, PLACE)
            self.dataChanged.emit(*corners, [])

    def show_picture(self, row: int) -> None:
        """Tell that the picture of an index's row is there."""
        for number in np.flatnonzero(self._hits.column("row") == row).tolist():
            self.dataChanged.emit(self.index(number, 0), self.index(number, 0), [PICTURE])

    def titles(self) -> list[str]:
        """Return the titles of the columns."""
        return [column.title for column in self._columns]

    def texts(self, column: int) -> list[str]:
        """Return the texts of a column that may be its widest."""
        if column in (LABEL, PLACE):
            labels, ids = (self._hits.column(name).tolist() for name in ("label", "id"))
            return labels if column == LABEL else list(map(place_name, labels, ids))
        return [self._text(self._hits[row], column) for row in (0, -1) if len(self._hits)]

    def hit(self, row: int) -> Hit:
        """Return the hit in a row of the table."""
        return self._hits[row]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBERS if section <= DISTANCE else _TEXTS
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(hit, index.column())
        if role == DIMMED:
            return index.row() >= self._on_map
        if role == Qt.ItemDataRole.ForegroundRole and index.row() >= self._on_map:
            return QApplication.palette().brush(
                QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text
            )
        if role == PICTURE:
            return self.pictures.picture(hit) if self.pictures else None
        if role == NO_PICTURE:
            return self.pictures is None or self.pictures.is_missing(hit)
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (_tip(hit), self._file(hit), self._nearest(hit))))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() <= DISTANCE:
            return _NUMBERS
        return None

    def _file(self, hit: Hit) -> str:
        if len(self._indexes) < 2:
            return ""
        return tr("In the index {name}").format(name=Path(hit.index).stem)

    def _nearest(self, hit: Hit) -> str:
        if len(self._examples) < 2:
            return ""
        return tr("Nearest example: {example}").format(example=self._examples[hit.example])

    def _text(self, hit: Hit, column: int) -> str:
        if column == RANK:
            return str(hit.rank)
        if column == SIMILARITY:
            return percent(hit.similarity)
        if column == DISTANCE:  # the one that orders: whole where no logits weight it
            return decimal(hit.score, 1 if self._is_weighted else 0)
        return hit.label if column == LABEL else place_name(hit.label, hit.id)


def place_name(label: str, name: str) -> str:
    """Return a patch's name without the folder of its label, which stands beside it."""
    return name[len(label) + 1 :] if label and name.startswith(f"{label}/") else name


def _tip(hit: Hit) -> str:
    lines = [
        hit.id,
        tr("Similarity {similarity}, differing bits: {bits}").format(
            similarity=percent(hit.similarity), bits=hit.distance
        ),
        f"{hit.lat:.5f}°, {hit.lon:.5f}°",
        " · ".join(filter(None, (hit.label, hit.time[:10]))),
        hit.source if hit.source != hit.id else "",
    ]
    return "\n".join(filter(None, lines))
