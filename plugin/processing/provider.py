"""The provider of Lookalike's algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..folders import RESOURCES
from .build_index import BuildIndex
from .export_footprints import ExportFootprints
from .index_info import IndexInfo
from .merge_indexes import MergeIndexes
from .nearest_duplicates import NearestDuplicates
from .patch_codes import PatchCodes
from .search_index import SearchIndex
from .similarity_map import SimilarityMap
from .update_index import UpdateIndex
from .verify_index import VerifyIndex

ALGORITHMS = (
    BuildIndex,
    UpdateIndex,
    MergeIndexes,
    VerifyIndex,
    IndexInfo,
    ExportFootprints,
    NearestDuplicates,
    PatchCodes,
    SearchIndex,
    SimilarityMap,
)


class LookalikeProvider(QgsProcessingProvider):
    """Registered by the plugin, for QGIS with and without windows."""

    def id(self) -> str:
        return "lookalike"

    def name(self) -> str:
        return "Lookalike"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icon.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif"]

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
