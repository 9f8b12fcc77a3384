from __future__ import annotations

import json

import pytest

from lookalike.plugin.core.archive import source_from_file
from lookalike.plugin.core.errors import (
    BandsError,
    FileMissingError,
    NoCrsError,
    RasterFileError,
)
from lookalike.plugin.core.source import BandFile, Source
from lookalike.tests.core.archive.harness import RGB, noise, write_named
from lookalike.tests.rasters import write_raster


def numbers(source):
    return {band: place.number for band, place in source.bands.items()}


def test_bands_are_found_by_description(tmp_path):
    path = write_named(tmp_path / "a.tif", ("B02", "B03", "red", "B8A"))
    assert numbers(source_from_file(path, RGB)) == {"B04": 3, "B03": 2, "B02": 1}
    assert set(source_from_file(path).bands) == {"B02", "B03", "B04", "B8A"}


def test_else_by_colour(tmp_path):
    pixels = noise(3).astype("uint8")
    path = write_raster(tmp_path / "a.tif", pixels, colours=["blue", "green", "red"])
    assert numbers(source_from_file(path, RGB)) == {"B04": 3, "B03": 2, "B02": 1}


@pytest.mark.parametrize("count", [12, 13])
def test_else_by_count_where_all_orders_agree(tmp_path, count):
    path = write_raster(tmp_path / "a.tif", noise(count))
    assert numbers(source_from_file(path, RGB)) == {"B04": 4, "B03": 3, "B02": 2}
    with pytest.raises(BandsError, match="B8A"):
        source_from_file(path, (*RGB, "B8A"))


def test_an_explicit_mapping_wins_over_descriptions(tmp_path):
    path = write_named(tmp_path / "a.tif", ("B02", "B03", "B04"))
    source = source_from_file(path, RGB, bands={"B04": 1, "B03": 2, "B02": 3})
    assert numbers(source) == {"B04": 1, "B03": 2, "B02": 3}


def test_an_order_may_be_named(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(13))
    assert numbers(source_from_file(path, ("B8A",), bands="EuroSAT")) == {"B8A": 13}
    assert numbers(source_from_file(path, ("B8A",), bands="Level-1C")) == {"B8A": 9}
    with pytest.raises(BandsError, match="known orders: Level-1C"):
        source_from_file(path, ("B8A",), bands="Level-2A")


def test_a_mapping_to_a_band_that_is_not_there_is_an_error(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(3))
    with pytest.raises(BandsError, match="number 4"):
        source_from_file(path, ("B04",), bands={"B04": 4})


def test_too_few_or_unknown_bands_are_named_with_what_there_is(tmp_path):
    path = write_named(tmp_path / "a.tif", ("B02", "B03"))
    with pytest.raises(BandsError, match=r"a\.tif .*B04.*it has B03, B02|it has B02, B03"):
        source_from_file(path, RGB)
    gray = write_raster(tmp_path / "gray.tif", noise(1))
    with pytest.raises(BandsError, match=r"gray\.tif .*no band that is named"):
        source_from_file(gray, RGB)
    with pytest.raises(BandsError, match=r"gray\.tif"):
        source_from_file(gray)


def test_a_file_of_one_band_brings_its_siblings(tmp_path):
    for band in RGB:
        write_raster(tmp_path / f"s2_{band}.tif", noise(1))
        write_raster(tmp_path / f"other_{band}.tif", noise(1))
    source = source_from_file(tmp_path / "s2_B04.tif", RGB)
    assert source.name == "s2"
    assert {band: place.path for band, place in source.bands.items()} == {
        band: f"{tmp_path}/s2_{band}.tif" for band in RGB
    }
    assert set(source_from_file(tmp_path / "s2_B04.tif", ("B04",)).bands) == {"B04"}


def test_siblings_in_different_crs_are_an_error(tmp_path):
    for band, crs in [("B04", "EPSG:32632"), ("B03", "EPSG:32633"), ("B02", "EPSG:32632")]:
        write_raster(tmp_path / f"s2_{band}.tif", noise(1), crs=crs)
    with pytest.raises(RasterFileError, match="different coordinate"):
        source_from_file(tmp_path / "s2_B04.tif", RGB)


def test_a_raster_without_crs_is_an_error(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise(13), transform=None, crs="")
    with pytest.raises(NoCrsError, match="Georeference"):
        source_from_file(path, RGB)
    assert source_from_file(path, RGB, placeless=True).crs == ""


def test_a_file_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(FileMissingError):
        source_from_file(tmp_path / "a.tif", RGB)


def test_metadata_becomes_radiometry_level_time_and_cloud(tmp_path):
    tags = {
        "PROCESSING_BASELINE": "05.09",
        "PROCESSING_LEVEL": "Level-2A",
        "PRODUCT_START_TIME": "2023-05-01T10:10:31.024Z",
        "CLOUD_COVERAGE_ASSESSMENT": "12.5",
    }
    source = source_from_file(write_named(tmp_path / "a.tif", tags=tags, nodata=0), RGB)
    assert (source.radiometry.name, source.radiometry.stated) == ("s2-offset", True)
    assert (source.level, source.time, source.cloud) == ("L2A", "2023-05-01T10:10:31Z", 12.5)
    assert source.nodata == 0
    assert source.reading == "s2-offset L2A"


def test_a_source_survives_json(tmp_path):
    pixels = noise(dtype="float32")
    path = write_raster(tmp_path / "a.tif", pixels, descriptions=RGB, nodata=float("nan"))
    source = source_from_file(path, RGB)
    assert source.nodata is None
    assert Source.from_fields(json.loads(json.dumps(source.to_fields()))) == source
    assert isinstance(source.bands["B04"], BandFile)
