"""Verify an index: every value in it, in a child that has h5py."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from ..words import patches, tr
from .algorithm import LookalikeAlgorithm
from .waiting import run_stage


class VerifyIndex(LookalikeAlgorithm):
    """Index in; it fails where something is wrong with it."""

    NAME = "verifyindex"
    TITLE = "Verify index"
    HELP = (
        "Checks an index thoroughly: that the file is whole, that its table of contents and HDF5 "
        "agree, and that every value is possible and as it was written. The algorithm fails with "
        "a sentence that says what is wrong. Worth the seconds after an index was copied or "
        "downloaded."
    )
    RESULTS = "Results: PATCHES counts the patches of a whole index."

    INDEX = "INDEX"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(self.index_parameter(self.INDEX))
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        index = self.parameterAsFile(parameters, self.INDEX, context)
        self.require(["h5py"], tr("Verifying an index"))
        rows = run_stage("verify", {"index": index}, feedback)
        feedback.pushInfo(tr("The index is whole: {patches}.").format(patches=patches(rows)))
        return {"PATCHES": rows}
