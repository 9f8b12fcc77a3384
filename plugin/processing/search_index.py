"""Search an index: by a point or a box over a raster, by a place, or by an indexed patch."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsRectangle,
    QgsWkbTypes,
)

from .. import environment, folders, layers
from ..core.errors import Cancelled, LookalikeError
from ..core.examples import BoxExample, Example, PlaceExample, QueryRequest, RowExample
from ..core.index import Index
from ..core.query import QuerySession
from ..core.radiometry import PROFILES
from ..words import tr
from .algorithm import LookalikeAlgorithm


class SearchIndex(LookalikeAlgorithm):
    """Index and example in, ranked footprints out."""

    NAME = "searchindex"
    TITLE = "Search index"
    HELP = (
        "Finds the patches of an index that look most like an example. The example is a point or "
        "an extent over a raster, from which patches are cut; without a raster, a point means the "
        "nearest indexed patch; or name an indexed patch by its row. The result is a layer of "
        "footprints, ranked and styled by similarity: the share of random pairs of the index that "
        "are less alike."
    )

    INDEX, RASTER, POINT, EXTENT, ROW, K, RADIOMETRY, OVERLAPPING, OUTPUT = (
        "INDEX", "RASTER", "POINT", "EXTENT", "ROW", "K", "RADIOMETRY", "OVERLAPPING", "OUTPUT",
    )  # fmt: skip

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        sample = str(folders.SAMPLE) if folders.SAMPLE.exists() else None
        integer = QgsProcessingParameterNumber.Type.Integer
        for parameter in (
            QgsProcessingParameterFile(
                self.INDEX, tr("Index"), extension="h5", defaultValue=sample
            ),
            QgsProcessingParameterRasterLayer(self.RASTER, tr("Raster"), optional=True),
            QgsProcessingParameterPoint(self.POINT, tr("Example: point"), optional=True),
            QgsProcessingParameterExtent(
                self.EXTENT, tr("Example: extent over the raster"), optional=True
            ),
            QgsProcessingParameterNumber(
                self.ROW, tr("Example: indexed patch (row)"), integer, optional=True, minValue=0
            ),
            QgsProcessingParameterNumber(
                self.K, tr("How many"), integer, defaultValue=100, minValue=1
            ),
            QgsProcessingParameterEnum(
                self.RADIOMETRY,
                tr("What the raster's numbers mean (else as the file says)"),
                [profile.title for profile in PROFILES.values()],
                optional=True,
            ),
            QgsProcessingParameterBoolean(
                self.OVERLAPPING, tr("Also patches that overlap the example"), defaultValue=False
            ),
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Similar places"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        given = [
            name for name in (self.POINT, self.EXTENT, self.ROW) if parameters.get(name) is not None
        ]
        if len(given) != 1:
            return False, tr("Give one example: a point, an extent or an indexed patch.")
        if given == [self.EXTENT] and parameters.get(self.RASTER) is None:
            return False, tr("An extent needs the raster that it lies on.")
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Here, in the main thread, layers become plain values.
        try:
            profile = parameters.get(self.RADIOMETRY)
            radiometry = None if profile is None else list(PROFILES)[int(profile)]
            index = self.parameterAsFile(parameters, self.INDEX, context)
            self._request = QueryRequest(
                index=index,
                examples=(self._example(parameters, context, index, radiometry),),
                k=self.parameterAsInt(parameters, self.K, context),
                model_folders=folders.model_folders(),
                keep_overlapping=self.parameterAsBool(parameters, self.OVERLAPPING, context),
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def _example(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        index: str,
        radiometry: str | None,
    ) -> Example:
        if parameters.get(self.ROW) is not None:
            return RowExample(self.parameterAsInt(parameters, self.ROW, context))
        raster = self.parameterAsRasterLayer(parameters, self.RASTER, context)
        if raster is None:
            lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
            point = self.parameterAsPoint(parameters, self.POINT, context, lonlat)
            return PlaceExample(point.x(), point.y(), Index.open(index).about.patch_metres)
        if parameters.get(self.EXTENT) is not None:
            box = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs())
        else:
            point = self.parameterAsPoint(parameters, self.POINT, context, raster.crs())
            box = QgsRectangle(point, point)
        return layers.box_example(box, raster.crs(), raster, radiometry)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        fields = layers.new_layer("hits", "", layers.FIELDS).fields()
        crs = QgsCoordinateReferenceSystem(layers.WGS84)
        sink, self._target = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.Polygon, crs
        )
        session = QuerySession()
        try:
            if any(isinstance(example, BoxExample) for example in self._request.examples):
                environment.provide("onnxruntime", "Searching by a raster")
            hits = session.answer(self._request, lambda *_: not feedback.isCanceled())
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            session.close()
        if hits.notice:
            feedback.pushWarning(hits.notice)
        for feature in layers.features_of(hits, context.transformContext()).hits:
            sink.addFeature(feature)
        return {self.OUTPUT: self._target}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None:
            layer.loadNamedStyle(str(layers.STYLES / "hits.qml"))
        return {self.OUTPUT: self._target}
