"""Pixels of an archive that memory has no room for: read once into files, then by rows.

Blocks of patches are files of their own. A block is written beside its name and renamed, so it is
whole or not there, and a reading that was stopped goes on with the blocks that are missing. A
block's name is the digest of what it was made of: where a source file has changed since, its block
is another one, and is made anew.
"""

from __future__ import annotations

import hashlib
import math
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Union

import numpy as np
from tqdm import tqdm

from ..plugin.core.errors import LookalikeError
from .errors import DataError

BLOCK = 256
"""Patches a file: what each process loses when it is stopped."""
SUFFIX = ".u8"


class Item(NamedTuple):
    """A patch to be read.

    Attributes
    ----------
    name
        What the reading function takes.
    stamp
        Changes when the patch's files change.
    """

    name: str
    stamp: str


Read = Callable[[str], np.ndarray]
"""Name of an item to uint8 (h, w, bands); runs in other processes."""


@dataclass(frozen=True)
class PixelFile:
    """A block: uint8 of this shape (n, h, w, bands) in a file, and nothing else."""

    path: Path
    shape: tuple[int, ...]

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def bytes(self) -> int:
        """Length of the file."""
        return math.prod(self.shape)

    @property
    def is_there(self) -> bool:
        """Whether the file is there, as long as it must be."""
        return self.path.exists() and self.path.stat().st_size == self.bytes

    def write(self, pixels: np.ndarray) -> None:
        """Write the whole file, or none."""
        with tempfile.NamedTemporaryFile(dir=self.path.parent, delete=False) as file:
            file.write(np.ascontiguousarray(pixels).data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, self.path)

    def __getitem__(self, rows: np.ndarray) -> np.ndarray:
        """Read rows. Not mapped: then a file that was cut short is an error, not the end."""
        out = np.empty((len(rows), *self.shape[1:]), np.uint8)
        size = math.prod(self.shape[1:])
        try:
            with open(self.path, "rb", buffering=0) as file:
                for one, row in zip(out, rows.tolist()):
                    file.seek(row * size)
                    if file.readinto(one) != size:
                        raise OSError("it is cut short")
        except OSError as error:
            raise DataError(
                f"The stored pixels {self.path} cannot be read ({error}). Give the same command "
                "again: what is missing is read anew."
            ) from error
        return out

    def feed(self, key: Any) -> None:
        """Put what tells these pixels from others into a digest."""
        key.update(self.path.name.encode())


class Rows:
    """Some rows of pixels that lie in several places, read when they are asked for.

    It has of an array (n, h, w, bands) what `Patches` need: length, shape, `rows[numbers]`, which
    reads, and `take`, which copies no pixels.

    Parameters
    ----------
    places
        Files, arrays and other `Rows`, one behind the other.
    rows
        int64 (n,), counted through all places; None = all.
    """

    def __init__(
        self, places: Sequence[PixelFile | np.ndarray | Rows], rows: np.ndarray | None = None
    ) -> None:
        self.places = tuple(places)
        self.starts = np.cumsum([0, *(len(place) for place in places)])
        self.rows = np.arange(self.starts[-1]) if rows is None else rows

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def shape(self) -> tuple[int, ...]:
        """As of an array."""
        return (len(self), *self.places[0].shape[1:])

    def __getitem__(self, rows: np.ndarray | slice) -> np.ndarray:
        """Read rows, in this order: uint8 (m, h, w, bands)."""
        wanted = self.rows[rows]
        out = np.empty((len(wanted), *self.shape[1:]), np.uint8)
        where = np.searchsorted(self.starts, wanted, side="right") - 1
        for i in np.unique(where):
            inside = where == i
            out[inside] = self.places[i][wanted[inside] - self.starts[i]]
        return out

    def take(self, rows: np.ndarray, axis: int = 0) -> Rows:
        """Give these rows, in this order, unread."""
        return Rows(self.places, self.rows.take(rows, axis))

    def feed(self, key: Any) -> None:
        """Put what tells these pixels from others into a digest: the files' names and the rows."""
        for place in self.places:
            feed(key, place)
        key.update(self.rows.tobytes())


Pixels = Union[np.ndarray, Rows]
"""uint8 (n, h, w, bands), in memory or not."""


def feed(key: Any, pixels: Pixels | PixelFile) -> None:
    """Put what tells pixels from others into a digest."""
    if isinstance(pixels, np.ndarray):
        key.update(np.ascontiguousarray(pixels).data)
    else:
        pixels.feed(key)


def concatenated(parts: Sequence[Pixels]) -> Pixels:
    """Put pixels one behind the other; where some are not in memory, none is copied."""
    if all(isinstance(part, np.ndarray) for part in parts):
        return np.concatenate(parts)
    return Rows(parts)


def room_like(pixels: Pixels, folder: Path) -> np.ndarray:
    """Make room for as many pixels: in memory, or in a file of the folder that goes when closed."""
    if isinstance(pixels, np.ndarray):
        return np.empty_like(pixels)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        return np.memmap(file, np.uint8, "w+", shape=pixels.shape)


def stored(
    items: Sequence[Item], read: Read, shape: tuple[int, int, int], made_by: str, folder: Path
) -> Rows:
    """Read patches into files, as far as they are not there, and give them as rows.

    Parameters
    ----------
    items
        All patches, in the order of the rows.
    read
        Must be known by its name, for other processes.
    shape
        Of one patch: h, w, bands.
    made_by
        All that decides what a patch becomes.
    folder
        For these files alone: what else it holds is taken away in the end.

    Raises
    ------
    DataError
        If a patch cannot be read, or the disk has no room.
    """
    folder.mkdir(parents=True, exist_ok=True)
    blocks = [items[i : i + BLOCK] for i in range(0, len(items), BLOCK)]
    files = [
        PixelFile(folder / f"{_digest(block, made_by)}{SUFFIX}", (len(block), *shape))
        for block in blocks
    ]
    missing = [(file, block) for file, block in zip(files, blocks) if not file.is_there]
    check_room(folder, sum(file.bytes for file, _ in missing))
    count = sum(len(file) for file, _ in missing)
    bar = tqdm(None, "reading patches", count, leave=False, unit=" patches", disable=not count)
    with bar:
        for done in _filled(missing, read):
            bar.update(done)
    for path in {*folder.iterdir()} - {file.path for file in files}:
        path.unlink(missing_ok=True)
    return Rows(files)


def _filled(missing: Sequence[tuple[PixelFile, Sequence[Item]]], read: Read) -> Iterator[int]:
    """Fill files, each in whichever process is free; yield how many patches were read."""
    workers = min(os.cpu_count() or 1, len(missing))
    if workers < 2:
        for file, block in missing:
            yield _fill(file, block, read)
        return
    # Not forked: a fork copies locks that threads of numpy and torch may hold.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin)
    try:
        for done in as_completed([pool.submit(_fill, *one, read) for one in missing]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _fill(file: PixelFile, block: Sequence[Item], read: Read) -> int:
    try:
        pixels = np.stack([read(item.name) for item in block])
    except LookalikeError as error:
        raise DataError(str(error)) from error  # a sentence alone, to travel between processes
    try:
        file.write(pixels)
    except OSError as error:
        raise DataError(f"{file.path} cannot be written: {error.strerror}.") from error
    return len(block)


def _begin() -> None:
    """End without a word at Ctrl-C, and with the parent, however that ends."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _digest(block: Sequence[Item], made_by: str) -> str:
    key = hashlib.sha256(made_by.encode())
    for item in block:
        key.update(f"\n{item.name}\t{item.stamp}".encode())
    return key.hexdigest()[:32]


def check_room(folder: Path, wanted: int) -> None:
    """Refuse to fill a disk: a mapped file that finds no room ends the process without a word."""
    free = shutil.disk_usage(folder).free
    if wanted > free:
        raise DataError(
            f"{wanted / 1e9:.3g} GB are to be written in {folder}, where {free / 1e9:.3g} GB are "
            "free. Make room there, or make that folder a link to a larger disk."
        )
