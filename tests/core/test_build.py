import dataclasses
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from lookalike.plugin.core import adapt, bits, build, journal, raster
from lookalike.plugin.core.build import BuildRequest, encode
from lookalike.plugin.core.errors import (
    Cancelled,
    EmptyArchiveError,
    FileMissingError,
    JournalError,
    JournalInUseError,
    UnwritableError,
)
from lookalike.plugin.core.hashing import layer_of
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.model import HashModel
from lookalike.plugin.core.packing import pack
from lookalike.tests.rasters import write_raster

from .conftest import pack_in_child, stop_after

pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")


def everything_of(path):
    """All columns but the description, which has the time of building."""
    index = Index.open(path)
    return {name: index.column(name).tolist() for name in index.columns if name != "about"}


def test_an_archive_becomes_an_index_of_all_its_patches(built, archive):
    index = Index.open(built)
    assert (len(index), index.source_count, index.bits) == (60, 60, 128)
    assert index.about.name == "Plain"
    assert index.about.labels == ("bright", "dark")
    assert index.about.readings == ("s2",)
    assert index.about.archive == str(archive)
    assert [index.label(row) for row in (0, 29, 30, 59)] == ["bright"] * 2 + ["dark"] * 2


def test_the_codes_in_an_index_are_the_models(built, tiny_model):
    index, model = Index.open(built), HashModel.open(tiny_model)
    for row in (0, 31, 59):
        source, window = index.place(row)
        with raster.SourceReader(source) as pixels:
            patch, _ = pixels.patch(window, model.card.bands, model.card.patch_size)
        logits = model.encode(patch[None]).logits
        assert np.array_equal(bits.pack(logits > 0)[0], index.code(row))
    assert index.about.model_digest == model.digest


def test_centres_are_where_the_files_say(built):
    index = Index.open(built)
    source, window = index.place(5)
    lon, lat = raster.lonlat(source.crs, source.footprint(window).mean(axis=0)[None])[0]
    assert (index.column("lon")[5], index.column("lat")[5]) == pytest.approx((lon, lat), abs=1e-5)


def test_a_scene_is_cut_into_a_grid_without_what_has_no_data(built_scene):
    index = Index.open(built_scene)
    assert len(index) == 10 * 8  # of 10 rows of patches two have less than half their data
    assert index.column("row").max() == 7 * 64
    assert index.source_count == 1


def test_stride_sets_how_far_patches_lie_apart(scene, tiny_model, tmp_path):
    request = BuildRequest(scene, str(tmp_path / "a.h5"), str(tiny_model), stride=32)
    encode(request)
    assert pack_in_child(request)["rows"] == 19 * 16  # the last start at row 480


def test_progress_counts_patches_up_to_all(request_):
    seen = []
    encode(request_, lambda done, total: seen.append((done, total)) or True)
    assert seen[-1] == (60, 60)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_build_that_was_cancelled_goes_on_and_gives_the_same(request_, built):
    for patches in (7, 25, 26):
        with pytest.raises(Cancelled):
            encode(request_, stop_after(patches))
    opened = []
    encode(request_, lambda done, _total: opened.append(done) or True)
    assert opened[0] == 26  # what was done is not done again
    pack_in_child(request_)
    assert everything_of(request_.index) == everything_of(built)


def test_a_scene_that_was_cancelled_in_the_middle_goes_on_there(request_, scene, built_scene):
    request = dataclasses.replace(request_, archive=scene)
    for patches in (1, 33, 34, 85):
        with pytest.raises(Cancelled):
            encode(request, stop_after(patches))
    encode(request)
    pack_in_child(request)
    assert everything_of(request.index) == everything_of(built_scene)


def test_a_process_that_was_killed_loses_only_what_was_not_committed(request_, built):
    with pytest.raises(Cancelled):
        encode(request_, stop_after(20))
    folder = journal.journal_folder(request_.index)
    for name in ("code_0", "lon", "sources.jsonl"):  # a write that was cut in the middle
        with (folder / name).open("ab") as file:
            file.write(b"\x01\x02\x03")
    encode(request_)
    pack_in_child(request_)
    assert everything_of(request_.index) == everything_of(built)


def test_two_builds_of_one_index_do_not_meet(request_, built):
    def meanwhile(_done, _total):
        with pytest.raises(JournalInUseError, match="updated already"):
            encode(request_)
        return False

    with pytest.raises(Cancelled):
        encode(request_, meanwhile)
    encode(request_)
    pack_in_child(request_)
    assert everything_of(request_.index) == everything_of(built)


@pytest.mark.parametrize("size", [40, 1_000, 4_000])
def test_on_a_full_disk_a_build_says_so_and_goes_on_when_there_is_room(
    request_, built, size, no_file_over
):
    with no_file_over(size), pytest.raises(UnwritableError, match="building: "):
        encode(request_)
    encode(request_)
    pack_in_child(request_)
    assert everything_of(request_.index) == everything_of(built)


def test_where_an_old_index_does_not_give_way_the_build_goes_on_once_it_does(request_, built):
    """A folder stands for it: no system lets a file take its place."""
    encode(request_)
    old = Path(request_.index) / "old"
    old.mkdir(parents=True)
    with pytest.raises(AssertionError, match=r"plain\.h5 cannot be replaced: "):
        pack_in_child(request_)
    old.rmdir()
    old.parent.rmdir()
    pack_in_child(request_)
    assert everything_of(request_.index) == everything_of(built)
    assert [path.name for path in request_and_siblings(request_)] == ["plain.h5"]


def test_a_part_of_an_archive_can_be_packed(request_):
    with pytest.raises(Cancelled):
        encode(request_, stop_after(12))
    assert pack_in_child(request_)["rows"] == 12
    assert len(Index.open(request_.index)) == 12


def test_packing_removes_the_journal(request_):
    encode(request_)
    pack_in_child(request_)
    assert [path.name for path in request_and_siblings(request_)] == ["plain.h5"]


def request_and_siblings(request):
    return sorted(journal.journal_folder(request.index).parent.iterdir())


def test_an_unreadable_file_is_skipped_and_reported(archive, request_, tmp_path):
    copy = tmp_path / "copy"
    for number, path in enumerate(sorted(archive.rglob("*.tif"))[28:33]):
        target = copy / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"broken" if number == 2 else path.read_bytes())
    request = dataclasses.replace(request_, archive=str(copy))
    encode(request)
    report = pack_in_child(request)
    assert report["rows"] == 4
    [[path, sentence]] = report["skipped"]
    assert path in sentence
    assert "Cannot read" in sentence


def test_a_file_whose_pixels_are_broken_is_skipped_and_reported(archive, request_, tmp_path):
    """Its header is fine, so it is noticed only while it is read."""
    copy = tmp_path / "copy"
    for number, path in enumerate(sorted(archive.rglob("*.tif"))[:3]):
        content = path.read_bytes()
        (copy / "a").mkdir(parents=True, exist_ok=True)
        (copy / "a" / path.name).write_bytes(content[: 9_000 if number == 1 else None])
    request = dataclasses.replace(request_, archive=str(copy))
    encode(request)
    report = pack_in_child(request)
    assert (report["rows"], len(report["skipped"])) == (2, 1)


def test_an_archive_of_nodata_alone_is_said(request_, tmp_path):
    write_raster(tmp_path / "empty" / "a.tif", np.zeros((3, 64, 64), np.uint16), descriptions="RGB")
    request = dataclasses.replace(
        request_, archive=str(tmp_path / "empty"), bands={"B04": 1, "B03": 2, "B02": 3}
    )
    encode(request)
    with pytest.raises(EmptyArchiveError, match="No patch has data"):
        pack(request.index)
    assert not journal.journal_folder(request.index).exists()


def test_a_build_that_came_to_nothing_does_not_stand_in_the_way_of_the_next(request_):
    nonsense = dataclasses.replace(request_, bands={"B04": 7, "B03": 8, "B02": 9})
    with pytest.raises(EmptyArchiveError, match="number 7"):
        encode(nonsense)
    assert not journal.journal_folder(request_.index).exists()
    encode(request_)
    assert pack_in_child(request_)["rows"] == 60


def test_a_build_that_was_stopped_before_its_first_patch_may_be_begun_otherwise(request_):
    with pytest.raises(Cancelled):
        encode(request_, lambda *_: False)
    folder = journal.journal_folder(request_.index)
    (folder / journal.COMMIT).unlink(missing_ok=True)  # as when the process was killed
    encode(dataclasses.replace(request_, radiometry="s2-offset"))
    assert pack_in_child(request_)["rows"] == 60


def test_an_empty_folder_is_said(request_, tmp_path):
    (tmp_path / "nothing").mkdir()
    with pytest.raises(EmptyArchiveError, match="nothing"):
        encode(dataclasses.replace(request_, archive=str(tmp_path / "nothing")))


def test_an_archive_that_is_not_there_is_said(request_):
    with pytest.raises(FileMissingError, match="elsewhere"):
        encode(dataclasses.replace(request_, archive="/nowhere/elsewhere"))


def test_a_target_that_cannot_be_written_is_said_before_anything_is_read(request_, tmp_path):
    request = dataclasses.replace(request_, archive="/none", index=str(tmp_path / "no" / "a.h5"))
    with pytest.raises(UnwritableError, match="folder does not exist"):
        encode(request)


def test_a_folder_as_target_is_said_before_anything_is_read(request_, tmp_path):
    request = dataclasses.replace(request_, archive="/none", index=str(tmp_path))
    with pytest.raises(UnwritableError, match="it is a folder"):
        encode(request)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said(request_, tmp_path):
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UnwritableError, match="read-only"):
            encode(request_)
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="a folder where even root cannot write")
def test_a_folder_that_refuses_files_is_said(request_):
    with pytest.raises(UnwritableError, match="Choose a folder"):
        encode(dataclasses.replace(request_, index="/proc/plain.h5"))


@pytest.mark.parametrize(
    "change", [{"stride": 8}, {"radiometry": "s2-offset"}], ids=lambda change: next(iter(change))
)
def test_a_half_built_index_of_something_else_is_not_mixed_in(request_, change):
    with pytest.raises(Cancelled):
        encode(request_, stop_after(5))
    with pytest.raises(JournalError, match="different setting"):
        encode(dataclasses.replace(request_, **change))


def test_a_half_built_index_of_another_archive_is_not_mixed_in(request_, scene):
    with pytest.raises(Cancelled):
        encode(request_, stop_after(5))
    with pytest.raises(JournalError, match="different archive"):
        encode(dataclasses.replace(request_, archive=scene))


def test_a_detached_index_does_not_tell_where_the_imagery_lay(request_):
    encode(dataclasses.replace(request_, detached=True))
    pack_in_child(request_)
    assert request_.archive.encode() not in Path(request_.index).read_bytes()


def test_the_version_is_that_of_the_metadata(root):
    assert f"version={build.version()}" in (root / "metadata.txt").read_text()


# -- adapted to the archive -----------------------------------------------------------------------


def test_an_adapted_index_codes_with_its_own_layer_and_says_so(request_, tiny_model):
    encode(dataclasses.replace(request_, layer="adapted"))
    pack_in_child(request_)
    index, model = Index.open(request_.index), HashModel.open(tiny_model)
    layer = layer_of(index)
    assert index.about.layer_digest == layer.digest
    source, window = index.place(31)
    with raster.SourceReader(source) as pixels:
        patch, _ = pixels.patch(window, model.card.bands, model.card.patch_size)
    logits = layer.logits(model.encode(patch[None]).embeddings)
    assert np.array_equal(bits.pack(logits > 0)[0], index.code(31))


def test_an_adapted_build_that_was_cancelled_goes_on_with_the_same_layer(request_, tmp_path):
    request = dataclasses.replace(request_, layer="adapted")
    for patches in (20, 80, 45):  # in the sample, and twice in the archive
        with pytest.raises(Cancelled):
            encode(request, stop_after(patches))
    encode(request)
    pack_in_child(request)
    whole = dataclasses.replace(request, index=str(tmp_path / "whole.h5"))
    encode(whole)
    pack_in_child(whole)
    assert everything_of(request.index) == everything_of(whole.index)


def test_a_scene_can_be_adapted_to(request_, scene):
    request = dataclasses.replace(request_, archive=scene, layer="adapted")
    seen = []
    encode(request, lambda done, total: seen.append((done, total)) or True)
    pack_in_child(request)
    assert Index.open(request.index).about.layer_digest
    assert seen[-1] == (200, 200)  # 100 of the sample, 100 of the grid


def test_only_large_archives_are_adapted_to_unless_asked_for():
    assert [adapt.wanted("auto", n) for n in (5_000, 5_001)] == [False, True]
    assert adapt.wanted("adapted", 10)
    assert not adapt.wanted("model", 10**6)


def test_a_sample_is_neither_tiny_nor_the_whole_planet():
    assert [adapt.sample_size(n) for n in (60, 6_000, 10**5, 10**8)] == [60, 5_000, 10_000, 20_000]


def test_an_archive_whose_numbers_look_offset_is_remarked_upon(request_, archive, tmp_path):
    encode(request_)
    assert pack_in_child(request_)["notice"] == ""
    pixels = np.random.default_rng(0).integers(1_100, 1_500, (3, 64, 64)).astype(np.uint16)
    write_raster(tmp_path / "new" / "a.tif", pixels, descriptions=("B04", "B03", "B02"))
    request = dataclasses.replace(
        request_, archive=str(tmp_path / "new"), index=str(tmp_path / "new.h5")
    )
    encode(request)
    notice = pack_in_child(request)["notice"]
    assert "1 of 1 (a)" in notice
    assert "s2-offset" in notice
