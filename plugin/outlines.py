"""Shapes of QGIS become the plain outlines that core asks with. In the interface's thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsUnitTypes,
)

from . import layers
from .core.errors import NoPatchHereError, OutsideRasterError, TooManyFeaturesError
from .core.examples import MOST_PATCHES, AreaExample, Bands, BoxExample
from .core.outline import Outline, Point
from .gui.compat import METRES, POINT, POLYGON

EDGE = 20_000.0  # metres: a longer edge bends noticeably in another CRS
MOST_PARTS = 1_000  # of an edge
MOST_FEATURES = 1_000  # that are asked with; 256 of their patches ask in the end
POINT_REACH = 500.0  # metres that a point of a layer may be off an indexed footprint


def shapes_of(features: Iterable[QgsFeature], layer: str) -> list[QgsGeometry]:
    """Return the shapes of features that are asked with.

    Raises
    ------
    TooManyFeaturesError
        If there are more than can be meant; `layer` is their name, for the message.
    """
    found = [one.geometry() for one in islice(features, MOST_FEATURES + 1)]
    if len(found) > MOST_FEATURES:
        raise TooManyFeaturesError(layer=layer, most=MOST_FEATURES)
    return found


def example_of(
    shapes: Iterable[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    raster: QgsMapLayer | None,
    radiometry: str | None,
    index: str,
    most: int = MOST_PATCHES,
    bands: Bands = None,
) -> AreaExample | BoxExample:
    """Make the example of polygons and points: patches of a raster, or of the index.

    Parameters
    ----------
    shapes, crs
    raster : QgsMapLayer or None
        None: of the index.
    radiometry : str or None
        As the user chose for the raster.
    index : str
        Name of the index, for the message.
    most : int
    bands : mapping, str or None
        As `BoxExample.bands`.

    Raises
    ------
    NoPatchHereError, OutsideRasterError
        If no shape has a place.
    NoRasterError, NoFileLayerError
        As `layers.raster_file`.
    """
    if raster is None:
        outline = outline_of(shapes, crs, QgsCoordinateReferenceSystem(layers.WGS84))
        if outline == Outline():
            raise NoPatchHereError(name=index)
        return AreaExample(outline, POINT_REACH, most)
    path = layers.raster_file(raster)
    outline = outline_of(shapes, crs, raster.crs())
    if outline == Outline():
        raise OutsideRasterError(path=path)
    return BoxExample(path, None, bands, radiometry, most, outline=outline)


def outline_of(
    shapes: Iterable[QgsGeometry],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
) -> Outline:
    """Gather polygons and points, in another CRS; shapes that have no place there are left out."""
    transform = QgsCoordinateTransform(source, target, QgsProject.instance())
    polygons: list[tuple[tuple[Point, ...], ...]] = []
    points: list[Point] = []
    for there in all_moved(shapes, transform):
        if not there.boundingBox().isFinite():
            continue
        if there.type() == POLYGON:
            polygons += [tuple(map(_points, rings)) for rings in there.asMultiPolygon()]
        elif there.type() == POINT:
            points += _points(there.asMultiPoint())
    return Outline(tuple(polygons), tuple(points))


def all_moved(
    shapes: Iterable[QgsGeometry], transform: QgsCoordinateTransform
) -> Iterator[QgsGeometry]:
    """Yield shapes in another CRS, each as a collection of its parts; but not if it has no place.

    There may be corners that are not finite.
    """
    for shape in shapes:
        try:
            there = moved(shape, transform)
        except QgsCsException:
            continue
        if not there.isEmpty() and there.convertToMultiType():
            yield there


def moved(shape: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry:
    """Return a shape in another CRS; its long edges, which bend there, get corners between.

    Raises
    ------
    QgsCsException
        If it has no place there.
    """
    there = QgsGeometry(shape)
    if transform.isShortCircuited() or there.isEmpty():
        return there
    if there.type() != POINT:
        box = there.boundingBox()
        least = max(box.width(), box.height()) / MOST_PARTS
        edge = max(EDGE / metres_a_unit(transform.sourceCrs()), least)
        there = there.densifyByDistance(edge)
    there.transform(transform)
    return there


def metres_a_unit(crs: QgsCoordinateReferenceSystem) -> float:
    """How many metres a unit of a CRS has, about; a degree is one of latitude."""
    return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), METRES)


def _points(listed: Iterable[QgsPointXY]) -> tuple[Point, ...]:
    return tuple((one.x(), one.y()) for one in listed)
