"""What all algorithms of the toolbox share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from .. import environment, layers
from ..core.errors import (
    Cancelled,
    LookalikeError,
    MissingPackageError,
    UnwritableError,
)
from ..core.filters import Filters
from ..core.radiometry import titles
from ..export import vector_file
from ..folders import RESOURCES, SAMPLE
from ..words import tr


class LookalikeAlgorithm(QgsProcessingAlgorithm):
    """Base: an algorithm states its texts, and fills in parameters and process.

    `RESULTS` says what comes out of it, for who goes on with that in a model or a script.
    """

    NAME = ""
    TITLE = ""
    HELP = ""
    RESULTS = ""

    def createInstance(self) -> LookalikeAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.TITLE)

    def shortHelpString(self) -> str:
        return f"{tr(self.HELP)}\n\n{tr(self.RESULTS)}"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "algorithms" / f"{self.NAME}.svg")

    @staticmethod
    def index_parameter(name: str, sample: bool = True) -> QgsProcessingParameterFile:
        """Make a parameter that takes an index; the sample is the default where it may be."""
        default = str(SAMPLE) if sample and SAMPLE.exists() else None
        kinds = any_file(tr("Lookalike index (*.h5)"))
        return QgsProcessingParameterFile(name, tr("Index"), defaultValue=default, fileFilter=kinds)

    @staticmethod
    def model_parameter(name: str) -> QgsProcessingParameterFile:
        """Make a parameter that takes a model, or nothing for the one that the plugin ships."""
        kinds = any_file("ONNX (*.onnx)")
        return QgsProcessingParameterFile(name, tr("Model"), optional=True, fileFilter=kinds)

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
    def is_given(parameters: dict[str, Any], name: str) -> bool:
        """Whether a parameter has a value; an empty text is none, as a form leaves it."""
        return parameters.get(name) not in (None, "")

    def radiometry(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str | None:
        """Return the name of the radiometry that was chosen; None takes what the file says."""
        if not self.is_given(parameters, name):
            return None
        return list(titles())[self.parameterAsEnum(parameters, name, context)]

    def within(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Filters:
        """Return the filter of an extent; one that names no CRS is in degrees.

        Raises
        ------
        QgsProcessingException
            If it has no place on the Earth.
        """
        degrees = QgsCoordinateReferenceSystem(layers.WGS84)
        extent = self.parameterAsExtent(parameters, name, context, degrees)
        if not self.is_given(parameters, name) or extent.isNull():
            return Filters()
        own = self.parameterAsExtent(parameters, name, context)
        crs = degrees if own == extent else self.parameterAsExtentCrs(parameters, name, context)
        box = layers.lonlat_box(own, crs)
        if box is None:
            said = tr(
                "The extent lies nowhere on the Earth. Check its coordinate reference system."
            )
            raise QgsProcessingException(said)
        return Filters(box=box)

    def write(
        self,
        batches: Iterable[list[QgsFeature]],
        name: str,
        fields: QgsFields,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> tuple[str, int]:
        """Write footprints, in longitude and latitude, to where a parameter says.

        Returns
        -------
        target : str
            What QGIS finds the layer by; empty where the parameter is optional and not given.
        count : int

        Raises
        ------
        QgsProcessingException
            If they cannot be written.
        LookalikeError, Cancelled
            As the batches raise; a file that was begun is gone then.
        """
        kind, crs = QgsWkbTypes.Type.Polygon, QgsCoordinateReferenceSystem(layers.WGS84)
        sink, target = self.parameterAsSink(parameters, name, context, fields, kind, crs)
        if sink is None:
            return "", 0
        count = 0
        try:
            try:
                for batch in batches:
                    if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
                        raise QgsProcessingException(self.writeFeatureError(sink, parameters, name))
                    count += len(batch)
            finally:
                del sink  # which writes the rest, and of some kinds does not say whether it could
            if Path(target).is_file() and vector_file.count(target) != count:
                raise UnwritableError(path=target, reason=tr("not all of it arrived there"))
        except Exception:
            _discard(target)
            raise
        return target, count

    @staticmethod
    def require(packages: Iterable[str], purpose: str) -> None:
        """Say which package is missing before a child is started that needs it.

        Raises
        ------
        QgsProcessingException
        """
        try:
            environment.require(packages, purpose)
        except MissingPackageError as error:
            raise QgsProcessingException(str(error)) from error

    @staticmethod
    def progress(feedback: QgsProcessingFeedback) -> Callable[[int, int], bool]:
        """Make core's progress callable of a feedback."""

        def step(done: int, total: int) -> bool:
            feedback.setProgress(100 * done / total if total else 0)
            return not feedback.isCanceled()

        return step


class FootprintsAlgorithm(LookalikeAlgorithm):
    """Base of those that make a styled layer of footprints.

    An algorithm states its `fields`, makes the footprints in `batches`, and styles the layer in
    `style`.
    """

    OUTPUT, PATCHES = "OUTPUT", "PATCHES"
    _target = ""

    def fields(self) -> QgsFields:
        """Return the fields of the layer."""
        raise NotImplementedError

    def batches(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[list[QgsFeature]]:
        """Make the footprints, in longitude and latitude.

        Raises
        ------
        LookalikeError, Cancelled
        """
        raise NotImplementedError

    def style(self, layer: QgsVectorLayer) -> None:
        """Style the layer."""
        raise NotImplementedError

    def add_outputs(self, layer: str, number: str = "") -> None:
        """Add where the layer goes, and how many footprints there are; both by their titles."""
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, layer, kind))
        self.addOutput(QgsProcessingOutputNumber(self.PATCHES, number or tr("Patches")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        try:
            batches = self.batches(parameters, context, feedback)
            # What fails mostly fails here: a file that is there stays until there is another.
            first = next(batches, [])
            target, patches = self.write(
                chain([first], batches), self.OUTPUT, self.fields(), parameters, context
            )
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        self._target = target
        return {self.OUTPUT: target, self.PATCHES: patches}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None and layer.isSpatial():  # a table has no style
            self.style(layer)
        return {}  # the results stay


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Put a parameter among those that a dialog shows when asked."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def any_file(kind: str) -> str:
    """Offer one kind of file first, but take any: what is wrong with it is said better later."""
    return f"{kind};;{tr('All files')} (*)"


def _discard(target: str) -> None:
    """Remove a file that is half written; a table of a database stays as far as it came."""
    path = Path(target)
    if path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(target)
    elif path.is_file():
        path.unlink()
