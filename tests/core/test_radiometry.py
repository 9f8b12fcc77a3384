import dataclasses

import pytest

from lookalike.plugin.core import radiometry
from lookalike.plugin.core.errors import RadiometryError


def profile(*args, **kwargs):
    found = radiometry.radiometry_of(*args, **kwargs)
    return found.name, found.stated


@pytest.mark.parametrize(
    ("dtype", "name"),
    [("uint8", "eurosat-rgb"), ("uint16", "s2"), ("int16", "s2"), ("float32", "reflectance")],
)
def test_without_metadata_the_data_type_decides_and_the_guess_is_not_stated(dtype, name):
    assert profile(dtype) == (name, False)


@pytest.mark.parametrize(("baseline", "name"), [("0301", "s2"), ("0400", "s2-offset"),
                                                ("0511", "s2-offset")])  # fmt: skip
def test_the_baseline_in_a_product_name_is_a_statement(baseline, name):
    path = f"S2A_MSIL1C_20220301T101031_N{baseline}_R022_T33UUP_20220301T123456.SAFE/B04.jp2"
    assert profile("uint16", path) == (name, True)


def test_metadata_wins_over_the_name():
    path = "S2A_MSIL1C_20220301T101031_N0400_R022_T33UUP_20220301T123456"
    assert profile("uint16", path, {"PROCESSING_BASELINE": "02.08"}) == ("s2", True)
    assert profile("uint16", "", {"PROCESSING_BASELINE": "05.10"}) == ("s2-offset", True)
    assert profile("uint16", path, {"PROCESSING_BASELINE": "99.99"}) == ("s2-offset", True)


def test_own_processing_states_nothing():
    path = "S2A_MSIL2A_20170613T101031_N9999_R022_T33UUP_75_43_B04.tif"
    assert profile("uint16", path) == ("s2", False)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("T33UUP_20220101T101031_TCI.jp2", "tci-l1c"),
        ("T33UUP_20220101T101031_TCI_10m.jp2", "tci-l2a"),
        ("S2A_MSIL1C_20220301T101031_N0400_R022_T33UUP_20220301T123456/tci_10m.tif", "tci-l1c"),
    ],
)
def test_true_colour_images_are_known_by_name(path, name):
    assert profile("uint8", path) == (name, True)


def test_scale_and_offset_of_the_file_are_a_statement():
    assert profile("uint16", scale=1e-4, offset=-0.1) == ("s2-offset", True)
    own = radiometry.radiometry_of("uint16", scale=2e-5, offset=0.01)
    assert (own.name, own.scale, own.offset, own.stated) == ("file", 2e-5, 0.01, True)


def test_scale_one_is_what_gdal_says_when_there_is_none():
    assert profile("uint16", scale=1.0, offset=0.0) == ("s2", False)


def test_what_the_user_says_wins():
    assert profile("uint16", scale=1e-4, offset=-0.1, name="reflectance") == ("reflectance", True)


def test_an_unknown_radiometry_is_named_with_those_that_exist():
    with pytest.raises(RadiometryError, match=r"called magic.*s2-offset"):
        radiometry.radiometry_of("uint16", name="magic")


def test_every_profile_has_a_title_and_its_own_numbers():
    assert list(radiometry.titles()) == list(radiometry.RADIOMETRIES)
    assert len(set(radiometry.titles().values())) == len(radiometry.RADIOMETRIES)
    assert radiometry.RADIOMETRIES["s2-offset"].scale * 3000 - 0.1 == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("name", "stated", "lowest", "doubtful"),
    [
        ("s2", False, 0.11, True),
        ("s2", False, 0.09, False),  # something dark: without an offset
        ("s2", True, 0.11, False),  # the file says so itself
        ("s2-offset", False, 0.11, False),
        ("eurosat-rgb", False, 0.11, False),
        ("s2", False, float("inf"), False),  # nothing was seen
    ],
)
def test_numbers_that_never_fall_below_the_offset_raise_a_doubt(name, stated, lowest, doubtful):
    one = dataclasses.replace(radiometry.RADIOMETRIES[name], stated=stated)
    assert radiometry.looks_offset(one, lowest) is doubtful


def test_of_images_that_look_offset_only_some_need_an_index_of_their_own():
    assert "build again with “s2-offset”" in radiometry.offset_notice(["a", "b"], 2)
    some = radiometry.offset_notice(["a", "b"], 3)
    assert "2 of 3 (a, …)" in some
    assert "an index of their own" in some
    assert "build again" not in some
    assert radiometry.offset_notice([], 3) == ""
