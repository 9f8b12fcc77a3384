"""A dialog that finds an indexed patch by its name or label."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..words import tr
from .whats_this import WhatsThis

PAUSE = 150  # ms without a key, after which is looked


class PatchFinder(QDialog):
    """A line to type in, and the patches that are called so.

    Signals
    -------
    typed(str)
        `show_found` answers.
    chosen(int)
        A row of the index.
    """

    typed = pyqtSignal(str)
    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        WhatsThis(self)
        self.setObjectName("lookalikeFinder")
        self.setWindowTitle(tr("Patch by name or label"))
        self.line = QgsFilterLineEdit()
        self.line.setObjectName("lookalikeFinderLine")
        self.line.setToolTip(tr("Lists the patches whose name or label contains this text"))
        self.line.setPlaceholderText(tr("Part of an image's name, or a label"))
        self.line.setShowSearchIcon(True)
        self.list = QListWidget()
        self.list.setObjectName("lookalikeFinderList")
        self.list.setToolTip(tr("Double-click a patch, or press Enter, to search with it"))
        self.said = QLabel(tr("Type at least one letter."))
        self.said.setObjectName("lookalikeFinderSaid")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        layout = QVBoxLayout(self)
        for part in (self.line, self.list, self.said, self.buttons):
            layout.addWidget(part)
        self.resize(360, 320)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.line.textChanged.connect(self._on_text)
        self.list.itemActivated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.show_found("", ())

    def show_found(self, text: str, found: Sequence[tuple[int, str]]) -> None:
        """List patches by row and title, if they are about what is typed."""
        if text != self.line.text().strip():
            return
        self.list.clear()
        for row, title in found:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(found))
        if not text:
            self.said.setText(tr("Type at least one letter."))
        elif not found:
            self.said.setText(tr("No patch of this index has such a name or label."))
        else:
            self.said.setText(tr("Press Enter to search with the selected patch."))

    def look_again(self) -> None:
        """Forget what is listed, and ask anew."""
        self.list.clear()
        self._ask()

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.line.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
        else:
            super().keyPressEvent(event)

    def _on_text(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self.typed.emit(self.line.text().strip())
