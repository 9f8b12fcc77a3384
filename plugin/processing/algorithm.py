"""What all algorithms of the toolbox share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, LookalikeError
from ..core.radiometry import titles
from ..folders import RESOURCES, SAMPLE
from ..layers import WGS84
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
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "algorithms" / f"{self.NAME}.svg")

    @staticmethod
    def index_parameter(name: str, sample: bool = True) -> QgsProcessingParameterFile:
        """Make a parameter that takes an index; the sample is the default where it may be."""
        default = str(SAMPLE) if sample and SAMPLE.exists() else None
        return QgsProcessingParameterFile(name, tr("Index"), extension="h5", defaultValue=default)

    @staticmethod
    def stride_parameter(name: str) -> QgsProcessingParameterNumber:
        """Make a parameter that takes how far patches lie apart."""
        title = tr("Pixels from patch to patch (0: a patch's size)")
        return QgsProcessingParameterNumber(name, title, defaultValue=0, minValue=0)

    @staticmethod
    def radiometry_parameter(name: str, title: str) -> QgsProcessingParameterEnum:
        """Make a parameter that takes a radiometry, or nothing."""
        return QgsProcessingParameterEnum(name, title, list(titles().values()), optional=True)

    @staticmethod
    def radiometry(parameters: dict[str, Any], name: str) -> str | None:
        """Return the name of the radiometry that was chosen; None takes what the file says."""
        number = parameters.get(name)
        return None if number is None else list(titles())[int(number)]

    @staticmethod
    def progress(feedback: QgsProcessingFeedback) -> Callable[[int, int], bool]:
        """Make core's progress callable of a feedback."""

        def step(done: int, total: int) -> bool:
            feedback.setProgress(100 * done / total if total else 0)
            return not feedback.isCanceled()

        return step


class FootprintsAlgorithm(LookalikeAlgorithm):
    """Base of those that make a styled layer of footprints.

    An algorithm states its `fields`, fills the layer in `fill`, and styles it in `style`.
    """

    OUTPUT = "OUTPUT"

    def fields(self) -> QgsFields:
        """Return the fields of the layer."""
        raise NotImplementedError

    def fill(
        self,
        sink: QgsFeatureSink,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Add the footprints, in longitude and latitude; return further results.

        Raises
        ------
        LookalikeError, Cancelled
        """
        raise NotImplementedError

    def style(self, layer: QgsVectorLayer) -> None:
        """Style the layer."""
        raise NotImplementedError

    @classmethod
    def output_parameter(cls, title: str) -> QgsProcessingParameterFeatureSink:
        """Make the parameter that takes where the layer goes."""
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        return QgsProcessingParameterFeatureSink(cls.OUTPUT, title, kind)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        crs = QgsCoordinateReferenceSystem(WGS84)
        sink, self._target = self.parameterAsSink(
            parameters, self.OUTPUT, context, self.fields(), QgsWkbTypes.Type.Polygon, crs
        )
        try:
            results = self.fill(sink, parameters, context, feedback)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return {self.OUTPUT: self._target, **results}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None:
            self.style(layer)
        return {}  # the results stay


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Put a parameter among those that a dialog shows when asked."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter
