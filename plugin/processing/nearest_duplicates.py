"""Find the patches of an index that are nearly the same as another of its patches."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from .. import layers
from ..core.duplicates import twins
from ..core.errors import Cancelled, LookalikeError
from ..core.index import Index
from ..export import footprints
from ..words import count, tr
from .algorithm import LookalikeAlgorithm

MOST_BITS = 7  # of 128; fewer for shorter codes


class NearestDuplicates(LookalikeAlgorithm):
    """Index in, layer of the patches that have a twin out."""

    NAME = "nearestduplicates"
    TITLE = "Nearest duplicates"
    HELP = (
        "Finds the patches of an index whose code is the same as that of another patch, or differs "
        "in a few bits only: images that were indexed twice, dates of one place, or places that "
        "look quite the same. Each footprint names the patch most like it and how many bits "
        "differ. Exact, and much faster than comparing all with all."
    )

    INDEX, BITS, OTHERS, OUTPUT = "INDEX", "BITS", "OTHER_IMAGES", "OUTPUT"

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
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Duplicates"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches that have a duplicate")))

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
            footprints.fields(footprints.TWIN_FIELDS),
            QgsWkbTypes.Type.Polygon,
            QgsCoordinateReferenceSystem(layers.WGS84),
        )
        try:
            index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
            self._labels = index.about.labels
            between = self.parameterAsBool(parameters, self.OTHERS, context)
            found = twins(
                index.words,
                self.parameterAsInt(parameters, self.BITS, context),
                index.column("source") if between else None,
                self.progress(feedback),
            )
            transforms = context.transformContext()
            for batch in footprints.batches(index, found.rows, transforms, None, found):
                sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        rows = len(found.rows)
        feedback.pushInfo(tr("{rows} patches have a duplicate.").format(rows=count(rows)))
        return {self.OUTPUT: self._target, "PATCHES": rows}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None:
            footprints.style(layer, self._labels)
        return {}  # the results stay
