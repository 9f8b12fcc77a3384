"""The button that adds further indexes to the chosen one: they are searched together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..words import tr


class Companion(NamedTuple):
    """An index that may be searched together with the chosen one.

    Attributes
    ----------
    name, path : str
    obstacle : str
        Why it cannot; empty where it can.
    """

    name: str
    path: str
    obstacle: str = ""


class CompanyMenu(QToolButton):
    """A menu of indexes to tick.

    Signals
    -------
    changed(tuple of str)
        Paths of all that are ticked now.
    file_asked()
        The user wants to add an index that is not listed.
    """

    changed = pyqtSignal(object)
    file_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeCompany")
        self.setIcon(QgsApplication.getThemeIcon("/symbologyAdd.svg"))
        self.setToolTip(tr("Search other indexes together with this one"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.choices.triggered.connect(self._on_triggered)
        self.setMenu(self.choices)
        self.show_companions(None, ())

    def show_companions(
        self, companions: Sequence[Companion] | None, ticked: Sequence[str]
    ) -> None:
        """List what may be ticked, and what is; None where no index is open."""
        self.setEnabled(companions is not None)
        self.choices.clear()
        heading = self.choices.addAction(tr("Search together with"))
        heading.setEnabled(False)
        for one in companions or ():
            action = self.choices.addAction(one.name.replace("&", "&&"))
            action.setData(one.path)
            action.setCheckable(True)
            action.setChecked(one.path in ticked)
            action.setEnabled(not one.obstacle)
            action.setToolTip(one.obstacle or one.path)
        self.choices.addSeparator()
        self._other = self.choices.addAction(tr("&Another file…"))
        self._other.setObjectName("lookalikeCompanyFile")

    def _on_triggered(self, chosen: object) -> None:
        if chosen is self._other:
            self.file_asked.emit()
        else:
            actions = self.choices.actions()
            self.changed.emit(tuple(one.data() for one in actions if one.isChecked()))
