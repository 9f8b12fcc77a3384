"""Search an index: by a point or a box over a raster, by a place, or by an indexed patch."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from .. import layers, styles
from ..words import tr
from .algorithm import FootprintsAlgorithm, advanced
from .asking import AskingAlgorithm, session_for


class SearchIndex(FootprintsAlgorithm, AskingAlgorithm):
    """Index and example in, ranked footprints out."""

    NAME = "searchindex"
    TITLE = "Search index"
    HELP = (
        "Finds the patches of an index that look most like an example. The example is a point, an "
        "extent, or the polygons or points of a layer over a raster, from which patches are cut; "
        "without a raster, points and polygons mean the indexed patches there; or name an indexed "
        "patch by its row. Several patches ask with their mean; a layer may have up to 1,000 "
        "features, and of more than 256 patches a regular sample asks. The result is a layer of "
        "footprints, ranked and styled by similarity: the share of random pairs of the index that "
        "are less alike. For more than 100,000 hits choose a file, not a temporary layer."
    )

    K, OVERLAPPING = "K", "OVERLAPPING"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_example_parameters()
        for parameter in (
            QgsProcessingParameterNumber(
                self.K,
                tr("How many"),
                QgsProcessingParameterNumber.Type.Integer,
                defaultValue=100,
                minValue=1,
            ),
            advanced(
                QgsProcessingParameterBoolean(
                    self.OVERLAPPING,
                    tr("Also patches that overlap the example"),
                    defaultValue=False,
                )
            ),
            self.output_parameter(tr("Similar places")),
        ):
            self.addParameter(parameter)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        self._request = self.request(
            parameters,
            context,
            k=self.parameterAsInt(parameters, self.K, context),
            keep_overlapping=self.parameterAsBool(parameters, self.OVERLAPPING, context),
        )
        return True

    def fields(self) -> QgsFields:
        return layers.new_layer("hits", "", layers.FIELDS).fields()

    def fill(
        self,
        sink: QgsFeatureSink,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        with session_for(self._request) as session:
            hits = session.answer(self._request, lambda *_: not feedback.isCanceled())
        if hits.notice:
            feedback.pushWarning(hits.notice)
        for feature in layers.features_of(hits).hits:
            sink.addFeature(feature)
        return {}

    def style(self, layer: QgsVectorLayer) -> None:
        styles.style(layer, "hits")
