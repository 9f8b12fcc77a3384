"""A `qgis` that is made of PyQt6 alone, since no distribution has QGIS on Qt 6 yet.

`qgis.PyQt` is the real PyQt6. QGIS's own widgets are the Qt widgets that they derive from, with the
few methods that our widgets call; so every call that our code makes of Qt, with its types and
enumerations, meets Qt 6. Whatever else is imported from QGIS has a name and does nothing.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType

from PyQt6 import sip
from PyQt6.QtCore import QDate, QObject, QSettings, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QColor, QIcon, QPixmap, QShortcut
from PyQt6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDockWidget,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)


class QgisWidget:
    """What a Qt widget lacks of QGIS's own: setters of behaviour that no test asks for."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("set"):
            return ignore
        raise AttributeError(name)


def ignore(*_arguments: object) -> None: ...


class QgsApplication:
    """The application as far as it hands out icons and its language."""

    @staticmethod
    def locale() -> str:
        return "en"

    @staticmethod
    def getThemeIcon(_name: str) -> QIcon:
        pixmap = QPixmap(16, 16)
        pixmap.fill(QColor("teal"))
        return QIcon(pixmap)


class QgsCollapsibleGroupBox(QgisWidget, QGroupBox):
    """Cannot be collapsed here: all of its widgets are seen."""

    collapsedStateChanged = pyqtSignal(bool)


class QgsCheckableComboBox(QgisWidget, QComboBox):
    """A list of which several items may be checked."""

    checkedItemsChanged = pyqtSignal(list)

    def addItemWithCheckState(self, text: str, state: Qt.CheckState, data: object = None) -> None:
        self.addItem(text, data)
        self.setItemData(self.count() - 1, state, Qt.ItemDataRole.CheckStateRole)

    def checkedItems(self) -> list[str]:
        rows = range(self.count())
        return [self.itemText(row) for row in rows if self._state(row) == Qt.CheckState.Checked]

    def setCheckedItems(self, items: list[str]) -> None:
        for row in range(self.count()):
            checked = self.itemText(row) in items
            state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
            self.setItemData(row, state, Qt.ItemDataRole.CheckStateRole)
        self.checkedItemsChanged.emit(self.checkedItems())

    def deselectAllOptions(self) -> None:
        self.setCheckedItems([])

    def _state(self, row: int) -> Qt.CheckState:
        return Qt.CheckState(self.itemData(row, Qt.ItemDataRole.CheckStateRole) or 0)


class QgsDateEdit(QgisWidget, QDateEdit):
    """A date that may be none."""

    dateValueChanged = pyqtSignal(QDate)
    _none = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dateChanged.connect(self.dateValueChanged)

    def clear(self) -> None:
        self._none = True

    def setDate(self, date: QDate) -> None:
        self._none = not date.isValid()
        super().setDate(date)

    def isNull(self) -> bool:
        return self._none


class QgsFileWidget(QgisWidget, QWidget):
    """A line for a path."""

    class StorageMode:
        GetFile, GetDirectory, GetMultipleFiles, SaveFile = range(4)

    fileChanged = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.textChanged.connect(self.fileChanged)
        QHBoxLayout(self).addWidget(self._line)

    def filePath(self) -> str:
        return self._line.text()

    def setFilePath(self, path: str) -> None:
        self._line.setText(path)

    def lineEdit(self) -> QLineEdit:
        return self._line


class QgsMapLayerComboBox(QgisWidget, QComboBox):
    """A list without layers."""

    layerChanged = pyqtSignal(object)

    def currentLayer(self) -> None: ...


class QgsFilterLineEdit(QgisWidget, QLineEdit):
    """A line."""


class QgsOptionsPageWidget(QWidget):
    """A page."""


class Names:
    """Any name of an enumeration, and any name below it."""

    def __getattr__(self, name: str) -> Names:
        if name.startswith("_"):
            raise AttributeError(name)
        return Names()


def unknown(name: str) -> type:
    """Return a class that only has its name."""
    if name.startswith("_"):
        raise AttributeError(name)
    return type(name, (QObject,), {})


def install() -> None:
    """Let `import qgis` find all this."""
    pyqt = ModuleType("qgis.PyQt")
    pyqt.sip = sip
    core, gui = ModuleType("qgis.core"), ModuleType("qgis.gui")
    package = ModuleType("qgis")
    package.__path__ = pyqt.__path__ = []  # both are packages
    sys.modules |= {"qgis": package, "qgis.PyQt": pyqt, "qgis.core": core, "qgis.gui": gui}
    for name in ("QtCore", "QtGui", "QtNetwork", "QtTest", "QtWidgets"):
        module = ModuleType(name)
        module.__dict__.update(vars(importlib.import_module(f"PyQt6.{name}")))
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(pyqt, name, module)
    # Where QGIS 4 has them, too, for plugins that know Qt 5.
    for moved in (QAction, QActionGroup, QShortcut):
        setattr(pyqt.QtWidgets, moved.__name__, moved)
    core.__dict__.update(
        Qgis=Names(),
        QgsApplication=QgsApplication,
        QgsMapLayerProxyModel=Names(),
        QgsSettings=QSettings,
        QgsWkbTypes=Names(),
        __getattr__=unknown,
    )
    widgets = (
        *(QgsCheckableComboBox, QgsCollapsibleGroupBox, QgsDateEdit, QgsFileWidget),
        *(QgsFilterLineEdit, QgsMapLayerComboBox, QgsOptionsPageWidget),
    )
    gui.__dict__.update({widget.__name__: widget for widget in widgets})
    gui.__dict__.update(QgsDockWidget=QDockWidget, __getattr__=unknown)
