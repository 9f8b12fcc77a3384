"""What a user asks with: examples, and the request that carries them. Plain frozen values."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional, Union

from .filters import Filters, number
from .outline import Outline

if TYPE_CHECKING:
    from typing import TypeAlias

MOST_PATCHES = 256  # of one example; a larger area is covered by a regular sample
MOST_EACH = 64  # of one example whose patches are asked with one by one


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
    id : str
        Of the patch, where it is known: of several images of one place it says which.
    """

    lon: float
    lat: float
    tolerance: float
    wanted: bool = True
    id: str = ""


Bands = Optional[Union[Mapping[str, int], str]]  # numbers by name, or a `sentinel2.ORDERS`


@dataclass(frozen=True)
class BoxExample:
    """What was drawn over a raster, covered by patches.

    Attributes
    ----------
    path : str
        The raster's file.
    box : (xmin, ymin, xmax, ymax) or None
        In the raster's CRS; without extent, one patch centred there. None, without an outline:
        the whole raster, which then needs no place on the Earth.
    bands : mapping of band name to band number, name of a `sentinel2.ORDERS`, or None
        Where the file does not name its bands.
    radiometry : str or None
        Name of a profile that the user chose; None takes what the file says.
    most : int
        Patches at most.
    outline : Outline or None
        In the raster's CRS; stands in place of the box.
    """

    path: str
    box: tuple[float, float, float, float] | None
    bands: Bands = None
    radiometry: str | None = None
    most: int = MOST_PATCHES
    wanted: bool = True
    outline: Outline | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the raster is meant."""
        return self.box is None and self.outline is None


@dataclass(frozen=True)
class AreaExample:
    """The indexed patches whose centres lie in polygons, and those nearest to points.

    Attributes
    ----------
    outline : Outline
        In degrees.
    tolerance : float
        How far from a footprint a point may be, in metres.
    most : int
        Patches at most.
    """

    outline: Outline
    tolerance: float = 0.0
    most: int = MOST_PATCHES
    wanted: bool = True


# A text: `typing` remembers what it joins, and would keep a plugin alive that QGIS reloads.
Example: TypeAlias = "RowExample | PlaceExample | BoxExample | AreaExample"

_KINDS = {"row": RowExample, "place": PlaceExample, "box": BoxExample, "area": AreaExample}
_NUMBERS: dict[str, Callable[[Any], float]] = {
    "row": int,
    "most": int,
    "lon": number,
    "lat": number,
    "tolerance": number,
}


def to_fields(example: Example) -> dict[str, Any]:
    """Plain values for JSON."""
    kind = next(name for name, cls in _KINDS.items() if isinstance(example, cls))
    return {"kind": kind, **dataclasses.asdict(example)}


def from_fields(fields: Mapping[str, Any]) -> Example:
    """Inverse of `to_fields`.

    Raises
    ------
    ValueError
        If the values are not what `to_fields` makes.
    """
    try:
        values = dict(fields)
        if values.get("outline") is not None:
            values["outline"] = Outline.from_fields(values["outline"])
        if values.get("box") is not None:
            west, south, east, north = map(float, values["box"])
            values["box"] = (west, south, east, north)
        for name, kind in _NUMBERS.items():
            if name in values:
                values[name] = kind(values[name])
        made: Example = _KINDS[values.pop("kind")](**values)
        return made
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"no example: {problem}") from problem


@dataclass(frozen=True)
class QueryRequest:
    """One question, as plain frozen values.

    Attributes
    ----------
    indexes : tuple of str
        Paths of the index files, of one code space; mostly one.
    examples : tuple of Example
        At least one wanted.
    k : int
        How many hits.
    model_folders : tuple of str
        Where the model that made the index may lie; drawn examples need it.
    keep_overlapping : bool
        Whether patches that overlap an example may be hits; unwanted ones never are.
    filters : Filters
        What the hits are restricted to.
    each : bool
        Whether every wanted patch asks for itself, and the hits are the nearest to any of them;
        else all patches make one mean query.
    states : tuple of (str, int, int)
        Of the files (`Index.state`) that the examples' rows were looked up in, where it matters
        that they are still the same.
    """

    indexes: tuple[str, ...]
    examples: tuple[Example, ...]
    k: int = 100
    model_folders: tuple[str, ...] = ()
    keep_overlapping: bool = False
    filters: Filters = field(default_factory=Filters)
    each: bool = False
    states: tuple[tuple[str, int, int], ...] = ()
