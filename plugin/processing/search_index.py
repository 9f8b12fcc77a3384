"""Search an index: by a point or a box over a raster, by a place, or by an indexed patch."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from .. import environment, folders, layers
from ..core.errors import LookalikeError
from ..core.examples import BoxExample, Example, PlaceExample, QueryRequest, RowExample
from ..core.index import Index
from ..core.query import QuerySession
from ..words import tr
from .algorithm import FootprintsAlgorithm


class SearchIndex(FootprintsAlgorithm):
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

    INDEX, RASTER, POINT, EXTENT, ROW = "INDEX", "RASTER", "POINT", "EXTENT", "ROW"
    K, RADIOMETRY, OVERLAPPING = "K", "RADIOMETRY", "OVERLAPPING"

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
            self.radiometry_parameter(
                self.RADIOMETRY, tr("What the raster's numbers mean (else as the file says)")
            ),
            QgsProcessingParameterBoolean(
                self.OVERLAPPING, tr("Also patches that overlap the example"), defaultValue=False
            ),
            self.output_parameter(tr("Similar places")),
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
            radiometry = self.radiometry(parameters, self.RADIOMETRY)
            index = self.parameterAsFile(parameters, self.INDEX, context)
            self._request = QueryRequest(
                indexes=(index,),
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

    def fields(self) -> QgsFields:
        return layers.new_layer("hits", "", layers.FIELDS).fields()

    def fill(
        self,
        sink: QgsFeatureSink,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        session = QuerySession()
        try:
            if any(isinstance(example, BoxExample) for example in self._request.examples):
                environment.provide("onnxruntime", "Searching by a raster")
            hits = session.answer(self._request, lambda *_: not feedback.isCanceled())
        finally:
            session.close()
        if hits.notice:
            feedback.pushWarning(hits.notice)
        for feature in layers.features_of(hits, context.transformContext()).hits:
            sink.addFeature(feature)
        return {}

    def style(self, layer: QgsVectorLayer) -> None:
        layer.loadNamedStyle(str(layers.STYLES / "hits.qml"))
