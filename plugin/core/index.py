"""The index file: codes, where each patch lies, and the sources. Reading, with numpy alone.

The table of contents (`index_format`) says where in the file each column lies. So an index opens
without any HDF5 library, and every bound is checked against the file's size before a column is
touched. `index_writer` writes and verifies the same file with h5py.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import bits
from .errors import DamagedIndexError, FileMissingError, IndexChangedError, RowError
from .index_format import (
    NO_LABEL,
    NO_STAMP,
    NO_TIME,
    Column,
    check_columns,
    code_column,
    read_table,
)
from .saying import say
from .source import Source, Window

State = tuple[str, int, int]  # of a file: path, size in bytes, time of change (ns)
GONE = (-1, -1)  # size and time of a file that is not there
IN_MEMORY = 256 << 20  # bytes; columns up to here are read, longer ones are mapped


@dataclass(frozen=True)
class About:
    """What an index says of itself.

    Attributes
    ----------
    name : str
        Title, for people.
    created : str
        ISO 8601, UTC.
    software : str
        Name and version of what built it.
    archive : str
        Folder or zip that the sources' paths start from; empty where the imagery is not at hand
        (an index that was passed on), or in places that have no folder in common.
    card : dict
        The card of the model that made the codes.
    model_digest : str
        SHA-256 of the model's file.
    layer_digest : str
        SHA-256 of the index's own hash layer; empty where the model's was used.
    labels : tuple of str
        Class names that the label column counts into.
    readings : tuple of str
        How the numbers of its sources were understood (`Source.reading`), each once.
    recipe : dict
        What the user said of how the archive is to be read (kind, stride, bands, radiometry), so
        that an update reads it alike; empty where that is not known.
    updated : str
        As `created`; empty where it never was.
    roots : tuple of str
        Folders, zips and files that its images were looked for in. They lie below `archive`, often
        with much beside them that is not of this index. Older files do not say: `looked_in` does.
    """

    name: str
    created: str
    software: str
    archive: str
    card: dict[str, Any]
    model_digest: str
    layer_digest: str = ""
    labels: tuple[str, ...] = field(default=())
    readings: tuple[str, ...] = field(default=())
    recipe: dict[str, Any] = field(default_factory=dict)
    updated: str = ""
    roots: tuple[str, ...] = field(default=())

    @property
    def looked_in(self) -> tuple[str, ...]:
        """Where images of it were looked for, and an update looks again; empty where unknown."""
        return self.roots or tuple(filter(None, [self.archive]))

    @property
    def patch_metres(self) -> float:
        """Side of a patch on the ground, in metres."""
        return float(self.card["patch_size"]) * float(self.card["gsd"])

    @property
    def code_space(self) -> tuple[str, str]:
        """Codes are comparable only where this pair of digests is equal."""
        return self.model_digest, self.layer_digest


class Index:
    """An index that is open for reading.

    Columns are read when first asked for and kept; long ones are memory maps. No file handle
    stays open for those that were read.

    Attributes
    ----------
    path : Path
    rows : int
        Number of patches n.
    bits : int
        Length K of a code.
    columns : dict of str to Column
    """

    def __init__(
        self,
        path: Path,
        rows: int,
        bits: int,
        columns: dict[str, Column],
        state: State,
    ) -> None:
        self.path, self.rows, self.bits, self.columns = path, rows, bits, columns
        self._state = state
        self._read: dict[str, npt.NDArray[Any]] = {}

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Index:
        """Read and check the table of contents; touches no column.

        Raises
        ------
        FileMissingError, NotAnIndexError, NewerIndexError, DamagedIndexError
        """
        path = Path(path)
        state = _state_of(path)  # first: what changes from now on is noticed
        table, start, size = read_table(path)
        try:
            if size < int(table["size"]):
                raise ValueError(
                    say(
                        "the file is cut short: {size} of {whole} bytes",
                        size=size,
                        whole=table["size"],
                    )
                )
            rows, code_bits = int(table["rows"]), int(table["bits"])
            columns = {
                name: Column(
                    str(c["dtype"]), tuple(map(int, c["shape"])), c["offset"], c.get("crc32")
                )
                for name, c in table["columns"].items()
            }
            check_columns(columns, rows, code_bits, start, size)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            raise DamagedIndexError(
                path=path, problem=say("its table of contents is not true ({why})", why=problem)
            ) from problem
        return cls(path, rows, code_bits, columns, state)

    def __len__(self) -> int:
        return self.rows

    def has(self, name: str) -> bool:
        """Whether the index has this (optional) column."""
        return name in self.columns

    def column(self, name: str) -> npt.NDArray[Any]:
        """Read or map one column.

        Raises
        ------
        FileMissingError, IndexChangedError, DamagedIndexError
            If the file has gone, or is another one, since it was opened.
        """
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> npt.NDArray[Any]:
        column = self.columns[name]
        if column.offset is None or not column.nbytes:
            return np.zeros(column.shape, column.dtype)
        try:
            if column.nbytes > IN_MEMORY:
                return np.memmap(
                    self.path, column.dtype, "r", column.offset, shape=column.shape, order="C"
                )
            values = np.fromfile(
                self.path, column.dtype, int(np.prod(column.shape)), offset=column.offset
            )
        except FileNotFoundError:
            raise FileMissingError(path=self.path) from None
        except (OSError, ValueError) as problem:
            raise DamagedIndexError(path=self.path, problem=str(problem)) from problem
        finally:
            self._check_unchanged()
        self._check_numbers(name, values)
        return values.reshape(column.shape)

    def _check_numbers(self, name: str, values: npt.NDArray[Any]) -> None:
        """Raise DamagedIndexError where numbers of sources or labels count beyond them."""
        if name == "source":
            fine = values.max(initial=0) < max(1, self.source_count)
        elif name == "label":
            most = len(self.about.labels)
            fine = values.max(initial=0, where=values != NO_LABEL) < max(1, most)
        else:
            return
        if not fine:
            problem = say("column {name} has impossible values", name=name)
            raise DamagedIndexError(path=self.path, problem=problem)

    def _check_unchanged(self) -> None:
        """Raise IndexChangedError where the columns of another file lie elsewhere."""
        if _state_of(self.path)[1:] not in (self._state[1:], GONE):
            raise IndexChangedError(path=self.path)

    def state(self) -> State:
        """Path, size in bytes and time of change (ns) of its file when it was opened."""
        return self._state

    @property
    def parts(self) -> tuple[Index, ...]:
        """The files that it is read from: itself alone, unless it is `joined`."""
        return (self,)

    def locate(
        self, rows: npt.NDArray[np.integer]
    ) -> tuple[npt.NDArray[np.integer], npt.NDArray[np.integer]]:
        """Say which of `parts` holds each row, and which row it is there."""
        return np.zeros(len(rows), np.intp), rows

    def close(self) -> None:
        """Forget what was read, which unmaps the file."""
        self._read.clear()

    @property
    def words(self) -> tuple[bits.Words, ...]:
        """The codes, one array of n words for each word position."""
        return tuple(self.column(code_column(w)) for w in range(self.bits // bits.WORD))

    @cached_property
    def about(self) -> About:
        """What the index says of itself."""
        try:
            fields = json.loads(self.column("about").tobytes())
            fields.setdefault("roots", ())
            lists = {name: tuple(fields[name]) for name in ("labels", "readings", "roots")}
            known = {name: fields[name] for name in fields.keys() & About.__dataclass_fields__}
            about = About(**{**known, **lists})
            if not about.patch_metres > 0:
                raise ValueError("patch_size, gsd")
            return about
        except (ValueError, KeyError, TypeError) as problem:
            raise DamagedIndexError(
                path=self.path, problem=say("its description is unreadable ({why})", why=problem)
            ) from problem

    @property
    def source_count(self) -> int:
        """Number of sources."""
        return max(0, len(self.column("source_offsets")) - 1)

    def source(self, number: int) -> Source:
        """Read one source.

        Raises
        ------
        DamagedIndexError
            If there is no such source, or its text is broken.
        """
        try:
            start, stop = self.column("source_offsets")[[number, number + 1]]
            own = json.loads(self.column("sources")[start:stop].tobytes())
            return Source.from_fields({**self._shared, **own}, root=self.about.archive)
        except (IndexError, ValueError, TypeError) as problem:
            raise DamagedIndexError(
                path=self.path,
                problem=say("source {number} is unreadable ({why})", number=number, why=problem),
            ) from problem

    def stamp(self, number: int) -> tuple[int, int]:
        """How the files of one source looked when it was encoded (`stamps.Stamp`)."""
        if not self.has("source_stamps"):
            return NO_STAMP
        size, mark = self.column("source_stamps")[number].tolist()
        return size, mark

    @cached_property
    def _shared(self) -> dict[str, Any]:
        """What all sources have in common."""
        shared: dict[str, Any] = json.loads(self.column("shared").tobytes())
        return shared

    def place(self, row: int) -> tuple[Source, Window]:
        """Source and pixel window of one patch.

        Raises
        ------
        RowError
            If there is no such row.
        """
        if not 0 <= row < self.rows:
            raise RowError(path=self.path, row=row, rows=self.rows)
        number = int(self.column("source")[row])
        source = self.source(number)
        width, height = self.column("window_size")[number].tolist()
        left, top = int(self.column("col")[row]), int(self.column("row")[row])
        return source, Window(left, top, width, height)

    def code(self, row: int) -> bits.Words:
        """Code of one patch: (W,) words."""
        if not 0 <= row < self.rows:
            raise RowError(path=self.path, row=row, rows=self.rows)
        return bits.take(self.words, np.array([row]))[0]

    def label(self, row: int) -> str:
        """Class name of one patch; empty where it has none."""
        return str(self.labels(np.array([row]))[0])

    def labels(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[Any]:
        """Class names of n patches: (n,) array of str objects; empty where they have none."""
        if not self.has("label"):
            return np.full(len(rows), "", object)
        names = np.array([*self.about.labels, ""], object)
        numbers = self.column("label")[rows].astype(np.int64)
        return names[np.where(numbers == NO_LABEL, -1, numbers)]

    def time(self, row: int) -> str:
        """Acquisition time of one patch (ISO 8601, UTC); empty where unknown."""
        return str(self.times(np.array([row]))[0])

    def times(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[Any]:
        """Acquisition times of n patches, as `labels`; empty where unknown."""
        if not self.has("time"):
            return np.full(len(rows), "", object)
        times = self.column("time")[rows]
        texts = np.datetime_as_string(times.astype("datetime64[s]")).astype(object)
        return np.where(times == NO_TIME, "", texts)


def _state_of(path: Path) -> State:
    try:
        found = path.stat()
    except OSError:
        return str(path), *GONE
    return str(path), found.st_size, found.st_mtime_ns
