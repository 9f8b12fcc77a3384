"""Several indexes of one code space, read as one: searched together without being merged.

A `Joined` has the reading interface of `Index`, so that queries, filters, hits and pictures need
not know how many files there are. Its rows and sources are those of the first file, then those of
the second, and so on; `Index.locate` says which file a row is of. A patch that several files hold
has a row of each; `once` leaves one of them among the matches of a search.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from . import bits
from .errors import CodeSpaceError, IndexChangedError
from .index import About, Index, State
from .index_format import NO_LABEL, NO_TIME, ROW_COLUMNS
from .saying import say
from .search import Matches
from .similarity import PAIRS
from .source import Source

FIRST_FILE = re.compile(rb'"bands":\{("(?:[^"\\]|\\.)*")')  # of a source, in its text
ABSENT = {"label": NO_LABEL, "time": NO_TIME}
NO_ROWS = np.zeros(0, np.int64)


def open_together(paths: Sequence[str | os.PathLike[str]], states: Sequence[State] = ()) -> Index:
    """Open one index or several to be read as one; a file that is named twice counts once.

    Raises
    ------
    CodeSpaceError
        As `join`.
    IndexChangedError
        As `check_unchanged`.
    FileMissingError, NotAnIndexError, NewerIndexError, DamagedIndexError
    """
    found = [Index.open(path) for path in dict.fromkeys(map(str, paths))]
    check_unchanged([index.state() for index in found], states)
    return join(found)


def check_unchanged(now: Sequence[State], before: Sequence[State]) -> None:
    """Raise IndexChangedError if a file was replaced since its state was said; see `Index.state`.

    Where nothing was said of the files, any are right.
    """
    for one, known in zip(now, before):
        if one != known:
            raise IndexChangedError(path=one[0])


def join(indexes: Sequence[Index]) -> Index:
    """Read open indexes as one.

    Raises
    ------
    CodeSpaceError
        If they were not made by the same model and hash layer: their codes cannot be compared.
    """
    check_comparable(indexes)
    return indexes[0] if len(indexes) == 1 else Joined(indexes)


def check_comparable(indexes: Sequence[Index]) -> None:
    """Raise CodeSpaceError unless all codes were made by one model and one hash layer."""
    first = indexes[0]
    for other in indexes[1:]:
        model, layer = (a == b for a, b in zip(first.about.code_space, other.about.code_space))
        if model and layer and first.bits == other.bits:
            continue
        if not model:
            reason = say(
                "different models ({one}, {other})", one=_model(first), other=_model(other)
            )
        else:
            reason = say(
                "different hash layers: at least one of them is adapted to its own archive"
            )
        raise CodeSpaceError(one=first.path, other=other.path, reason=reason)


def _model(index: Index) -> str:
    return f"{index.about.card.get('name', '?')} {index.about.model_digest[:8]}"


def all_labels(indexes: Sequence[Index]) -> tuple[str, ...]:
    """Class names of several indexes, each once."""
    return tuple(sorted({label for index in indexes for label in index.about.labels}))


def relabelled(index: Index, labels: Sequence[str]) -> npt.NDArray[np.uint16]:
    """Count an index's label column into the labels of several; (n,)."""
    if not index.has("label"):
        return np.full(index.rows, NO_LABEL)
    place = {label: number for number, label in enumerate(labels)}
    own = [place[label] for label in index.about.labels]
    table = np.full(int(NO_LABEL) + 1, NO_LABEL, np.uint16)
    table[: len(own)] = own
    return table[index.column("label")]


def once(
    find: Callable[[int], Matches], index: Joined, without: npt.NDArray[np.integer], k: int
) -> Matches:
    """Find the k best matches, with each patch once, however many of the files hold it.

    Parameters
    ----------
    find : callable
        ``find(k)`` returns the k best of all rows.
    index : Joined
    without : (m,) array of int
        Rows of patches that are no matches, whichever file they are found in.
    k : int
    """
    matches = find(k)
    kept = first_of_each(index, matches.rows, without)
    if len(kept) < len(matches.rows):
        # No file holds a patch twice, so that many rows are of k other patches at least.
        matches = find(min((k + len(without)) * len(index.parts), index.rows))
        kept = first_of_each(index, matches.rows, without)[:k]
    return matches.only(kept)


def nearest_of_each(
    index: Joined, rows: npt.NDArray[np.int64], scores: npt.NDArray[np.floating]
) -> npt.NDArray[np.int64]:
    """Return the places in some rows that hold a patch at its least score, in their order."""
    order = np.argsort(scores, kind="stable")
    return np.sort(order[first_of_each(index, rows[order], NO_ROWS)])


def first_of_each(
    index: Joined, rows: npt.NDArray[np.int64], without: npt.NDArray[np.integer]
) -> npt.NDArray[np.int64]:
    """Return the places in some rows where a patch comes for the first time, in their order.

    The patches of the rows `without` count as known. A patch is a window of a file. Where imagery
    is not at hand, equal paths may be different files; then the code is to be the same, too.
    """
    before = len(without)
    rows = np.concatenate([without, rows])
    alike = _sharing_a_place(index, rows)
    again = np.delete(alike, _first_of_equal(_patches(index, rows[alike])))
    first = np.delete(np.arange(len(rows)), again)
    return first[first >= before] - before


def _sharing_a_place(index: Index, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the places in some rows whose centre another one has, too: all that can be alike."""
    centres = np.stack([index.column(name)[rows] for name in ("lon", "lat")], axis=1)
    centres += np.float32(0)  # -0 has other bits than 0, and pairs are compared by their bits
    _, number, counts = np.unique(
        centres.view(np.uint64).ravel(), return_inverse=True, return_counts=True
    )
    return np.flatnonzero(counts[number] > 1)


def _patches(index: Joined, rows: npt.NDArray[np.int64]) -> list[npt.NDArray[Any]]:
    """Columns of numbers that are all equal where rows are of the same patch."""
    at_hand = np.array([bool(part.about.archive) for part in index.parts])
    here = at_hand[index.locate(rows)[0]]
    codes = np.where(here[:, None], np.uint64(0), bits.take(index.words, rows))
    window = [index.column(name)[rows] for name in ("col", "row")]
    return [index.files(index.column("source")[rows]), *window, *codes.T]


def _first_of_equal(columns: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.int64]:
    """Return the places where a combination of values comes for the first time."""
    order = np.lexsort(columns)  # which leaves equal ones in their order
    first = np.ones(len(order), bool)
    first[1:] = np.any([np.diff(column[order]) != 0 for column in columns], axis=0)
    return order[first]


def _file_of(index: Index, number: int) -> str:
    """Path of a source's first file, as `Source.path`, without reading all that is known of it."""
    start, stop = index.column("source_offsets")[number : number + 2].tolist()
    found = FIRST_FILE.search(index.column("sources")[start:stop].tobytes())
    if found is None:  # all sources share it
        return index.source(number).path
    root = index.about.archive.replace("\\", "/")
    path = str(json.loads(found[1]))
    return f"{root.rstrip('/')}/{path}" if root else path


class Chained:
    """Arrays end to end without a copy, as far as a search asks for them: slices and rows."""

    def __init__(self, parts: Sequence[npt.NDArray[Any]]) -> None:
        self._parts = tuple(parts)
        self._starts = np.cumsum([0, *map(len, parts)])
        self.dtype = parts[0].dtype

    def __len__(self) -> int:
        return int(self._starts[-1])

    def __getitem__(self, rows: slice | npt.NDArray[np.integer]) -> npt.NDArray[Any]:
        if isinstance(rows, slice):
            first, last, _ = rows.indices(len(self))
            return self._between(first, last)
        taken = np.empty(len(rows), self.dtype)
        numbers = np.searchsorted(self._starts, rows, side="right") - 1
        for number, part in enumerate(self._parts):
            here = numbers == number
            taken[here] = part[rows[here] - self._starts[number]]
        return taken

    def _between(self, first: int, last: int) -> npt.NDArray[Any]:
        pieces = [
            part[max(0, first - start) : last - start]
            for part, start in zip(self._parts, self._starts.tolist())
            if start < last and first < start + len(part)
        ]
        return pieces[0] if len(pieces) == 1 else np.concatenate([self._parts[0][:0], *pieces])


class Joined(Index):
    """Indexes of one code space, open for reading as one.

    Attributes
    ----------
    parts : tuple of Index
    path : Path
        Of the first one.
    """

    def __init__(self, parts: Sequence[Index]) -> None:
        columns = {name: column for part in parts for name, column in part.columns.items()}
        rows = sum(part.rows for part in parts)
        super().__init__(parts[0].path, rows, parts[0].bits, columns, parts[0].state())
        self._parts = tuple(parts)
        self._first_rows = np.cumsum([0, *(part.rows for part in parts)])

    @property
    def parts(self) -> tuple[Index, ...]:
        """The files that it is read from."""
        return self._parts

    def locate(
        self, rows: npt.NDArray[np.integer]
    ) -> tuple[npt.NDArray[np.integer], npt.NDArray[np.integer]]:
        """Say which of `parts` holds each row, and which row it is there."""
        # An empty index has no row: of equal starts the last one counts.
        numbers = np.searchsorted(self._first_rows, rows, side="right") - 1
        return numbers, rows - self._first_rows[numbers]

    @cached_property
    def about(self) -> About:
        """What they say of themselves together; it has no archive of its own."""
        abouts = [part.about for part in self._parts]
        return dataclasses.replace(
            abouts[0],
            name=" + ".join(dict.fromkeys(about.name for about in abouts)),
            archive="",
            labels=all_labels(self._parts),
            readings=tuple(sorted({one for about in abouts for one in about.readings})),
            recipe={},
        )

    @cached_property
    def _first_sources(self) -> npt.NDArray[np.int64]:
        return np.cumsum([0, *(part.source_count for part in self._parts)])

    @property
    def source_count(self) -> int:
        """Number of sources."""
        return int(self._first_sources[-1])

    def source(self, number: int) -> Source:
        """Read one source; DamagedIndexError where there is none."""
        part = int(np.searchsorted(self._first_sources, number, side="right")) - 1
        part = min(part, len(self._parts) - 1)  # which says that there is none
        return self._parts[part].source(number - int(self._first_sources[part]))

    def files(self, sources: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
        """Give each of some sources the number of its file: one file has one number.

        Parameters
        ----------
        sources : (m,) array of int

        Returns
        -------
        (m,) array of int64
        """
        of, numbers = self._files
        new = np.unique(sources[of[sources] < 0])
        for part, first in zip(self._parts, self._first_sources.tolist()):
            for number in new[(new >= first) & (new < first + part.source_count)].tolist():
                of[number] = numbers.setdefault(_file_of(part, number - first), len(numbers))
        return of[sources]

    @cached_property
    def _files(self) -> tuple[npt.NDArray[np.int64], dict[str, int]]:
        """Number of each source's file, -1 where nobody asked yet; and of each path."""
        return np.full(self.source_count, -1), {}

    def close(self) -> None:
        """Forget what was read, which unmaps the files."""
        super().close()
        for part in self._parts:
            part.close()

    def _load(self, name: str) -> Any:
        if name.startswith("code_"):
            return Chained([part.column(name) for part in self._parts])
        if name == "pair_distances":
            return self._pooled_distances()
        if name == "ones":
            shares = [part.column(name) for part in self._parts]
            return self._mean(shares).astype(np.float32)
        if name in ("layer_weights", "layer_bias"):
            return self._parts[0].column(name)
        if name not in ROW_COLUMNS and name != "window_size":
            raise KeyError(name)  # texts are those of each part
        return np.concatenate([self._shifted(n, name) for n in range(len(self._parts))])

    def _shifted(self, number: int, name: str) -> npt.NDArray[Any]:
        """One part's column, counted as all are."""
        part = self._parts[number]
        if name == "source":
            return part.column(name) + self._first_sources[number].astype(np.uint32)
        if name == "label":
            return relabelled(part, self.about.labels)
        if not part.has(name):
            return np.full(part.rows, ABSENT[name], ROW_COLUMNS[name])
        return part.column(name)

    def _pooled_distances(self) -> npt.NDArray[np.int64]:
        """Distances of random pairs of one file each, the files by their sizes.

        Drawing pairs anew would touch a million pages of files that may be larger than memory.
        """
        counts = [part.column("pair_distances") for part in self._parts]
        shares = [one / max(1, int(one.sum())) for one in counts]
        return np.rint(self._mean(shares) * PAIRS).astype(np.int64)

    def _mean(self, values: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.float64]:
        sizes = np.diff(self._first_rows).astype(np.float64)
        return np.average(np.stack(values), axis=0, weights=sizes if self.rows else None)
