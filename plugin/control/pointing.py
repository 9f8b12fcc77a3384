"""What the user points at becomes an example: of the raster that is chosen, or of the index."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas

from .. import layers
from ..core.errors import NoIndexError, NoPatchHereError, OutsideRasterError
from ..core.examples import MOST_PATCHES, AreaExample, BoxExample, Example
from ..core.outline import Outline
from ..gui.panel import Panel
from ..outlines import outline_of

WHILE_MOVING = 16  # patches of what is still being drawn
POINT_REACH = 500.0  # metres that a point of a layer may be off an indexed footprint


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
        return layers.box_example(box, self._crs, query.raster_layer, query.profile, most)

    def shapes(
        self,
        shapes: Sequence[QgsGeometry],
        crs: QgsCoordinateReferenceSystem | None = None,
        most: int = MOST_PATCHES,
    ) -> Example:
        """Point at polygons and points; by default in the map's CRS."""
        crs, query = crs or self._crs, self._panel.query_section
        if not query.draws:
            lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
            outline = outline_of(shapes, crs, lonlat)
            if outline == Outline():
                raise NoPatchHereError(name=self._index_name)
            return AreaExample(outline, POINT_REACH, most)
        path = layers.raster_file(query.raster_layer)
        outline = outline_of(shapes, crs, query.raster_layer.crs())
        if outline == Outline():
            raise OutsideRasterError(path=path)
        return BoxExample(path, None, radiometry=query.profile, most=most, outline=outline)

    def image(self, path: str) -> BoxExample:
        """Point at all of an image file."""
        return BoxExample(path, None, radiometry=self._panel.query_section.profile)

    @property
    def _index_name(self) -> str:
        if self._panel.index is None:
            raise NoIndexError
        return self._panel.index.name

    @property
    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()
