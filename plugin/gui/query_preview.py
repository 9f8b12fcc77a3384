"""What the network sees of a query: a picture with the outlines of its patches."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..words import tr
from .compat import flag_number
from .map_tool import COLOUR

SIDE = 92  # px
DENSE = 36  # patches; the outlines of more are faint, to leave the picture to be seen


class View(NamedTuple):
    """A picture, and where patches lie in it: (m, 4, 2) corners as shares of its side."""

    image: QImage
    patches: npt.NDArray[np.float64]


class QueryPreview(QWidget):
    """A square that shows a query, or says that there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikePreview")
        self.view: View | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_view(None)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def show_view(self, view: View | None, title: str = "") -> None:
        """Show how a query looks; None: it has no picture."""
        self.view = view
        self.setAccessibleName(title or tr("No picture of a query"))
        self.setToolTip(
            tr("What the network sees: {query}").format(query=title)
            if view
            else tr("Shows what the network sees of a query, where its image is at hand")
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.view is None:
            self._paint_nothing(painter, frame)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, self.view.image)
            self._paint_grid(painter, frame)
        painter.end()

    def _paint_nothing(self, painter: QPainter, frame: QRectF) -> None:
        faint = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        painter.setPen(QPen(faint, 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame)
        painter.drawText(
            frame.adjusted(4, 4, -4, -4),
            flag_number(Qt.AlignmentFlag.AlignCenter) | flag_number(Qt.TextFlag.TextWordWrap),
            tr("no image"),
        )

    def _paint_grid(self, painter: QPainter, frame: QRectF) -> None:
        colour = QColor(COLOUR)
        fine = len(self.view.patches) > DENSE
        colour.setAlpha(110 if fine else 200)
        painter.setPen(QPen(colour, 0.7 if fine else 1.2))
        for patch in self.view.patches.tolist():
            corners = [
                QPointF(frame.x() + x * frame.width(), frame.y() + y * frame.height())
                for x, y in patch
            ]
            painter.drawPolygon(QPolygonF(corners))
