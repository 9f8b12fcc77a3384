"""The keys of a list of hits."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView

from .examples_section import sign_of


class HitKeys(QObject):
    """Listens to a view: +, − and Enter, and the mouse that leaves.

    Enter is read here, because `activated` comes by a single click on some platforms.

    Signals
    -------
    signed(bool)
    entered()
    left()
        The mouse is over no hit any more.
    """

    signed = pyqtSignal(bool)
    entered = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.setMouseTracking(True)  # for `entered`
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        elif event.type() == QEvent.Type.KeyPress:
            sign = sign_of(event)
            if sign is not None:
                self.signed.emit(sign)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
        return False
