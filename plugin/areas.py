"""Areas that hits may lie in: extents and polygons become plain outlines in degrees, and back.

`LayerShapes` is made in the interface's thread and read in any; the rest is of the interface's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsCurve,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsMapLayer,
    QgsPointXY,
    QgsPolygon,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from . import layers
from .core.errors import Cancelled, NoAreaError, TooManyCornersError, TooManyShapesError
from .core.outline import PLACES, Outline, Polygon
from .gui.compat import POLYGON
from .outlines import all_moved, metres_a_unit, moved

MOST_POLYGONS = 2_000  # of a layer; a project keeps them with each search
MOST_CORNERS = 300_000  # of all of them together; the world's countries in detail have 220,000
WKB_HEAD = 9  # bytes of a line's binary form before its corners
WORLD = QgsRectangle(-180, -89.99, 180, 89.99)  # Mercator has no poles
FINE = 30.0  # metres that the outline of more corners may be off: a patch has 640

Box = tuple  # west, south, east, north in degrees


def has_polygons(layer: QgsMapLayer) -> bool:
    """Whether a layer's own shapes are an area; else its extent is."""
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == POLYGON


def extent_of(layer: QgsMapLayer) -> QgsRectangle:
    """Return the extent of what is selected in a layer, or else of all of it."""
    if isinstance(layer, QgsVectorLayer) and layer.selectedFeatureCount():
        return layer.boundingBoxOfSelected()
    return layer.extent()


def of_extent(
    extent: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> tuple[Box | None, Outline | None]:
    """Return the box or the outline that an extent has in degrees; neither: it has no place.

    A box is what is straight there too; an outline has the bent edges of any other.
    """
    outline = of_polygon(QgsGeometry.fromRect(extent), crs)
    if outline is not None and not _is_box(outline):
        return None, outline
    return layers.lonlat_box(extent, crs), None


def of_polygon(polygon: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Outline | None:
    """Return a polygon in degrees; None where it has no place.

    Its edges are straight on the map, so they get corners between. Longitudes run on beyond 180
    where it reaches across the antimeridian.
    """
    found = _outline([polygon], _to_lonlat(crs, QgsProject.instance().transformContext()))
    return found if found.polygons else None


def on_map(outline: Outline, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """Return an outline in degrees as polygons in a canvas's CRS, but for what has no place."""
    lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
    transform = QgsCoordinateTransform(lonlat, crs, QgsProject.instance())
    found = []
    for polygon in outline.polygons:
        rings = [QgsLineString([x for x, _ in ring], [y for _, y in ring]) for ring in polygon]
        shape = QgsPolygon(rings[0], rings[1:]) if rings else QgsPolygon()
        try:
            found.append(moved(QgsGeometry(shape), transform))
        except QgsCsException:
            continue
    return QgsGeometry.collectGeometry(found)


class LayerShapes:
    """The polygons of a layer as they are now: those that are selected, or else all."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._name, self._crs = layer.name(), layer.crs()
        self._selected = layer.selectedFeatureIds()
        context = QgsProject.instance().transformContext()
        self._context = QgsCoordinateTransformContext(context)

    def outline(self, go_on: Callable[[], bool] = lambda: True) -> Outline:
        """Read them, in degrees, as long as `go_on` says so.

        Raises
        ------
        Cancelled
        TooManyShapesError, TooManyCornersError
        NoAreaError
            If none has a place on the Earth.
        """
        shapes = _simplified(self._read(go_on), self._crs)
        if _corners(shapes) > MOST_CORNERS:
            raise TooManyCornersError(layer=self._name, most=MOST_CORNERS)
        outline = _outline(shapes, _to_lonlat(self._crs, self._context))
        if not len(outline.corners):
            raise NoAreaError(layer=self._name)
        return outline

    def _read(self, go_on: Callable[[], bool]) -> list[QgsGeometry]:
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([])
        if self._selected:
            request.setFilterFids(self._selected)
        found: list[QgsGeometry] = []
        for feature in self._source.getFeatures(request):
            if not go_on():
                raise Cancelled
            if feature.hasGeometry():
                found.append(feature.geometry())
            if len(found) > MOST_POLYGONS:
                raise TooManyShapesError(layer=self._name, most=MOST_POLYGONS)
        return found


def _simplified(shapes: list[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> list[QgsGeometry]:
    """Leave out corners where there are too many, but none that could matter to a patch."""
    if _corners(shapes) <= MOST_CORNERS:
        return shapes
    tolerance = FINE / metres_a_unit(crs)
    rougher = [_without_specks(shape, tolerance**2).simplify(tolerance) for shape in shapes]
    return [shape for shape in rougher if not shape.isEmpty()]


def _without_specks(shape: QgsGeometry, area: float) -> QgsGeometry:
    """Leave out parts and holes that are smaller, but for the largest part.

    Each keeps three corners at least, however it is simplified.
    """
    parts = sorted(shape.asGeometryCollection(), key=QgsGeometry.area)
    large = [part for part in parts if part.area() >= area] or parts[-1:]
    return QgsGeometry.collectGeometry(large).removeInteriorRings(area)


def _corners(shapes: list[QgsGeometry]) -> int:
    return sum(shape.constGet().nCoordinates() for shape in shapes)


def _to_lonlat(
    crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> QgsCoordinateTransform:
    lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
    return QgsCoordinateTransform(crs, lonlat, context)


def _outline(shapes: Iterable[QgsGeometry], transform: QgsCoordinateTransform) -> Outline:
    """Gather polygons in degrees; those that have no place there are left out."""
    polygons: list[Polygon] = []
    facing = (shape.forcePolygonCounterClockwise() for shape in shapes)
    for there in all_moved(facing, transform):
        for corners in _rings_of(there):
            if not corners or not all(np.isfinite(ring).all() for ring in corners):
                continue
            if not transform.isShortCircuited():
                corners = _unwrapped(corners)
            pieces = _over_pole(corners) if _is_around_pole(corners) else [corners]
            polygons += [
                tuple(tuple(map(tuple, ring.round(PLACES).tolist())) for ring in piece)
                for piece in pieces
            ]
    return Outline(tuple(polygons))


def _unwrapped(rings: list[npt.NDArray[np.float64]]) -> list[npt.NDArray[np.float64]]:
    """Let longitudes run on beyond 180, those of all rings of a polygon alike."""
    for ring in rings:
        ring[:, 0] = np.unwrap(ring[:, 0], period=360)
        ring[:, 0] += 360 * np.round((rings[0][:, 0].mean() - ring[:, 0].mean()) / 360)
    return rings


def _over_pole(rings: list[npt.NDArray[np.float64]]) -> list[list[npt.NDArray[np.float64]]]:
    """Close the rings that go around a pole over it, from one side of the world to the other.

    They end a turn further on than they begin. Each may begin anywhere, so three turns are cut.
    What an outer ring is around lies to its left, what an inner one is around to its right.
    """
    closed: list[npt.NDArray[np.float64]] = []
    for number, ring in enumerate(rings):
        turn = ring[-1] - ring[0]
        if abs(turn[0]) > 180:
            pole = np.copysign(90, -turn[0] if number else turn[0])
            around = np.concatenate([ring - turn, ring, ring + turn])
            over = [(around[-1, 0], pole), (around[0, 0], pole)]
            closed.append(np.concatenate([around, over]))
        else:
            closed += [ring + np.array([further, 0]) for further in (-360, 0, 360)]
    thrice = [[QgsPointXY(x, y) for x, y in ring.tolist()] for ring in closed]
    once = QgsGeometry.fromPolygonXY(thrice).clipped(WORLD)
    once.convertToMultiType()
    return list(_rings_of(once))


def _is_around_pole(rings: list[npt.NDArray[np.float64]]) -> bool:
    """Whether a ring ends a turn further on than it begins."""
    return any(abs(ring[-1, 0] - ring[0, 0]) > 180 for ring in rings)


def _rings_of(shape: QgsGeometry) -> Iterator[list[npt.NDArray[np.float64]]]:
    """Yield the corners of each polygon's rings, the outer ring first."""
    for polygon in shape.constParts():
        inner = map(polygon.interiorRing, range(polygon.numInteriorRings()))
        yield [_corners_of(ring) for ring in (polygon.exteriorRing(), *inner) if ring is not None]


def _corners_of(ring: QgsCurve) -> npt.NDArray[np.float64]:
    """Read them from the binary form: one by one they would take the interface's time."""
    line = ring.curveToLine()
    numbers = np.frombuffer(line.asWkb().data(), np.float64, offset=WKB_HEAD)
    return numbers.reshape(-1, 2 + line.is3D() + line.isMeasure())[:, :2].copy()


def _is_box(outline: Outline) -> bool:
    """Whether all corners lie on the edges of the box around them."""
    corners = outline.corners
    low, high = corners.min(axis=0), corners.max(axis=0)
    near = 1e-6 * (high - low)
    on_edge = (np.abs(corners - low) <= near) | (np.abs(corners - high) <= near)
    return bool(on_edge.any(axis=1).all())
