"""Update an index with what is new or changed in its archive, in two children as a build."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
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
        "Adds to an index the images of its archive that are new since it was built, and encodes "
        "those anew that have changed: only they are read, with the same model, hash layer and "
        "settings. Images that are gone are named; their patches stay in the index unless you ask "
        "to remove them. Name another folder or file to add images from elsewhere. An update that "
        "was cancelled goes on the next time; until it ends the index stays as it was."
    )

    INDEX, FOLDER, FILE = "INDEX", "ARCHIVE_FOLDER", "ARCHIVE_FILE"
    REMOVE_GONE = "REMOVE_GONE"

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
            QgsProcessingParameterBoolean(
                self.REMOVE_GONE, tr("Remove patches whose images are gone"), defaultValue=False
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFile("OUTPUT_INDEX", tr("Updated index")))
        for name, title in (
            ("PATCHES", tr("New patches")),
            ("NEW", tr("New images")),
            ("CHANGED", tr("Changed images")),
            ("MOVED", tr("Moved images")),
            ("GONE", tr("Images that are gone")),
            ("SKIPPED", tr("Files skipped")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

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
        run_stage("encode_new", arguments, feedback, cancelled)
        feedback.setProgressText(tr("Writing the index…"))
        remove = self.parameterAsBool(parameters, self.REMOVE_GONE, context)
        report = run_stage("put_in", {"index": index, "remove_gone": remove}, feedback, cancelled)
        _tell(report, feedback)
        return {
            "OUTPUT_INDEX": index,
            "PATCHES": report["rows"],
            **{name.upper(): report[name] for name in ("new", "changed", "moved")},
            **{name.upper(): len(report[name]) for name in ("gone", "skipped")},
        }


def _tell(report: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Say what was done, and to which images."""
    if not (report["rows"] or report["removed"]):
        feedback.pushInfo(tr("There is nothing new."))
    for path, sentence in report["skipped"]:
        feedback.pushWarning(tr("Skipped {path}: {why}").format(path=path, why=sentence))
    fate = tr("Gone, and removed: {path}") if report["removed"] else tr("Gone, and kept: {path}")
    for path in report["gone"]:
        feedback.pushWarning(fate.format(path=path))
    for text, number in (
        (tr("{count} images are new."), report["new"]),
        (tr("{count} images have changed and were encoded anew."), report["changed"]),
        (tr("{count} images were moved."), report["moved"]),
        (tr("{count} images are gone."), len(report["gone"])),
    ):
        if number:
            feedback.pushInfo(text.format(count=count(number)))
