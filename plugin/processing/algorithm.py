"""What all algorithms of the toolbox share."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtGui import QIcon

from ..folders import RESOURCES
from ..words import tr


class LookalikeAlgorithm(QgsProcessingAlgorithm):
    """Base: an algorithm states `NAME`, `TITLE` and `HELP` and fills in parameters and process."""

    NAME = ""
    TITLE = ""
    HELP = ""

    def createInstance(self) -> LookalikeAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.TITLE)

    def shortHelpString(self) -> str:
        return tr(self.HELP)

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icon.svg"))
