"""QGIS's interpreter is found by layout, and private packages come and go without a trace."""

from __future__ import annotations

import importlib.abc
import subprocess
import sys
from pathlib import Path

import pytest

from lookalike.plugin import environment
from lookalike.plugin.core.errors import BrokenPackageError, LookalikeError, MissingPackageError
from lookalike.plugin.environment import Handshake


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A private folder of our own, with a package that no one else has."""
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path))
    (tmp_path / "lookalike_fake.py").write_text("import sys\nseen = list(sys.path)\n")
    yield tmp_path
    sys.modules.pop("lookalike_fake", None)


class Blocker(importlib.abc.MetaPathFinder):
    def __init__(self, name):
        self.name = name

    def find_spec(self, name, path=None, target=None):
        if name == self.name:
            raise ImportError(f"{name} is blocked")


# -- packages


def test_the_folder_is_named_after_the_python_version(monkeypatch):
    monkeypatch.delenv("LOOKALIKE_PACKAGES", raising=False)
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    assert environment.packages_folder().parts[-3:] == ("lookalike", "packages", tag)


def test_the_environment_may_name_another_folder(folder):
    assert environment.packages_folder() == folder


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, "/home/me/.local/share"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data"),
        ("darwin", {}, "/home/me/Library/Application Support"),
        ("win32", {"LOCALAPPDATA": "/home/me/Local"}, "/home/me/Local"),
        ("win32", {}, "/home/me/AppData/Local"),
    ],
)
def test_data_lie_where_the_platform_keeps_them(platform, environ, expected):
    assert environment.data_folder(platform, environ, Path("/home/me")) == Path(expected)


def test_the_folder_is_on_the_path_only_during_the_import(folder):
    before = list(sys.path)
    module = environment.provide("lookalike_fake")
    assert module.seen[0] == str(folder)
    assert sys.path == before


def test_a_plain_import_afterwards_gives_the_same_module(folder):
    module = environment.provide("lookalike_fake")
    import lookalike_fake

    assert lookalike_fake is module


def test_a_copy_that_is_imported_already_is_used_as_it_is(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "lookalike_fake", environment)
    assert environment.provide("lookalike_fake") is environment


def test_ours_comes_before_the_copy_of_the_platform(folder, tmp_path_factory, monkeypatch):
    other = tmp_path_factory.mktemp("platform")
    (other / "lookalike_fake.py").write_text("seen = None\n")
    monkeypatch.syspath_prepend(str(other))
    assert environment.provide("lookalike_fake").seen is not None


def test_missing_names_what_cannot_be_found_and_imports_nothing(folder):
    assert environment.missing(["lookalike_fake", "lookalike_other"]) == ["lookalike_other"]
    assert "lookalike_fake" not in sys.modules


def test_what_was_imported_and_then_removed_is_missing_and_serves_to_the_end(folder):
    module = environment.provide("lookalike_fake")
    assert environment.missing(["lookalike_fake"]) == []
    (folder / "lookalike_fake.py").unlink()
    assert environment.missing(["lookalike_fake"]) == ["lookalike_fake"]
    assert environment.provide("lookalike_fake") is module


def test_a_package_that_is_not_there_is_said_with_the_command_that_brings_it(folder):
    with pytest.raises(MissingPackageError) as caught:
        environment.provide("lookalike_other", "Drawing a query")
    assert isinstance(caught.value, LookalikeError)
    said = str(caught.value)
    assert said.startswith("Drawing a query needs the Python package lookalike_other")
    assert "-m pip install --upgrade --no-deps --only-binary :all:" in said
    assert f"--target {folder} onnxruntime h5py" in said


@pytest.mark.parametrize("blocked", [None, "finder"])
def test_a_blocked_package_is_missing(folder, monkeypatch, blocked):
    if blocked is None:
        monkeypatch.setitem(sys.modules, "lookalike_fake", None)
    else:
        monkeypatch.setattr(sys, "meta_path", [Blocker("lookalike_fake"), *sys.meta_path])
    assert environment.missing(["lookalike_fake"]) == ["lookalike_fake"]
    with pytest.raises(MissingPackageError):
        environment.provide("lookalike_fake")


def test_a_package_that_does_not_load_says_why(folder):
    (folder / "lookalike_fake.py").write_text("raise OSError('DLL load failed')\n")
    with pytest.raises(BrokenPackageError, match=r"does not load \(DLL load failed\)"):
        environment.provide("lookalike_fake")


@pytest.mark.parametrize(
    ("platform", "name", "problem", "said"),
    [
        ("win32", "onnxruntime", "DLL load failed while importing", "Visual C++"),
        ("win32", "onnxruntime", "No module named 'flatbuffers'", ""),
        ("win32", "h5py", "DLL load failed while importing", ""),
        ("linux", "onnxruntime", "DLL load failed", ""),
    ],
)
def test_a_failing_dll_on_windows_names_its_usual_cause(platform, name, problem, said):
    cause = environment.usual_cause(name, platform, ImportError(problem))
    assert said in cause
    assert bool(cause) == bool(said)


def test_the_lack_can_be_said_without_its_remedy(folder):
    with pytest.raises(MissingPackageError) as caught:
        environment.provide("lookalike_other", "Drawing a query")
    assert caught.value.lack == (
        "Drawing a query needs the Python package lookalike_other, which is not installed."
    )


def test_a_command_for_a_folder_of_wheels_asks_no_network():
    words = environment.install_command("python3", Path("/to"), "/the wheels")
    assert environment.as_typed(words) == (
        "python3 -m pip install --upgrade --no-deps --only-binary :all: --no-index "
        '--find-links "/the wheels" --target /to onnxruntime h5py'
    )


def test_the_path_is_as_before_after_a_failure(folder):
    before = list(sys.path)
    with pytest.raises(MissingPackageError):
        environment.provide("lookalike_other")
    assert sys.path == before


# -- interpreter


@pytest.mark.parametrize(
    ("platform", "prefix", "python"),
    [
        ("linux", "usr", "usr/bin/python3.12"),
        ("linux", "usr", "usr/bin/python3"),
        ("win32", "OSGeo4W/apps/Python312", "OSGeo4W/apps/Python312/python.exe"),
        ("win32", "OSGeo4W/apps/Python312", "OSGeo4W/apps/Python312/python3.exe"),
        ("win32", "OSGeo4W/apps/Python312", "OSGeo4W/bin/python3.exe"),
        ("darwin", "QGIS.app/Contents/MacOS", "QGIS.app/Contents/MacOS/bin/python3"),
        ("darwin", "QGIS.app/Contents/Frameworks", "QGIS.app/Contents/MacOS/bin/python3.12"),
        ("darwin", "QGIS.app/Contents/Frameworks", "QGIS.app/Contents/Frameworks/bin/python3.12"),
        (
            "darwin",
            "QGIS.app/Contents/Frameworks/Python.framework/Versions/3.12",
            "QGIS.app/Contents/Frameworks/Python.framework/Versions/3.12/bin/python3.12",
        ),
        ("darwin", "opt/homebrew/python", "opt/homebrew/python/bin/python3.12"),
    ],
)
def test_the_interpreter_is_found_in_each_layout(tmp_path, platform, prefix, python):
    path = tmp_path / python
    path.parent.mkdir(parents=True)
    path.touch()
    found = environment.interpreter_candidates(tmp_path / prefix, platform, (3, 12))
    assert [candidate for candidate in found if candidate.is_file()] == [path]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_no_candidate_is_named_twice(platform):
    prefix = Path("/QGIS.app/Contents/MacOS")
    found = environment.interpreter_candidates(prefix, platform, (3, 12))
    assert len(found) == len(set(found))


def test_the_interpreter_of_this_python_is_among_those_found():
    assert Path(sys.executable).resolve() in [p.resolve() for p in environment.interpreters()]


# -- handshake


def test_the_handshake_is_read_from_the_last_line():
    output = 'hello from sitecustomize\n{"python": "3.11.2", "numpy": "1.24.2", "gdal": "3.6.2"}\n'
    assert environment.read_handshake(output) == Handshake("3.11.2", "1.24.2", "3.6.2")


@pytest.mark.parametrize("output", ["", "\n", "Traceback …", "[1]", "{}", '"text"'])
def test_what_is_no_handshake_is_none(output):
    assert environment.read_handshake(output) is None


def test_equals_work_for_each_other_and_others_are_refused_with_a_reason():
    own = Handshake("3.11.2", "1.24.2", "3.6.2")
    assert own.refusal(own) == ""
    assert own.refusal(Handshake("3.11.2", "2.1.0", "3.6.2")) == (
        "it has numpy 2.1.0 where QGIS has 1.24.2"
    )
    assert "(none)" in own.refusal(Handshake("3.11.2", "1.24.2", ""))


def test_this_interpreter_shakes_hands_with_this_process():
    pytest.importorskip("osgeo.gdal", reason="GDAL's own bindings are QGIS's")
    command = environment.handshake_command(environment.interpreters()[0])
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert environment.own_handshake().refusal(environment.read_handshake(output)) == ""
