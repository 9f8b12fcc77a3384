import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core import places


def test_a_degree_of_latitude_is_111_km():
    east, north = places.offsets(10, 50, np.array([10.0]), np.array([51.0]))
    assert (east[0], north[0]) == (0, pytest.approx(111_195, abs=5))


def test_a_degree_of_longitude_shrinks_with_latitude():
    east, _ = places.offsets(10, 60, np.array([11.0]), np.array([60.0]))
    assert east[0] == pytest.approx(111_195 / 2, rel=1e-3)


def test_across_the_antimeridian_is_near():
    east, _ = places.offsets(179.999, 0, np.array([-179.999]), np.array([0.0]))
    assert east[0] == pytest.approx(222, abs=1)


@given(st.floats(-170, 170), st.floats(-60, 60))
def test_a_click_inside_a_square_is_no_distance_from_it(lon, lat):
    step = 300 / 111_195
    lons, lats = np.array([lon + 5, lon]), np.array([lat, lat + step])
    assert places.nearest_square(lon, lat, lons, lats, 640) == (1, 0.0)


def test_a_click_beside_a_square_is_as_far_as_its_edge():
    lat = np.array([0.0])
    lon = np.array([1_000 / 111_195])
    row, distance = places.nearest_square(0.0, 0.0, lon, lat, 640)
    assert row == 0
    assert distance == pytest.approx(1_000 - 320, abs=1)


def test_neighbours_on_a_grid_do_not_overlap_but_half_steps_do():
    metre = 1 / 111_195
    lons = np.array([0.0, 640, 320, 2_000]) * metre
    overlapping = places.overlapping(np.array([[0.0, 0.0]]), lons, np.zeros(4), 640)
    assert overlapping.tolist() == [True, False, True, False]


@pytest.mark.parametrize(
    ("lons", "west", "east"),
    [([9, 10], 9, 10), ([-60, 40], -60, 40), ([179, -178], 179, -178), ([-179, -178], -179, -178)],
)
def test_the_box_around_places_reaches_across_the_antimeridian(lons, west, east):
    assert places.around(np.array(lons), np.array([3, -4])) == (west, -4, east, 3)
