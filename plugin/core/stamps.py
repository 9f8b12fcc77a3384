"""What became of the files that an index was made of: unchanged, written anew, or gone.

A stamp says how the files of a source looked when they were encoded: their size, and a mark that
changes when they are written anew. Inside a zip the mark is a checksum, as its members' times are
coarse and a zip that grew is a new file.
"""

from __future__ import annotations

import datetime
import os
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import zipped
from .errors import Cancelled
from .index import Index
from .index_format import NO_STAMP
from .search import Progress

SAME, CHANGED, GONE, DETACHED = range(4)
LOOK_EVERY = 1_000  # sources between two looks at whether to go on


class Stamp(NamedTuple):
    """How the files of a source looked.

    Attributes
    ----------
    size : int
        Bytes of all files together; −1 where that was not noted.
    mark : int
        When the last of them was written, in nanoseconds since 1970; in a zip, the sum of their
        checksums.
    """

    size: int
    mark: int


def stamp_of(files: Sequence[str]) -> Stamp | None:
    """Look at files, some of which may be members of zips; None where one is not there."""
    try:
        looks = [_look(file) for file in files]
    except (OSError, KeyError, zipfile.BadZipFile):
        return None
    marks = [mark for _, mark, _ in looks]
    in_zip = any(inside for _, _, inside in looks)
    return Stamp(sum(size for size, _, _ in looks), sum(marks) if in_zip else max(marks))


def _look(file: str) -> tuple[int, int, bool]:
    """Size and mark of one file, and whether it is in a zip."""
    place = zipped.split(file)
    if place is None:
        state = os.stat(file)
        return state.st_size, state.st_mtime_ns, False
    member = zipped.opened(place[0]).getinfo(place[1])
    return member.file_size, member.CRC, True


def states(index: Index, progress: Progress = None) -> npt.NDArray[np.uint8]:
    """Say of each source of an index what became of its files.

    Returns
    -------
    (sources,) array of uint8
        `SAME`, `CHANGED`, `GONE`, or `DETACHED` where the index does not know where they lie. An
        index of before there were stamps takes files as changed that are newer than itself.

    Raises
    ------
    Cancelled
        If ``progress(sources_done, sources)`` answered False.
    """
    found = np.empty(index.source_count, np.uint8)
    built = _nanoseconds(index.about.created)
    for number in range(len(found)):
        found[number] = _state(index.source(number).files, index.stamp(number), built)
        if progress is not None and number % LOOK_EVERY == 0 and not progress(number, len(found)):
            raise Cancelled
    return found


def _state(files: Sequence[str], noted: tuple[int, int], built: int) -> int:
    if not all(os.path.isabs(file) for file in files):
        return DETACHED
    now = stamp_of(files)
    if now is None:
        return GONE
    if noted == NO_STAMP:
        newer = max(os.stat((zipped.split(f) or (f,))[0]).st_mtime_ns for f in files) > built
        return CHANGED if newer else SAME
    return SAME if now == noted else CHANGED


def _nanoseconds(moment: str) -> int:
    """ISO 8601 to nanoseconds since 1970; where there is none, later than any file."""
    try:
        return int(datetime.datetime.fromisoformat(moment).timestamp() * 1e9)
    except ValueError:
        return np.iinfo(np.int64).max


def files_that_are(state: int, index: Index) -> set[str]:
    """Paths of the files of all sources in one of the `states`."""
    numbers = np.flatnonzero(states(index) == state)
    return {file for number in numbers.tolist() for file in index.source(number).files}
