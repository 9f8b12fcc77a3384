"""One search back, one forward, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QMenu, QToolButton, QWidget

from ..words import tr
from .compat import WITH_CHILDREN

LISTED = 20
CONTROL = Qt.KeyboardModifier.ControlModifier
REDO = "Ctrl+Y"  # beside the desktop's own key


class HistoryButtons(QWidget):
    """Three buttons.

    Signals
    -------
    undo_asked(), redo_asked()
    chosen(int)
        A search, by its number from 0.
    """

    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()
    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = self._step("Undo", "/mActionUndo.svg", tr("Back to the previous search"))
        self.redo = self._step("Redo", "/mActionRedo.svg", tr("Forward to the next search"))
        keys = QKeySequence.StandardKey
        redo = [*QKeySequence.keyBindings(keys.Redo), QKeySequence(REDO)]
        self._give_keys(self.undo, QKeySequence.keyBindings(keys.Undo))
        self._give_keys(self.redo, list(dict.fromkeys(redo)))
        self.undo.defaultAction().triggered.connect(self.undo_asked)
        self.redo.defaultAction().triggered.connect(self.redo_asked)
        self.list = QToolButton()
        self.list.setObjectName("lookalikeHistory")
        self.list.setIcon(QgsApplication.getThemeIcon("/mActionHistory.svg"))
        self.list.setToolTip(tr("The searches of this project"))
        self.list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list.setAutoRaise(True)
        self.menu = QMenu(self.list)
        self.menu.triggered.connect(self._on_chosen)
        self.list.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in (self.undo, self.redo, self.list):
            layout.addWidget(button)

    @property
    def steps(self) -> tuple[QAction, QAction]:
        """The actions of back and forward."""
        return self.undo.defaultAction(), self.redo.defaultAction()

    def step_of(self, pressed: QKeyEvent) -> QAction | None:
        """Return the action whose key this is."""
        keys = QKeySequence.StandardKey
        is_y = pressed.key() == Qt.Key.Key_Y
        if pressed.matches(keys.Undo):
            return self.undo.defaultAction()
        if pressed.matches(keys.Redo) or (is_y and pressed.modifiers() == CONTROL):
            return self.redo.defaultAction()
        return None

    def _step(self, name: str, icon: str, tip: str) -> QToolButton:
        action = QAction(QgsApplication.getThemeIcon(icon), tip, self)
        action.setObjectName(f"lookalike{name}")
        button = QToolButton()
        button.setObjectName(f"lookalike{name}Button")
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        return button

    def _give_keys(self, button: QToolButton, keys: list[QKeySequence]) -> None:
        step = button.defaultAction()
        step.setShortcuts(keys)
        step.setShortcutContext(WITH_CHILDREN)
        key = step.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        step.setToolTip(f"{step.text()} ({key})")

    def show_searches(self, titles: Sequence[str], current: int) -> None:
        """List the searches, the last one first; the current one is ticked."""
        self.undo.defaultAction().setEnabled(current > 0)
        self.redo.defaultAction().setEnabled(current < len(titles) - 1)
        self.list.setEnabled(bool(titles))
        self.menu.clear()
        for number in range(len(titles) - 1, max(-1, len(titles) - 1 - LISTED), -1):
            action = self.menu.addAction(titles[number].replace("&", "&&"))
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(number == current)

    def _on_chosen(self, action: QAction) -> None:
        self.chosen.emit(action.data())
