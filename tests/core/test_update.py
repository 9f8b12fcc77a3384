"""An index follows its archive: what is new is encoded, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile

import numpy as np
import pytest

from lookalike.plugin.core import build, journal, stamps, update
from lookalike.plugin.core.errors import (
    Cancelled,
    EmptyArchiveError,
    JournalInUseError,
    ModelMissingError,
    NoArchiveError,
)
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.index_writer import HDF5_OWN
from lookalike.tests.core.conftest import pack_in_child

pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")


def put_in_child(index, **options):
    """Put in as QGIS does: in a process without GDAL, which may have h5py where this has not."""
    environ = {name: value for name, value in os.environ.items() if name != "LOOKALIKE_BLOCK"}
    command = [sys.executable, "-m", "lookalike.plugin.stages", "put_in"]
    done = subprocess.run(
        [*command, json.dumps({"index": str(index), **options})],
        env=environ, capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    said = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 0, said
    return said["result"]


@pytest.fixture
def half(archive, tiny_model, tmp_path):
    """An index of 40 files of the archive, which then grows to all 60."""
    files = sorted(archive.rglob("*.tif"))
    folder = tmp_path / "growing"
    for path in files[:40]:
        (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.parent.name)
    request = build.BuildRequest(str(folder), str(tmp_path / "half.h5"), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    for path in files[40:]:
        (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.parent.name)
    return tmp_path / "half.h5"


@pytest.fixture
def models(tiny_model):
    return [str(tiny_model.parent)]


def codes(index):
    """Codes by file name."""
    return {
        index.place(row)[0].path.rsplit("/", 1)[1]: index.code(row).tolist()
        for row in range(len(index))
    }


def test_new_files_come_in_and_the_index_is_as_if_built_at_once(half, models, built):
    seen = []
    assert update.encode_new(half, models, progress=lambda *p: seen.append(p) or True) == (20, 0)
    assert seen[-1] == (20, 20)
    report = put_in_child(half)
    assert (report["rows"], report["new"], report["gone"]) == (20, 20, [])
    index = Index.open(half)
    assert codes(index) == codes(Index.open(built))
    assert index.about.name == "growing"
    assert index.about.labels == ("bright", "dark")
    assert sorted(path.name for path in half.parent.iterdir()) == ["growing", "half.h5"]


def test_nothing_new_is_nothing_to_do(half, models):
    update.encode_new(half, models)
    put_in_child(half)
    before = half.read_bytes()
    assert update.encode_new(half, models) == (0, 0)
    assert not update.is_begun(half)
    assert half.read_bytes() == before


def test_a_cancelled_update_leaves_the_index_and_goes_on(half, models):
    before = half.read_bytes()
    with pytest.raises(Cancelled):
        update.encode_new(half, models, progress=lambda done, _total: done < 8)
    assert half.read_bytes() == before
    assert update.is_begun(half)
    seen = []
    update.encode_new(half, models, progress=lambda *p: seen.append(p) or True)
    assert seen[0][0] == 8
    assert put_in_child(half)["rows"] == 20


def test_where_the_index_cannot_be_written_it_stays_and_the_update_goes_on(
    half, models, no_file_over
):
    before = half.read_bytes()
    update.encode_new(half, models)
    columns = Index.open(half).columns.values()
    room = min(column.offset for column in columns if column.offset is not None)
    room += sum(column.nbytes + HDF5_OWN for column in columns)  # for half of the new, not for all
    with no_file_over(room), pytest.raises(AssertionError, match=r"Cannot write \S*half\.h5:"):
        put_in_child(half)
    assert half.read_bytes() == before
    assert update.is_begun(half)
    seen = []
    assert update.encode_new(half, models, progress=lambda *p: seen.append(p) or True) == (20, 0)
    assert seen[0] == (20, 20)
    assert put_in_child(half)["new"] == 20
    assert sorted(path.name for path in half.parent.iterdir()) == ["growing", "half.h5"]


def test_another_folder_can_be_named(half, models, archive, tmp_path):
    for path, label in zip(sorted(archive.rglob("*.tif")), ("bright", "new", "new")):
        (tmp_path / "more" / label).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / "more" / label)
    assert update.encode_new(half, models, str(tmp_path / "more")) == (3, 0)
    put_in_child(half)
    index = Index.open(half)
    assert len(index) == 43
    assert index.label(42) == "new"
    assert index.place(42)[0].path.startswith(str(tmp_path / "more"))


def put_into(folder, *files):
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copy(path, folder)


@pytest.fixture
def of_two(half, models, archive, tmp_path):
    """The index with images of a second folder; beside both lies another that was never named."""
    files = sorted(archive.rglob("*.tif"))
    update.encode_new(half, models)
    put_in_child(half)
    put_into(tmp_path / "more" / "new", *files[:3])
    put_into(tmp_path / "unrelated", *files[:5])
    update.encode_new(half, models, str(tmp_path / "more"))
    put_in_child(half)
    return half


def test_an_update_looks_where_images_came_from_and_nowhere_beside_it(
    of_two, models, archive, tmp_path
):
    assert update.encode_new(of_two, models) == (0, 0)
    fresh = sorted(archive.rglob("*.tif"))[:2]
    shutil.copy(fresh[0], tmp_path / "growing" / "fresh_0.tif")
    shutil.copy(fresh[1], tmp_path / "more" / "fresh_1.tif")
    assert update.encode_new(of_two, models) == (2, 0)
    put_in_child(of_two)
    index = Index.open(of_two)
    assert len(index) == 65
    assert index.about.looked_in == (str(tmp_path / "growing"), str(tmp_path / "more"))
    assert {"fresh_0.tif", "fresh_1.tif"} < paths(index).keys()
    assert all(os.path.exists(path) for path in paths(index).values())
    assert update.encode_new(of_two, models) == (0, 0)


def test_while_one_of_two_folders_is_away_the_other_is_followed_and_nothing_removed(
    of_two, models, archive, tmp_path
):
    (tmp_path / "more").rename(tmp_path / "unplugged")
    shutil.copy(sorted(archive.rglob("*.tif"))[0], tmp_path / "growing" / "fresh.tif")
    assert update.encode_new(of_two, models) == (1, 0)
    report = put_in_child(of_two, remove_gone=True)
    assert (report["new"], len(report["gone"]), report["removed"]) == (1, 3, 0)
    (tmp_path / "unplugged").rename(tmp_path / "more")
    assert update.encode_new(of_two, models) == (0, 0)
    assert put_in_child(of_two)["gone"] == []


def test_where_a_folder_was_moved_from_it_is_not_looked_for_any_more(of_two, models, tmp_path):
    (tmp_path / "more" / "new").rename(tmp_path / "renamed")
    (tmp_path / "more").rmdir()
    next((tmp_path / "renamed").iterdir()).unlink()
    update.encode_new(of_two, models, str(tmp_path / "renamed"))
    report = put_in_child(of_two)
    assert (report["moved"], len(report["gone"]), report["removed"]) == (2, 1, 0)
    assert put_in_child(of_two, remove_gone=True)["removed"] == 1
    roots = Index.open(of_two).about.looked_in
    assert roots == (str(tmp_path / "growing"), str(tmp_path / "renamed"))


def test_an_index_of_one_file_is_not_updated_with_what_lies_beside_it(
    scene, tiny_model, models, tmp_path
):
    one, beside = tmp_path / "one.tif", tmp_path / "beside.tif"
    shutil.copy(scene, one)
    request = build.BuildRequest(str(one), str(tmp_path / "a.h5"), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    shutil.copy(scene, beside)
    assert update.encode_new(request.index, models) == (0, 0)
    assert update.encode_new(request.index, models, str(beside)) == (1, 0)
    put_in_child(request.index)
    assert Index.open(request.index).about.looked_in == (str(one), str(beside))


def test_two_updates_at_once_do_not_meet(half, models):
    update.encode_new(half, models)
    folder = journal.journal_folder(update.part(half))
    with journal.held(folder), pytest.raises(AssertionError, match="is in use"):
        put_in_child(half)
    with journal.held(folder), pytest.raises(JournalInUseError):
        update.encode_new(half, models)
    assert put_in_child(half)["new"] == 20
    assert put_in_child(half, remove_gone=True)["new"] == 0
    assert sorted(path.name for path in half.parent.iterdir()) == ["growing", "half.h5"]


def test_an_adapted_index_codes_what_is_new_with_its_own_layer(
    half, models, archive, tiny_model, tmp_path
):
    request = build.BuildRequest(
        str(tmp_path / "growing"), str(tmp_path / "own.h5"), str(tiny_model), layer="adapted"
    )
    (tmp_path / "growing" / "zzz").mkdir()
    build.encode(request)
    pack_in_child(request)
    digest = Index.open(request.index).about.layer_digest
    assert digest
    shutil.copy(sorted(archive.rglob("*.tif"))[0], tmp_path / "growing" / "zzz")
    assert update.encode_new(request.index, models) == (1, 0)
    put_in_child(request.index)
    index = Index.open(request.index)
    assert index.about.layer_digest == digest
    twin = next(r for r in range(60) if index.place(r)[0].path.endswith("bright/bright_30.tif"))
    assert np.array_equal(index.code(60), index.code(twin))  # the same pixels, the same code


def test_an_unreadable_new_file_is_said_and_the_rest_of_the_update_is_done(half, models, tmp_path):
    update.encode_new(half, models)
    put_in_child(half)
    (tmp_path / "growing" / "bright" / "broken.tif").write_bytes(b"no")
    next((tmp_path / "growing" / "dark").iterdir()).unlink()
    update.encode_new(half, models)
    report = put_in_child(half, remove_gone=True)
    assert [path for path, _ in report["skipped"]] == ["bright/broken.tif"]
    assert (report["rows"], report["removed"], len(Index.open(half))) == (0, 1, 59)
    assert not update.is_begun(half)


def test_another_folder_of_unreadable_files_alone_is_said(half, models, tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "broken.tif").write_bytes(b"no")
    before = half.read_bytes()
    with pytest.raises(EmptyArchiveError, match=r"broken\.tif"):
        update.encode_new(half, models, str(tmp_path / "more"))
    assert half.read_bytes() == before


def test_without_the_model_it_says_which(half, tmp_path):
    with pytest.raises(ModelMissingError, match="tiny"):
        update.encode_new(half, [str(tmp_path)])


def test_an_index_without_imagery_asks_for_a_folder(archive, tiny_model, tmp_path, models):
    request = build.BuildRequest(
        str(archive), str(tmp_path / "a.h5"), str(tiny_model), detached=True
    )
    build.encode(request)
    pack_in_child(request)
    with pytest.raises(NoArchiveError, match="where its imagery lies"):
        update.encode_new(request.index, models)


def test_what_was_said_of_the_archive_is_said_again(scene, tiny_model, tmp_path, models):
    folder = tmp_path / "scenes"
    folder.mkdir()
    shutil.copy(scene, folder / "one.tif")
    request = build.BuildRequest(
        str(folder), str(tmp_path / "a.h5"), str(tiny_model), stride=32, radiometry="s2-offset"
    )
    build.encode(request)
    pack_in_child(request)
    rows = len(Index.open(request.index))
    shutil.copy(scene, folder / "two.tif")
    update.encode_new(request.index, models)
    assert put_in_child(request.index)["rows"] == rows
    assert Index.open(request.index).about.readings == ("s2-offset",)


# -- files that changed, moved or went -------------------------------------------------------------


def paths(index):
    """Paths of all sources, by their file names."""
    found = [index.source(number).path for number in range(index.source_count)]
    return {path.rsplit("/", 1)[1]: path for path in found}


@pytest.fixture
def whole(half, models):
    """The index, up to date: 60 files."""
    update.encode_new(half, models)
    put_in_child(half)
    return half


def test_a_file_that_changed_is_encoded_anew_in_its_place(whole, models, tmp_path):
    before, bright = codes(Index.open(whole)), tmp_path / "growing" / "bright"
    dark = next((tmp_path / "growing" / "dark").glob("*.tif"))
    changed = sorted(bright.glob("*.tif"))[0]
    shutil.copyfile(dark, changed)
    assert update.encode_new(whole, models) == (0, 1)
    report = put_in_child(whole)
    assert (report["rows"], report["new"], report["changed"]) == (1, 0, 1)
    index = Index.open(whole)
    assert len(index) == 60
    now = codes(index)
    assert now[changed.name] == before[dark.name]
    assert {name for name in now if now[name] != before[name]} == {changed.name}
    assert update.encode_new(whole, models) == (0, 0)


def test_a_file_that_is_gone_is_named_and_kept_unless_asked(whole, models, tmp_path):
    lost = sorted((tmp_path / "growing" / "dark").glob("*.tif"))[0]
    lost.unlink()
    before = whole.read_bytes()
    update.encode_new(whole, models)
    report = put_in_child(whole)
    assert (report["gone"], report["removed"]) == ([str(lost)], 0)
    assert whole.read_bytes() == before
    assert put_in_child(whole, remove_gone=True)["removed"] == 1
    index = Index.open(whole)
    assert len(index) == index.source_count == 59
    assert lost.name not in paths(index)


def test_a_moved_file_is_found_where_it_is_now(whole, models, tmp_path):
    moved = sorted((tmp_path / "growing" / "dark").glob("*.tif"))[0]
    before = codes(Index.open(whole))
    (tmp_path / "growing" / "bog").mkdir()
    shutil.move(moved, tmp_path / "growing" / "bog")
    update.encode_new(whole, models)
    report = put_in_child(whole)
    assert (report["new"], report["moved"], report["gone"]) == (0, 1, [])
    index = Index.open(whole)
    assert codes(index) == before
    assert paths(index)[moved.name] == str(tmp_path / "growing" / "bog" / moved.name)
    assert index.label(59) == "bog"


def test_an_archive_that_was_moved_is_followed(whole, models, tmp_path):
    (tmp_path / "growing").rename(tmp_path / "elsewhere")
    update.encode_new(whole, models, str(tmp_path / "elsewhere"))
    report = put_in_child(whole)
    assert (report["new"], report["moved"]) == (0, 60)
    index = Index.open(whole)
    assert (len(index), index.about.archive) == (60, str(tmp_path / "elsewhere"))


def test_nothing_is_removed_while_the_whole_archive_is_away(whole, tmp_path):
    before = whole.read_bytes()
    (tmp_path / "growing").rename(tmp_path / "unplugged")
    report = put_in_child(whole, remove_gone=True)
    assert (len(report["gone"]), report["removed"]) == (60, 0)
    assert whole.read_bytes() == before


def test_an_updated_index_keeps_the_day_it_was_made(half, models):
    created = Index.open(half).about.created
    update.encode_new(half, models)
    put_in_child(half)
    about = Index.open(half).about
    assert about.created == created
    assert about.updated >= created


def test_without_stamps_a_file_that_is_newer_than_the_index_has_changed(whole):
    index = Index.open(whole)
    del index.columns["source_stamps"]  # as indexes were before
    for number in range(60):
        os.utime(index.source(number).path, (1e9, 1e9))
    assert set(stamps.states(index)) == {stamps.SAME}
    os.utime(index.source(7).path, (4e9, 4e9))
    assert np.flatnonzero(stamps.states(index) == stamps.CHANGED).tolist() == [7]


def test_in_a_zip_a_member_is_known_by_its_checksum(tmp_path):
    def write(content):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("b/one.tif", content)
            archive.writestr("two.tif", b"22")
        return stamps.stamp_of([f"{tmp_path}/a.zip/b/one.tif", f"{tmp_path}/a.zip/two.tif"])

    first = write(b"1")
    assert first.size == 3
    assert write(b"1") == first
    assert write(b"3") != first
    assert stamps.stamp_of([f"{tmp_path}/a.zip/three.tif"]) is None
