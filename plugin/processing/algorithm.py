"""What all algorithms of the toolbox share."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtGui import QIcon

from ..folders import RESOURCES, SAMPLE
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

    @staticmethod
    def index_parameter(name: str, sample: bool = True) -> QgsProcessingParameterFile:
        """Make a parameter that takes an index; the sample is the default where it may be."""
        default = str(SAMPLE) if sample and SAMPLE.exists() else None
        return QgsProcessingParameterFile(name, tr("Index"), extension="h5", defaultValue=default)

    @staticmethod
    def progress(feedback: QgsProcessingFeedback) -> Callable[[int, int], bool]:
        """Make core's progress callable of a feedback."""

        def step(done: int, total: int) -> bool:
            feedback.setProgress(100 * done / total if total else 0)
            return not feedback.isCanceled()

        return step
