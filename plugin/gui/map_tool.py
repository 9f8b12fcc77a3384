"""Mouse and keys on the map become picked points and drawn boxes; all else is done elsewhere."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QStackedWidget

from .compat import POLYGON

REACH = 12  # px that a click may be off a footprint
COLOUR = QColor(224, 33, 138)


def style_query(band: QgsRubberBand) -> None:
    """Let a rubber band look like what is asked with."""
    band.setStrokeColor(COLOUR)
    fill = QColor(COLOUR)
    fill.setAlpha(40)
    band.setFillColor(fill)
    band.setWidth(2)


def show_map(canvas: QgsMapCanvas) -> None:
    """Show the map where QGIS shows its welcome page, as it does until a project has a layer."""
    pages = canvas.parentWidget()
    if isinstance(pages, QStackedWidget):
        pages.setCurrentWidget(canvas)


class CrossHairTool(QgsMapTool):
    """A tool with a cross-hair; Esc leaves it.

    Attributes
    ----------
    sign : bool or None
        What the keys said of the last click: with Shift one more wanted example, with Ctrl one
        more unwanted one (True, False), else another query (None).

    Signals
    -------
    cancelled()
        The user thought better of it.
    """

    cancelled = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.sign: bool | None = None
        self._before: QgsMapTool | None = None
        self._pressed: tuple[QPoint, QgsPointXY] | None = None  # where a button that is down was
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))

    def activate(self) -> None:
        super().activate()
        show_map(self.canvas())
        # While a button is down, the canvas keeps keys from its tool and only tells of them.
        self.canvas().keyPressed.connect(self._on_key)

    def deactivate(self) -> None:
        self.canvas().keyPressed.disconnect(self._on_key)
        super().deactivate()

    def _on_key(self, event: QKeyEvent) -> None:
        if self._pressed is not None:
            self.keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escape()
        else:
            event.ignore()

    def take_map(self, in_between: bool = False) -> None:
        """Come onto the map, until `leave` gives it back.

        Parameters
        ----------
        in_between : bool
            Give it back to whichever tool it has now, else to the last that is none of ours.
        """
        before = self.canvas().mapTool()
        while isinstance(before, CrossHairTool) and not in_between:
            before = before._before
        if before is not self:
            self._before = before
        self.canvas().setMapTool(self)
        self.canvas().setFocus()  # for its keys

    def leave(self) -> None:
        """Give the map back."""
        if self.canvas().mapTool() is not self:
            return
        before, self._before = self._before, None
        self.canvas().unsetMapTool(self)
        if before is not None and not sip.isdeleted(before):
            self.canvas().setMapTool(before)

    def read_sign(self, event: QgsMapMouseEvent) -> None:
        """Take the sign of a click from the keys that are held."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sign = True
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sign = False
        else:
            self.sign = None

    def escape(self) -> None:
        """Leave the tool."""
        self.cancelled.emit()
        self.leave()

    def remove(self) -> None:
        """Leave nothing of it on the canvas, which would keep it for as long as itself."""
        self.canvas().unsetMapTool(self)
        self.setAction(None)
        self.deleteLater()


class PickTool(CrossHairTool):
    """A click means the nearest indexed patch.

    Signals
    -------
    picked(QgsPointXY, float)
        The point, and how far off a footprint may be, in map units.
    """

    picked = pyqtSignal(QgsPointXY, float)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.read_sign(event)
            self.picked.emit(event.mapPoint(), REACH * self.canvas().mapUnitsPerPixel())


class DrawTool(CrossHairTool):
    """A click means one patch centred there, a drag a box of them.

    Signals
    -------
    boxed(QgsRectangle, bool)
        In the canvas's CRS, without extent for a click; True once the button is released.
    """

    boxed = pyqtSignal(QgsRectangle, bool)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._is_drag = False
        self._band = QgsRubberBand(canvas, POLYGON)
        style_query(self._band)

    @property
    def is_drawing(self) -> bool:
        """Whether a button is down."""
        return self._pressed is not None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clear()
            self.read_sign(event)
            self._pressed = (event.pos(), event.mapPoint())
            self._is_drag = False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.pos() - self._pressed[0]).manhattanLength()
        self._is_drag = self._is_drag or way >= QApplication.startDragDistance()
        if self._is_drag:
            box = QgsRectangle(self._pressed[1], event.mapPoint())
            self._band.setToGeometry(QgsGeometry.fromRect(box), None)
            self.boxed.emit(box, False)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        _, start = self._pressed
        end = event.mapPoint() if self._is_drag else start
        self._pressed = None
        self.boxed.emit(QgsRectangle(start, end), True)

    def escape(self) -> None:
        if self.is_drawing:  # first the box, then the tool
            self.clear()
            self.cancelled.emit()
        else:
            super().escape()

    def clear(self) -> None:
        """Take the rubber band away."""
        self._pressed = None
        self._band.reset(POLYGON)

    def deactivate(self) -> None:
        if self.is_drawing:
            self.cancelled.emit()
        self.clear()
        super().deactivate()

    def remove(self) -> None:
        super().remove()
        self.canvas().scene().removeItem(self._band)
