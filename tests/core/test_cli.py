import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from subprocess import PIPE

import numpy as np
import pytest

from lookalike.plugin import cli
from lookalike.plugin.core import journal
from lookalike.plugin.core.errors import LookalikeError
from lookalike.plugin.core.index import Index
from lookalike.tests.rasters import TRANSFORM

pytest.importorskip("onnxruntime", reason="most commands need onnxruntime")

X, Y = TRANSFORM[0], TRANSFORM[3]
STAGE = [sys.executable, "-m", "lookalike.plugin.cli"]


def run(capsys, *arguments):
    """Run a command in this process: its exit status, what it prints, what it complains of."""
    status = cli.main([str(one) for one in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_search_prints_a_ranked_table(capsys, built):
    status, out, _ = run(capsys, "search", built, "--row", 3, "-k", 4)
    head, *lines = out.splitlines()
    assert status == 0
    assert head.split()[:3] == ["rank", "distance", "similarity"]
    assert [line.split()[0] for line in lines] == ["1", "2", "3", "4"]
    assert all("bright" in line for line in lines)


def test_search_prints_json(capsys, built):
    _, out, _ = run(capsys, "search", built, "--row", 3, "-k", 4, "--json")
    hits = json.loads(out)["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2, 3, 4]
    assert np.shape(hits[0]["footprint"]) == (4, 2)


def test_search_by_a_box_over_a_raster(capsys, built_scene, scene, tiny_model):
    box = (X + 640, Y - 1_920, X + 1_920, Y - 640)
    status, out, _ = run(
        capsys, "search", built_scene, "--raster", scene, "--box", *box, "-k", 3,
        "--models", tiny_model.parent,
    )  # fmt: skip
    assert (status, len(out.splitlines())) == (0, 4)


def test_search_by_a_place(capsys, built):
    index = Index.open(built)
    place = index.column("lon")[0], index.column("lat")[0]
    assert run(capsys, "search", built, "--at", *place)[0] == 0


def test_a_box_needs_a_raster(capsys, built):
    status, _, err = run(capsys, "search", built, "--box", 1, 2, 3, 4)
    assert (status, "--raster" in err) == (1, True)


def test_info_says_what_an_index_holds(capsys, built):
    status, out, _ = run(capsys, "info", built)
    assert status == 0
    for part in ("Plain: 60 patches", "128 bits", "tiny", "bright, dark", "64 px at 10 m"):
        assert part in out


@pytest.mark.parametrize("command", ["info", "search"])
def test_what_is_no_index_is_said_in_one_line(capsys, tmp_path, command):
    (tmp_path / "a.h5").write_bytes(b"no")
    arguments = ["--row", "0"] if command == "search" else []
    status, out, err = run(capsys, command, tmp_path / "a.h5", *arguments)
    assert (status, out) == (1, "")
    assert err.startswith("lookalike: ")
    assert len(err.splitlines()) == 1


def test_index_builds_in_one_command(capsys, archive, tiny_model, tmp_path):
    pytest.importorskip("h5py", reason="this process has no h5py, nor have its children")
    target = tmp_path / "a.h5"
    status, out, _ = run(capsys, "index", archive, target, "--model", tiny_model)
    assert (status, "60 patches of 60 sources" in out) == (0, True)
    assert run(capsys, "verify", target)[0] == 0


def test_merge_writes_one_index_of_several(capsys, built, built_scene, tmp_path):
    pytest.importorskip("h5py", reason="this process has no h5py")
    target = tmp_path / "both.h5"
    status, out, _ = run(capsys, "merge", target, built, built_scene, "--name", "Both")
    assert (status, "140 patches of 61 sources" in out) == (0, True)
    assert run(capsys, "verify", target)[0] == 0


def test_several_indexes_are_searched_as_one(capsys, built, tmp_path):
    twin = shutil.copy(built, tmp_path / "twin.h5")
    status, out, _ = run(capsys, "search", built, twin, "--row", 3, "-k", 5)
    assert status == 0
    assert out.splitlines()[1].endswith(("plain.h5", "twin.h5"))


def test_update_says_where_nothing_is_new(capsys, built, tiny_model):
    pytest.importorskip("h5py", reason="this process has no h5py, nor have its children")
    status, out, _ = run(capsys, "update", built, "--models", tiny_model.parent)
    assert (status, "nothing new" in out) == (0, True)


def test_update_adds_what_is_new(capsys, built, archive, tiny_model, tmp_path):
    pytest.importorskip("h5py", reason="this process has no h5py, nor have its children")
    index = shutil.copy(built, tmp_path / "a.h5")
    label = tmp_path / "more" / "fresh"
    label.mkdir(parents=True)
    shutil.copy(sorted(archive.rglob("*.tif"))[0], label)
    more = ("--archive", tmp_path / "more", "--models", tiny_model.parent)
    status, out, _ = run(capsys, "update", index, *more)
    assert (status, "new patches: 1, of 1 new and 0 changed sources" in out) == (0, True)


def test_bands_that_say_nothing_are_said(capsys, archive, tmp_path):
    status, _, err = run(capsys, "index", archive, tmp_path / "a.h5", "--bands", "red first")
    assert (status, "red first" in err) == (1, True)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["search", "a.h5", "--row", 3, "-k", 0], "0 is less than 1"),
        (["index", "archive", "a.h5", "--stride", -3], "-3 is less than 0"),
        (["search", "a.h5"], "--row --at --box"),
    ],
)
def test_arguments_that_mean_nothing_are_refused(capsys, words, problem):
    with pytest.raises(SystemExit) as ended:
        cli.main([str(word) for word in words])
    assert ended.value.code == 2
    assert problem in capsys.readouterr().err


def test_what_is_to_doubt_is_said_beside_json_too(capsys, built_scene, scene, tiny_model):
    status, out, err = run(
        capsys, "search", built_scene, "--raster", scene, "--at", X + 4_800, Y - 1_000, "-k", 3,
        "--models", tiny_model.parent, "--radiometry", "s2-offset", "--json",
    )  # fmt: skip
    assert (status, len(json.loads(out)["hits"])) == (0, 3)
    assert "s2-offset" in err


def test_a_merge_into_a_folder_is_refused(capsys, built, built_scene, tmp_path):
    pytest.importorskip("h5py", reason="this process has no h5py")
    status, out, err = run(capsys, "merge", tmp_path, built, built_scene)
    assert (status, out) == (1, "")
    assert "it is a folder" in err


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_does_not_cut_the_writing_of_the_index(capsys, monkeypatch, request_, tmp_path):
    pytest.importorskip("h5py", reason="this process has no h5py, nor have its children")

    class Pressing(cli.ProcessPoolExecutor):
        def submit(self, *words):
            running = super().submit(*words)
            signal.raise_signal(signal.SIGINT)
            return running

    monkeypatch.setattr(cli, "ProcessPoolExecutor", Pressing)
    one = json.loads(request_)
    words = ("index", one["archive"], one["index"], "--model", one["model"])
    status, out, _ = run(capsys, *words)
    assert (status, "60 patches" in out) == (0, True)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)  # it is heard again


def test_where_the_writing_process_is_killed_it_is_said():
    with pytest.raises(LookalikeError, match="goes on from there"):
        cli._in_own_process(os._exit, 9)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are told otherwise there")
def test_a_reader_that_has_enough_is_no_error(built):
    command = [*STAGE, "search", str(built), "--row", "3", "-k", "59"]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True) as child:
        child.stdout.close()  # as `head` does
        assert child.stderr.read() == ""
    assert child.returncode == cli.CUT


def test_what_the_terminal_cannot_write_is_no_error(built, tmp_path):
    index = shutil.copy(built, tmp_path / "Müller’s.h5")
    environ = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [*STAGE, "search", str(index), str(built), "--row", "3"]
    done = subprocess.run(command, capture_output=True, text=True, env=environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert r"M\xfcller\u2019s.h5" in done.stdout


# -- the stages, as QGIS runs them: children that speak JSON ------------------------------------


@pytest.fixture
def request_(archive, tiny_model, tmp_path):
    values = {"archive": archive, "index": tmp_path / "a.h5", "model": tiny_model}
    return json.dumps({name: str(value) for name, value in values.items()})


@contextmanager
def started(request):
    command = [*STAGE, "encode", request]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as child:
        yield child


def test_encode_reports_progress_and_its_result_as_json(request_, tmp_path):
    with started(request_) as child:
        said = [json.loads(line) for line in child.stdout]
    assert child.returncode == 0
    assert said[-1] == {"result": {"journal": str(tmp_path / "a.h5.building")}}
    assert said[-2] == {"done": 60, "total": 60}


def test_a_stage_says_an_error_as_json(request_):
    request = json.dumps({**json.loads(request_), "archive": "/no/where"})
    done = subprocess.run([*STAGE, "encode", request], capture_output=True, text=True)
    assert done.returncode == 1
    assert "does not exist" in json.loads(done.stdout.splitlines()[-1])["error"]


def test_encode_stops_when_its_input_closes_and_keeps_what_is_done(scene, tiny_model, tmp_path):
    """A scene of 100,000 patches, so that it cannot end by itself before."""
    values = {"archive": scene, "index": tmp_path / "a.h5", "model": tiny_model}
    values = {name: str(value) for name, value in values.items()}
    request = json.dumps(values | {"stride": 1, "layer": "model"})
    with started(request) as child:
        child.stdout.readline()
        child.stdin.close()
        *_, last = child.stdout
    assert child.returncode == cli.CANCELLED
    assert "goes on from there" in json.loads(last)["error"]
    _, state = journal.read(tmp_path / "a.h5.building")
    assert state["rows"] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_stage_that_is_killed_leaves_no_index_and_can_go_on(scene, tiny_model, tmp_path):
    values = {"archive": scene, "index": tmp_path / "a.h5", "model": tiny_model}
    values = {name: str(value) for name, value in values.items()}
    request = json.dumps(values | {"stride": 4, "layer": "model"})
    with started(request) as child:
        while json.loads(child.stdout.readline())["done"] < 1_000:
            pass
        child.kill()
    assert not (tmp_path / "a.h5").exists()
    with started(request) as child:
        first = json.loads(child.stdout.readline())
        child.stdin.close()
        child.stdout.read()
    assert first["done"] >= 256


@pytest.mark.parametrize(
    "command", ["index", "update", "merge", "search", "info", "verify", "encode", "pack"]
)
def test_every_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 100
