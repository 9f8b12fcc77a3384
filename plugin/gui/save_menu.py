"""The button that keeps hits as files."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..words import tr


class SaveMenu(QToolButton):
    """Offers to save the hits, or a sheet of their pictures.

    Signals
    -------
    hits_asked()
        As GeoPackage, GeoJSON or CSV.
    sheet_asked()
        As PDF or PNG.
    """

    hits_asked = pyqtSignal()
    sheet_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeSave")
        self.setIcon(QgsApplication.getThemeIcon("/mActionFileSave.svg"))
        self.setToolTip(tr("Save the hits, or a contact sheet of their pictures"))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.hits = menu.addAction(tr("Save &hits (GeoPackage, GeoJSON, CSV)…"))
        self.hits.setObjectName("lookalikeSaveHits")
        self.sheet = menu.addAction(tr("Save &contact sheet (PDF, PNG)…"))
        self.sheet.setObjectName("lookalikeSaveSheet")
        self.hits.triggered.connect(self.hits_asked)
        self.sheet.triggered.connect(self.sheet_asked)
        self.setMenu(menu)
