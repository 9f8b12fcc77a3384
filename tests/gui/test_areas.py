"""Extents and polygons of any CRS become areas in degrees, and come back to the map."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)

from lookalike.plugin import areas, layers
from lookalike.plugin.core.errors import TooManyShapesError

UTM, MERCATOR, FIJI, ARCTIC, LONLAT = (
    QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (32632, 3857, 3832, 3995, 4326)
)


def layer_of(crs, *shapes):
    layer = QgsVectorLayer(f"Polygon?crs={crs.authid()}", "Shapes", "memory")
    features = [QgsFeature() for _ in shapes]
    for feature, shape in zip(features, shapes):
        feature.setGeometry(shape)
    layer.dataProvider().addFeatures(features)
    return layer


def holds(outline, *places):
    return outline.holds(np.array(places)).tolist()


def test_an_outline_across_the_antimeridian_runs_on(qgis_app):
    box = QgsGeometry.fromRect(QgsRectangle(3e6, -1e6, 4e6, 1e6))  # Mercator around 150° east
    corners = areas.of_polygon(box, FIJI).corners
    assert (corners[:, 0].min(), corners[:, 0].max()) == pytest.approx((176.9, 185.9), abs=0.1)


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ((20_000_000, -1_000_000, 20_100_000, 1_000_000), (179.66, -8.95, -179.44, 8.95)),
        ((0, 0, 111_319.49, 111_325.14), (0, 0, 1, 1)),
    ],
    ids=["antimeridian", "plain"],
)
def test_an_extent_with_straight_edges_becomes_a_box(edges, expected, qgis_app):
    assert layers.lonlat_box(QgsRectangle(*edges), MERCATOR) == pytest.approx(expected, abs=0.02)
    _, outline = areas.of_extent(QgsRectangle(*edges), MERCATOR)
    assert outline is None or holds(outline, (-180.2, 0.0), (182.0, 0.0)) == [False, False]


def test_the_edges_of_an_extent_are_as_bent_as_on_the_map(qgis_app):
    extent = QgsRectangle(200_000, 5_000_000, 800_000, 5_600_000)
    box, outline = areas.of_extent(extent, UTM)
    assert box is None
    to_utm = areas.on_map(outline, UTM)
    assert to_utm.boundingBox().width() == pytest.approx(600_000, abs=10)
    assert to_utm.area() == pytest.approx(600_000**2, rel=1e-4)  # no bow and no bulge


def test_around_a_pole_a_box_is_the_area(qgis_app):
    box, outline = areas.of_extent(QgsRectangle(-1e6, -1e6, 1e6, 1e6), ARCTIC)
    assert outline is None
    assert box[:1] + box[2:] == pytest.approx((-180, 180, 90), abs=1)


def test_long_edges_of_polygons_are_bent_too(qgis_app):
    wide = QgsGeometry.fromWkt("Polygon ((200000 5e6, 800000 5e6, 800000 5.1e6, 200000 5.1e6))")
    outline = areas.LayerShapes(layer_of(UTM, wide)).outline()
    # Its southern edge is at 45.15° in the middle, and at 45.10° at its ends.
    assert holds(outline, (9.0, 45.13), (9.0, 45.17)) == [False, True]


def test_holes_and_parts_of_a_layer_are_kept(qgis_app):
    ring = "(8 46, 10 46, 10 48, 8 48, 8 46), (8.5 46.5, 9.5 46.5, 9.5 47.5, 8.5 47.5, 8.5 46.5)"
    shape = QgsGeometry.fromWkt(f"MultiPolygon (({ring}), ((20 46, 21 46, 21 47, 20 46)))")
    outline = areas.LayerShapes(layer_of(LONLAT, shape)).outline()
    assert holds(outline, (8.2, 46.2), (9.0, 47.0), (20.7, 46.3)) == [True, False, True]


def test_a_polygon_of_very_many_corners_is_simplified(qgis_app):
    circle = QgsGeometry.fromWkt("Point (500000 5200000)").buffer(50_000, 5_000)
    assert circle.constGet().nCoordinates() > areas.MOST_CORNERS
    outline = areas.LayerShapes(layer_of(UTM, circle)).outline()
    assert len(outline.corners) <= 2 * areas.MOST_CORNERS
    back = areas.on_map(outline, UTM)
    assert back.area() == pytest.approx(circle.area(), rel=2e-3)


@pytest.mark.parametrize("are_holes", [False, True], ids=["islands", "holes"])
def test_very_many_small_parts_are_left_out(are_holes, qgis_app):
    specks = [
        QgsGeometry.fromRect(QgsRectangle(x, y, x + 20, y + 20))
        for x in range(400_000, 410_000, 100)
        for y in range(5_000_000, 5_003_000, 100)
    ]
    land = QgsGeometry.fromRect(QgsRectangle(399_000, 4_999_000, 411_000, 5_004_000))
    if are_holes:
        shape = land.difference(QgsGeometry.collectGeometry(specks))
    else:
        land.translate(0, 10_000)
        shape = QgsGeometry.collectGeometry([land, *specks])
    assert shape.constGet().nCoordinates() > areas.MOST_CORNERS
    outline = areas.LayerShapes(layer_of(UTM, shape)).outline()
    assert len(outline.polygons) == 1
    assert areas.on_map(outline, UTM).area() == pytest.approx(land.area(), rel=1e-3)


def test_a_layer_of_too_many_polygons_is_named(qgis_app):
    box = QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1))
    shapes = areas.LayerShapes(layer_of(LONLAT, *[box] * (areas.MOST_POLYGONS + 1)))
    with pytest.raises(TooManyShapesError, match="Shapes has more than 2000 polygons"):
        shapes.outline()
