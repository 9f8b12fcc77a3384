"""The private folder of packages: what is in it, and how it is filled, replaced and emptied.

It is filled beside its place and put there only when every package in it has been imported by a
child, so a broken wheel or a cancelled installation leaves what was there before.
"""

from __future__ import annotations

import importlib.metadata
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from .core.errors import FolderInUseError
from .environment import PACKAGES, missing, packages_folder
from .wheels import Target


@dataclass(frozen=True)
class PackageState:
    """How one package stands.

    Attributes
    ----------
    name : str
    version : str
        Empty where it is not installed, or does not say.
    is_there : bool
    is_ours : bool
        Whether it is the private folder's; else the platform's.
    """

    name: str
    version: str
    is_there: bool
    is_ours: bool


def states() -> list[PackageState]:
    """Look up how each package stands; none is imported."""
    lacking = missing()
    ours = _versions(packages_folder())
    return [
        PackageState(
            name=name,
            version=ours.get(name) or _platform_version(name),
            is_there=name not in lacking,
            is_ours=name in ours,
        )
        for name in PACKAGES
    ]


def _versions(folder: Path) -> dict[str, str]:
    found = importlib.metadata.distributions(path=[str(folder)])
    return {str(one.metadata["Name"]).lower(): one.version for one in found}


def _platform_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def download_command(folder: str, target: Target) -> list[str]:
    """Return the command that fetches the wheels on a machine with a network, for one without."""
    platforms = [target.platform]
    if target.platform.startswith("linux"):
        platforms = [f"manylinux_{a}_{b}_{target.machine}" for a, b in ((2, 17), (2, 27), (2, 28))]
    words = ["python3", "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"]
    words += ["--python-version", "{}.{}".format(*target.python)]
    for one in platforms:
        words += ["--platform", one]
    return [*words, "--dest", folder, *PACKAGES]


def staging_folder(folder: Path) -> Path:
    """Return where packages are gathered before they are put in place; empty now.

    Raises
    ------
    FolderInUseError
        If what an earlier installation left cannot be deleted.
    """
    beside = folder.with_name(f"{folder.name}.new")
    _delete(beside)
    beside.mkdir(parents=True)
    return beside


def put_in_place(staged: Path, folder: Path) -> None:
    """Let a filled folder take the place of the private one.

    Raises
    ------
    FolderInUseError
        If the present one cannot be moved; it stays then.
    """
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if folder.exists():
            os.replace(folder, old)
        os.replace(staged, folder)
    except OSError as problem:
        if old.exists() and not folder.exists():
            os.replace(old, folder)
        raise FolderInUseError(path=folder, reason=problem.strerror or problem) from problem
    shutil.rmtree(old, ignore_errors=True)


def remove(folder: Path) -> None:
    """Delete the private folder.

    Raises
    ------
    FolderInUseError
        If it cannot be deleted; it is whole then.
    """
    if not folder.exists():
        return
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        os.replace(folder, old)  # all of it or nothing
    except OSError as problem:
        raise FolderInUseError(path=folder, reason=problem.strerror or problem) from problem
    shutil.rmtree(old, ignore_errors=True)


def _delete(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as problem:
        raise FolderInUseError(path=folder, reason=problem.strerror or problem) from problem
