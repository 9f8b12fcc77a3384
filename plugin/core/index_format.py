"""What an index file holds, byte by byte: columns, and the table of contents that finds them.

The table lies in the file's user block, HDF5's own place for foreign bytes before the file proper:
a magic, the length of a JSON text, and that text with version, size of the file, number of rows,
bits, and name, dtype, shape, byte offset and checksum of every column. The format's help page is
``resources/help/index-format.md``.
"""

from __future__ import annotations

import json
import math
import os
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from . import bits
from .errors import DamagedIndexError, FileMissingError, NewerIndexError, NotAnIndexError
from .saying import say

MAGIC = b"LOOKALIKE INDEX\n"
LENGTH = struct.Struct("<Q")  # of the JSON text that follows the magic
VERSION = 1
LARGEST_TABLE = 1 << 24
NO_LABEL = np.uint16(0xFFFF)
NO_TIME = np.iinfo(np.int64).min
NO_STAMP = (-1, 0)

#: Columns with one value a patch: name -> dtype. Label (a number into `About.labels`) and time
#: (seconds since 1970, UTC) are optional; the code's words come as code_0, code_1, …
ROW_COLUMNS = {
    "source": "<u4",
    "col": "<i4",
    "row": "<i4",
    "lon": "<f4",
    "lat": "<f4",
    "label": "<u2",
    "time": "<i8",
}
OPTIONAL_COLUMNS = ("label", "time")
OPTIONAL_ABOUT_ARCHIVE = ("source_stamps", "layer_weights", "layer_bias")
#: Columns about the whole archive. Text is a blob of UTF-8 JSON: `sources` one object a source, cut
#: by `source_offsets`, `shared` what all sources have in common. The optional `source_stamps` say
#: how their files looked (`stamps.Stamp`).
ARCHIVE_COLUMNS = {
    "about": "|u1",
    "shared": "|u1",
    "sources": "|u1",
    "source_offsets": "<i8",
    "source_stamps": "<i8",
    "window_size": "<i4",
    "pair_distances": "<i8",
    "ones": "<f4",
    "layer_weights": "<f4",
    "layer_bias": "<f4",
}


@dataclass(frozen=True)
class Column:
    """Where one column lies in the file; an empty one has no offset.

    `crc32` is the checksum of its bytes; files of before there were checksums have none.
    """

    dtype: str
    shape: tuple[int, ...]
    offset: int | None
    crc32: int | None = field(default=None, compare=False)

    @property
    def nbytes(self) -> int:
        """Length in bytes."""
        return np.dtype(self.dtype).itemsize * math.prod(self.shape)


def code_column(word: int) -> str:
    """Name of the column with the given word of all codes."""
    return f"code_{word}"


def is_index(path: str | os.PathLike[str]) -> bool:
    """Whether a file begins as an index does; it may still be damaged."""
    try:
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_table(path: Path) -> tuple[dict[str, Any], int, int]:
    """Read the table of contents of an index file.

    Returns
    -------
    table : dict
        The JSON object.
    start : int
        First byte after the table: no column lies before it.
    size : int
        Of the file in bytes.

    Raises
    ------
    FileMissingError, NotAnIndexError, NewerIndexError, DamagedIndexError
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(len(MAGIC) + LENGTH.size)
            if not head.startswith(MAGIC) or len(head) < len(MAGIC) + LENGTH.size:
                raise NotAnIndexError(path=path)
            (length,) = LENGTH.unpack(head[len(MAGIC) :])
            text = file.read(min(length, LARGEST_TABLE))
    except FileNotFoundError:
        raise FileMissingError(path=path) from None
    except IsADirectoryError:
        raise NotAnIndexError(path=path) from None
    try:
        table = json.loads(text)
        version = int(table["version"])
    except (ValueError, KeyError, TypeError) as problem:
        raise DamagedIndexError(
            path=path, problem=say("its table of contents is unreadable")
        ) from problem
    if version > VERSION:
        raise NewerIndexError(path=path, found=version, known=VERSION)
    return table, len(head) + length, size


def check_columns(
    columns: dict[str, Column], rows: int, code_bits: int, start: int, size: int
) -> None:
    """Raise ValueError unless every column is what the format says and lies inside the file."""
    if rows < 0 or code_bits <= 0 or code_bits % bits.WORD:
        raise ValueError(say("{rows} rows of {bits} bits", rows=rows, bits=code_bits))
    codes = {code_column(w): "<u8" for w in range(code_bits // bits.WORD)}
    known = {**codes, **ROW_COLUMNS, **ARCHIVE_COLUMNS}
    needed = {*codes, *ROW_COLUMNS, *ARCHIVE_COLUMNS} - {*OPTIONAL_COLUMNS}
    needed -= {*OPTIONAL_ABOUT_ARCHIVE}
    if missing := sorted(needed - columns.keys()):
        raise ValueError(say("no column {name}", name=", ".join(missing)))
    for name, column in columns.items():
        if known.get(name, column.dtype) != column.dtype or np.dtype(column.dtype).hasobject:
            raise ValueError(say("column {name} has dtype {dtype}", name=name, dtype=column.dtype))
        if min(column.shape, default=0) < 0:
            raise ValueError(say("column {name} has shape {shape}", name=name, shape=column.shape))
        if column.nbytes and (
            not isinstance(column.offset, int)
            or column.offset < start
            or column.offset + column.nbytes > size
        ):
            raise ValueError(
                say("column {name} lies outside the file, which may be cut short", name=name)
            )
    if columns["pair_distances"].shape != (code_bits + 1,) or columns["ones"].shape != (code_bits,):
        raise ValueError(say("its statistics do not fit its bits"))
    for name, wanted in _shapes(columns, [*codes, *ROW_COLUMNS], rows, code_bits).items():
        if name in columns and columns[name].shape != wanted:
            raise ValueError(
                say(
                    "column {name} has shape {shape}, not {wanted}",
                    name=name,
                    shape=columns[name].shape,
                    wanted=wanted,
                )
            )


def _shapes(
    columns: dict[str, Column], of_rows: list[str], rows: int, code_bits: int
) -> dict[str, tuple[int, ...]]:
    """Shapes that columns have to have, as far as others say so."""
    count = max(1, math.prod(columns["source_offsets"].shape))
    shapes: dict[str, tuple[int, ...]] = dict.fromkeys(of_rows, (rows,))
    shapes |= {"source_offsets": (count,)}
    shapes |= dict.fromkeys(("window_size", "source_stamps"), (count - 1, 2))
    if "layer_weights" in columns:
        length = columns["layer_weights"].shape[0] if columns["layer_weights"].shape else 0
        shapes |= {"layer_weights": (length, code_bits), "layer_bias": (code_bits,)}
    return shapes
