"""Encode all patches of a raster: a layer of their footprints and codes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)

from .. import environment, folders, layers
from ..core.build import BuildRequest
from ..core.errors import LookalikeError
from ..core.patch_codes import codes_of
from ..export import footprints
from ..words import tr
from .algorithm import FootprintsAlgorithm, advanced


class PatchCodes(FootprintsAlgorithm):
    """Raster and model in, layer of coded patches out."""

    NAME = "patchcodes"
    TITLE = "Patch codes of a raster"
    HELP = (
        "Cuts a Sentinel-2 raster into patches and gives each its binary code: a layer of "
        "footprints with the code as a hexadecimal number, as the model's own hash layer makes it. "
        "Codes of patches that look alike differ in few bits. To search a raster, build an index. "
        "For more than 100,000 patches choose a file, not a temporary layer."
    )

    RASTER, MODEL, STRIDE, RADIOMETRY = "RASTER", "MODEL", "STRIDE", "RADIOMETRY"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            QgsProcessingParameterRasterLayer(self.RASTER, tr("Raster")),
            advanced(
                QgsProcessingParameterFile(self.MODEL, tr("Model"), extension="onnx", optional=True)
            ),
            self.stride_parameter(self.STRIDE),
            advanced(
                self.radiometry_parameter(
                    self.RADIOMETRY, tr("What the raster's numbers mean (else as the file says)")
                )
            ),
            self.output_parameter(tr("Patch codes")),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        model = self.parameterAsString(parameters, self.MODEL, context)
        try:
            layer = self.parameterAsRasterLayer(parameters, self.RASTER, context)
            self._request = BuildRequest(
                archive=layers.raster_file(layer),
                index="",
                model=model or str(folders.default_model()),
                kind="scenes",
                stride=self.parameterAsInt(parameters, self.STRIDE, context),
                radiometry=self.radiometry(parameters, self.RADIOMETRY),
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def fields(self) -> QgsFields:
        return footprints.code_fields()

    def fill(
        self,
        sink: QgsFeatureSink,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        environment.provide("onnxruntime", tr("Encoding patches"))
        patches = 0
        for batch in codes_of(self._request, self.progress(feedback)):
            features = footprints.coded(batch)
            sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
            patches += len(features)
        return {"PATCHES": patches}

    def style(self, layer: QgsVectorLayer) -> None:
        footprints.style(layer, ())
