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

from .. import environment
from ..tasks.update_run import UpdateRun, changes_in, files_in
from ..words import tr
from .algorithm import LookalikeAlgorithm
from .waiting import wait_for


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
    RESULTS = (
        "Results: OUTPUT_INDEX is the same file; PATCHES counts the patches that were encoded; "
        "NEW, CHANGED, MOVED, GONE and SKIPPED count images, of which the log names those that "
        "are gone or cannot be read. Where images came from elsewhere, the next update looks "
        "there, too, and nowhere beside it."
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
        remove = self.parameterAsBool(parameters, self.REMOVE_GONE, context)
        self.require(environment.PACKAGES, tr("Updating an index"))
        update = UpdateRun(index, "".join(archive), remove)
        report = wait_for(update, feedback, tr("Cancelled; the same update goes on from there."))
        for line in changes_in(report):
            feedback.pushInfo(line)
        for line in files_in(report):
            feedback.pushWarning(line)
        return {
            "OUTPUT_INDEX": index,
            "PATCHES": report["rows"],
            **{name.upper(): report[name] for name in ("new", "changed", "moved")},
            **{name.upper(): len(report[name]) for name in ("gone", "skipped")},
        }
