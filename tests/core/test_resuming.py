"""Builds that rest, meet another one, or are gone on with in an archive that changed."""

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest

from lookalike.plugin.core import journal
from lookalike.plugin.core.build import encode
from lookalike.plugin.core.errors import (
    BrokenJournalError,
    Cancelled,
    EmptyArchiveError,
    FileMissingError,
    JournalGoneError,
    JournalInUseError,
)
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.packing import pack

from .conftest import pack_in_child, stop_after

pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")


@pytest.fixture
def growing(archive, request_, tmp_path):
    """A request of an archive that may be changed, of which 25 files are done."""
    shutil.copytree(archive, tmp_path / "growing")
    request = dataclasses.replace(request_, archive=str(tmp_path / "growing"))
    with pytest.raises(Cancelled):
        encode(request, stop_after(25))
    return request


def sources_of(path):
    index = Index.open(path)
    return [index.source(number).path for number in range(index.source_count)]


def test_files_that_come_and_go_while_a_build_rests_shift_no_other_out_or_in_twice(growing):
    files = sorted(Path(growing.archive).rglob("*.tif"))
    files[3].unlink()
    files[4].unlink()
    files[40].unlink()
    shutil.copy(files[0], files[0].with_name("a_first.tif"))
    shutil.copy(files[0], files[-1].with_name("z_last.tif"))
    encode(growing)
    pack_in_child(growing)
    found = sources_of(growing.index)
    wanted = {*map(str, files), str(files[-1].with_name("z_last.tif"))} - {str(files[40])}
    assert set(found) == wanted  # an update takes in what came before, and says what is gone
    assert len(found) == len(wanted) == len(Index.open(growing.index))


def test_the_file_that_a_build_stopped_in_may_go(request_, scene, tmp_path):
    for name in "abc":
        shutil.copy(scene, tmp_path / f"{name}.tif")
    request = dataclasses.replace(request_, archive=str(tmp_path))
    with pytest.raises(Cancelled):
        encode(request, stop_after(150))  # in b
    (tmp_path / "b.tif").unlink()
    encode(request)
    pack_in_child(request)
    index = Index.open(request.index)
    assert [Path(path).stem for path in sources_of(request.index)] == ["a", "b", "c"]
    counts = np.bincount(index.column("source"))
    assert counts[0] == counts[2] > counts[1] > 0


def test_what_is_done_is_kept_where_the_rest_cannot_be_read(request_, scene, tmp_path):
    (tmp_path / "one").mkdir()
    one = Path(shutil.copy(scene, tmp_path / "one"))
    request = dataclasses.replace(request_, archive=str(tmp_path / "one"))
    with pytest.raises(Cancelled):
        encode(request, stop_after(40))
    content = one.read_bytes()
    one.write_bytes(b"no")
    with pytest.raises(EmptyArchiveError, match=r"scene\.tif"):
        encode(request)
    one.write_bytes(content)
    opened = []
    encode(request, lambda done, _total: opened.append(done) or True)
    assert opened[0] == 40


def test_an_archive_that_goes_away_stops_the_build_and_skips_nothing(request_, built, archive):
    request = dataclasses.replace(request_, archive=str(Path(request_.index).parent / "growing"))
    shutil.copytree(archive, request.archive)
    away = Path(f"{request.archive}.away")

    def unplug(done, _total):
        if done == 30:
            Path(request.archive).rename(away)
        return True

    with pytest.raises(FileMissingError, match="growing"):
        encode(request, unplug)
    away.rename(request.archive)
    encode(request)
    report = pack_in_child(request)
    assert (report["rows"], report["skipped"]) == (60, [])


def test_of_two_that_build_the_same_one_finds_it_done(request_):
    encode(request_)
    encode(request_)  # the other one has nothing left to do
    assert pack_in_child(request_)["rows"] == 60
    with pytest.raises(JournalGoneError, match="another QGIS"):
        pack(request_.index)
    assert sorted(path.name for path in Path(request_.index).parent.iterdir()) == ["plain.h5"]


def test_what_another_process_encodes_is_not_packed(request_):
    def meanwhile(done, _total):
        if done:
            with pytest.raises(JournalInUseError, match="updated already"):
                pack(request_.index)
        return done < 10

    with pytest.raises(Cancelled):
        encode(request_, meanwhile)
    assert pack_in_child(request_)["rows"] == 10


@pytest.mark.parametrize("name", ["request.json", "commit.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"[]", b"\x00" * 9])
def test_a_journal_that_a_power_cut_spoiled_is_said(request_, name, content):
    with pytest.raises(Cancelled):
        encode(request_, stop_after(20))
    folder = journal.journal_folder(request_.index)
    (folder / name).write_bytes(content)
    for stage in (lambda: encode(request_), lambda: pack(request_.index)):
        with pytest.raises(BrokenJournalError, match="Delete that folder"):
            stage()
