"""Update an index with what is new in its archive, in two children as a build."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from .. import folders
from ..words import count, tr
from .algorithm import LookalikeAlgorithm
from .waiting import run_stage


class UpdateIndex(LookalikeAlgorithm):
    """Index in, the same index out, with what is new."""

    NAME = "updateindex"
    TITLE = "Update index"
    HELP = (
        "Adds to an index the images of its archive that are new since it was built: only they are "
        "read, with the same model, hash layer and settings. Images that changed or went are left "
        "as they are in the index. Name another folder or file to add images from elsewhere. An "
        "update that was cancelled goes on the next time; until it ends the index stays as it was."
    )

    INDEX, FOLDER, FILE = "INDEX", "ARCHIVE_FOLDER", "ARCHIVE_FILE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        behaviour = QgsProcessingParameterFile.Behavior
        for parameter in (
            self.index_parameter(self.INDEX, sample=False),
            QgsProcessingParameterFile(
                self.FOLDER, tr("Another archive (folder)"), behaviour.Folder, optional=True
            ),
            QgsProcessingParameterFile(
                self.FILE, tr("Another archive (raster or zip)"), behaviour.File, optional=True
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFile("OUTPUT_INDEX", tr("Updated index")))
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("New patches")))
        self.addOutput(QgsProcessingOutputNumber("SKIPPED", tr("Files skipped")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if all(self.parameterAsString(parameters, n, context) for n in (self.FOLDER, self.FILE)):
            return False, tr("Name one archive: either a folder, or a raster or zip file.")
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        index = self.parameterAsFile(parameters, self.INDEX, context)
        archive = [self.parameterAsString(parameters, n, context) for n in (self.FOLDER, self.FILE)]
        arguments = {
            "index": index,
            "archive": "".join(archive),
            "model_folders": list(folders.model_folders()),
        }
        cancelled = tr("Cancelled; the same update goes on from there.")
        feedback.setProgressText(tr("Looking for new images…"))
        new = run_stage("encode_new", arguments, feedback, cancelled)
        if not new:
            feedback.pushInfo(tr("There is nothing new."))
            return {"OUTPUT_INDEX": index, "PATCHES": 0, "SKIPPED": 0}
        feedback.setProgressText(tr("Writing the index…"))
        report = run_stage("put_in", {"index": index}, feedback, cancelled)
        for path, sentence in report["skipped"]:
            feedback.pushWarning(tr("Skipped {path}: {why}").format(path=path, why=sentence))
        feedback.pushInfo(tr("{rows} patches are new.").format(rows=count(report["rows"])))
        return {
            "OUTPUT_INDEX": index,
            "PATCHES": report["rows"],
            "SKIPPED": len(report["skipped"]),
        }
