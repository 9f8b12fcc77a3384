"""Encode all patches of a raster: a layer of their footprints and codes."""

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
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from .. import environment, folders, layers
from ..core.build import BuildRequest
from ..core.errors import Cancelled, LookalikeError
from ..core.patch_codes import codes_of
from ..core.radiometry import PROFILES
from ..export import footprints
from ..words import tr
from .algorithm import LookalikeAlgorithm


class PatchCodes(LookalikeAlgorithm):
    """Raster and model in, layer of coded patches out."""

    NAME = "patchcodes"
    TITLE = "Patch codes of a raster"
    HELP = (
        "Cuts a Sentinel-2 raster into patches and gives each its binary code: a layer of "
        "footprints with the code as a hexadecimal number, as the model's own hash layer makes it. "
        "Codes of patches that look alike differ in few bits. To search a raster, build an index."
    )

    RASTER, MODEL, STRIDE, RADIOMETRY, OUTPUT = "RASTER", "MODEL", "STRIDE", "RADIOMETRY", "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            QgsProcessingParameterRasterLayer(self.RASTER, tr("Raster")),
            QgsProcessingParameterFile(self.MODEL, tr("Model"), extension="onnx", optional=True),
            QgsProcessingParameterNumber(
                self.STRIDE,
                tr("Pixels from patch to patch (0: a patch's size)"),
                defaultValue=0,
                minValue=0,
            ),
            QgsProcessingParameterEnum(
                self.RADIOMETRY,
                tr("What the raster's numbers mean (else as the file says)"),
                [profile.title for profile in PROFILES.values()],
                optional=True,
            ),
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Patch codes"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Patches")))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        profile = parameters.get(self.RADIOMETRY)
        model = self.parameterAsString(parameters, self.MODEL, context)
        try:
            layer = self.parameterAsRasterLayer(parameters, self.RASTER, context)
            self._request = BuildRequest(
                archive=layers.raster_file(layer),
                index="",
                model=model or str(folders.default_model()),
                kind="scenes",
                stride=self.parameterAsInt(parameters, self.STRIDE, context),
                radiometry=None if profile is None else list(PROFILES)[int(profile)],
            )
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return True

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
            footprints.code_fields(),
            QgsWkbTypes.Type.Polygon,
            QgsCoordinateReferenceSystem(layers.WGS84),
        )
        patches, transforms = 0, context.transformContext()
        try:
            environment.provide("onnxruntime", "Encoding patches")
            for batch in codes_of(self._request, self.progress(feedback)):
                features = footprints.coded(batch, transforms)
                sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
                patches += len(features)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        return {self.OUTPUT: self._target, "PATCHES": patches}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layer = QgsProcessingUtils.mapLayerFromString(self._target, context)
        if layer is not None:
            footprints.style(layer, ())
        return {}  # the results stay
