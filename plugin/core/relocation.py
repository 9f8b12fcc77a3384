"""Examples of one index found again in another: by their place, or on a raster that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from . import grid, raster
from .archive import source_from_file
from .errors import LookalikeError, NoPatchHereError
from .evidence import of_area, of_patch
from .examples import AreaExample, BoxExample, Example, PlaceExample
from .hits import KEPT_WITHIN
from .index import Index


class Kept(NamedTuple):
    """An example as it is handed on.

    Attributes
    ----------
    example : Example
        By place, or as it was drawn on a raster.
    id, label : str
        As the index named them that it was taken from.
    lon, lat : float
        Its centre, in degrees; NaN where it has no place on the Earth.
    """

    example: Example
    id: str
    label: str
    lon: float
    lat: float


class Relocated(NamedTuple):
    """What became of examples: those that can be asked with, and those that are nowhere here."""

    found: tuple[Example, ...]
    lost: tuple[Kept, ...]


def relocate(kept: Sequence[Kept], index: Index, rasters: Sequence[str]) -> Relocated:
    """Find examples again: as they were drawn, in the index, or on one of some rasters.

    Parameters
    ----------
    kept : sequence of Kept
    index : Index
        That is going to be searched.
    rasters : sequence of str
        Paths, the likeliest first.
    """
    found: list[Example] = []
    lost: list[Kept] = []
    for one in kept:
        again = _as_drawn(one) or _in_index(one, index) or _on_raster(one, index, rasters)
        if again is None:
            lost.append(one)
        else:
            found.append(again)
    return Relocated(tuple(found), tuple(lost))


def _as_drawn(kept: Kept) -> Example | None:
    path = getattr(kept.example, "path", "")
    if not path or path.startswith("/vsi") or "://" in path:
        return None  # a file that somebody sent opens no connection
    try:
        raster.open_raster(path).close()
    except LookalikeError:
        return None  # on another machine, or moved
    return kept.example


def _in_index(kept: Kept, index: Index) -> Example | None:
    if not (index.rows and np.isfinite([kept.lon, kept.lat]).all()):
        return None
    example = kept.example
    try:
        if isinstance(example, AreaExample):
            of_area(example, index, most=1)
        else:
            name = getattr(example, "id", "")
            example = PlaceExample(kept.lon, kept.lat, KEPT_WITHIN, example.wanted, name)
            of_patch(example, index)
    except NoPatchHereError:
        return None
    return example


def _on_raster(kept: Kept, index: Index, rasters: Sequence[str]) -> Example | None:
    card = index.about.card
    bands = tuple(card.get("bands", ()))
    for path in rasters:
        try:
            source = source_from_file(path, wanted=bands)
            place = np.array([(kept.lon, kept.lat)])
            [(x, y)] = raster.from_lonlat(source.crs, place).tolist()
            window = grid.window_at(source, x, y, card["patch_size"], card["gsd"])
            with raster.SourceReader(source) as reader:
                _, valid = reader.patch(window, bands, card["patch_size"])
        except LookalikeError:
            continue  # it lies elsewhere, or the model cannot read it
        if valid >= raster.LEAST_DATA:
            return _drawn(kept.example, path, source.crs, (x, y))
    return None


def _drawn(example: Example, path: str, crs: str, centre: tuple[float, float]) -> BoxExample:
    if isinstance(example, AreaExample):
        outline = example.outline.moved(partial(raster.from_lonlat, crs))
        return BoxExample(path, None, wanted=example.wanted, outline=outline)
    return BoxExample(path, (*centre, *centre), wanted=example.wanted)
