"""What a search answers: hits with their place on the map, ready for a layer or a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import search
from .examples import QueryRequest
from .index import Index
from .similarity import similarity


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
    id, label, time, source : str
        `source` is the path of the raster as the index knows it.
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
    lon: float
    lat: float
    crs: str
    footprint: npt.NDArray[np.float64] = field(compare=False)


class Footprint(NamedTuple):
    """Corners (4, 2) of a patch and the CRS that they are in."""

    corners: npt.NDArray[np.float64]
    crs: str


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
    query : tuple of Footprint
        The patches that were asked with.
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
    query: tuple[Footprint, ...]
    reading: str
    notice: str
    seconds: float


def hits_of(index: Index, matches: search.Matches) -> tuple[Hit, ...]:
    """Look up what matches are: place, label, time and similarity of each row."""
    shares = similarity(matches.scores, index.column("pair_distances"))
    return tuple(
        _hit(index, rank, *match) for rank, match in enumerate(zip(*matches, shares), start=1)
    )


def _hit(index: Index, rank: int, row: int, distance: int, score: float, share: float) -> Hit:
    source, window = index.place(int(row))
    whole = window[2:] == source.size
    return Hit(
        rank=rank,
        row=int(row),
        distance=int(distance),
        score=float(score),
        similarity=float(share),
        id=source.name if whole else f"{source.name}@{window.col},{window.row}",
        label=index.label(row),
        time=index.time(row),
        source=source.path,
        lon=float(index.column("lon")[row]),
        lat=float(index.column("lat")[row]),
        crs=source.crs,
        footprint=source.footprint(window),
    )
