"""What a search answers: hits with their place on the map, ready for a layer or a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import search
from .examples import Example, PlaceExample, QueryRequest, RowExample
from .index import Index
from .similarity import similarity
from .source import Source, Window

KEPT_WITHIN = 100.0  # metres that a kept example may have moved


@dataclass(frozen=True)
class Hit:
    """One result: an indexed patch, how near it is, and where it lies.

    Attributes
    ----------
    rank : int
        From 1.
    row : int
        Index row.
    distance : int
        Hamming distance in bits.
    score : float
        The distance that orders the hits: weighted by the query's logits where it has any.
    similarity : float
        Share of random pairs of the index that lie further apart than `score`.
    id, label, time, source, source_name : str
        `source` is the path of the raster as the index knows it, `source_name` its short name.
    lon, lat : float
        Centre, in degrees.
    crs : str
        Of the footprint.
    footprint : (4, 2) array of float64
        Corners, clockwise from top left.
    """

    rank: int
    row: int
    distance: int
    score: float
    similarity: float
    id: str
    label: str
    time: str
    source: str
    source_name: str
    lon: float
    lat: float
    crs: str
    footprint: npt.NDArray[np.float64] = field(compare=False)


class Footprint(NamedTuple):
    """Corners (4, 2) of a patch and the CRS that they are in."""

    corners: npt.NDArray[np.float64]
    crs: str


@dataclass(frozen=True)
class Asked:
    """One example, as it was understood.

    Attributes
    ----------
    example : Example
    row : int or None
        Index row; None for what was drawn.
    id, label : str
        Of the indexed patch; `id` is the file's name for what was drawn.
    lon, lat : float
        Centre, in degrees.
    footprints : tuple of Footprint
        Its patches.
    """

    example: Example
    row: int | None
    id: str
    label: str
    lon: float
    lat: float
    footprints: tuple[Footprint, ...] = field(compare=False)

    @property
    def by_row(self) -> Example:
        """The example that is quickest to ask with again, in this index."""
        return self.example if self.row is None else RowExample(self.row, self.example.wanted)

    @property
    def by_place(self) -> Example:
        """The example that can be kept: rows are those of one index file, places stay."""
        if self.row is None:
            return self.example
        return PlaceExample(self.lon, self.lat, KEPT_WITHIN, self.example.wanted, self.id)


@dataclass(frozen=True)
class Hits:
    """The answer to a request.

    Attributes
    ----------
    request : QueryRequest
    index_name : str
    bits : int
    hits : tuple of Hit
        Best first.
    asked : tuple of Asked
        The examples, in the order of the request.
    searched : int
        Rows that the filters let pass.
    reading : str
        How the drawn raster's numbers were understood; empty for indexed patches.
    notice : str
        What the user should know before trusting the ranking; mostly empty.
    seconds : float
        From request to answer.
    """

    request: QueryRequest
    index_name: str
    bits: int
    hits: tuple[Hit, ...]
    asked: tuple[Asked, ...]
    searched: int
    reading: str
    notice: str
    seconds: float

    @property
    def query(self) -> tuple[Footprint, ...]:
        """The patches that were asked with."""
        return tuple(one for asked in self.asked for one in asked.footprints)


def hits_of(index: Index, matches: search.Matches) -> tuple[Hit, ...]:
    """Look up what matches are: place, label, time and similarity of each row."""
    rows = matches.rows
    numbers = index.column("source")[rows]
    different = np.unique(numbers)
    # Text is parsed once a source, not once a hit: of scenes there are few.
    sources = {int(n): (index.source(int(n)), index.column("window_size")[n]) for n in different}
    columns = (
        rows,
        matches.distances,
        matches.scores,
        similarity(matches.scores, index.column("pair_distances")),
        numbers,
        *(index.column(name)[rows] for name in ("col", "row", "lon", "lat")),
    )
    return tuple(
        _hit(index, sources, rank, *values)
        for rank, values in enumerate(zip(*(column.tolist() for column in columns)), start=1)
    )


def _hit(
    index: Index,
    sources: dict[int, tuple[Source, npt.NDArray[np.integer]]],
    rank: int,
    row: int,
    distance: int,
    score: float,
    share: float,
    number: int,
    left: int,
    top: int,
    lon: float,
    lat: float,
) -> Hit:
    source, (width, height) = sources[number]
    window = Window(left, top, int(width), int(height))
    return Hit(
        rank=rank,
        row=row,
        distance=distance,
        score=score,
        similarity=share,
        id=patch_id(source, window),
        label=index.label(row),
        time=index.time(row),
        source=source.path,
        source_name=source.name,
        lon=lon,
        lat=lat,
        crs=source.crs,
        footprint=source.footprint(window),
    )


def patch_id(source: Source, window: Window) -> str:
    """Name of a patch: its source's, and its window's corner where that has several."""
    return source.name if window[2:] == source.size else f"{source.name}@{window.col},{window.row}"
