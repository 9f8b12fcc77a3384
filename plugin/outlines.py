"""Shapes of QGIS become the plain outlines that core asks with. In the interface's thread."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

from .core.outline import Outline, Point
from .gui.compat import POINT, POLYGON


def outline_of(
    shapes: Iterable[QgsGeometry],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
) -> Outline:
    """Gather polygons and points, in another CRS; shapes that have no place there are left out."""
    transform = QgsCoordinateTransform(source, target, QgsProject.instance())
    polygons: list[tuple[tuple[Point, ...], ...]] = []
    points: list[Point] = []
    for shape in shapes:
        moved = QgsGeometry(shape)
        if moved.isEmpty() or not moved.convertToMultiType():
            continue
        try:
            moved.transform(transform)
        except QgsCsException:
            continue
        if not moved.boundingBox().isFinite():
            continue
        if moved.type() == POLYGON:
            polygons += [tuple(map(_points, rings)) for rings in moved.asMultiPolygon()]
        elif moved.type() == POINT:
            points += _points(moved.asMultiPoint())
    return Outline(tuple(polygons), tuple(points))


def _points(listed: Iterable[QgsPointXY]) -> tuple[Point, ...]:
    return tuple((one.x(), one.y()) for one in listed)
