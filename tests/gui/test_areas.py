"""Extents and polygons of any CRS become areas in degrees, and come back to the map."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from lookalike.plugin import areas, layers
from lookalike.plugin.core import filtering
from lookalike.plugin.core.errors import TooManyCornersError, TooManyShapesError
from lookalike.plugin.core.filters import Filters
from lookalike.tests.factories import make_contents, make_index

UTM, MERCATOR, FIJI, ARCTIC, ANTARCTIC, LONLAT = (
    QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (32632, 3857, 3832, 3995, 3031, 4326)
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


@pytest.mark.parametrize(("crs", "side"), [(ARCTIC, 1), (ANTARCTIC, -1)], ids=["north", "south"])
def test_around_a_pole_an_extent_is_as_on_the_map(crs, side, qgis_app):
    box, outline = areas.of_extent(QgsRectangle(-1e6, -1e6, 1e6, 1e6), crs)
    assert box is None
    # From the pole it is 9.2° to the middle of an edge, and 12.9° to a corner.
    inside = [(lon, side * 81.5) for lon in range(-180, 180, 30)] + [
        (45, side * 78),
        (0, side * 89.9),
    ]
    assert all(holds(outline, *inside))
    outside = [(0, side * 80), (180, side * 80), (45, side * 76), (0, 0), (0, side * -85)]
    assert not any(holds(outline, *outside))


def test_an_extent_around_a_pole_and_the_equator_is_as_on_the_map(qgis_app):
    outline = areas.of_extent(QgsRectangle(-2.5e7, -2.5e7, 2.5e7, 2.5e7), ARCTIC)[1]
    assert all(holds(outline, (0, 80), (100, 0), (-100, -30)))
    assert not any(holds(outline, (0, -70), (100, -80)))


@pytest.mark.parametrize("start", [0, 1, 2, 3])
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_a_polygon_around_a_pole_holds_what_it_does_on_the_map_however_its_rings_go(
    start, step, qgis_app
):
    outer = [(-2e6, -2e6), (2e6, -2e6), (2e6, 2e6), (-2e6, 2e6)]
    hole = [(-1e6, -1e6), (1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)]
    hole = (hole[start:] + hole[:start])[::step]
    rings = [[QgsPointXY(*corner) for corner in (*one, one[0])] for one in (outer, hole)]
    layer = layer_of(ARCTIC, QgsGeometry.fromPolygonXY(rings))
    outline = areas.LayerShapes(layer).outline()
    index = make_index(make_contents(rows=36))
    index.column("lon")[:] = np.arange(-180, 180, 10)
    for latitude, passes in ((87, False), (75, True), (60, False)):
        index.column("lat")[:] = latitude
        assert (filtering.mask(Filters(outline=outline), index) == passes).all()


@pytest.mark.parametrize("lon", [-180, -135, -90, -45, 0, 45, 90, 135, 179.9])
def test_a_hole_beside_the_pole_is_kept_wherever_it_lies(lon, qgis_app):
    to_map = QgsCoordinateTransform(LONLAT, ARCTIC, QgsProject.instance())
    around = QgsGeometry.fromRect(QgsRectangle(-2e6, -2e6, 2e6, 2e6))
    hole = QgsGeometry.fromPointXY(to_map.transform(QgsPointXY(lon, 80))).buffer(3e5, 8)
    outline = areas.LayerShapes(layer_of(ARCTIC, around.difference(hole))).outline()
    beside = [(lon, 87), (lon, 74), (lon - 30, 80), (lon + 30, 80)]
    places = np.array([(lon - 3, 80), (lon + 3, 80), *beside])
    places[:, 0] = (places[:, 0] + 180) % 360 - 180
    assert holds(outline, *places) == [False, False, True, True, True, True]


@pytest.mark.parametrize("crs", [LONLAT, MERCATOR, ARCTIC], ids=lambda crs: crs.authid())
def test_an_area_around_a_pole_is_shown_on_any_map(crs, qgis_app):
    outline = areas.of_extent(QgsRectangle(-1e6, -1e6, 1e6, 1e6), ARCTIC)[1]
    shown = areas.on_map(outline, crs)
    to_map = QgsCoordinateTransform(LONLAT, crs, QgsProject.instance())
    for lon in (-170, -60, 50, 179):
        for lat, is_in in ((84, True), (76, False)):
            place = QgsGeometry.fromPointXY(to_map.transform(QgsPointXY(lon, lat)))
            assert shown.contains(place) == is_in


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


def coast(corners):
    """A jagged ring around 9° east and 47° north."""
    random, turn = np.random.default_rng(0), np.linspace(0, 2 * np.pi, corners, endpoint=False)
    reach = random.uniform(0.9, 1.1, corners)
    ring = np.stack([9 + reach * np.cos(turn), 47 + reach * np.sin(turn)], axis=1)
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring.tolist()]])


def test_an_area_of_very_many_corners_holds_just_what_its_polygons_do(qgis_app):
    shape = coast(20_000)
    outline = areas.LayerShapes(layer_of(LONLAT, shape)).outline()
    places = np.random.default_rng(1).uniform((7.9, 45.9), (10.1, 48.1), (3_000, 2))
    engine = QgsGeometry.createGeometryEngine(shape.constGet())
    engine.prepareGeometry()
    inside = [engine.contains(QgsPoint(x, y)) for x, y in places.tolist()]
    assert 1_000 < sum(inside) < 2_500
    assert holds(outline, *places.tolist()) == inside


def test_an_area_of_very_many_corners_is_shown_as_it_is(qgis_app):
    shape = coast(20_000)
    outline = areas.LayerShapes(layer_of(LONLAT, shape)).outline()
    assert areas.on_map(outline, LONLAT).area() == pytest.approx(shape.area(), rel=1e-4)


def test_polygons_too_detailed_even_for_patches_are_named(monkeypatch, qgis_app):
    monkeypatch.setattr(areas, "MOST_CORNERS", 1_000)
    with pytest.raises(TooManyCornersError, match=r"Shapes have more than 1,?000 corners"):
        areas.LayerShapes(layer_of(LONLAT, coast(2_000))).outline()


@pytest.fixture
def few_corners(monkeypatch):
    monkeypatch.setattr(areas, "MOST_CORNERS", 10_000)


def test_a_polygon_of_very_many_corners_is_simplified(few_corners, qgis_app):
    circle = QgsGeometry.fromWkt("Point (500000 5200000)").buffer(50_000, 5_000)
    assert circle.constGet().nCoordinates() > areas.MOST_CORNERS
    outline = areas.LayerShapes(layer_of(UTM, circle)).outline()
    assert len(outline.corners) <= 2 * areas.MOST_CORNERS
    back = areas.on_map(outline, UTM)
    assert back.area() == pytest.approx(circle.area(), rel=2e-3)


@pytest.mark.parametrize("are_holes", [False, True], ids=["islands", "holes"])
def test_very_many_small_parts_are_left_out(are_holes, few_corners, qgis_app):
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
