"""What the user points at becomes an example: of the raster that is chosen, or of the index."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas

from .. import layers, outlines
from ..core.errors import NoIndexError, NoRasterError
from ..core.examples import MOST_PATCHES, BoxExample, Example
from ..gui.band_order import bands_of
from ..gui.panel import Panel

WHILE_MOVING = 16  # patches of what is still being drawn


class Pointing:
    """Makes examples; what cannot be one is a `LookalikeError`."""

    def __init__(self, canvas: QgsMapCanvas, panel: Panel) -> None:
        self._canvas, self._panel = canvas, panel

    def at(self, point: QgsPointXY, reach: float) -> Example:
        """Point at a place of the map; an indexed footprint may be off by `reach` map units."""
        if self._panel.query_section.draws:
            return self.box(QgsRectangle(point, point))
        return layers.place_example(point, self._crs, reach, self._index_name)

    def box(self, box: QgsRectangle, most: int = MOST_PATCHES) -> BoxExample:
        """Point at a box of the map, on the raster."""
        query = self._panel.query_section
        return layers.box_example(
            box, self._crs, query.raster_layer, query.profile, most, query.bands
        )

    def shapes(
        self,
        shapes: Sequence[QgsGeometry],
        crs: QgsCoordinateReferenceSystem | None = None,
        most: int = MOST_PATCHES,
    ) -> Example:
        """Point at polygons and points; by default in the map's CRS."""
        query = self._panel.query_section
        raster = query.raster_layer if query.draws else None
        if query.draws and raster is None:
            raise NoRasterError
        of = (crs or self._crs, raster, query.profile, self._index_name, most, query.bands)
        return outlines.example_of(shapes, *of)

    def image(self, path: str) -> BoxExample:
        """Point at all of an image file; where it is on the map, with the bands said there."""
        bands = bands_of(layers.rasters().get(path))
        return BoxExample(path, None, bands, self._panel.query_section.profile)

    @property
    def _index_name(self) -> str:
        if self._panel.index is None:
            raise NoIndexError
        return self._panel.index.name

    @property
    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()
