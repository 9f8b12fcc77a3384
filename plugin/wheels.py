"""Wheels: which of them fit this Python, and how one is unpacked where there is no pip.

What a wheel fits stands in its file name: name, version, Python, ABI and platform (the binary
distribution format of the Python packaging specifications).
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import sysconfig
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .core.errors import InstallFailedError
from .core.saying import say

_LINUX = re.compile(r"(?:manylinux_(\d+)_(\d+)|manylinux(1|2010|2014)|linux)_(\w+)")
_LEGACY = {"1": (2, 5), "2010": (2, 12), "2014": (2, 17)}  # manylinux's years, as glibc
_MACOS = re.compile(r"macosx_(\d+)_(\d+)_(\w+)")


@dataclass(frozen=True)
class Target:
    """What a wheel has to fit.

    Attributes
    ----------
    python : (major, minor)
    platform : str
        As `sysconfig` says it, with underscores: linux_x86_64, win_amd64, macosx_11_0_arm64.
    system : (major, minor)
        Of glibc, or of macOS.
    """

    python: tuple[int, int]
    platform: str
    system: tuple[int, int] = (0, 0)

    @property
    def machine(self) -> str:
        """The processor's name: x86_64, amd64, arm64, aarch64."""
        found = _MACOS.fullmatch(self.platform)
        return found[3] if found else self.platform.partition("_")[2]

    @property
    def words(self) -> str:
        """For people: Python 3.12 on win_amd64."""
        return f"Python {self.python[0]}.{self.python[1]} on {self.platform}"

    def fits(self, wheel: Wheel) -> bool:
        """Whether a wheel runs here."""
        return any(
            self._fits_python(python, abi) and self._fits_platform(where)
            for python in wheel.pythons
            for abi in wheel.abis
            for where in wheel.platforms
        )

    def _fits_python(self, python: str, abi: str) -> bool:
        major, minor = self.python
        own = f"cp{major}{minor}"
        if python == f"py{major}":
            return abi == "none"
        if python == own:
            return abi in (own, "abi3", "none")
        number = python[3:]
        is_older = python.startswith(f"cp{major}") and number.isdigit() and int(number) <= minor
        return is_older and abi == "abi3"

    def _fits_platform(self, where: str) -> bool:
        if where in ("any", self.platform):
            return True
        if found := _LINUX.fullmatch(where):
            needs = _LEGACY[found[3]] if found[3] else (int(found[1] or 0), int(found[2] or 0))
            is_linux = self.platform.startswith("linux")
            return is_linux and found[4] == self.machine and needs <= self.system
        if found := _MACOS.fullmatch(where):
            is_macos = self.platform.startswith("macosx")
            needs = (int(found[1]), int(found[2]))
            return is_macos and found[3] in (self.machine, "universal2") and needs <= self.system
        return False


@dataclass(frozen=True)
class Wheel:
    """A wheel, as its file name describes it."""

    path: Path
    name: str
    version: tuple[int, ...]
    pythons: tuple[str, ...]
    abis: tuple[str, ...]
    platforms: tuple[str, ...]

    @classmethod
    def from_path(cls, path: Path) -> Wheel | None:
        """Read a file name; None where it is no wheel's."""
        parts = path.name[: -len(".whl")].split("-") if path.suffix == ".whl" else []
        if len(parts) not in (5, 6):  # six with a build number
            return None
        pythons, abis, platforms = (tuple(tags.split(".")) for tags in parts[-3:])
        version = tuple(int(number) for number in re.findall(r"\d+", parts[1]))
        return cls(path, parts[0].lower().replace("_", "-"), version, pythons, abis, platforms)


def this_target() -> Target:
    """Return what a wheel has to fit to be imported by this Python."""
    version = (sys.version_info[0], sys.version_info[1])
    system = _numbers(platform.mac_ver()[0] if sys.platform == "darwin" else _glibc())
    if sys.platform == "darwin":  # a universal Python runs as one of the two that it holds
        tag = f"macosx_{system[0]}_{system[1]}_{platform.machine()}"
    else:
        tag = re.sub(r"[-.]", "_", sysconfig.get_platform())
    return Target(version, tag, system)


def _numbers(version: str) -> tuple[int, int]:
    major, minor = [*(int(number) for number in re.findall(r"\d+", version)), 0, 0][:2]
    return major, minor


def _glibc() -> str:
    names = getattr(os, "confstr_names", {})
    return (os.confstr("CS_GNU_LIBC_VERSION") or "") if "CS_GNU_LIBC_VERSION" in names else ""


def choose(folder: Path, name: str, target: Target) -> Path:
    """Return the newest wheel of a package in a folder that fits.

    Raises
    ------
    InstallFailedError
        If there is none.
    """
    found = [
        wheel
        for wheel in _wheels(folder.glob("*.whl"))
        if wheel.name == name and target.fits(wheel)
    ]
    if not found:
        raise InstallFailedError(
            problem=say(
                "in {folder} there is no wheel (*.whl) of {name} for {target}",
                folder=folder,
                name=name,
                target=target.words,
            )
        )
    return max(found, key=lambda wheel: wheel.version).path


def _wheels(paths: Iterable[Path]) -> Iterable[Wheel]:
    return filter(None, map(Wheel.from_path, paths))


def unpack(wheel: Path, folder: Path) -> None:
    """Unpack a wheel into a folder that is to be on `sys.path`; its scripts are left out.

    Raises
    ------
    InstallFailedError
        If the wheel is broken, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
        for data in folder.glob("*.data"):
            for part in ("purelib", "platlib"):
                for entry in (data / part).glob("*"):
                    _merge(entry, folder / entry.name)
            shutil.rmtree(data)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as problem:
        raise InstallFailedError(
            problem=say("{name} cannot be unpacked ({why})", name=wheel.name, why=problem)
        ) from problem


def _merge(entry: Path, target: Path) -> None:
    """Move a file or a folder to where there may be a part of it already."""
    if entry.is_dir() and target.is_dir():
        for inner in entry.iterdir():
            _merge(inner, target / inner.name)
    else:
        os.replace(entry, target)
