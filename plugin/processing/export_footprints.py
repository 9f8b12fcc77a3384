"""Export the footprints of all patches of an index, or of those in an extent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsVectorLayer,
)

from ..core import filtering
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
    RESULTS = "Results: OUTPUT is the layer; PATCHES counts its footprints."

    INDEX, EXTENT = "INDEX", "EXTENT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            self.index_parameter(self.INDEX),
            QgsProcessingParameterExtent(self.EXTENT, tr("Only in this extent"), optional=True),
        ):
            self.addParameter(parameter)
        self.add_outputs(tr("Footprints"))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        self._within = self.within(parameters, self.EXTENT, context)
        return True

    def fields(self) -> QgsFields:
        return footprints.fields()

    def batches(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[list[QgsFeature]]:
        index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
        self._labels = index.about.labels
        inside = filtering.mask(self._within, index)
        rows = np.arange(index.rows) if inside is None else np.flatnonzero(inside)
        if not len(rows):
            feedback.pushWarning(tr("No patch of the index lies in the extent."))
        return footprints.batches(index, rows, self.progress(feedback))

    def style(self, layer: QgsVectorLayer) -> None:
        footprints.style(layer, self._labels)
