"""Several indexes into one: their codes side by side, each patch once."""

from __future__ import annotations

import dataclasses
import datetime
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import bits, index_writer
from .archive import common_root
from .build import check_target
from .errors import Cancelled, NothingToMergeError
from .hashing import layer_of
from .index import About, Index
from .index_format import OPTIONAL_COLUMNS
from .joined import ABSENT, all_labels, check_comparable, relabelled
from .packing import BuildReport
from .search import Progress
from .source import BandFile, Source

LEFT_OUT = -1  # in place of the number of a source
NO_SOURCES = np.zeros(0, np.int64)


def merge(
    paths: Sequence[str | os.PathLike[str]],
    target: str | os.PathLike[str],
    name: str = "",
    progress: Progress = None,
) -> BuildReport:
    """Write one index of all patches of several.

    A patch that more than one of them holds (the same window of the same source) is kept once.

    Parameters
    ----------
    paths : sequence of path
        Two or more; `target` may be one of them.
    target : path
        The file to write.
    name : str
        Title; by default those of the indexes.
    progress : callable, optional
        ``progress(indexes_done, indexes) -> bool``; False stops, and nothing is written.

    Raises
    ------
    CodeSpaceError
        If they were not made by the same model and hash layer: their codes cannot be compared.
    NothingToMergeError
        If there are fewer than two.
    Cancelled
    FileMissingError, NotAnIndexError, NewerIndexError, DamagedIndexError, UnwritableError
    """
    indexes = [Index.open(path) for path in paths]
    if len(indexes) < 2:
        raise NothingToMergeError
    check_target(Path(target))
    return put_together(indexes, target, name, progress=progress)


def put_together(
    indexes: Sequence[Index],
    target: str | os.PathLike[str],
    name: str = "",
    without: npt.NDArray[np.integer] = NO_SOURCES,
    progress: Progress = None,
    roots: Sequence[str] | None = None,
) -> BuildReport:
    """Write one index of the patches of open ones, less some sources of the first.

    Parameters
    ----------
    indexes : sequence of Index
        They are closed. Where the first one is the target it stays the same index, only updated.
    without : array of int
        Numbers of sources of the first index.
    roots : sequence of str, optional
        Where an update is to look for images; by default wherever they did.
    target, name, progress
        As in `merge`, which also says what is raised.
    """
    check_comparable(indexes)
    loses_all = len(without) == indexes[0].source_count  # then it lies where the others do
    rooted = indexes[1:] if loses_all and len(indexes) > 1 else indexes
    root = common_root([index.about.archive for index in rooted])
    if roots is None:
        roots = [path for index in indexes for path in index.about.looked_in]
    merged = _Merged(all_labels(indexes))
    for done, index in enumerate(indexes, start=1):
        merged.add(index, root, without if done == 1 else NO_SOURCES)
        index.close()  # a mapped file cannot be replaced on Windows
        if progress is not None and not progress(done, len(indexes)):
            raise Cancelled
    about = _about(indexes, merged, root, name)
    about = dataclasses.replace(about, roots=tuple(dict.fromkeys(roots)))
    if Path(target) == indexes[0].path:
        about = dataclasses.replace(about, created=indexes[0].about.created, updated=about.created)
    index_writer.write(target, merged.contents(about, indexes[0]))
    return BuildReport(str(target), merged.rows, len(merged.sources))


def _about(indexes: Sequence[Index], merged: _Merged, root: str, name: str) -> About:
    first = indexes[0].about
    recipes = [index.about.recipe for index in indexes]
    return dataclasses.replace(
        first,
        name=name or " + ".join(dict.fromkeys(index.about.name for index in indexes)),
        created=datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        archive=root,
        labels=merged.labels,
        readings=tuple(sorted({one for index in indexes for one in index.about.readings})),
        recipe=recipes[0] if all(recipe == recipes[0] for recipe in recipes) else {},
        updated="",
    )


class _Merged:
    """What has been put together so far."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        self.sources: list[Source] = []
        self.rows = 0
        self._sizes: list[tuple[int, int]] = []
        self._stamps: list[tuple[int, int]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}  # of sources, by what they are
        self._names: set[str] = set()
        self._words: list[tuple[bits.Words, ...]] = []
        self._columns: list[dict[str, npt.NDArray[Any]]] = []

    def add(self, index: Index, root: str, without: npt.NDArray[np.integer]) -> None:
        """Add the patches of an index that are not there yet, less those of some sources."""
        known = len(self.sources)
        numbers = self._add_sources(index, root, set(without.tolist()))
        source = numbers[index.column("source")]
        columns = {name: index.column(name) for name in ("col", "row", "lon", "lat")}
        columns["source"] = source
        if index.has("label"):
            columns["label"] = relabelled(index, self.labels)
        if index.has("time"):
            columns["time"] = index.column("time")
        keep = self._new(source, columns["col"], columns["row"], known)
        keep &= source != LEFT_OUT
        self._words.append(tuple(word[keep] for word in index.words))
        self._columns.append({name: values[keep] for name, values in columns.items()})
        self.rows += int(np.count_nonzero(keep))

    def contents(self, about: About, first: Index) -> index_writer.Contents:
        """All that goes into the file."""
        layer = layer_of(first)
        names = {name for columns in self._columns for name in columns}
        return index_writer.Contents(
            about=about,
            words=[np.concatenate(parts) for parts in zip(*self._words)],
            rows={name: self._column(name) for name in names},
            sources=self.sources,
            window_size=np.array(self._sizes, np.int32).reshape(-1, 2),
            layer=(layer.weights, layer.bias) if layer else None,
            stamps=np.array(self._stamps, np.int64).reshape(-1, 2),
        )

    def _add_sources(
        self, index: Index, root: str, without: Collection[int]
    ) -> npt.NDArray[np.int64]:
        """Add an index's sources; return which number each has here, or `LEFT_OUT`."""
        sizes = index.column("window_size").tolist()
        numbers = np.full(index.source_count, LEFT_OUT)
        for number, (width, height) in enumerate(sizes):
            if number in without:
                continue
            source = _moved(index.source(number), root)
            # Where the imagery is not at hand, equal paths may be different files.
            origin = "" if index.about.archive else str(index.path)
            key = (source.path, source.transform, source.radiometry, width, height, origin)
            if key not in self._numbers:
                self._numbers[key] = len(self.sources)
                self.sources.append(self._named(source, index))
                self._sizes.append((width, height))
                self._stamps.append(index.stamp(number))
            numbers[number] = self._numbers[key]
        return numbers

    def _named(self, source: Source, index: Index) -> Source:
        """Keep names unique: they are part of every hit's id."""
        name, further = source.name, 1
        while name in self._names:
            name = f"{index.about.name}/{source.name}" + (f" {further}" if further > 1 else "")
            further += 1
        self._names.add(name)
        return dataclasses.replace(source, name=name)

    def _new(
        self,
        source: npt.NDArray[np.int64],
        col: npt.NDArray[np.integer],
        row: npt.NDArray[np.integer],
        known: int,
    ) -> npt.NDArray[np.bool_]:
        """Mark the patches that are not there yet; only known sources can have them."""
        keep = np.ones(len(source), bool)
        shared = np.flatnonzero((source < known) & (source != LEFT_OUT))
        if not len(shared):
            return keep
        there = np.concatenate(
            [np.stack([c["source"], c["col"], c["row"]], axis=1) for c in self._columns]
        ).astype(np.int64)
        mine = np.stack([source[shared], col[shared], row[shared]], axis=1).astype(np.int64)
        keep[shared] = ~np.isin(_as_one(mine), _as_one(there))
        return keep

    def _column(self, name: str) -> npt.NDArray[Any]:
        parts = [
            columns[name]
            if name in columns
            else np.full(len(columns["source"]), ABSENT[name] if name in OPTIONAL_COLUMNS else 0)
            for columns in self._columns
        ]
        return np.concatenate(parts)


def _as_one(places: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """Rows of (n, 3) as single values that can be looked up."""
    return np.ascontiguousarray(places).view([("", np.int64)] * 3).ravel()


def _moved(source: Source, root: str) -> Source:
    """Let a source's paths start from another root; those of no root stay as they are."""
    if not source.root:
        return source

    def moved(path: str) -> str:
        full = f"{source.root}/{path}".replace("\\", "/")
        return os.path.relpath(full, root).replace("\\", "/") if root else full

    if source.root == root:
        return source
    bands = {band: BandFile(moved(file), number) for band, (file, number) in source.bands.items()}
    return dataclasses.replace(source, bands=bands, root=root)
