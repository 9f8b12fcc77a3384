"""The examples of the query, each wanted or unwanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import tr

MOST_LINES = 4  # seen at once
MOST_TITLE = 334  # px: what a panel of 360 px has for it
ARROW = 24  # px beside a title


class Line(NamedTuple):
    """One example as the list shows it."""

    wanted: bool
    title: str
    tip: str = ""


def sign_icon(wanted: bool) -> QIcon:
    """Return the plus of what is wanted, or the minus of what is not."""
    name = "/symbologyAdd.svg" if wanted else "/symbologyRemove.svg"
    return QgsApplication.getThemeIcon(name)


def sign_of(event: QKeyEvent) -> bool | None:
    """Return what a key says of an example: + wanted, − unwanted, any other nothing."""
    if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        return True
    if event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
        return False
    return None


class _List(QListWidget):
    """A list that tells of +, − and Del, and is no taller than its lines."""

    signed = pyqtSignal(bool)
    deleted = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = sign_of(event)
        if sign is not None:
            self.signed.emit(sign)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        lines = min(max(1, self.count()), MOST_LINES)
        height = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        return QSize(120, lines * height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ExamplesSection(QgsCollapsibleGroupBox):
    """A list of examples and what can be done with them; hidden while there is none.

    Signals
    -------
    sign_asked(int, bool)
        An example, by its number from 0, is to be wanted or unwanted.
    removed(int)
    cleared()
    refine_asked()
    shown(int)
        By double click or Enter.
    save_asked(), load_asked()
        To a file for somebody else, or from one.

    Attributes
    ----------
    load : QAction
        Also of use where there is no example, and so elsewhere in the interface.
    """

    sign_asked = pyqtSignal(int, bool)
    removed = pyqtSignal(int)
    cleared = pyqtSignal()
    refine_asked = pyqtSignal()
    shown = pyqtSignal(int)
    save_asked = pyqtSignal()
    load_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Examples"), parent)
        self.setObjectName("lookalikeExamples")
        self.list = _List()
        self.list.setObjectName("lookalikeExampleList")
        self.list.setAccessibleName(tr("Examples"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells them apart is last
        self.list.setToolTip(
            tr("Press + or − to change an example, Del to remove it, Enter to zoom to it")
        )
        self.wanted = self._button("Wanted", sign_icon(True), tr("Wanted: more like this (+)"))
        self.unwanted = self._button(
            "Unwanted", sign_icon(False), tr("Unwanted: less like this (−)")
        )
        self.remove = self._button(
            "Remove", _icon("/mActionDeleteSelected.svg"), tr("Remove this example (Del)")
        )
        self.clear = self._button("Clear", _icon("/mActionRemove.svg"), tr("Remove all examples"))
        self.file = self._button(
            "File",
            _icon("/mActionFileSave.svg"),
            tr("Save the examples to a file, or load some from one"),
        )
        self.save = QAction(tr("&Save examples (GeoPackage)…"), self)
        self.save.setObjectName("lookalikeSaveExamples")
        self.load = QAction(_icon("/mActionFileOpen.svg"), tr("&Load examples…"), self)
        self.load.setObjectName("lookalikeLoadExamples")
        self.refine = QPushButton(tr("Refi&ne…"))
        self.refine.setObjectName("lookalikeRefine")
        self.refine.setToolTip(
            tr("Judge the best hits one by one with the arrow keys: ↑ wanted, ↓ unwanted")
        )
        self._whole_title = ""
        self._lay_out()
        self._connect()
        self.show_examples(())

    def _button(self, name: str, icon: QIcon, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"lookalikeExample{name}")
        button.setIcon(icon)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.wanted, self.unwanted, self.remove, self.clear, self.file):
            buttons.addWidget(button)
        menu = QMenu(self.file)
        menu.addActions((self.save, self.load))
        self.file.setMenu(menu)
        self.file.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        buttons.addStretch()
        buttons.addWidget(self.refine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.list.signed.connect(self._on_sign)
        self.list.deleted.connect(self._on_remove)
        self.list.itemActivated.connect(self._on_shown)
        self.list.itemDoubleClicked.connect(self._on_shown)
        self.list.currentRowChanged.connect(self._update)
        self.wanted.clicked.connect(self._on_wanted)
        self.unwanted.clicked.connect(self._on_unwanted)
        self.remove.clicked.connect(self._on_remove)
        self.clear.clicked.connect(self.cleared)
        self.refine.clicked.connect(self.refine_asked)
        self.save.triggered.connect(self.save_asked)
        self.load.triggered.connect(self.load_asked)

    def show_examples(self, lines: Sequence[Line]) -> None:
        """List the examples; the current one stays so."""
        current = self.list.currentRow()
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(sign_icon(line.wanted), line.title)
            spoken = tr("wanted") if line.wanted else tr("unwanted")
            item.setToolTip(line.tip)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {line.title}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(current, len(lines) - 1))
        self.list.setFixedHeight(self.list.sizeHint().height())
        unwanted = sum(not line.wanted for line in lines)
        wanted = len(lines) - unwanted
        self._whole_title = (
            tr("Examples: {wanted} wanted, {unwanted} unwanted").format(
                wanted=wanted, unwanted=unwanted
            )
            if lines
            else tr("Examples")
        )
        self.setVisible(bool(lines))
        self._fit_title()
        self._update()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()  # of which the title may be the widest part
        least = QWidget.minimumSizeHint(self).width()
        return QSize(max(least, min(hint.width(), MOST_TITLE)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """End the title in an ellipsis where it has no room."""
        shown, room = self._whole_title, self.width() - ARROW
        if self.isVisible():
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setTitle(shown)

    def _update(self, _row: int = 0) -> None:
        for button in (self.wanted, self.unwanted, self.remove):
            button.setEnabled(self.list.currentRow() >= 0)

    def _on_sign(self, wanted: bool) -> None:
        if self.list.currentRow() >= 0:
            self.sign_asked.emit(self.list.currentRow(), wanted)

    def _on_wanted(self) -> None:
        self._on_sign(True)

    def _on_unwanted(self) -> None:
        self._on_sign(False)

    def _on_remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removed.emit(self.list.currentRow())

    def _on_shown(self, item: QListWidgetItem) -> None:
        self.shown.emit(self.list.row(item))


def _icon(name: str) -> QIcon:
    return QgsApplication.getThemeIcon(name)
