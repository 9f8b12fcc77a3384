from __future__ import annotations

import numpy as np
import pytest

from lookalike.plugin.core.archive import open_archive
from lookalike.plugin.core.raster import SourceReader
from lookalike.plugin.core.sentinel2 import BANDS
from lookalike.tests.core.archive.harness import (
    RGB,
    broken_file,
    check_reader,
    noise,
    opened,
    write_named,
)
from lookalike.tests.rasters import TRANSFORM, has_driver, write_raster


def write_band(path, pixel, west=0, north=0, side=960, **options):
    """A band of `side` metres, its origin moved west and north of the others' by metres."""
    x, y = TRANSFORM[0] - west, TRANSFORM[3] + north
    count = side // pixel
    transform = (x, pixel, 0.0, y, 0.0, -pixel)
    return write_raster(path, noise(1, count, seed=pixel), transform=transform, **options)


@pytest.fixture
def product(tmp_path):
    """Bands on grids of 10, 20 and 60 m with different origins, and what lies beside them."""
    for band, pixel, west in [("B04", 10, 0), ("B03", 10, 0), ("B02", 10, 0), ("B8A", 20, 20),
                              ("B09", 60, 0)]:  # fmt: skip
        write_band(tmp_path / f"s2_{band}.tif", pixel, west=west)
    write_band(tmp_path / "preview.tif", 60)
    return tmp_path


def test_a_large_raster_is_cut_into_a_grid(tmp_path):
    write_named(tmp_path / "scene.tif", side=60)
    reader = opened(tmp_path)
    (plan,) = check_reader(reader)
    assert reader.kind == "scenes"
    assert len(plan.windows) == reader.count_patches() == 9
    assert plan.windows[1].tolist() == [16, 0, 16, 16]
    assert plan.source.name == "scene"


def test_a_stride_of_half_a_patch_overlaps(tmp_path):
    write_named(tmp_path / "scene.tif", side=48)
    (plan,) = check_reader(opened(tmp_path, stride=8))
    assert len(plan.windows) == 25


def test_a_single_file_is_an_archive(tmp_path):
    write_named(tmp_path / "scene.tif", side=48)
    write_named(tmp_path / "other.tif", side=48)
    (plan,) = check_reader(opened(tmp_path / "scene.tif"))
    assert plan.source.name == "scene"


def test_a_mixture_of_sizes_is_cut_as_scenes_and_small_files_keep_their_patch(tmp_path):
    write_named(tmp_path / "a.tif", side=20)
    write_named(tmp_path / "b.tif", side=48)
    reader = opened(tmp_path)
    assert reader.kind == "scenes"
    small, large = check_reader(reader)
    assert small.windows.tolist() == [[2, 2, 16, 16]]
    assert len(large.windows) == 9


def test_a_file_smaller_than_a_patch_is_skipped_with_its_size(tmp_path):
    write_named(tmp_path / "a.tif", side=10)
    write_named(tmp_path / "b.tif", side=48)
    reader = opened(tmp_path)
    check_reader(reader)
    assert "10 x 10 pixels" in reader.skipped[0][1]


def test_unreadable_files_are_skipped_and_reported(tmp_path):
    write_named(tmp_path / "b.tif", side=48)
    broken_file(tmp_path / "a.tif")
    reader = opened(tmp_path)
    assert [plan.source.name for plan in reader.plans()] == ["b"]
    assert [path for path, _ in reader.skipped] == ["a.tif"]


def test_one_file_a_band_is_one_source_and_what_lies_beside_it_is_left_out(product):
    reader = opened(product)
    (plan,) = check_reader(reader)
    assert reader.kind == "scenes"
    assert plan.source.name == "s2"
    assert plan.source.bands["B04"] == ("s2_B04.tif", 1)
    assert plan.source.size == (96, 96)
    assert not reader.skipped


def test_the_grid_is_cut_where_all_bands_are(product):
    (plan,) = check_reader(opened(product, (*RGB, "B8A", "B09")))
    assert plan.source.size == (94, 96)  # B8A begins 20 m further west, and ends there
    assert plan.source.transform == TRANSFORM


def test_a_band_that_begins_later_moves_the_grid_by_whole_pixels(tmp_path):
    write_band(tmp_path / "x_B04.tif", 10)
    write_band(tmp_path / "x_B11.tif", 20, west=-40, north=-20)
    (plan,) = check_reader(opened(tmp_path, ("B04", "B11")))
    assert plan.source.size == (92, 94)
    assert plan.source.transform == (TRANSFORM[0] + 40, 10.0, 0.0, TRANSFORM[3] - 20, 0.0, -10.0)


def test_a_window_shows_the_same_numbers_whichever_bands_moved_the_grid(tmp_path):
    pixels = noise(1, 96, seed=10)[0]
    write_band(tmp_path / "x_B04.tif", 10)
    write_band(tmp_path / "x_B11.tif", 20, west=-40, north=-20)
    (plan,) = opened(tmp_path, ("B04", "B11")).plans()
    with SourceReader(plan.source) as reader:
        patch, _ = reader.patch((0, 0, 16, 16), ("B04",), 16)
    assert np.allclose(patch[0], pixels[2:18, 4:20] / 10000, atol=1e-7)


def test_sets_in_several_folders_are_several_sources(tmp_path):
    for name in ("one", "two"):
        for band in RGB:
            write_band(tmp_path / name / f"{name}_{band}.tif", 10, side=480)
    plans = check_reader(opened(tmp_path))
    assert [plan.source.name for plan in plans] == ["one", "two"]


def test_of_a_band_on_two_grids_the_finer_is_taken(tmp_path):
    tile = "T33UUP_20220101T101031"
    for band in RGB:
        write_band(tmp_path / "R10m" / f"{tile}_{band}_10m.tif", 10)
        write_band(tmp_path / "R20m" / f"{tile}_{band}_20m.tif", 20)
    (plan,) = check_reader(opened(tmp_path))
    assert {place.path[:4] for place in plan.source.bands.values()} == {"R10m"}
    assert (plan.source.name, plan.source.time) == (tile, "2022-01-01T10:10:31Z")


def test_a_set_that_lacks_a_band_is_skipped_with_its_name(product):
    write_named(product / "more" / "scene.tif", side=48, bands=(*RGB, "B08"))
    reader = opened(product, (*RGB, "B08"))
    assert [plan.source.name for plan in reader.plans()] == ["more/scene"]
    assert "B08" in reader.skipped[0][1]


def test_real_jpeg_2000_files_are_a_scene(tmp_path):
    if not has_driver("JP2OpenJPEG"):
        pytest.skip("this GDAL has no JPEG 2000 driver (JP2OpenJPEG)")
    for band in RGB:
        options = {"QUALITY": "100", "REVERSIBLE": "YES"}
        name = f"T33UUP_20220101T101031_{band}.jp2"
        write_band(tmp_path / name, 10, driver="JP2OpenJPEG", options=options)
    (plan,) = check_reader(opened(tmp_path))
    assert len(plan.windows) == 36


# -- real imagery ----------------------------------------------------------------------------------


def test_real_tiles_hold_nine_patches_each(shared_data):
    plans = check_reader(opened(shared_data / "sentinel2_tiles", patch_size=64))
    assert [len(plan.windows) for plan in plans] == [9] * 10


def test_a_real_scene_names_its_bands(shared_data):
    wanted = tuple(band for band in BANDS if band != "B10")
    (plan,) = check_reader(opened(shared_data / "sentinel2_scenes", wanted, 64))
    assert len(plan.windows) == 256
    assert plan.source.bands["B8A"].number == 9


def test_bigearthnet_patches_are_sets_of_bands(shared_data):
    reader = open_archive(shared_data / "bigearthnet_v1", tuple(BANDS)[:9], 120, 10.0)
    plans = check_reader(reader)
    assert len(plans) == 6
    assert all(plan.windows.tolist() == [[0, 0, 120, 120]] for plan in plans)
    assert {plan.source.level for plan in plans} == {"L2A"}
    assert plans[0].source.time == "2017-06-13T10:10:31Z"
