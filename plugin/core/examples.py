"""What a user asks with: examples, and the request that carries them. Plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

MOST_PATCHES = 256  # of one drawn box; a larger box is covered by a regular sample


@dataclass(frozen=True)
class RowExample:
    """An indexed patch, by its row."""

    row: int
    wanted: bool = True


@dataclass(frozen=True)
class PlaceExample:
    """A click on the map that means the nearest indexed patch.

    Attributes
    ----------
    lon, lat : float
        In degrees.
    tolerance : float
        How far from a footprint the click may be, in metres.
    """

    lon: float
    lat: float
    tolerance: float
    wanted: bool = True


@dataclass(frozen=True)
class BoxExample:
    """A box drawn over a raster, covered by patches; without extent, one patch centred there.

    Attributes
    ----------
    path : str
        The raster's file.
    box : (xmin, ymin, xmax, ymax)
        In the raster's CRS.
    bands : mapping of band name to band number, or None
        Where the file does not name its bands.
    radiometry : str or None
        Name of a profile that the user chose; None takes what the file says.
    most : int
        Patches at most.
    """

    path: str
    box: tuple[float, float, float, float]
    bands: Mapping[str, int] | None = None
    radiometry: str | None = None
    most: int = MOST_PATCHES
    wanted: bool = True


Example = Union[RowExample, PlaceExample, BoxExample]


@dataclass(frozen=True)
class QueryRequest:
    """One question, as plain frozen values.

    Attributes
    ----------
    index : str
        Path of the index file.
    examples : tuple of Example
        At least one wanted.
    k : int
        How many hits.
    model_folders : tuple of str
        Where the model that made the index may lie; drawn examples need it.
    keep_overlapping : bool
        Whether patches that overlap an example may be hits.
    """

    index: str
    examples: tuple[Example, ...]
    k: int = 100
    model_folders: tuple[str, ...] = ()
    keep_overlapping: bool = False
