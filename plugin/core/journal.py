"""A half-built index on disk: raw columns that grow source by source.

*Encode* appends to it, *pack* turns it into the index. What counts is what the last commit says:
whatever was appended after it (by a process that was killed) is cut off when the journal is
opened again, so that a build can be stopped anywhere and goes on where it was.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from .errors import (
    BrokenJournalError,
    JournalError,
    JournalGoneError,
    JournalInUseError,
    UnwritableError,
)
from .hashing import HashLayer
from .index_format import NO_STAMP, ROW_COLUMNS
from .saying import say
from .source import Source

REQUEST, COMMIT, SOURCES, LAYER = "request.json", "commit.json", "sources.jsonl", "layer.npz"
LOCK = "lock"
COLUMNS = {name: ROW_COLUMNS[name] for name in ("source", "col", "row", "lon", "lat")}


def journal_folder(index: str | os.PathLike[str]) -> Path:
    """Return the journal's folder: beside the index, named after it."""
    index = Path(index)
    return index.with_name(f"{index.name}.building")


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say of a full disk, or a folder that is closed to us, what it is."""
    try:
        yield
    except OSError as problem:
        raise UnwritableError(path=folder, reason=problem.strerror or problem) from problem


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Say of a journal that makes no sense, as after a power cut, what to do."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as problem:
        raise BrokenJournalError(path=folder, problem=repr(problem)) from problem


def _write_whole(path: Path, values: Mapping[str, Any]) -> None:
    """Write JSON so that it is whole or not there."""
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(json.dumps(values), "utf-8")
    os.replace(beside, path)


def _locked(folder: Path) -> BinaryIO:
    """Open a file that one process alone may have: until it closes it, or ends in whatever way.

    Raises
    ------
    JournalInUseError, UnwritableError
    """
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if problem.errno in (errno.EACCES, errno.EAGAIN):
            file.close()
            raise JournalInUseError(path=folder) from problem
    return file  # unlocked on a network drive that knows no locks


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other processes from a journal that may be discarded meanwhile.

    Raises
    ------
    JournalInUseError, UnwritableError
    """
    file = _locked(folder)
    try:
        yield
    finally:
        file.close()
        if not is_begun(folder):
            discard(folder)  # the lock, which Windows lets nobody delete while it is open


def is_begun(folder: Path) -> bool:
    """Whether there is a journal."""
    return (folder / REQUEST).exists()


class Journal:
    """A journal that is open for appending; goes on where one is.

    Parameters
    ----------
    folder : Path
    claim : mapping
        What must be the same for a build to go on: plain values by name.
    about : mapping
        What else *pack* has to know.
    columns : mapping of str to dtype

    Attributes
    ----------
    folder : Path
    columns : dict of str to dtype
        One raw file each.
    reached : str
        File of the last item of the archive's reader that was read.
    windows : int
        How many of its patches are done, where it is not done as a whole.
    open_source : int or None
        Number of that item's source, where it has one already.
    rows, sources : int
        Committed patches and sources.
    skipped : list of [path, sentence]
        Files that could not be read.
    lowest : dict of str to float
        The smallest reflectance of each large source by its name, and of all small ones by "".
    """

    def __init__(
        self,
        folder: Path,
        claim: Mapping[str, Any],
        about: Mapping[str, Any],
        columns: Mapping[str, str],
    ) -> None:
        self.folder, self.columns = folder, dict(columns)
        self.reached = ""
        self.windows = self.rows = self.sources = 0
        self.open_source: int | None = None
        self.skipped: list[list[str]] = []
        self.lowest: dict[str, float] = {}
        with _writing(folder), ExitStack() as opened:
            opened.enter_context(_locked(folder))
            with _reading(folder):
                self._claim(dict(claim), dict(about))
                self._restore()
            self._files = {
                name: opened.enter_context((folder / name).open("ab"))
                for name in [*columns, SOURCES]
            }
            self._opened = opened.pop_all()

    def _claim(self, claim: dict[str, Any], about: dict[str, Any]) -> None:
        """Write down what is being built; it has to be the same as before."""
        path = self.folder / REQUEST
        if path.exists():
            begun = json.loads(path.read_text("utf-8"))["claim"]
            different = [name for name in claim if begun.get(name) != claim[name]]
            if different and self._has_rows():
                raise JournalError(path=self.folder, what=_said(different[0]))
            if different:  # of a build that came to nothing: there is nothing to lose
                for name in (COMMIT, LAYER):
                    (self.folder / name).unlink(missing_ok=True)
        _write_whole(path, {"claim": claim, "about": about})

    def _has_rows(self) -> bool:
        path = self.folder / COMMIT
        return path.exists() and bool(json.loads(path.read_text("utf-8"))["rows"])

    def _restore(self) -> None:
        """Cut all files back to the last commit."""
        sizes = dict.fromkeys([*self.columns, SOURCES], 0)
        path = self.folder / COMMIT
        if path.exists():
            state = json.loads(path.read_text("utf-8"))
            self.reached, self.rows = state["reached"], state["rows"]
            self.windows, self.open_source = state["windows"], state["open_source"]
            self.sources, self.skipped = state["sources"], state["skipped"]
            self.lowest, sizes = state["lowest"], state["sizes"]
        for name, size in sizes.items():
            with (self.folder / name).open("ab") as file:
                file.truncate(size)

    def keep_layer(self, layer: HashLayer) -> None:
        """Write down the hash layer that all patches are coded with."""
        beside = self.folder / f"part-{LAYER}"
        with _writing(self.folder):
            np.savez(beside, weights=layer.weights, bias=layer.bias)
            os.replace(beside, self.folder / LAYER)

    def add_source(
        self, source: Source, window_size: tuple[int, int], stamp: tuple[int, int]
    ) -> int:
        """Append a source, the size of a patch in its pixels, and how its files look now.

        Returns
        -------
        int
            The source's number.
        """
        entry = {"window_size": window_size, "stamp": stamp, "source": source.to_fields()}
        line = json.dumps(entry)
        with _writing(self.folder):
            self._files[SOURCES].write(line.encode() + b"\n")
        self.sources += 1
        return self.sources - 1

    def add_rows(self, values: Mapping[str, npt.NDArray[Any]]) -> None:
        """Append patches: one array for each column, all of one length."""
        with _writing(self.folder):
            for name, dtype in self.columns.items():
                self._files[name].write(values[name].astype(dtype, copy=False).tobytes())
        self.rows += len(next(iter(values.values())))

    def commit(self, reached: str, windows: int = 0, open_source: int | None = None) -> None:
        """Make all that was appended count: up to the item of a file, or to a patch of it."""
        self.reached, self.windows, self.open_source = reached, windows, open_source
        with _writing(self.folder):
            for file in self._files.values():
                file.flush()
            state = {
                "reached": reached,
                "windows": windows,
                "open_source": open_source,
                "rows": self.rows,
                "sources": self.sources,
                "skipped": self.skipped,
                "lowest": self.lowest,
                "sizes": {name: file.tell() for name, file in self._files.items()},
            }
            _write_whole(self.folder / COMMIT, state)

    def close(self) -> None:
        """Close the files; what was not committed will be cut off."""
        with suppress(OSError):  # of a full disk, on which nothing more is committed
            self._opened.close()


def _said(claimed: str) -> str:
    """Name a part of what is claimed."""
    if claimed == "archive":
        return say("archive")
    if claimed == "model":
        return say("model")
    return say("setting (stride, bands, radiometry or hash layer)")


def read(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read what a journal is of, and its last commit: of no rows where there is none."""
    if not is_begun(folder):
        raise JournalGoneError(path=folder)
    with _reading(folder), _writing(folder):
        request = json.loads((folder / REQUEST).read_text("utf-8"))
        commit = folder / COMMIT
        state = json.loads(commit.read_text("utf-8")) if commit.exists() else {"rows": 0}
        _ = request["claim"], request["about"], state["rows"]
        return request, state


def read_layer(folder: Path) -> HashLayer | None:
    """Read the hash layer that a build fitted; None where it uses the model's."""
    path = folder / LAYER
    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as arrays:
        return HashLayer(arrays["weights"], arrays["bias"])


def committed_column(folder: Path, name: str, dtype: str, rows: int) -> npt.NDArray[Any]:
    """Map the committed rows of one column."""
    if not rows:
        return np.zeros(0, dtype)
    return np.memmap(folder / name, dtype, "r", shape=(rows,))


def committed_sources(
    folder: Path, count: int
) -> tuple[list[Source], npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Read the committed sources, and window size and stamp of each: both (count, 2)."""
    sources, sizes, stamps = [], [], []
    with (folder / SOURCES).open(encoding="utf-8") as file:
        for _, line in zip(range(count), file):
            entry = json.loads(line)
            sources.append(Source.from_fields(entry["source"]))
            sizes.append(entry["window_size"])
            stamps.append(entry.get("stamp", NO_STAMP))
    size, stamp = np.array(sizes, np.int32), np.array(stamps, np.int64)
    return sources, size.reshape(-1, 2), stamp.reshape(-1, 2)


def discard(folder: Path) -> None:
    """Delete a journal that has become an index, or is not wanted any more."""
    shutil.rmtree(folder, ignore_errors=True)
