"""Hits as pictures, each with + and − while the mouse is over it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPalette, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..core.hits import Hit
from ..words import percent, tr
from .compat import flag_number
from .examples_section import sign_icon
from .hits_model import DIMMED, HIT, LABEL, NO_PICTURE, PICTURE, PLACE, HitsModel, place_name
from .hits_table import longest

SIDE = 96  # px of a picture
EDGE = 4  # px around it
BUTTON = 24  # px of + and −
BATCH = 500  # cells that are laid out before the window answers again


class _Cell(QStyledItemDelegate):
    """Paints one hit: picture or placeholder, rank and similarity, label or else place.

    Attributes
    ----------
    name_lines : int
        Lines that the longest name needs: 0, 1 or 2.
    """

    name_lines = 0

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        text = (1 + self.name_lines) * option.fontMetrics.height()
        return QSize(SIDE + 2 * EDGE, SIDE + 2 * EDGE + text + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        hit = index.data(HIT)
        if hit is None:
            return
        state, palette = option.state, option.palette
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        if index.data(DIMMED):
            painter.setOpacity(0.4)
        frame = picture_rect(option.rect)
        image = index.data(PICTURE)
        if isinstance(image, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, image)
        else:
            text = tr("no image") if index.data(NO_PICTURE) else "…"
            self._placeholder(painter, palette, frame, text)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        self._caption(painter, option, frame.bottom() + 2, hit)
        painter.setOpacity(1.0)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            self._buttons(painter, frame)
        painter.restore()

    def _placeholder(self, painter: QPainter, palette: QPalette, frame: QRect, text: str) -> None:
        colour = palette.color(QPalette.ColorRole.Text)
        colour.setAlpha(24)
        painter.fillRect(frame, colour)
        colour.setAlpha(90)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        colour.setAlpha(170)
        painter.setPen(colour)
        flags = flag_number(Qt.AlignmentFlag.AlignCenter) | flag_number(
            Qt.TextFlag.TextWrapAnywhere
        )
        painter.drawText(frame.adjusted(4, BUTTON, -4, -BUTTON), flags, text)

    def _caption(self, painter: QPainter, option: QStyleOptionViewItem, top: int, hit: Hit) -> None:
        room = option.rect.width() * self.name_lines - 12 * (self.name_lines - 1)
        name = hit.label or place_name(hit.label, hit.id)
        name = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        below = QRect(option.rect)
        below.setTop(top)
        flags = flag_number(Qt.AlignmentFlag.AlignHCenter) | flag_number(
            Qt.TextFlag.TextWrapAnywhere
        )
        painter.drawText(below, flags, f"{hit.rank} · {percent(hit.similarity)}\n{name}")

    def _buttons(self, painter: QPainter, frame: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for wanted in (True, False):
            button = sign_rect(frame, wanted)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 215))
            painter.drawRoundedRect(button, 4, 4)
            sign_icon(wanted).paint(painter, button.adjusted(3, 3, -3, -3))


def picture_rect(cell: QRect) -> QRect:
    """Where the picture lies in a cell."""
    return QRect(cell.left() + (cell.width() - SIDE) // 2, cell.top() + EDGE, SIDE, SIDE)


def sign_rect(picture: QRect, wanted: bool) -> QRect:
    """Where the + (top left) or the − (top right) lies on a picture."""
    left = picture.left() + 2 if wanted else picture.right() - BUTTON - 1
    return QRect(left, picture.top() + 2, BUTTON, BUTTON)


class HitsGrid(QListView):
    """A grid of pictures.

    Signals
    -------
    signed(QModelIndex, bool)
        The + or − of a picture was clicked.
    """

    signed = pyqtSignal(QModelIndex, bool)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeGrid")
        self.setToolTip(tr("Double-click or Enter zooms to a hit; + and − mark it"))
        self._cell = _Cell(self)
        model.modelReset.connect(self._fit)  # before the view lays the cells out anew
        self.setModel(model)
        self.setItemDelegate(self._cell)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setBatchSize(BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSpacing(1)

    def _fit(self) -> None:
        """Give names a line, or two where the longest needs them; lay out bit by bit."""
        self.setLayoutMode(QListView.LayoutMode.Batched)
        model, measure = self.model(), self.fontMetrics().horizontalAdvance
        labels = longest(model.texts(LABEL))
        names = longest(model.texts(PLACE)) if "" in labels else labels
        widest = max(map(measure, names), default=0)
        self._cell.name_lines = 2 if widest > SIDE + 2 * EDGE else 1 if names else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.verticalScrollBar().value():  # a place that would be lost bit by bit
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
        super().resizeEvent(event)

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self.visualRect(index).isEmpty():  # not laid out yet
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
        super().scrollTo(index, hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            frame = picture_rect(self.visualRect(index))
            for wanted in (True, False):
                if sign_rect(frame, wanted).contains(event.pos()):
                    self.signed.emit(index, wanted)
                    return
        super().mousePressEvent(event)
