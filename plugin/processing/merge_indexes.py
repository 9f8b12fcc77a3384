"""Merge indexes of one model and hash layer, in a child that has h5py."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..core.errors import NothingToMergeError
from ..words import patches, tr
from .algorithm import LookalikeAlgorithm
from .waiting import run_stage


class MergeIndexes(LookalikeAlgorithm):
    """Indexes in, one index out."""

    NAME = "mergeindexes"
    TITLE = "Merge indexes"
    HELP = (
        "Writes one index of all patches of several, so that one search covers them all. They must "
        "have been made by the same model and the same hash layer, as codes of others cannot be "
        "compared: indexes that are adapted to different archives cannot be merged. A patch that "
        "several of them hold is kept once."
    )
    RESULTS = "Results: OUTPUT_INDEX is the new file; PATCHES counts the patches in it."

    INDEXES, NEW, TITLE_ = "INDEXES", "OUTPUT_INDEX", "TITLE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        indexes = QgsProcessingParameterMultipleLayers(
            self.INDEXES, tr("Indexes"), QgsProcessing.SourceType.TypeFile
        )
        indexes.setMinimumNumberInputs(2)
        for parameter in (
            indexes,
            QgsProcessingParameterFileDestination(
                self.NEW, tr("Merged index"), tr("Lookalike index (*.h5)")
            ),
            QgsProcessingParameterString(self.TITLE_, tr("Title of the index"), optional=True),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        given = self.parameterAsFileList(parameters, self.INDEXES, context)
        if len(list(filter(None, given))) < 2:
            return False, str(NothingToMergeError())
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        arguments = {
            "paths": self.parameterAsFileList(parameters, self.INDEXES, context),
            "target": self.parameterAsFileOutput(parameters, self.NEW, context),
            "name": self.parameterAsString(parameters, self.TITLE_, context),
        }
        self.require(["h5py"], tr("Merging indexes"))
        report = run_stage("merge", arguments, feedback)
        feedback.pushInfo(tr("It holds {patches}.").format(patches=patches(report["rows"])))
        return {self.NEW: report["index"], "PATCHES": report["rows"]}
