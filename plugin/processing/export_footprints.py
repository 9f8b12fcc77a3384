"""Export the footprints of all patches of an index, or of those in an extent."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from .. import layers
from ..core.errors import Cancelled, LookalikeError
from ..core.index import Index
from ..export import footprints
from ..words import tr
from .algorithm import LookalikeAlgorithm


class ExportFootprints(LookalikeAlgorithm):
    """Index in, layer of footprints out."""

    NAME = "exportfootprints"
    TITLE = "Export footprints"
    HELP = (
        "Makes a layer of the footprints of an index: one polygon for each patch, with its row, "
        "id, label, date and source, coloured by label where there are labels. The row is what "
        "Search index takes as an example. An extent keeps the patches whose centre lies in it."
    )

    INDEX, EXTENT, OUTPUT = "INDEX", "EXTENT", "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            self.index_parameter(self.INDEX),
            QgsProcessingParameterExtent(self.EXTENT, tr("Only in this extent"), optional=True),
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        crs = QgsCoordinateReferenceSystem(layers.WGS84)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, crs)
        self._box = None if extent.isNull() else extent
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        sink, self._target = self.parameterAsSink(
            parameters,
            self.OUTPUT,
            context,
            footprints.fields(),
            QgsWkbTypes.Type.Polygon,
            QgsCoordinateReferenceSystem(layers.WGS84),
        )
        try:
            index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
            self._labels = index.about.labels
            rows = self._rows(index)
            progress = self.progress(feedback)
            for batch in footprints.batches(index, rows, context.transformContext(), progress):
                sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return {self.OUTPUT: self._target}

    def _rows(self, index: Index) -> npt.NDArray[np.int64]:
        if self._box is None:
            return np.arange(index.rows)
        lon, lat = index.column("lon"), index.column("lat")
        inside = (lon >= self._box.xMinimum()) & (lon <= self._box.xMaximum())
        inside &= (lat >= self._box.yMinimum()) & (lat <= self._box.yMaximum())
        return np.flatnonzero(inside)

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None:
            footprints.style(layer, self._labels)
        return {self.OUTPUT: self._target}
