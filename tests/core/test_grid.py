from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core import grid
from lookalike.plugin.core.errors import OutsideRasterError, TooCoarseError, TooSmallError
from lookalike.plugin.core.source import Window
from lookalike.tests.factories import make_source

PIXEL = 10.0


def corner_source(size=(640, 640), pixel=PIXEL, **changes):
    """Its pixel (col, row) lies at x = pixel * col, y = -pixel * row."""
    return make_source(transform=(0.0, pixel, 0.0, 0.0, 0.0, -pixel), size=size, **changes)


def box_of(source, left, top, right, bottom):
    """A box in pixels to xmin, ymin, xmax, ymax."""
    pixel = source.transform[1]
    return left * pixel, -bottom * pixel, right * pixel, -top * pixel


sides = st.integers(64, 700)
places = st.floats(-100, 800, allow_nan=False)


@given(sides, sides, places, places, places, places, st.none() | st.integers(1, 20))
def test_windows_in_a_box_lie_inside_and_are_never_more_than_asked(w, h, x0, x1, y0, y1, most):
    source = corner_source((w, h))
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    box = box_of(source, left, top, right, bottom)
    if left > w + 1 or top > h + 1 or right < -1 or bottom < -1:
        with pytest.raises(OutsideRasterError):
            grid.cover_box(source, *box, 64, 10.0, most)
        return
    if left > w or top > h or right < 0 or bottom < 0:
        return  # within rounding of the edge either answer will do
    windows = grid.cover_box(source, *box, 64, 10.0, most).windows
    assert 1 <= len(windows) == len(set(windows)) <= (most or 1000)
    for window in windows:
        assert window[2:] == (64, 64)
        assert 0 <= window.col <= w - 64
        assert 0 <= window.row <= h - 64
    if most is None:
        assert_covered(windows, w, h, (left, top, right, bottom))


def assert_covered(windows, width, height, box):
    painted = np.zeros((height, width), bool)
    for col, row, across, down in windows:
        painted[row : row + down, col : col + across] = True
    left, top, right, bottom = (round(side, 3) for side in box)
    rows = slice(max(0, int(np.floor(top))), max(0, int(np.ceil(bottom))))
    cols = slice(max(0, int(np.floor(left))), max(0, int(np.ceil(right))))
    assert painted[rows, cols].all()


@given(sides, sides, st.floats(0, 1), st.floats(0, 1))
def test_a_patch_at_a_point_contains_it_and_is_centred_where_there_is_room(w, h, fx, fy):
    source = corner_source((w, h))
    col, row = fx * w, fy * h
    window = grid.window_at(source, col * PIXEL, -row * PIXEL, 64, 10.0)
    assert window.col - 0.01 <= col <= window.col + 64.01
    assert window.row - 0.01 <= row <= window.row + 64.01
    if 33 <= col <= w - 33:
        assert abs(window.col + 32 - col) <= 1


@given(
    st.tuples(sides, sides),
    st.tuples(st.integers(1, 64), st.integers(1, 64)),
    st.tuples(st.integers(1, 100), st.integers(1, 100)),
)
def test_a_grid_lies_inside_and_holds_every_patch_that_fits(size, patch, stride):
    windows = grid.grid_windows(size, patch, stride)
    fitting = [
        (col, row, *patch)
        for row in range(0, size[1] - patch[1] + 1, stride[1])
        for col in range(0, size[0] - patch[0] + 1, stride[0])
    ]
    assert windows.tolist() == [list(window) for window in fitting]


def test_a_tile_of_224_pixels_holds_nine_patches():
    assert len(grid.grid_windows((224, 224), (64, 64), (64, 64))) == 9


def test_a_box_narrower_than_a_patch_is_one_patch_at_its_centre():
    source = corner_source()
    windows = grid.cover_box(source, *box_of(source, 300, 200, 310, 220), 64, 10.0).windows
    assert windows == [Window(273, 178, 64, 64)]


def test_a_box_of_exact_patches_is_those_patches():
    source = corner_source()
    windows = grid.cover_box(source, *box_of(source, 64, 0, 192, 64), 64, 10.0).windows
    assert windows == [Window(64, 0, 64, 64), Window(128, 0, 64, 64)]


def test_a_sample_of_a_large_box_is_spread_over_all_of_it():
    source = corner_source((6400, 6400))
    windows = grid.cover_box(source, *box_of(source, 0, 0, 6400, 6400), 64, 10.0, most=16).windows
    assert len(windows) == 16
    assert len({window.col for window in windows}) == len({w.row for w in windows}) == 4
    assert min(window.col for window in windows) < 6400 / 4
    assert max(window.col for window in windows) > 6400 * 3 / 4 - 64


def test_a_point_beside_the_raster_is_an_error():
    with pytest.raises(OutsideRasterError, match="outside"):
        grid.window_at(corner_source(), -500.0, -500.0, 64, 10.0)


def test_a_box_beyond_all_numbers_is_as_large_as_the_raster():
    whole = grid.starts(0, 640, 64, 640)
    assert grid.starts(-np.inf, np.inf, 64, 640).tolist() == whole.tolist()


def test_a_raster_smaller_than_a_patch_is_an_error_that_names_both_sizes():
    with pytest.raises(TooSmallError, match=r"40 x 640 pixels.*64 x 64"):
        grid.window_at(corner_source((40, 640)), 100.0, -100.0, 64, 10.0)


def test_a_raster_that_lacks_a_few_pixels_counts_as_a_patch():
    assert grid.patch_pixels(corner_source((60, 64)), 64, 10.0) == (60, 64)


@pytest.mark.parametrize("pixel", [9.984702, 9.99, 10.0, 10.05])
def test_eurosat_pixels_make_patches_of_64(pixel):
    assert grid.patch_pixels(corner_source((64, 64), pixel), 64, 10.0) == (64, 64)


@pytest.mark.parametrize(("pixel", "patch"), [(20.0, 32), (5.0, 128), (2.5, 256)])
def test_a_patch_is_as_large_on_the_ground_whatever_the_pixel(pixel, patch):
    assert grid.patch_pixels(corner_source(pixel=pixel), 64, 10.0) == (patch, patch)


def test_pixels_too_coarse_for_the_model_are_an_error():
    with pytest.raises(TooCoarseError, match="60 m"):
        grid.patch_pixels(corner_source(pixel=60.0), 64, 10.0)


def test_degrees_are_measured_on_the_ground():
    step = 10 / 111_320
    source = make_source(
        crs="EPSG:4326", transform=(10.0, step, 0.0, 60.0, 0.0, -step), size=(900, 900)
    )
    width, height = grid.ground_pixel(source)
    assert (width, height) == (pytest.approx(5.01, abs=0.03), pytest.approx(10.0, abs=0.03))
    assert grid.patch_pixels(source, 64, 10.0) == (128, 64)


def test_the_stretched_metres_of_web_mercator_are_measured_on_the_ground():
    source = make_source(
        crs="EPSG:3857", transform=(0.0, 10.0, 0.0, 8_399_737.9, 0.0, -10.0), size=(900, 900)
    )
    assert grid.patch_pixels(source, 64, 10.0) == (128, 128)


def test_other_metres_are_taken_as_they_are():
    source = make_source(
        crs="EPSG:3035", transform=(4_321_000.0, 10.0, 0.0, 3_210_000.0, 0.0, -10.0)
    )
    assert grid.ground_pixel(source) == (10.0, 10.0)
