"""The raster files of a folder, a zip or a single file, by name alone: nothing is opened."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .. import zipped
from ..errors import ArchiveKindError, EmptyArchiveError, FileMissingError
from ..saying import say

SUFFIXES = {".tif", ".tiff", ".jp2", ".j2k", ".jpg", ".jpeg", ".png", ".img", ".vrt"}


class Listing(NamedTuple):
    """Where an archive lies, and its raster files.

    Attributes
    ----------
    root : str
        Folder or zip; empty where several archives have no folder in common.
    files : list of str
        Relative to the root, with forward slashes, sorted.
    """

    root: str
    files: list[str]

    def full(self, file: str) -> str:
        """Path of a file."""
        return f"{self.root}/{file}" if self.root else file


def listing(path: str | os.PathLike[str]) -> Listing:
    """List an archive.

    Raises
    ------
    FileMissingError, ArchiveKindError
    EmptyArchiveError
        If it has no file that is a raster by its name.
    """
    place = Path(path)
    if not place.exists():
        raise FileMissingError(path=path)
    if place.is_dir():
        found = Listing(plain(place), _in_folder(place))
    elif place.suffix.lower() == ".zip":
        found = Listing(plain(place), _in_zip(plain(place)))
    else:
        return Listing(plain(place.parent), [place.name])
    if not found.files:
        known = ", ".join(sorted(suffix[1:] for suffix in SUFFIXES))
        raise EmptyArchiveError(
            path=path, detail=say("It has no files of these kinds: {known}.", known=known)
        )
    return found


def listing_together(paths: Sequence[str | os.PathLike[str]]) -> Listing:
    """List one archive, or several as one whose root is the folder that all lie in.

    Raises
    ------
    FileMissingError, ArchiveKindError
    EmptyArchiveError
        If none of them has a file that is a raster by its name.
    """
    found, empty = [], []
    for path in paths:
        try:
            found.append(listing(path))
        except EmptyArchiveError as error:
            empty.append(error)
    if not found:
        raise empty[0]
    if len(found) == 1:
        return found[0]
    root = common_root([one.root for one in found])
    files = {one.full(file) for one in found for file in one.files}
    start = len(root.rstrip("/")) + 1 if root else 0
    return Listing(root, sorted(file[start:] for file in files))


def common_root(archives: Sequence[str]) -> str:
    """Folder that all archives lie in; empty where one is not at hand, or they share none."""
    if not all(archives):
        return ""
    try:
        common = os.path.commonpath(archives).replace("\\", "/")
    except ValueError:  # on different drives
        return ""
    return common if len(Path(common).parts) > 1 else ""


def plain(path: str | os.PathLike[str]) -> str:
    """Absolute path with forward slashes."""
    return str(Path(path).resolve()).replace("\\", "/")


def _in_folder(folder: Path) -> list[str]:
    found: list[str] = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        relative = os.path.relpath(where, folder).replace("\\", "/")
        start = "" if relative == "." else f"{relative}/"
        found.extend(start + name for name in names)
    return _rasters(found)


def _in_zip(archive: str) -> list[str]:
    try:
        return _rasters(zipped.members(archive))
    except (OSError, zipfile.BadZipFile) as error:
        raise ArchiveKindError(
            path=archive, problem=say("its zip file is damaged ({why})", why=error)
        ) from error


def _rasters(names: Iterable[str]) -> list[str]:
    """Sort the names that are rasters; hidden ones and what macOS puts into zips are not."""
    paths = [PurePosixPath(name) for name in names]
    return sorted(
        str(path)
        for path in paths
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith((".", "__MACOSX")) for part in path.parts)
    )


def short_names(files: list[str]) -> dict[str, str]:
    """Name files shortly and uniquely: without the folders that all share, and their suffix."""
    folders = {str(PurePosixPath(file).parent) for file in files}
    try:
        shared = os.path.commonpath(folders)
    except ValueError:  # there is none, or they are on different drives
        shared = ""
    stems = {file: _relative(PurePosixPath(file).with_suffix(""), shared) for file in files}
    times: dict[str, int] = {}
    for stem in stems.values():
        times[stem] = times.get(stem, 0) + 1
    return {
        file: stem if times[stem] == 1 else _relative(PurePosixPath(file), shared)
        for file, stem in stems.items()
    }


def _relative(path: PurePosixPath, folder: str) -> str:
    return str(path.relative_to(folder.replace("\\", "/") or "."))
