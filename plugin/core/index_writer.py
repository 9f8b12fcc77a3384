"""Writing and verifying index files, with h5py (and without GDAL in the same process)."""

from __future__ import annotations

import dataclasses
import json
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import bits, similarity
from .errors import DamagedIndexError, MissingPackageError
from .index import About, Index
from .index_format import (
    ARCHIVE_COLUMNS,
    LENGTH,
    MAGIC,
    NO_LABEL,
    ROW_COLUMNS,
    VERSION,
    Column,
    code_column,
)
from .replacing import replacing
from .saying import say
from .source import Source

ALIGNMENT = 64  # bytes; a mapped column must be aligned for its dtype
HDF5_OWN = 4_096  # bytes that HDF5 writes of a column beside its values, at most
ZEROS = bytes(1 << 20)


@dataclass(frozen=True)
class Contents:
    """All that goes into an index file.

    Attributes
    ----------
    about : About
    words : W arrays of n uint64
        The codes.
    rows : dict of str to (n,) array
        The columns of `index.ROW_COLUMNS` (label and time may be left out).
    sources : sequence of Source
    window_size : (len(sources), 2) array of int
        Width and height of a patch in pixels of each source.
    layer : (W (D, K), b (K,)) of float32, or None
        The index's own hash layer.
    stamps : (len(sources), 2) array of int, or None
        How the files of each source looked (`stamps.Stamp`).
    """

    about: About
    words: Sequence[bits.Words]
    rows: dict[str, npt.NDArray[Any]]
    sources: Sequence[Source]
    window_size: npt.NDArray[np.integer]
    layer: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None = None
    stamps: npt.NDArray[np.integer] | None = None


def write(path: str | os.PathLike[str], contents: Contents) -> None:
    """Write an index: beside its final name, flushed, then renamed, so it is whole or not there.

    Raises
    ------
    UnwritableError
        If the folder cannot be written, or the disk is full.
    UnreplaceableError
        If an index that is there is open elsewhere (Windows).
    MissingPackageError
        If h5py is not installed.
    """
    arrays = _arrays(contents)
    with replacing(path) as beside:
        _write_file(beside, arrays, len(contents.words) * bits.WORD)


def _arrays(contents: Contents) -> dict[str, npt.NDArray[Any]]:
    """Every column of the file by name, in the order in which it is written."""
    shared, texts = _texts(contents.sources)
    offsets = np.cumsum([0, *map(len, texts)])
    about = _json(dataclasses.asdict(contents.about))
    arrays = {
        code_column(w): word.astype("<u8", copy=False) for w, word in enumerate(contents.words)
    }
    arrays |= {
        name: contents.rows[name].astype(dtype, copy=False)
        for name, dtype in ROW_COLUMNS.items()
        if name in contents.rows
    }
    archive = {
        "about": np.frombuffer(about, np.uint8),
        "shared": np.frombuffer(shared, np.uint8),
        "sources": np.frombuffer(b"".join(texts), np.uint8),
        "source_offsets": offsets,
        "window_size": np.asarray(contents.window_size).reshape(len(texts), 2),
        "pair_distances": similarity.pair_distances(contents.words),
        "ones": similarity.ones_share(contents.words),
    }
    if contents.stamps is not None:
        archive["source_stamps"] = np.asarray(contents.stamps).reshape(len(texts), 2)
    if contents.layer is not None:
        archive["layer_weights"], archive["layer_bias"] = contents.layer
    return arrays | {
        name: values.astype(ARCHIVE_COLUMNS[name], copy=False) for name, values in archive.items()
    }


def _texts(sources: Sequence[Source]) -> tuple[bytes, list[bytes]]:
    """Split sources into what all have in common, once, and what is each one's own."""
    fields = [source.to_fields() for source in sources]
    first = fields[0] if fields else {}
    shared = {
        name: value
        for name, value in first.items()
        if all(other.get(name) == value for other in fields)
    }
    own = [{name: one[name] for name in one if name not in shared} for one in fields]
    return _json(shared), [_json(one) for one in own]


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write_file(path: Path, arrays: dict[str, npt.NDArray[Any]], code_bits: int) -> None:
    rows = len(arrays[code_column(0)])
    columns = {
        # An offset longer in digits than any there will be.
        name: Column(values.dtype.str, values.shape, 1 << 62, zlib.crc32(_bytes(values)))
        for name, values in arrays.items()
    }
    room = len(_table(rows, code_bits, 1 << 62, columns))
    block = max(512, 1 << (room - 1).bit_length())  # HDF5 wants a power of two from 512
    _reserve(path, block + sum(values.nbytes + HDF5_OWN for values in arrays.values()))
    with _h5py().File(
        path, "w", userblock_size=block, alignment_threshold=1, alignment_interval=ALIGNMENT
    ) as file:
        for name, values in arrays.items():
            data_set = file.create_dataset(name, data=values)
            # Only now: before the values are written HDF5 has given the set no place.
            offset = data_set.id.get_offset() if values.size else None
            columns[name] = dataclasses.replace(columns[name], offset=offset)
    with path.open("r+b") as raw:
        size = os.fstat(raw.fileno()).st_size
        raw.write(_table(rows, code_bits, size, columns))
        raw.flush()
        os.fsync(raw.fileno())


def _reserve(path: Path, size: int) -> None:
    """Make sure that the disk has room, by filling it.

    Where HDF5 itself runs out of room it cannot close its file, and crashes the process later.
    """
    with path.open("wb") as file:
        for start in range(0, size, len(ZEROS)):
            file.write(ZEROS[: size - start])


def _bytes(values: npt.NDArray[Any]) -> memoryview:
    return np.ascontiguousarray(values).reshape(-1).view(np.uint8).data


def _table(rows: int, code_bits: int, size: int, columns: dict[str, Column]) -> bytes:
    """Magic, length and JSON of the table of contents."""
    described = {name: dataclasses.asdict(column) for name, column in columns.items()}
    head = {"version": VERSION, "size": size, "rows": rows, "bits": code_bits}
    table = {**head, "columns": described}
    text = json.dumps(table, separators=(",", ":")).encode()
    return MAGIC + LENGTH.pack(len(text)) + text


def verify(path: str | os.PathLike[str]) -> Index:
    """Check an index thoroughly: table against HDF5, every column's values and checksum.

    Returns
    -------
    Index
        The index, open.

    Raises
    ------
    DamagedIndexError
        With the first thing that is wrong.
    FileMissingError, NotAnIndexError, NewerIndexError, MissingPackageError
    """
    index = Index.open(path)
    try:
        with _h5py().File(path, "r") as file:
            _compare_with_hdf5(index.columns, file)
    except (OSError, RuntimeError, KeyError) as problem:
        raise DamagedIndexError(
            path=path, problem=say("HDF5 cannot read it ({why})", why=problem)
        ) from problem
    except ValueError as problem:
        raise DamagedIndexError(path=path, problem=str(problem)) from problem
    if problem_found := _wrong_value(index) or _changed(index):
        raise DamagedIndexError(path=path, problem=problem_found)
    for number in range(index.source_count):
        index.source(number)
    return index


def _compare_with_hdf5(columns: dict[str, Column], file: Any) -> None:
    """Raise ValueError where the table of contents and HDF5's own metadata differ."""
    h5py = _h5py()
    if different := sorted(map(str, set(file) ^ set(columns))):  # a damaged name is bytes
        raise ValueError(_disagreeing(", ".join(different)))
    for name, column in columns.items():
        if not isinstance(file.get(name, getlink=True), h5py.HardLink):
            raise ValueError(say("column {name} is a link", name=name))
        found = file[name]
        if not isinstance(found, h5py.Dataset):
            raise ValueError(_disagreeing(name))
        if found.id.get_create_plist().get_layout() != h5py.h5d.CONTIGUOUS or found.external:
            raise ValueError(say("column {name} is not contiguous", name=name))
        offset = found.id.get_offset() if found.size else None
        if Column(found.dtype.str, found.shape, offset) != column:
            raise ValueError(_disagreeing(name))


def _disagreeing(names: str) -> str:
    return say("its table of contents and HDF5 disagree on {names}", names=names)


def _wrong_value(index: Index) -> str:
    """Name the first column with impossible values; empty where all is well."""
    sources, labels = index.source_count, len(index.about.labels)
    offsets = index.column("source_offsets")
    label = index.column("label") if index.has("label") else np.zeros(0, np.uint16)
    checks = {
        "source_offsets": (np.diff(offsets) >= 0).all()
        and (not len(offsets) or offsets[-1] == len(index.column("sources"))),
        "source": (index.column("source") < sources).all(),
        "window_size": index.column("window_size").shape == (sources, 2)
        and (index.column("window_size") > 0).all(),
        "source_stamps": not index.has("source_stamps")
        or index.column("source_stamps").shape == (sources, 2),
        "lon": (np.abs(index.column("lon")) <= 180).all(),
        "lat": (np.abs(index.column("lat")) <= 90).all(),
        "label": ((label < labels) | (label == NO_LABEL)).all(),
        "ones": ((index.column("ones") >= 0) & (index.column("ones") <= 1)).all(),
        "pair_distances": (index.column("pair_distances") >= 0).all(),
    }
    wrong = [name for name, fine in checks.items() if not fine]
    return say("column {name} has impossible values", name=wrong[0]) if wrong else ""


def _changed(index: Index) -> str:
    """Name the first column whose bytes are not those that were written; empty where all are."""
    for name, column in index.columns.items():
        if column.crc32 is not None and zlib.crc32(_bytes(index.column(name))) != column.crc32:
            return say("column {name} is not as it was written", name=name)
    return ""


def _h5py() -> Any:
    try:
        import h5py
    except ImportError as problem:
        raise MissingPackageError(
            purpose=say("Writing or verifying an index"),
            name="h5py",
            remedy=say("Install it into Lookalike's package folder (README, Install)."),
        ) from problem
    return h5py
