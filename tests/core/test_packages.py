"""The private folder is replaced as a whole, or stays as it was."""

from __future__ import annotations

import os

import pytest

from lookalike.plugin import packages
from lookalike.plugin.core.errors import FolderInUseError
from lookalike.plugin.wheels import Target


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path / "cp311"))
    return tmp_path / "cp311"


def fill(folder, name, version):
    (folder / name).mkdir(parents=True)
    (folder / name / "__init__.py").write_text(f"__version__ = {version!r}\n")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


def test_what_lies_in_the_folder_is_ours_and_says_its_version(folder):
    fill(folder, "onnxruntime", "3.99")  # not h5py, which this process may be made to lack
    state = packages.states()[0]
    assert (state.name, state.version, state.is_there, state.is_ours) == (
        "onnxruntime", "3.99", True, True,
    )  # fmt: skip


def test_an_empty_folder_has_nothing_of_ours(folder):
    assert not any(state.is_ours for state in packages.states())


def test_a_folder_takes_the_place_of_the_old_one(folder):
    fill(folder, "h5py", "1")
    staged = packages.staging_folder(folder)
    fill(staged, "h5py", "2")
    packages.put_in_place(staged, folder)
    assert packages.states()[1].version == "2"
    assert [path.name for path in folder.parent.iterdir()] == ["cp311"]


def test_what_an_earlier_installation_left_is_cleared(folder):
    fill(packages.staging_folder(folder), "h5py", "1")
    assert list(packages.staging_folder(folder).iterdir()) == []


def test_a_removed_folder_is_gone_and_removing_again_is_fine(folder):
    fill(folder, "h5py", "1")
    packages.remove(folder)
    packages.remove(folder)
    assert list(folder.parent.iterdir()) == []


def test_a_folder_in_use_is_said_and_stays(folder, monkeypatch):
    """On Windows a folder whose libraries are loaded cannot be moved."""
    fill(folder, "h5py", "1")
    staged = packages.staging_folder(folder)

    def refuse(source, target):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FolderInUseError, match="Restart QGIS"):
        packages.remove(folder)
    with pytest.raises(FolderInUseError, match="Access is denied"):
        packages.put_in_place(staged, folder)
    assert packages.states()[1].version == "1"


def test_the_command_for_another_machine_names_this_ones_python_and_platform():
    words = packages.download_command("to", Target((3, 12), "win_amd64"))
    said = " ".join(words)
    assert "pip download --no-deps --only-binary :all: --python-version 3.12" in said
    assert "--platform win_amd64 --dest to onnxruntime h5py" in said


def test_for_linux_it_names_the_platforms_that_wheels_have():
    said = " ".join(packages.download_command("to", Target((3, 11), "linux_x86_64", (2, 36))))
    assert "--platform manylinux_2_28_x86_64" in said
