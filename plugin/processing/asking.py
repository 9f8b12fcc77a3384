"""What the algorithms that ask an index share: its example, as parameters and as a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
    QgsRectangle,
)

from .. import environment, folders, layers
from ..core.errors import LookalikeError
from ..core.examples import BoxExample, Example, PlaceExample, QueryRequest, RowExample
from ..core.index import Index
from ..core.query import QuerySession
from ..outlines import example_of, shapes_of
from ..words import tr
from .algorithm import LookalikeAlgorithm, advanced


class AskingAlgorithm(LookalikeAlgorithm):
    """Base of those that take an index and an example."""

    INDEX, RASTER, POINT, EXTENT, ROW = "INDEX", "RASTER", "POINT", "EXTENT", "ROW"
    LAYER, RADIOMETRY, FURTHER = "LAYER", "RADIOMETRY", "FURTHER_INDEXES"

    def add_example_parameters(self) -> None:
        """Add the parameters that `request` reads."""
        for parameter in (
            self.index_parameter(self.INDEX),
            QgsProcessingParameterRasterLayer(self.RASTER, tr("Raster"), optional=True),
            QgsProcessingParameterPoint(self.POINT, tr("Example: point"), optional=True),
            QgsProcessingParameterExtent(
                self.EXTENT, tr("Example: extent over the raster"), optional=True
            ),
            QgsProcessingParameterFeatureSource(
                self.LAYER,
                tr("Example: polygons or points of a layer"),
                [
                    QgsProcessing.SourceType.TypeVectorPolygon,
                    QgsProcessing.SourceType.TypeVectorPoint,
                ],
                optional=True,
            ),
            QgsProcessingParameterNumber(
                self.ROW,
                tr("Example: indexed patch (row)"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=0,
            ),
            advanced(
                self.radiometry_parameter(
                    self.RADIOMETRY, tr("What the raster's numbers mean (else as the file says)")
                )
            ),
            advanced(
                QgsProcessingParameterMultipleLayers(
                    self.FURTHER,
                    tr("Further indexes, searched together with it"),
                    QgsProcessing.SourceType.TypeFile,
                    optional=True,
                )
            ),
        ):
            self.addParameter(parameter)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        examples = (self.POINT, self.EXTENT, self.LAYER, self.ROW)
        given = [name for name in examples if parameters.get(name) not in (None, "")]
        if len(given) != 1:
            return False, tr("Give one example: a point, an extent, a layer or an indexed patch.")
        if given == [self.EXTENT] and parameters.get(self.RASTER) is None:
            return False, tr("An extent needs the raster that it lies on.")
        return super().checkParameterValues(parameters, context)

    def request(
        self, parameters: dict[str, Any], context: QgsProcessingContext, **options: Any
    ) -> QueryRequest:
        """Make a request; in the main thread, where layers become plain values.

        Raises
        ------
        QgsProcessingException
        """
        try:
            index = self.parameterAsFile(parameters, self.INDEX, context)
            further = self.parameterAsFileList(parameters, self.FURTHER, context)
            return QueryRequest(
                indexes=(index, *filter(None, further)),
                examples=(self._example(parameters, context),),
                model_folders=folders.model_folders(),
                **options,
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error

    def _example(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Example:
        if parameters.get(self.ROW) is not None:
            return RowExample(self.parameterAsInt(parameters, self.ROW, context))
        raster = self.parameterAsRasterLayer(parameters, self.RASTER, context)
        radiometry = self.radiometry(parameters, self.RADIOMETRY)
        shapes = self.parameterAsSource(parameters, self.LAYER, context)
        if shapes is not None:
            geometries = shapes_of(shapes.getFeatures(), shapes.sourceName())
            name = Path(self.parameterAsFile(parameters, self.INDEX, context)).stem
            return example_of(geometries, shapes.sourceCrs(), raster, radiometry, name)
        if raster is None:
            lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
            point = self.parameterAsPoint(parameters, self.POINT, context, lonlat)
            index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
            return PlaceExample(point.x(), point.y(), index.about.patch_metres)
        if parameters.get(self.EXTENT) is not None:
            box = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs())
        else:
            point = self.parameterAsPoint(parameters, self.POINT, context, raster.crs())
            box = QgsRectangle(point, point)
        return layers.box_example(box, raster.crs(), raster, radiometry)


@contextmanager
def session_for(request: QueryRequest) -> Iterator[QuerySession]:
    """Open what answers a request.

    Raises
    ------
    MissingPackageError
        If the request needs a network and there is no onnxruntime.
    """
    session = QuerySession()
    try:
        if any(isinstance(example, BoxExample) for example in request.examples):
            environment.provide("onnxruntime", tr("Searching by a raster"))
        yield session
    finally:
        session.close()
