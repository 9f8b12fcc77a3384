from __future__ import annotations

import zipfile

import numpy as np
import pytest

from lookalike.plugin.core.archive import READERS
from lookalike.plugin.core.errors import (
    ArchiveKindError,
    EmptyArchiveError,
    FileMissingError,
    RadiometryError,
)
from lookalike.plugin.core.raster import SourceReader
from lookalike.plugin.core.sentinel2 import ORDERS
from lookalike.tests.core.archive.harness import (
    RGB,
    broken_file,
    check_reader,
    opened,
    write_named,
)


@pytest.fixture
def archive(tmp_path):
    for label in ("Forest", "River"):
        for number in range(3):
            write_named(tmp_path / label / f"{label}_{number}.tif")
    return tmp_path


def test_a_tree_of_patches_is_recognised_and_labelled_by_folder(archive):
    reader = opened(archive)
    plans = check_reader(reader)
    assert reader.kind == "patches"
    assert [plan.source.name for plan in plans][:2] == ["Forest/Forest_0", "Forest/Forest_1"]
    assert [plan.source.label for plan in plans] == ["Forest"] * 3 + ["River"] * 3
    assert len(reader) == reader.count_patches() == 6


def test_a_zip_is_read_like_its_folder(archive):
    with zipfile.ZipFile(archive / "all.zip", "w") as file:
        for path in sorted(archive.rglob("*.tif")):
            file.write(path, f"top/{path.relative_to(archive)}")
    zipped = check_reader(opened(archive / "all.zip"))
    folder = check_reader(opened(archive))
    assert [p.source.name for p in zipped] == [p.source.name for p in folder]
    assert [p.source.label for p in zipped] == [p.source.label for p in folder]


def test_one_folder_alone_is_no_label(archive):
    assert {plan.source.label for plan in opened(archive / "River").plans()} == {""}


def test_files_that_differ_by_suffix_alone_keep_it(tmp_path):
    for suffix in ("tif", "tiff"):
        write_named(tmp_path / f"a.{suffix}")
    assert [p.source.name for p in check_reader(opened(tmp_path))] == ["a.tif", "a.tiff"]


def test_unreadable_files_are_skipped_and_reported(archive):
    broken_file(archive / "Forest" / "Forest_1.tif")
    write_named(archive / "River" / "nowhere.tif", transform=None, crs="")
    reader = opened(archive)
    assert len(list(reader.plans())) == 5
    (one, sentence), (other, no_crs) = reader.skipped
    assert (one, other) == ("Forest/Forest_1.tif", "River/nowhere.tif")
    assert sentence.startswith("Cannot read the raster")
    assert "coordinate reference system" in no_crs


def test_an_archive_of_broken_files_alone_is_empty_and_says_why(tmp_path):
    broken_file(tmp_path / "a.tif")
    broken_file(tmp_path / "b.tif")
    with pytest.raises(
        EmptyArchiveError, match=r"Cannot read the raster .*a\.tif.*first of 2 files that failed\."
    ):
        list(opened(tmp_path).plans())


def test_a_folder_without_rasters_is_empty(tmp_path):
    (tmp_path / "notes.txt").write_text("none")
    with pytest.raises(EmptyArchiveError, match="jp2"):
        opened(tmp_path)


def test_an_archive_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(FileMissingError):
        opened(tmp_path / "gone")


def test_a_damaged_zip_is_no_archive(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK but not really")
    with pytest.raises(ArchiveKindError, match="damaged"):
        opened(tmp_path / "bad.zip")


def test_an_unknown_kind_is_named_with_those_that_exist(archive):
    with pytest.raises(ArchiveKindError, match=r"kind stac.*patches, scenes"):
        opened(archive, kind="stac")


def test_an_unknown_radiometry_stops_at_once(archive):
    with pytest.raises(RadiometryError):
        list(opened(archive, radiometry="magic").plans())


def test_the_radiometry_that_the_user_chose_is_used(archive):
    sources = [plan.source for plan in opened(archive, radiometry="s2-offset").plans()]
    assert {source.radiometry.name for source in sources} == {"s2-offset"}


def test_every_kind_is_listed_under_its_own_name():
    assert {name: reader.kind for name, reader in READERS.items()} == {n: n for n in READERS}


def test_eurosat_rgb_streams_from_its_zip(shared_data):
    reader = opened(shared_data / "eurosat_rgb.zip", patch_size=64)
    assert (reader.kind, len(reader), reader.count_patches()) == ("patches", 21_600, 21_600)
    last = list(reader.items(start=21_500))
    assert [position for position, _ in last] == list(range(21_501, 21_601))
    for _, plan in last:
        assert plan.source.label == "SeaLake"
        assert plan.source.crs.startswith("EPSG:326")
        assert plan.source.radiometry.name == "eurosat-rgb"
        assert plan.windows.tolist() == [[0, 0, 64, 64]]
    assert not reader.skipped


def test_eurosat_ms_gives_64_pixels_whatever_its_pixel_size(shared_data):
    reader = opened(shared_data / "eurosat_ms", patch_size=64)
    plans = check_reader(reader)
    assert len(plans) == 271
    assert all(plan.windows.tolist() == [[0, 0, 64, 64]] for plan in plans)
    assert len({plan.source.label for plan in plans}) == 10
    assert [place.number for place in plans[0].source.bands.values()] == [4, 3, 2]


def test_b8a_of_eurosat_ms_has_to_be_said(shared_data):
    wanted = (*RGB, "B8A")
    with pytest.raises(EmptyArchiveError, match="B8A"):
        list(opened(shared_data / "eurosat_ms", wanted, 64).plans())
    reader = opened(shared_data / "eurosat_ms", wanted, 64, bands="EuroSAT")
    plan = next(reader.plans())
    assert plan.source.bands["B8A"].number == 13 == len(ORDERS["EuroSAT"])


def test_eurosat_in_both_forms_is_the_same_reflectance(shared_data):
    rgb = opened(shared_data / "eurosat_rgb.zip", patch_size=64)
    places = {item.name: number for number, item in enumerate(rgb._sorted)}
    differences = []
    for plan in opened(shared_data / "eurosat_ms", patch_size=64).plans():
        if plan.source.name not in places:
            continue
        position, other = next(rgb.items(start=places[plan.source.name]))
        assert position == places[plan.source.name] + 1
        with SourceReader(plan.source) as one, SourceReader(other.source) as two:
            numbers = one.patch((0, 0, 64, 64), RGB, 64)[0].clip(0, 0.275)
            colours = two.patch((0, 0, 64, 64), RGB, 64)[0]
        differences.append(np.abs(numbers - colours).mean())
    if not differences:
        pytest.skip("no patch is here in both forms")
    assert np.median(differences) < 0.003
