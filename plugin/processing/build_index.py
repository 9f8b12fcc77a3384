"""Build an index: the same child processes that the panel starts."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from .. import environment, folders
from ..core.adapt import CHOICES
from ..core.build import BuildRequest
from ..core.errors import LookalikeError
from ..core.sentinel2 import band_numbers
from ..tasks import BuildRun
from ..words import tr
from .algorithm import LookalikeAlgorithm, advanced
from .waiting import wait_for


class BuildIndex(LookalikeAlgorithm):
    """Archive and model in, index out."""

    NAME = "buildindex"
    TITLE = "Build index"
    HELP = (
        "Turns an archive of Sentinel-2 imagery into an index that can be searched: every patch "
        "becomes a binary code. The archive is a folder (or zip) of patch files, whose labels are "
        "the names of their folders, or of scenes, which are cut into a grid of patches; or a "
        "single raster. A build that was cancelled goes on where it stopped."
    )
    RESULTS = (
        "Results: INDEX is the file; PATCHES and SKIPPED count the patches in it and the files "
        "that could not be read, which the log names."
    )

    FOLDER, FILE, INDEX, TITLE_ = "ARCHIVE_FOLDER", "ARCHIVE_FILE", "INDEX", "TITLE"
    MODEL, STRIDE, RADIOMETRY, BANDS = "MODEL", "STRIDE", "RADIOMETRY", "BANDS"
    LAYER = "LAYER"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        behaviour = QgsProcessingParameterFile.Behavior
        for parameter in (
            QgsProcessingParameterFile(
                self.FOLDER, tr("Archive (folder)"), behaviour.Folder, optional=True
            ),
            QgsProcessingParameterFile(
                self.FILE, tr("Archive (raster or zip)"), behaviour.File, optional=True
            ),
            QgsProcessingParameterFileDestination(
                self.INDEX, tr("Index"), tr("Lookalike index (*.h5)")
            ),
            QgsProcessingParameterString(self.TITLE_, tr("Title of the index"), optional=True),
        ):
            self.addParameter(parameter)
        for parameter in (
            self.model_parameter(self.MODEL),
            self.stride_parameter(self.STRIDE),
            self.radiometry_parameter(
                self.RADIOMETRY, tr("What the numbers mean (else as the files say)")
            ),
            QgsProcessingParameterEnum(
                self.LAYER,
                tr("Hash layer"),
                [
                    tr("Adapted to the archive, if that is large"),
                    tr("Adapted to the archive"),
                    tr("The model's own"),
                ],
                defaultValue=0,
            ),
            QgsProcessingParameterString(
                self.BANDS, tr("Which band is which, like B04=1,B03=2,B02=3"), optional=True
            ),
        ):
            self.addParameter(advanced(parameter))
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))
        self.addOutput(QgsProcessingOutputNumber("SKIPPED", tr("Files skipped")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        given = [
            bool(self.parameterAsString(parameters, n, context)) for n in (self.FOLDER, self.FILE)
        ]
        if sum(given) != 1:
            return False, tr("Name an archive: either a folder, or a raster or zip file.")
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        self.require(environment.PACKAGES, tr("Building an index"))
        build = BuildRun(self._request(parameters, context))
        cancelled = tr("Cancelled; the same build goes on from there.")
        report = wait_for(build, feedback, cancelled)
        if report["notice"]:
            feedback.pushWarning(report["notice"])
        for path, sentence in report["skipped"]:
            feedback.pushWarning(tr("Skipped {path}: {why}").format(path=path, why=sentence))
        return {
            self.INDEX: report["index"],
            "PATCHES": report["rows"],
            "SKIPPED": len(report["skipped"]),
        }

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> BuildRequest:
        def text(name: str) -> str:
            return str(self.parameterAsString(parameters, name, context))

        try:
            return BuildRequest(
                archive=text(self.FOLDER) or text(self.FILE),
                index=self.parameterAsFileOutput(parameters, self.INDEX, context),
                model=text(self.MODEL) or str(folders.default_model()),
                name=text(self.TITLE_),
                stride=self.parameterAsInt(parameters, self.STRIDE, context),
                layer=CHOICES[self.parameterAsEnum(parameters, self.LAYER, context)],
                bands=band_numbers(text(self.BANDS)),
                radiometry=self.radiometry(parameters, self.RADIOMETRY, context),
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
