"""Which wheels fit is read from their names; what is broken is said."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lookalike.plugin import wheels
from lookalike.plugin.core.errors import InstallFailedError
from lookalike.plugin.wheels import Target, Wheel

LINUX = Target((3, 11), "linux_x86_64", (2, 36))
WINDOWS = Target((3, 12), "win_amd64")
MACOS = Target((3, 12), "macosx_14_5_arm64", (14, 5))


def wheel(tags, name="h5py", version="3.11.0"):
    return Wheel.from_path(Path(f"/w/{name}-{version}-{tags}.whl"))


@pytest.mark.parametrize(
    ("target", "tags", "fits"),
    [
        (LINUX, "cp311-cp311-manylinux_2_28_x86_64", True),
        (LINUX, "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64", True),
        (LINUX, "cp39-abi3-manylinux2014_x86_64", True),
        (LINUX, "py3-none-any", True),
        (LINUX, "cp311-cp311-linux_x86_64", True),
        (LINUX, "cp312-cp312-manylinux_2_28_x86_64", False),
        (LINUX, "cp312-abi3-manylinux_2_28_x86_64", False),
        (LINUX, "cp310-cp310-manylinux_2_28_x86_64", False),
        (LINUX, "cp311-cp311t-manylinux_2_28_x86_64", False),
        (LINUX, "cp311-cp311-manylinux_2_39_x86_64", False),
        (LINUX, "cp311-cp311-musllinux_1_2_x86_64", False),
        (LINUX, "cp311-cp311-manylinux_2_28_aarch64", False),
        (LINUX, "cp311-cp311-win_amd64", False),
        (WINDOWS, "cp312-cp312-win_amd64", True),
        (WINDOWS, "cp312-cp312-win32", False),
        (WINDOWS, "cp312-cp312-win_arm64", False),
        (MACOS, "cp312-cp312-macosx_11_0_arm64", True),
        (MACOS, "cp312-cp312-macosx_13_0_universal2", True),
        (MACOS, "cp312-cp312-macosx_15_0_arm64", False),
        (MACOS, "cp312-cp312-macosx_10_9_x86_64", False),
    ],
)
def test_a_wheel_fits_by_python_abi_and_platform(target, tags, fits):
    assert target.fits(wheel(tags)) is fits


@pytest.mark.parametrize("name", ["h5py.zip", "h5py-3.11.0.tar.gz", "h5py-3.11.0.whl"])
def test_what_is_no_wheel_is_none(name):
    assert Wheel.from_path(Path(name)) is None


def test_a_name_is_compared_as_packages_are_named():
    assert wheel("py3-none-any", name="My_Package").name == "my-package"


def test_a_wheel_with_a_build_number_is_read():
    one = Wheel.from_path(Path("h5py-3.11.0-1-cp311-cp311-linux_x86_64.whl"))
    assert (one.version, one.pythons, one.platforms) == (
        (3, 11, 0),
        ("cp311",),
        ("linux_x86_64",),
    )


def test_this_python_is_a_target_with_words():
    target = wheels.this_target()
    assert str(target.python[1]) in target.words
    assert target.fits(wheel("py3-none-any"))


def test_the_newest_that_fits_is_chosen(tmp_path):
    for version, tags in (
        ("3.9.0", "cp311-cp311-linux_x86_64"),
        ("3.10.0", "cp311-cp311-linux_x86_64"),
        ("3.11.0", "cp312-cp312-linux_x86_64"),
    ):
        (tmp_path / f"h5py-{version}-{tags}.whl").touch()
    assert wheels.choose(tmp_path, "h5py", LINUX).name.startswith("h5py-3.10.0-")


def test_no_wheel_that_fits_is_said_with_what_is_wanted(tmp_path):
    (tmp_path / "h5py-3.11.0-cp312-cp312-win_amd64.whl").touch()
    with pytest.raises(InstallFailedError, match=r"no wheel .* of h5py for Python 3\.11 on linux"):
        wheels.choose(tmp_path, "h5py", LINUX)


def test_a_wheel_is_unpacked_with_what_it_keeps_in_its_data_folder(tmp_path):
    path = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/__init__.py", "x = 1\n")
        archive.writestr("a-1.data/purelib/a/more.py", "y = 2\n")
        archive.writestr("a-1.data/scripts/run", "")
    wheels.unpack(path, tmp_path / "to")
    found = sorted(p.relative_to(tmp_path / "to").as_posix() for p in (tmp_path / "to").rglob("*"))
    assert found == ["a", "a/__init__.py", "a/more.py"]


@pytest.mark.parametrize("keep", [0, 40, 100])
def test_a_broken_wheel_is_said(tmp_path, keep):
    path = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/__init__.py", "x = 1\n" * 1_000)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(InstallFailedError, match="cannot be unpacked"):
        wheels.unpack(path, tmp_path / "to")
