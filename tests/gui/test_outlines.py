"""Shapes of every kind become polygons and points, or nothing."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from lookalike.plugin.core.outline import Outline
from lookalike.plugin.outlines import outline_of

UTM, LONLAT = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (32632, 4326))


def outlined(*wkts):
    return outline_of(map(QgsGeometry.fromWkt, wkts), UTM, LONLAT)


def test_polygons_and_points_of_every_kind_are_gathered():
    ring = "((500000 5000000 1, 501000 5000000 1, 501000 5001000 1, 500000 5000000 1))"
    arc = "CircularString (500000 5000000, 501000 5001000, 502000 5000000)"
    found = outlined(
        f"PolygonZ {ring}",
        f"CurvePolygon (CompoundCurve ({arc}, (502000 5000000, 500000 5000000)))",
        "MultiPoint ((500000 5000000), (500100 5000000))",
    )
    assert [len(rings) for rings in found.polygons] == [1, 1]
    assert len(found.polygons[1][0]) > 20  # the arc in short lines
    assert found.points[0] == pytest.approx((9.0, 45.15348), abs=1e-5)
    assert len(found.points) == 2


@pytest.mark.parametrize("wkt", ["LineString (0 0, 1 1)", "Polygon EMPTY", "Point (1e9 1e9)"])
def test_what_has_no_area_and_what_has_no_place_is_left_out(wkt):
    assert outlined(wkt) == Outline()
