"""Show how much every place of an index resembles an example."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
)

from .. import result_layers
from ..core.errors import Cancelled, LookalikeError
from ..core.similarity_map import Everywhere
from ..export import footprints, similarity_files
from ..words import tr
from .asking import AskingAlgorithm, session_for


class SimilarityMap(AskingAlgorithm):
    """Index and example in, a raster and footprints of similarity out."""

    NAME = "similaritymap"
    TITLE = "Similarity map"
    HELP = (
        "Shows where the land resembles an example: every patch of an index, not only the best, "
        "with its similarity: the share of random pairs of the index, in percent, that lie "
        "further apart. The raster has cells as large as the step from patch to patch, in the CRS "
        "of the images where they share one, else in longitude and latitude; where patches "
        "overlap, a cell holds their mean. The footprints have one polygon for each patch. The "
        "example is given as for Search index; an extent keeps the patches whose centre lies in it."
    )
    RESULTS = (
        "Results: OUTPUT is the raster (a GeoTIFF, in percent, no data where there is no patch); "
        "FOOTPRINTS is the layer, with the field similarity in percent; PATCHES counts the patches."
    )

    AREA, CELLS, FOOTPRINTS = "AREA", "OUTPUT", "FOOTPRINTS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_example_parameters()
        for parameter in (
            QgsProcessingParameterExtent(self.AREA, tr("Only in this extent"), optional=True),
            QgsProcessingParameterRasterDestination(
                self.CELLS, tr("Similarity map"), optional=True, createByDefault=True
            ),
            QgsProcessingParameterFeatureSink(
                self.FOOTPRINTS,
                tr("Similarity of footprints"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if not (parameters.get(self.CELLS) or parameters.get(self.FOOTPRINTS)):
            return False, tr("Choose an output: the map, the footprints or both.")
        if self.is_given(parameters, self.CELLS):
            cells = self.parameterDefinition(self.CELLS)
            fine, problem = cells.isSupportedOutputValue(parameters[self.CELLS], context)
            if not fine:
                return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        area = self.within(parameters, self.AREA, context)
        self._request = self.request(parameters, context, filters=area)
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        self._made: list[str] = []
        try:
            with session_for(self._request) as session:
                everywhere = session.everywhere(
                    self._request, progress=lambda *_: not feedback.isCanceled()
                )
                results = self._write(everywhere, parameters, context, feedback)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return {**results, "PATCHES": len(everywhere.rows)}

    def _write(
        self,
        everywhere: Everywhere,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        results = {}
        if path := self.parameterAsOutputLayer(parameters, self.CELLS, context):
            similarity_files.save_raster(path, everywhere)
            results[self.CELLS] = path
        fields = footprints.fields(footprints.SIMILARITY_FIELDS)
        batches = similarity_files.features(everywhere, self.progress(feedback))
        target, _ = self.write(batches, self.FOOTPRINTS, fields, parameters, context)
        if target:
            results[self.FOOTPRINTS] = target
        self._made = list(results.values())
        return results

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        for made in self._made:
            layer = QgsProcessingUtils.mapLayerFromString(made, context)
            if layer is not None:
                result_layers.style_similarity(layer)
        return {}  # the results stay
