"""What is known of rows of an index, as columns: name, place, label and time of many patches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .index import Index
from .source import Source, Window, footprints

Columns = dict[str, npt.NDArray[Any]]
PART = 100  # rows whose sources are in memory together: many objects make Python stop to tidy up


def columns_of(index: Index, rows: npt.NDArray[np.integer]) -> Columns:
    """Look up rows of an index.

    Returns
    -------
    dict of str to array of n values
        By the names of `Hit`: `row`, `index_row`, `lon` and `lat` as numbers; `index`, `id`,
        `label`, `time`, `source`, `source_name` and `crs` as objects (str); `footprint` (n, 4, 2).
    """
    starts = range(0, max(1, len(rows)), PART)
    parts = [_columns_of(index, rows[start : start + PART]) for start in starts]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _columns_of(index: Index, rows: npt.NDArray[np.integer]) -> Columns:
    parts, own_rows = index.locate(rows)
    placed = windows_of(index, rows)
    sources, of = placed.sources, placed.of
    return {
        "row": rows,
        "index": _texts(str(part.path) for part in index.parts)[parts],
        "index_row": own_rows,
        "id": _ids(placed),
        "label": index.labels(rows),
        "time": index.times(rows),
        "source": _texts(one.path for one in sources)[of],
        "source_name": _texts(one.name for one in sources)[of],
        "lon": index.column("lon")[rows],
        "lat": index.column("lat")[rows],
        "crs": _texts(one.crs for one in sources)[of],
        "footprint": placed.footprints(),
    }


class Placed(NamedTuple):
    """Where n patches lie in their sources.

    Attributes
    ----------
    sources : list of Source
    of : (n,) array of int
        Which of the sources each patch is cut from.
    windows : (n, 4) array of int
        As `Window`.
    """

    sources: list[Source]
    of: npt.NDArray[np.integer]
    windows: npt.NDArray[np.integer]

    def footprints(self) -> npt.NDArray[np.float64]:
        """Corners (n, 4, 2), each in the CRS of its source."""
        transforms = np.array([one.transform for one in self.sources], np.float64).reshape(-1, 6)
        return footprints(transforms[self.of], self.windows)


def windows_of(index: Index, rows: npt.NDArray[np.integer]) -> Placed:
    """Look up sources and windows of rows; text is parsed once a source, not once a row."""
    numbers, of = np.unique(index.column("source")[rows], return_inverse=True)
    sources = [index.source(number) for number in numbers.tolist()]
    corners = np.stack([index.column(name)[rows] for name in ("col", "row")], axis=1)
    windows = np.concatenate([corners, index.column("window_size")[numbers][of]], axis=1)
    return Placed(sources, of, windows)


def patch_id(source: Source, window: Window) -> str:
    """Name of a patch: its source's, and its window's corner where that has several."""
    return source.name if window[2:] == source.size else f"{source.name}@{window.col},{window.row}"


def _ids(placed: Placed) -> npt.NDArray[Any]:
    pairs = zip(placed.of.tolist(), placed.windows.tolist())
    return _texts(patch_id(placed.sources[number], Window(*window)) for number, window in pairs)


def _texts(values: Iterable[str]) -> npt.NDArray[Any]:
    return np.array(list(values), object)
