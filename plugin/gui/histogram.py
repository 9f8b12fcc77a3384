"""How far the hits are from the query, and how many of them the map shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtCore import QEvent, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QApplication, QSizePolicy, QWidget

from ..words import decimal, tr

HEIGHT = 44  # px
MOST_BARS = 48
MARGIN = 4  # px


class Histogram(QWidget):
    """Bars of distances with a threshold to drag; the hits up to it are on the map.

    Signals
    -------
    count_changed(int)
        So many of the best hits are to be on the map.
    """

    count_changed = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeHistogram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(
            tr(
                "How far the hits are from the query. Drag the line, or press ← and →, "
                "to choose how many hits the map shows; double-click to show all."
            )
        )
        self._scores = np.zeros(0)
        self._count = 0
        self._threshold: float | None = None  # None: all

    @property
    def count(self) -> int:
        """How many hits are on the map."""
        return self._count

    @property
    def threshold(self) -> float | None:
        """Distance up to which hits are on the map; None: all."""
        return self._threshold

    def show_scores(self, scores: Sequence[float], threshold: float | None = None) -> None:
        """Show the distances of other hits, best first.

        Parameters
        ----------
        scores : sequence of float
        threshold : float, optional
            See the property.
        """
        self._scores = np.asarray(scores, np.float64)
        self._threshold = threshold
        self._count = self._within(self._threshold)
        self.update()

    def show_count(self, count: int) -> None:
        """Choose how many hits are on the map; at least one."""
        count = max(1, min(count, len(self._scores)))
        self._threshold = None if count == len(self._scores) else float(self._scores[count - 1])
        self._set_count(count)

    def text(self) -> str:
        """Say how many hits are on the map."""
        if not len(self._scores):
            return ""
        if self._count == len(self._scores):
            return tr("all on the map")
        return tr("{count} of {all} on the map").format(count=self._count, all=len(self._scores))

    def reach(self) -> str:
        """Say how far the hits on the map reach."""
        if not self._count:
            return ""
        return tr("up to a distance of {bits} bits").format(
            bits=decimal(self._scores[self._count - 1], 1)
        )

    def _within(self, threshold: float | None) -> int:
        if threshold is None:
            return len(self._scores)
        return int(np.searchsorted(self._scores, threshold, side="right"))

    def _set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)
        self.update()

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_to(event.pos().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.pos().x())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_count(len(self._scores))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())
        if step is not None:
            self.show_count(self._count + step)
        elif event.key() == Qt.Key.Key_End:
            self.show_count(len(self._scores))
        elif event.key() == Qt.Key.Key_Home:
            self.show_count(1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _drag_to(self, x: int) -> None:
        if len(self._scores):
            low, high = self._range()
            share = (x - MARGIN) / max(1, self.width() - 2 * MARGIN)
            self.show_count(self._within(low + share * (high - low)))

    # -- looks

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def _range(self) -> tuple[float, float]:
        low, high = float(np.floor(self._scores[0])), float(np.ceil(self._scores[-1]))
        return low, max(high, low + 1)

    def paintEvent(self, _event: QEvent) -> None:
        if not len(self._scores):
            return
        painter = QPainter(self)
        low, high = self._range()
        bars = min(MOST_BARS, max(8, int(high - low)))
        counts, edges = np.histogram(self._scores, bars, (low, high))
        width = self.width() - 2 * MARGIN
        room = self.height() - 4
        shown = self._scores[self._count - 1] if self._count else low
        palette = QApplication.palette()  # a theme's; a widget's own may be older
        bright = palette.color(QPalette.ColorRole.Highlight)
        dim = QColor(palette.color(QPalette.ColorRole.WindowText))
        dim.setAlpha(60)
        for number, count in enumerate(counts.tolist()):
            left = MARGIN + width * number / bars
            height = room * count / max(1, int(counts.max()))
            bar = QRectF(left, self.height() - 2 - height, max(1.0, width / bars - 1), height)
            painter.fillRect(bar, bright if edges[number] <= shown else dim)
        self._paint_threshold(painter, MARGIN + width * (shown - low) / (high - low))
        painter.end()

    def _paint_threshold(self, painter: QPainter, x: float) -> None:
        if self._count == len(self._scores):
            x = self.width() - MARGIN
        colour = QApplication.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(colour, 2 if self.hasFocus() else 1))
        painter.drawLine(int(x), 0, int(x), self.height())
        painter.fillRect(QRectF(x - 2.5, 0, 6, 8), colour)
