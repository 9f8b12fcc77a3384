from __future__ import annotations

import subprocess
import sys
import threading
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core import raster, resample
from lookalike.plugin.core.errors import (
    BandsError,
    FileMissingError,
    NoCrsError,
    OutsideRasterError,
    RasterFileError,
)
from lookalike.plugin.core.radiometry import RADIOMETRIES
from lookalike.plugin.core.raster import SourceReader, open_raster
from lookalike.plugin.core.raster_base import IDENTITY
from lookalike.plugin.core.source import BandFile, Source
from lookalike.tests.rasters import CRS, TRANSFORM, has_driver, write_raster

RGB = ("B04", "B03", "B02")


def noise(*shape, seed=0, dtype="uint16"):
    return np.random.default_rng(seed).integers(1, 4000, shape).astype(dtype)


def source_of(path, bands=RGB, size=(48, 40), **changes):
    values = {
        "name": "one",
        "bands": {band: BandFile(path, number) for number, band in enumerate(bands, 1)},
        "crs": CRS,
        "transform": TRANSFORM,
        "size": size,
        "radiometry": RADIOMETRIES["s2"],
    }
    return Source(**{**values, **changes})


# -- the contract that both backends keep ---------------------------------------------------------


def test_a_raster_describes_itself(tmp_path):
    path = write_raster(
        tmp_path / "a.tif",
        noise(2, 40, 48),
        nodata=7,
        descriptions=["B04", ""],
        tags={"PROCESSING_BASELINE": "04.00"},
    )
    with open_raster(path) as opened:
        assert (opened.width, opened.height, opened.count) == (48, 40, 2)
        assert (opened.dtype, opened.crs, opened.transform) == ("uint16", CRS, TRANSFORM)
        assert (opened.descriptions, opened.nodata) == (["B04", ""], 7.0)
        assert opened.tags["PROCESSING_BASELINE"] == "04.00"
        assert len(opened.colours) == 2
        assert opened.georeferenced


def test_colours_are_named(tmp_path):
    pixels = noise(3, 8, 8).astype("uint8")
    path = write_raster(tmp_path / "a.tif", pixels, colours=["red", "green", "blue"])
    with open_raster(path) as opened:
        assert opened.colours == ["red", "green", "blue"]


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", "float64"])
def test_whole_pixels_are_read_as_they_are(tmp_path, dtype):
    pixels = noise(2, 40, 48, dtype=dtype)
    path = write_raster(tmp_path / "a.tif", pixels)
    with open_raster(path) as opened:
        assert opened.read(2).dtype == dtype
        assert np.array_equal(opened.read(2), pixels[1])
        assert np.array_equal(opened.read(1, (5, 7, 20, 10)), pixels[0, 7:17, 5:25])


def test_shrinking_averages_and_enlarging_is_bilinear(tmp_path):
    ramp = np.tile(np.arange(48, dtype="float32"), (40, 1))
    path = write_raster(tmp_path / "a.tif", ramp)
    with open_raster(path) as opened:
        half = opened.read(1, (0, 0, 48, 40), (20, 24))
        twice = opened.read(1, (8, 8, 16, 16), (32, 32))
    assert np.allclose(half[0], np.arange(24) * 2 + 0.5)
    assert np.allclose(twice[0], 8 - 0.25 + np.arange(32) * 0.5)


def test_resampled_integers_are_rounded_to_their_own_type(tmp_path):
    path = write_raster(tmp_path / "a.tif", np.array([[1, 2], [2, 2]], "uint8"))
    with open_raster(path) as opened:
        result = opened.read(1, None, (1, 1))
    assert result.dtype == np.uint8
    assert result.tolist() == [[2]]


def test_a_window_may_lie_between_pixels_and_stick_out(tmp_path):
    ramp = np.tile(np.arange(48, dtype="float32"), (40, 1))
    path = write_raster(tmp_path / "a.tif", ramp)
    with open_raster(path) as opened:
        assert np.allclose(opened.read(1, (10.5, 3, 4, 4))[0], [10.5, 11.5, 12.5, 13.5])
        assert np.allclose(opened.read(1, (-2, -2, 4, 4))[0], [0, 0, 0, 1])


def test_a_band_that_is_not_there_is_an_error(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(40, 48))
    with open_raster(path) as opened, pytest.raises(BandsError, match="number 2"):
        opened.read(2)


def test_a_missing_file_is_told_from_a_broken_one(tmp_path):
    with pytest.raises(FileMissingError, match="does not exist"):
        open_raster(tmp_path / "none.tif")
    (tmp_path / "broken.tif").write_bytes(b"II*\0 nothing that follows makes sense")
    with pytest.raises(RasterFileError, match=r"broken\.tif"):
        open_raster(tmp_path / "broken.tif")


def test_a_file_whose_name_is_no_text_is_said(tmp_path):
    name = b"caf\xe9.tif".decode("utf-8", "surrogateescape")  # as Python reads it from a drive
    with pytest.raises(RasterFileError, match="no characters"):
        open_raster(tmp_path / name)


def test_a_truncated_file_is_an_error_when_its_pixels_are_read(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(400, 480), options={"COMPRESS": "DEFLATE"})
    data = (tmp_path / "a.tif").read_bytes()
    (tmp_path / "a.tif").write_bytes(data[: len(data) // 2])
    with pytest.raises(RasterFileError, match=r"[^.]\.$"), open_raster(path) as opened:
        opened.read(1)


def test_a_raster_without_a_place_opens_without_a_warning(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(4, 4), transform=None, crs="")
    with open_raster(path) as opened:
        assert not opened.georeferenced
        assert (opened.crs, opened.transform) == ("", IDENTITY)


def test_members_of_a_zip_open_with_their_sidecars(tmp_path):
    if not has_driver("PNG"):
        pytest.skip("this GDAL writes no PNG")
    pixels = noise(3, 16, 16).astype("uint8")
    write_raster(tmp_path / "in" / "a.png", pixels, driver="PNG")
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as file:
        for name in ("a.png", "a.png.aux.xml"):
            file.write(tmp_path / "in" / name, f"inner/{name}")
    path = f"{tmp_path}/some.zip/inner/a.png"
    for name in (path, f"/vsizip/{path}"):
        with open_raster(name) as opened:
            assert np.array_equal(opened.read(3), pixels[2])
            assert (opened.crs, opened.transform) == (CRS, TRANSFORM)
    assert raster.gdal_path(path) == f"/vsizip/{path}"
    with pytest.raises(FileMissingError):
        open_raster(f"{tmp_path}/some.zip/inner/b.png")


def test_large_members_of_a_zip_are_read_in_place(tmp_path, monkeypatch):
    monkeypatch.setattr("lookalike.plugin.core.zipped.SMALL", 100)
    pixels = noise(40, 48)
    write_raster(tmp_path / "a.tif", pixels)
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as file:
        file.write(tmp_path / "a.tif", "a.tif")
    with open_raster(tmp_path / "some.zip" / "a.tif") as opened:
        assert np.array_equal(opened.read(1), pixels)


def test_a_damaged_zip_is_a_raster_error(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK no zip")
    with pytest.raises(RasterFileError, match=r"bad\.zip"):
        open_raster(tmp_path / "bad.zip" / "a.tif")


def test_a_real_jpeg_2000_file_is_read(tmp_path):
    if not has_driver("JP2OpenJPEG"):
        pytest.skip("this GDAL has no JPEG 2000 driver (JP2OpenJPEG)")
    pixels = noise(100, 120)
    path = write_raster(
        tmp_path / "T33UUP_20220101T101031_B04_10m.jp2",
        pixels,
        driver="JP2OpenJPEG",
        options={"QUALITY": "100", "REVERSIBLE": "YES"},
    )
    with open_raster(path) as opened:
        assert np.array_equal(opened.read(1, (10, 20, 64, 64)), pixels[20:84, 10:74])
        assert (opened.crs, opened.transform) == (CRS, TRANSFORM)


def test_rasterio_is_never_imported_where_gdal_has_bindings():
    code = (
        "import sys; sys.modules['qgis'] = type(sys)('qgis');"
        "from lookalike.plugin.core import raster; assert raster.backend_name() == 'osgeo';"
        "import lookalike.plugin.core.archive; assert not {'rasterio', 'osgeo'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# -- places ---------------------------------------------------------------------------------------


def test_places_go_to_longitude_latitude_and_back():
    points = np.array([[500_000.0, 5_000_000.0], [600_000.0, 5_200_000.0]])
    there = raster.lonlat("EPSG:32632", points)
    assert there[0] == pytest.approx([9.0, 45.153], abs=1e-3)
    assert np.allclose(raster.from_lonlat("EPSG:32632", there), points, atol=1e-3)


def test_longitude_comes_first_whatever_the_authority_says():
    points = np.array([[9.0, 45.0]])
    assert np.array_equal(raster.lonlat("EPSG:4326", points), points)
    assert np.allclose(raster.lonlat("EPSG:4258", points), points)
    assert raster.lonlat("EPSG:32632", np.zeros((0, 2))).shape == (0, 2)


def test_places_are_the_same_from_many_threads():
    points = np.array([[500_000.0, 5_000_000.0]] * 50)
    results = []

    def work(zone):
        for _ in range(20):
            results.append((zone, raster.lonlat(f"EPSG:326{zone}", points)))

    threads = [threading.Thread(target=work, args=(30 + number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 120
    for zone, result in results:
        assert np.allclose(result[:, 0], zone * 6 - 183)


def test_a_crs_that_nobody_knows_is_an_error():
    with pytest.raises(NoCrsError):
        raster.lonlat("EPSG:999999", np.array([[0.0, 0.0]]))


NOWHERE = {
    "a building site": 'LOCAL_CS["site",UNIT["metre",1]]',
    "Mars": 'GEOGCS["Mars 2000",DATUM["D_Mars_2000",SPHEROID["Mars_2000",3396190,169.8944472]],'
    'PRIMEM["Greenwich",0],UNIT["Decimal_Degree",0.0174532925199433]]',
}


@pytest.mark.parametrize("crs", NOWHERE.values(), ids=NOWHERE)
def test_a_crs_that_leads_nowhere_on_the_earth_is_none(tmp_path, crs):
    path = write_raster(tmp_path / "a.tif", noise(4, 4), crs=crs)
    with raster.open_raster(path) as opened:
        assert opened.crs == ""
        assert not opened.georeferenced


# -- resampling -----------------------------------------------------------------------------------

starts = st.floats(-20, 60, allow_nan=False)


@given(starts, st.floats(0.5, 80), st.integers(1, 40), st.integers(1, 50))
def test_weights_sum_to_one_and_stay_inside(start, length, size, limit):
    axis = resample.axis(start, length, size, limit)
    assert 0 <= axis.first < axis.last <= limit
    if axis.matrix is not None:
        assert axis.matrix.shape == (size, axis.last - axis.first)
        assert np.allclose(axis.matrix.sum(axis=1), 1)
        assert (axis.matrix >= -1e-12).all()


@given(st.integers(0, 20), st.integers(1, 6), st.integers(1, 8), st.integers(0, 99))
def test_shrinking_by_a_whole_factor_is_the_mean_of_blocks(start, factor, size, seed):
    values = np.random.default_rng(seed).random(start + factor * size)
    axis = resample.axis(float(start), float(factor * size), size, len(values))
    column = values[axis.first : axis.last][:, None]
    alone = resample.axis(0.0, 1.0, 1, 1)
    result = resample.apply(axis, alone, column)[:, 0]
    assert np.allclose(result, values[start:].reshape(size, factor).mean(axis=1))


# -- patches in reflectance -----------------------------------------------------------------------


def test_a_patch_is_reflectance_in_the_order_that_was_asked(tmp_path):
    pixels = noise(3, 40, 48)
    source = source_of(write_raster(tmp_path / "a.tif", pixels))
    with SourceReader(source) as reader:
        patch, valid = reader.patch((4, 6, 32, 32), ("B02", "B04"), 32)
    assert patch.dtype == np.float32
    assert valid == 1.0
    assert np.allclose(patch, pixels[[2, 0], 6:38, 4:36] / 10000, atol=1e-7)


def test_the_radiometry_of_the_source_is_applied(tmp_path):
    path = write_raster(tmp_path / "a.tif", np.full((3, 40, 48), 3000, "uint16"))
    source = source_of(path, radiometry=RADIOMETRIES["s2-offset"])
    with SourceReader(source) as reader:
        patch, _ = reader.patch((0, 0, 32, 32), RGB, 32)
    assert np.allclose(patch, 0.2)


def test_bands_on_other_grids_show_the_same_ground(tmp_path):
    """A slope over the ground, sampled on three grids of different origin, is one slope."""
    bands = {}
    for band, pixel, x0, y0 in [
        ("B04", 10, 600_000, 5_000_000),
        ("B11", 20, 599_980, 5_000_040),
        ("B09", 60, 599_940, 5_000_060),
    ]:
        count = 1200 // pixel + 4
        x = x0 + (np.arange(count) + 0.5) * pixel - 599_000
        y = 5_001_000 - (y0 - (np.arange(count) + 0.5) * pixel)
        path = write_raster(
            tmp_path / f"{band}.tif",
            (x[None, :] + 0.5 * y[:, None]).astype("float32"),
            transform=(x0, pixel, 0.0, y0, 0.0, -pixel),
        )
        bands[band] = BandFile(path, 1)
    radiometry = RADIOMETRIES["reflectance"]
    source = replace(source_of("", size=(120, 120), radiometry=radiometry), bands=bands)
    with SourceReader(source) as reader:
        patch, valid = reader.patch((10, 20, 64, 64), ("B04", "B11", "B09"), 64)
    assert valid == 1.0
    assert np.allclose(patch[1], patch[0], atol=1e-2)
    assert np.allclose(patch[2], patch[0], atol=1e-2)


def test_pixels_of_another_size_are_resampled_to_the_patch(tmp_path):
    pixels = noise(3, 64, 64)
    path = write_raster(tmp_path / "a.tif", pixels, transform=(6e5, 5.0, 0.0, 5e6, 0.0, -5.0))
    source = source_of(path, size=(64, 64), transform=(6e5, 5.0, 0.0, 5e6, 0.0, -5.0))
    with SourceReader(source) as reader:
        patch, _ = reader.patch((0, 0, 64, 64), RGB, 32)
    blocks = pixels.reshape(3, 32, 2, 32, 2).mean(axis=(2, 4))
    assert np.allclose(patch, blocks / 10000, atol=1e-6)


def test_zero_in_all_bands_is_no_data_but_in_one_band_it_is_a_number(tmp_path):
    pixels = noise(3, 40, 48)
    pixels[:, :10] = 0
    pixels[0, 20] = 0
    source = source_of(write_raster(tmp_path / "a.tif", pixels))
    with SourceReader(source) as reader:
        patch, valid = reader.patch((0, 0, 40, 40), RGB, 40)
    assert valid == pytest.approx(0.75)
    assert not patch[:, :10].any()
    assert patch[1, 20].all()


def test_nodata_is_zero_reflectance_and_does_not_bleed_into_its_neighbours(tmp_path):
    pixels = np.full((3, 40, 40), 2000, "int16")
    pixels[:, :, :20] = -9999
    path = write_raster(tmp_path / "a.tif", pixels, nodata=-9999)
    with SourceReader(source_of(path, nodata=-9999.0, size=(40, 40))) as reader:
        patch, valid = reader.patch((0, 0, 40, 40), RGB, 80)
    assert valid == pytest.approx(0.5)
    assert np.unique(patch.round(6)).tolist() == pytest.approx([0.0, 0.2])


def test_not_a_number_is_no_data(tmp_path):
    pixels = np.full((3, 40, 40), 0.25, "float32")
    pixels[1, :10] = np.nan
    radiometry = RADIOMETRIES["reflectance"]
    path = write_raster(tmp_path / "a.tif", pixels)
    with SourceReader(source_of(path, size=(40, 40), radiometry=radiometry)) as reader:
        patch, valid = reader.patch((0, 0, 40, 40), RGB, 40)
    assert valid == pytest.approx(0.75)
    assert np.isfinite(patch).all()


def test_a_window_that_sticks_out_has_data_only_inside(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(3, 40, 48))
    with SourceReader(source_of(path)) as reader:
        patch, valid = reader.patch((-16, 0, 32, 32), RGB, 32)
        assert valid == pytest.approx(0.5, abs=1 / 32)
        assert not patch[:, :, :15].any()
        with pytest.raises(OutsideRasterError, match="outside"):
            reader.patch((48, 0, 32, 32), RGB, 32)


def test_a_band_that_the_source_lacks_is_named(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(3, 40, 48))
    with SourceReader(source_of(path)) as reader, pytest.raises(BandsError, match="B08"):
        reader.patch((0, 0, 32, 32), ("B08",), 32)


def test_a_file_that_vanished_is_missing(tmp_path):
    source = source_of("gone.tif", root=str(tmp_path))
    with SourceReader(source) as reader, pytest.raises(FileMissingError, match=r"gone\.tif"):
        reader.patch((0, 0, 32, 32), RGB, 32)
