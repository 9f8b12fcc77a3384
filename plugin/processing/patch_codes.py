"""Encode all patches of a raster: a layer of their footprints and codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
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
    RESULTS = (
        "Results: OUTPUT is the layer; PATCHES counts its footprints. Patches without data are "
        "left out."
    )

    RASTER, MODEL, STRIDE, RADIOMETRY = "RASTER", "MODEL", "STRIDE", "RADIOMETRY"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            QgsProcessingParameterRasterLayer(self.RASTER, tr("Raster")),
            advanced(self.model_parameter(self.MODEL)),
            self.stride_parameter(self.STRIDE),
            advanced(
                self.radiometry_parameter(
                    self.RADIOMETRY, tr("What the raster's numbers mean (else as the file says)")
                )
            ),
        ):
            self.addParameter(parameter)
        self.add_outputs(tr("Patch codes"))

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
                radiometry=self.radiometry(parameters, self.RADIOMETRY, context),
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def fields(self) -> QgsFields:
        return footprints.code_fields()

    def batches(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[list[QgsFeature]]:
        environment.provide("onnxruntime", tr("Encoding patches"))
        return map(footprints.coded, codes_of(self._request, self.progress(feedback)))

    def style(self, layer: QgsVectorLayer) -> None:
        footprints.style(layer, ())
