"""What a search answers: hits with their place on the map, ready for a layer or a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple, overload

import numpy as np
import numpy.typing as npt

from . import search
from .bits import Words
from .columns import columns_of
from .examples import Example, PlaceExample, QueryRequest, RowExample
from .index import Index
from .similarity import similarity

KEPT_WITHIN = 100.0  # metres that a kept example may have moved


@dataclass(frozen=True)
class Hit:
    """One result: an indexed patch, how near it is, and where it lies.

    Attributes
    ----------
    rank : int
        From 1.
    row : int
        Of what was searched, which may be several files read as one.
    index, index_row : str, int
        The file that it is in, and its row there.
    distance : int
        Hamming distance in bits.
    score : float
        The distance that orders the hits: weighted by the query's logits where it has any.
    similarity : float
        Share of random pairs of the index that lie further apart than `score`.
    example : int
        Which of `Hits.asked` it is nearest to, from 0; of equal ones the first.
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
    index: str
    index_row: int
    distance: int
    score: float
    similarity: float
    example: int
    id: str
    label: str
    time: str
    source: str
    source_name: str
    lon: float
    lat: float
    crs: str
    footprint: npt.NDArray[np.float64] = field(compare=False)


class Ranking(Sequence[Hit]):
    """Hits, best first, kept as columns: a `Hit` is made for the one that is looked at.

    Parameters
    ----------
    columns : mapping of str to array
        One column of n values for each attribute of `Hit`, by its name. Text is an array of
        objects; `footprint` is (n, 4, 2).
    """

    def __init__(self, columns: Mapping[str, npt.NDArray[Any]]) -> None:
        self._columns = {one.name: columns[one.name] for one in fields(Hit)}

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return one attribute of all hits."""
        return self._columns[name]

    def __len__(self) -> int:
        return len(self._columns["row"])

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> Ranking: ...

    def __getitem__(self, place: int | slice) -> Hit | Ranking:
        taken = {name: column[place] for name, column in self._columns.items()}
        if isinstance(place, slice):
            return Ranking(taken)
        plain: list[Any] = [
            one.item() if isinstance(one, np.generic) else one for one in taken.values()
        ]
        return Hit(*plain)


NO_HITS = Ranking({one.name: np.zeros(0) for one in fields(Hit)})


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
        Its patches; without a CRS where the image has no place on the Earth.
    whole : int
        How many patches the area has, where a sample of them was taken; 0: all were.
    """

    example: Example
    row: int | None
    id: str
    label: str
    lon: float
    lat: float
    footprints: tuple[Footprint, ...] = field(compare=False)
    whole: int = 0

    @property
    def name(self) -> str:
        """Sign, label and id, for people."""
        sign = "+" if self.example.wanted else "−"
        return f"{sign} " + " · ".join(filter(None, (self.label, self.place)))

    @property
    def place(self) -> str:
        """Its id; with its centre where that is but a file's, which has other places, too."""
        has_centre = self.lat == self.lat  # not NaN
        if self.row is not None or not has_centre or getattr(self.example, "is_whole", False):
            return self.id
        return f"{self.id} ({self.lat:.4f}°, {self.lon:.4f}°)"

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
    hits : Ranking
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
    looks_offset : bool
        Whether numbers that were assumed to be plain look as if they carried an offset.
    """

    request: QueryRequest
    index_name: str
    bits: int
    hits: Ranking
    asked: tuple[Asked, ...]
    searched: int
    reading: str
    notice: str
    seconds: float
    looks_offset: bool = False

    @property
    def beginning(self) -> object:
        """What the search began with; marks and filters come and go after it."""
        return self.request.indexes, self.asked[0].by_row if self.asked else None

    @property
    def each(self) -> bool | None:
        """Whether its patches asked each for itself; None where it was only one."""
        several = sum(len(one.footprints) for one in self.asked if one.example.wanted) > 1
        return self.request.each if several else None

    @property
    def query(self) -> tuple[Footprint, ...]:
        """The patches that were asked with."""
        return tuple(one for asked in self.asked for one in asked.footprints)

    @property
    def example_names(self) -> npt.NDArray[np.object_]:
        """For people: sign, label and id of the example that each hit is nearest to; (n,)."""
        names = np.array([one.name for one in self.asked], object)
        return names[self.hits.column("example").astype(np.intp)]


def ranking_of(index: Index, matches: search.Matches, examples: Words) -> Ranking:
    """Look up what matches are: place, label, time, similarity and nearest example of each row.

    Parameters
    ----------
    index : Index
    matches : Matches
    examples : (e, W) array of uint64
        Codes of the examples.
    """
    return Ranking(
        {
            **columns_of(index, matches.rows),
            "rank": np.arange(1, len(matches.rows) + 1),
            "example": search.nearest_of(index.words, matches.rows, examples),
            "distance": matches.distances,
            "score": matches.scores,
            "similarity": similarity(matches.scores, index.column("pair_distances")),
        }
    )
