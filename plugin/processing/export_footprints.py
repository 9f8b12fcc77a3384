"""Export the footprints of all patches of an index, or of those in an extent."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsVectorLayer,
)

from .. import layers
from ..core.index import Index
from ..export import footprints
from ..words import tr
from .algorithm import FootprintsAlgorithm


class ExportFootprints(FootprintsAlgorithm):
    """Index in, layer of footprints out."""

    NAME = "exportfootprints"
    TITLE = "Export footprints"
    HELP = (
        "Makes a layer of the footprints of an index: one polygon for each patch, with its row, "
        "id, label, date and source, coloured by label where there are labels. The row is what "
        "Search index takes as an example. An extent keeps the patches whose centre lies in it. "
        "For more than 100,000 patches choose a file, not a temporary layer, which QGIS would "
        "keep in memory: a million take about 300 MB as a GeoPackage."
    )

    INDEX, EXTENT = "INDEX", "EXTENT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            self.index_parameter(self.INDEX),
            QgsProcessingParameterExtent(self.EXTENT, tr("Only in this extent"), optional=True),
            self.output_parameter(tr("Footprints")),
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

    def fields(self) -> QgsFields:
        return footprints.fields()

    def fill(
        self,
        sink: QgsFeatureSink,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
        self._labels = index.about.labels
        rows, progress = self._rows(index), self.progress(feedback)
        for batch in footprints.batches(index, rows, progress):
            sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert)
        return {}

    def _rows(self, index: Index) -> npt.NDArray[np.int64]:
        if self._box is None:
            return np.arange(index.rows)
        lon, lat = index.column("lon"), index.column("lat")
        inside = (lon >= self._box.xMinimum()) & (lon <= self._box.xMaximum())
        inside &= (lat >= self._box.yMinimum()) & (lat <= self._box.yMaximum())
        return np.flatnonzero(inside)

    def style(self, layer: QgsVectorLayer) -> None:
        footprints.style(layer, self._labels)
