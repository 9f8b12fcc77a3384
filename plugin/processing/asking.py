"""What the algorithms that ask an index share: its example, as parameters and as a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
    QgsRectangle,
)

from .. import environment, folders, layers
from ..core.errors import LookalikeError, NoLayerCrsError, NoShapesError
from ..core.examples import BoxExample, Example, PlaceExample, QueryRequest, RowExample
from ..core.index import Index
from ..core.query import QuerySession
from ..gui.compat import POINT, POLYGON
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
        problem = self._problem(parameters)
        if problem:
            return False, problem
        return super().checkParameterValues(parameters, context)

    def _examples(self, parameters: dict[str, Any]) -> list[str]:
        """Names of the parameters that give an example."""
        names = (self.POINT, self.EXTENT, self.LAYER, self.ROW)
        return [name for name in names if self.is_given(parameters, name)]

    def _problem(self, parameters: dict[str, Any]) -> str:
        """Say what is missing of the example, or too much; empty where nothing is."""
        given = self._examples(parameters)
        if len(given) != 1:
            return tr("Give one example: a point, an extent, a layer or an indexed patch.")
        if given == [self.EXTENT] and not self.is_given(parameters, self.RASTER):
            return tr("An extent needs the raster that it lies on.")
        return ""

    def request(
        self, parameters: dict[str, Any], context: QgsProcessingContext, **options: Any
    ) -> QueryRequest:
        """Make a request; in the main thread, where layers become plain values.

        Raises
        ------
        QgsProcessingException
        """
        if problem := self._problem(parameters):  # a model does not check what it runs
            raise QgsProcessingException(problem)
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
        [given] = self._examples(parameters)
        if given == self.ROW:
            return RowExample(self.parameterAsInt(parameters, self.ROW, context))
        raster = self.parameterAsRasterLayer(parameters, self.RASTER, context)
        radiometry = self.radiometry(parameters, self.RADIOMETRY, context)
        if given == self.LAYER:
            shapes = self.parameterAsSource(parameters, self.LAYER, context)
            if shapes is None:
                raise QgsProcessingException(self.invalidSourceError(parameters, self.LAYER))
            name = Path(self.parameterAsFile(parameters, self.INDEX, context)).stem
            return example_of(_shapes(shapes), shapes.sourceCrs(), raster, radiometry, name)
        if raster is None:
            lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
            point = self.parameterAsPoint(parameters, self.POINT, context, lonlat)
            index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
            return PlaceExample(point.x(), point.y(), index.about.patch_metres)
        if given == self.EXTENT:
            box = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs())
        else:
            point = self.parameterAsPoint(parameters, self.POINT, context, raster.crs())
            box = QgsRectangle(point, point)
        return layers.box_example(box, raster.crs(), raster, radiometry)


def _shapes(source: QgsProcessingFeatureSource) -> list[QgsGeometry]:
    """Return the polygons and points of a layer.

    Raises
    ------
    NoShapesError, NoLayerCrsError, TooManyFeaturesError
    """
    name = source.sourceName()
    found = [one for one in shapes_of(source.getFeatures(), name) if one.type() in (POINT, POLYGON)]
    if all(one.isEmpty() for one in found):
        raise NoShapesError(layer=name)
    if not source.sourceCrs().isValid():
        raise NoLayerCrsError(layer=name)
    return found


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
