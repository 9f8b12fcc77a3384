"""Search an index: by a point or a box over a raster, by a place, or by an indexed patch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from .. import layers, styles
from ..core.errors import Cancelled
from ..export import footprints
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
    RESULTS = (
        "Results: OUTPUT is the layer; PATCHES counts its hits. Its fields are rank; distance "
        "(differing bits, weighted where the example was cut from a raster; hamming counts them "
        "plainly); similarity (in percent); id, label, date and source; and row, in the file that "
        "index names."
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
        ):
            self.addParameter(parameter)
        self.add_outputs(tr("Similar places"))

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

    def batches(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[list[QgsFeature]]:
        with session_for(self._request) as session:
            hits = session.answer(self._request, lambda *_: not feedback.isCanceled())
        if hits.notice:
            feedback.pushWarning(hits.notice)
        if not len(hits.hits):
            feedback.pushWarning(tr("No hit is left: all patches overlap the example."))
        found, total = layers.features_of(hits).hits, len(hits.hits)
        progress = self.progress(feedback)
        for done in range(0, total, footprints.BATCH):
            if not progress(done, total):
                raise Cancelled
            yield list(islice(found, footprints.BATCH))

    def style(self, layer: QgsVectorLayer) -> None:
        styles.style(layer, "hits")
