from __future__ import annotations

import pytest

from lookalike.plugin.core import sentinel2


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("B04", "B04"),
        ("b4", "B04"),
        ("Band 4", "B04"),
        ("band_12", "B12"),
        ("B4, central wavelength 665 nm", "B04"),
        ("B04_10m", "B04"),
        ("B8A", "B8A"),
        ("B08A", "B8A"),
        ("B8", "B08"),
        ("red", "B04"),
        ("Red", "B04"),
        ("NIR", "B08"),
        ("nir08", "B8A"),
        ("red edge 1", "B05"),
        ("rededge1", "B05"),
        ("SWIR_2", "B12"),
        ("s2_B8A.jp2", "B8A"),
        ("T33UUP_20220101T101031_B04.jp2", "B04"),
        ("T33UUP_20220101T101031_B04_10m.jp2", "B04"),
        ("S2A_MSIL2A_20170613T101031_N9999_R022_T33UUP_75_43_B01.tif", "B01"),
        ("nir.tif", "B08"),
    ],
)
def test_bands_are_recognised_in_descriptions_and_file_names(text, band):
    assert sentinel2.band_of(text) == band


@pytest.mark.parametrize(
    "text",
    ["", "B13", "B0", "B123", "TCI", "SCL_20m", "MSK_QUALIT_B04.jp2", "B04_B03_B02.tif", "AB04",
     "Forest_1.tif", "T33UUB_1.tif", "T12B04", "gray"],
)  # fmt: skip
def test_what_names_no_band_or_several_is_none(text):
    assert sentinel2.band_of(text) is None


def test_files_of_one_product_are_alike_without_their_band():
    names = ["T33UUP_20220101T101031_B04_10m", "T33UUP_20220101T101031_B8A_20m"]
    assert {sentinel2.without_band(name) for name in names} == {"T33UUP_20220101T101031"}
    assert sentinel2.without_band("s2_B01") == "s2"
    assert sentinel2.without_band("red") == sentinel2.without_band("nir08") == ""
    assert sentinel2.without_band("mosaic") == "mosaic"


def test_known_orders_name_each_band_once():
    for order in sentinel2.ORDERS.values():
        assert len(set(order)) == len(order)
        assert set(order) <= set(sentinel2.BANDS)


@pytest.mark.parametrize("count", [12, 13])
def test_visible_bands_are_certain_by_count_but_b8a_is_not(count):
    numbers = sentinel2.numbers_by_count(count)
    assert [numbers[name] for name in ("B02", "B03", "B04")] == [2, 3, 4]
    assert "B8A" not in numbers
    assert "B09" not in numbers


@pytest.mark.parametrize("count", [1, 3, 5])
def test_other_counts_tell_nothing(count):
    assert sentinel2.numbers_by_count(count) == {}


def test_four_bands_agree_on_green_and_near_infrared_only():
    assert sentinel2.numbers_by_count(4) == {"B03": 2, "B08": 4}


def test_colours_name_the_visible_bands():
    assert sentinel2.numbers_by_colour(["Red", "green", "Blue", "Alpha"]) == {
        "B04": 1,
        "B03": 2,
        "B02": 3,
    }


def test_the_first_of_two_bands_of_one_name_wins():
    assert sentinel2.numbers_by_name(["", "B04", "red", "B8A"]) == {"B04": 2, "B8A": 4}


def test_a_product_name_is_taken_apart():
    name = "S2A_MSIL2A_20220101T101031_N0400_R022_T33UUP_20220101T123456.SAFE"
    product = sentinel2.product_of(f"/data/{name}/GRANULE/x/IMG_DATA/R10m/T33UUP_B04_10m.jp2")
    assert product == sentinel2.Product("S2A", "L2A", "2022-01-01T10:10:31Z", 4.0, "33UUP")


def test_bigearthnet_names_are_product_names_without_a_baseline():
    old = sentinel2.product_of(
        "S2B_MSIL2A_20170924T93020_69_24/S2B_MSIL2A_20170924T93020_69_24_B04"
    )
    assert (old.time, old.baseline, old.level) == ("2017-09-24", None, "L2A")
    new = sentinel2.product_of("S2A_MSIL2A_20170613T101031_N9999_R022_T33UUP_75_43")
    assert (new.time, new.baseline, new.tile) == ("2017-06-13T10:10:31Z", None, "33UUP")


def test_granule_files_and_catalogue_names_carry_tile_and_time():
    file = sentinel2.product_of("T33UUP_20220101T101031_TCI_10m.jp2")
    assert (file.tile, file.time) == ("33UUP", "2022-01-01T10:10:31Z")
    catalogue = sentinel2.product_of("S2A_33UUP_20220101_0_L2A/B04.tif")
    assert (catalogue.tile, catalogue.time, catalogue.level) == ("33UUP", "2022-01-01", "L2A")


def test_a_name_that_says_nothing_gives_an_empty_product():
    assert sentinel2.product_of("C:\\data\\forest.tif") == sentinel2.Product()


def test_time_and_cloud_come_from_metadata_where_there_is_any():
    tags = {"PRODUCT_START_TIME": "2022-01-01T10:10:31.024Z", "CLOUD_COVERAGE_ASSESSMENT": "3.5"}
    assert sentinel2.time_of("x.tif", tags) == "2022-01-01T10:10:31Z"
    assert sentinel2.cloud_of(tags) == 3.5
    assert sentinel2.time_of("T33UUP_20220101T101031_B04.jp2") == "2022-01-01T10:10:31Z"
    assert sentinel2.cloud_of({}) is None
    assert sentinel2.cloud_of({"CLOUD_COVERAGE_ASSESSMENT": "none"}) is None
