"""Find the patches of an index that are nearly the same as another of its patches."""

from __future__ import annotations

from collections.abc import Iterator
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

from ..core.duplicates import twins
from ..core.index import Index
from ..export import footprints
from ..words import count, tr
from .algorithm import FootprintsAlgorithm

MOST_BITS = 7  # of 128; fewer for shorter codes


class NearestDuplicates(FootprintsAlgorithm):
    """Index in, layer of the patches that have a twin out."""

    NAME = "nearestduplicates"
    TITLE = "Nearest duplicates"
    HELP = (
        "Finds the patches of an index whose code is the same as that of another patch, or differs "
        "in a few bits only: images that were indexed twice, dates of one place, or places that "
        "look quite the same. Each footprint names the patch most like it and how many bits "
        "differ. Exact, and much faster than comparing all with all."
    )
    RESULTS = (
        "Results: OUTPUT is the layer, with the fields twin and twin_row (id and row of the patch "
        "most like it) and bits (how many differ); PATCHES counts its footprints."
    )

    INDEX, BITS, OTHERS = "INDEX", "BITS", "OTHER_IMAGES"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            self.index_parameter(self.INDEX),
            QgsProcessingParameterNumber(
                self.BITS,
                tr("Bits that may differ"),
                defaultValue=2,
                minValue=0,
                maxValue=MOST_BITS,
            ),
            QgsProcessingParameterBoolean(
                self.OTHERS, tr("Only between different images"), defaultValue=True
            ),
        ):
            self.addParameter(parameter)
        self.add_outputs(tr("Duplicates"), tr("Patches that have a duplicate"))

    def fields(self) -> QgsFields:
        return footprints.fields(footprints.TWIN_FIELDS)

    def batches(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[list[QgsFeature]]:
        index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
        self._labels = index.about.labels
        between = self.parameterAsBool(parameters, self.OTHERS, context)
        found = twins(
            index.words,
            self.parameterAsInt(parameters, self.BITS, context),
            index.column("source") if between else None,
            self.progress(feedback),
        )
        rows = len(found.rows)
        feedback.pushInfo(tr("Patches that have a duplicate: {count}.").format(count=count(rows)))
        return footprints.batches(
            index,
            found.rows,
            lambda *_: not feedback.isCanceled(),
            footprints.twin_columns(index, found),
        )

    def style(self, layer: QgsVectorLayer) -> None:
        footprints.style(layer, self._labels)
