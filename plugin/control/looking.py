"""Looking at places on the map: a mark on one, and the canvas moved to it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas

from .. import layers
from ..core.hits import Footprint, Hit
from ..gui.highlight import Highlight
from ..gui.map_tool import show_map

AROUND_HIT = 8.0  # how much of the surroundings a zoom to a hit shows, in footprints
COMFORT = 0.8  # share of the view in which a place need not be moved to


class Looking:
    """The canvas, as far as hits and examples are looked at on it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.highlight = Highlight(canvas)

    def mark(self, hit: Hit | None) -> None:
        """Mark a hit's footprint, or none."""
        if hit is None:
            self.highlight.clear()
        else:
            self.highlight.show(hit.footprint.tolist(), hit.crs)

    def pan_to(self, hit: Hit) -> None:
        """Move the map where the hit is not in sight; the scale stays."""
        box = self._box(Footprint(hit.footprint, hit.crs))
        if box is None:
            return
        view = QgsRectangle(self._canvas.extent())
        view.scale(COMFORT)
        if not view.contains(box.center()):
            self._canvas.setCenter(box.center())
            self._canvas.refresh()

    def zoom_to_hit(self, hit: Hit) -> None:
        """Show a hit and its surroundings."""
        self.zoom_to_patches([Footprint(hit.footprint, hit.crs)])

    def zoom_to_patches(self, patches: Sequence[Footprint]) -> None:
        """Show some patches and their surroundings."""
        boxes = [box for box in map(self._box, patches) if box is not None]
        if boxes:
            whole = QgsRectangle(boxes[0])
            for box in boxes[1:]:
                whole.combineExtentWith(box)
            room = AROUND_HIT * max(boxes[0].width(), boxes[0].height())
            whole.grow(max(0.0, room - max(whole.width(), whole.height())) / 2)
            self._canvas.setExtent(whole)
            self._canvas.refresh()

    def zoom(self, edges: tuple[float, float, float, float], margin: float) -> None:
        """Show an area given in degrees."""
        box = layers.extent_in(self._crs, edges, margin)
        if box is not None:
            show_map(self._canvas)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def remove(self) -> None:
        """Leave nothing on the canvas."""
        self.highlight.remove()

    def _box(self, patch: Footprint) -> QgsRectangle | None:
        edges = layers.lonlat_edges(*patch)
        return None if edges is None else layers.extent_in(self._crs, edges)

    @property
    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()
