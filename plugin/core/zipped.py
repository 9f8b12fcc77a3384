"""Rasters inside zip files: ``archive.zip/inner/file.jpg`` is a path like any other.

Zips are listed and their small members read with `zipfile`: GDAL's listing of 43,200 entries took
7.7 s where zipfile takes 0.2, and opening a small member through memory takes a seventh.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from functools import lru_cache
from pathlib import PurePosixPath

from .errors import FileMissingError, RasterFileError
from .saying import say

SMALL = 16 << 20  # bytes: larger members are read in place, by windows

# Files beside a raster that GDAL takes its place from.
_SIDECARS = (".aux.xml", ".wld", ".jgw", ".jpgw", ".tfw", ".tifw", ".pgw", ".pngw", ".j2w")


def split(path: str) -> tuple[str, str] | None:
    """Take a path into a zip apart: (zip file, member); None for any other path."""
    plain = path[len("/vsizip/") :] if path.startswith("/vsizip/") else path
    plain = plain.replace("\\", "/")
    for match in re.finditer(r"\.zip/", plain, re.IGNORECASE):
        archive = plain[: match.start() + 4]
        if os.path.isfile(archive):
            return archive, plain[match.end() :]
    return None


def opened(archive: str) -> zipfile.ZipFile:
    """Open a zip, or take the one that is open already: reading its directory takes 0.1 s.

    Raises
    ------
    OSError, zipfile.BadZipFile
    """
    state = os.stat(archive)
    return _opened(archive, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _opened(archive: str, _modified: int, _size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(archive)


def members(archive: str) -> list[str]:
    """Names of all files in a zip."""
    return [info.filename for info in opened(archive).infolist() if not info.is_dir()]


def contents(archive: str, member: str) -> dict[str, bytes] | None:
    """Read a small member and the sidecars beside it: name to bytes; None for a large one.

    Raises
    ------
    KeyError
        If there is no such member.
    """
    folder = opened(archive)
    if folder.getinfo(member).file_size > SMALL:
        return None
    files = {PurePosixPath(member).name: folder.read(member)}
    stem = str(PurePosixPath(member).with_suffix(""))
    for name in [f"{start}{end}" for start in (member, stem) for end in _SIDECARS]:
        if name in folder.NameToInfo:
            files[PurePosixPath(name).name] = folder.read(name)
    return files


def read(path: str, archive: str, member: str) -> dict[str, bytes] | None:
    """`contents`, with errors for people.

    Raises
    ------
    FileMissingError, RasterFileError
    """
    try:
        return contents(archive, member)
    except KeyError:
        raise FileMissingError(path=path) from None
    except (OSError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile) as error:
        raise RasterFileError(
            path=path, problem=str(error) or say("its zip file is damaged")
        ) from error
