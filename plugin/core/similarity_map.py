"""How much every place of an index resembles a query, as one grid over the map.

Each patch spreads its similarity over the cells whose centres it covers; where patches overlap, a
cell holds their mean. Cells are as large as the step from patch to patch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .columns import windows_of
from .index import Index
from .places import DEGREE, around

MOST_FOOTPRINTS = 20_000  # more are drawn quicker, and seen better, as a raster
MOST_SOURCES = 500  # whose texts are looked at for a common CRS; patch files have too many
MOST_CELLS = 1 << 22  # of a grid; a larger area gets larger cells
MOST_OF_WORLD = 1 << 25  # of a raster as wide as the world, nearly all of it without values
LONLAT = "EPSG:4326"

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Everywhere:
    """How similar patches of an index are to a query.

    Attributes
    ----------
    index : Index
    rows : (m,) array of int64
        Those that pass the filters, in the order of the index.
    similarity : (m,) array of float64
        0..1; see `similarity`.
    """

    index: Index
    rows: npt.NDArray[np.int64]
    similarity: npt.NDArray[np.float64]


class SimilarityGrid(NamedTuple):
    """A raster of similarities.

    Attributes
    ----------
    values : (height, width) array of float32
        Percent; NaN where there is no patch.
    transform : 6 floats
        GDAL's geotransform.
    crs : str
        As of `Source`.
    beyond : int
        So many of the last columns lie beyond the antimeridian, which is between two columns;
        the world is a whole number of cells wide then.
    """

    values: npt.NDArray[np.float32]
    transform: tuple[float, float, float, float, float, float]
    crs: str
    beyond: int = 0


class _Boxes(NamedTuple):
    """Extents (m, 4) of patches: xmin, ymin, xmax, ymax; and the step (2,) from one to the next.

    Those on both sides of the antimeridian are in degrees, and run on beyond 180.
    """

    edges: npt.NDArray[np.float64]
    step: npt.NDArray[np.float64]
    crs: str
    is_across: bool = False

    @property
    def corners(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Lowest and highest x, y of all."""
        return self.edges[:, :2].min(axis=0), self.edges[:, 2:].max(axis=0)


def in_view(index: Index, rows: npt.NDArray[np.int64], view: Box) -> npt.NDArray[np.bool_]:
    """Say which patches a part of the Earth shows, those at its edges too.

    Parameters
    ----------
    index : Index
    rows : (m,) array of int64
    view : (west, south, east, north)
        As `Filters.box`.

    Returns
    -------
    (m,) array of bool
    """
    west, south, east, north = view
    beyond = index.about.patch_metres / DEGREE  # the half diagonal of a patch, and some more
    lats = index.column("lat")[rows]
    seen: npt.NDArray[np.bool_] = (lats >= south - beyond) & (lats <= north + beyond)
    width = east - west + (360 if west > east else 0)
    from_middle = (index.column("lon")[rows] - (west + width / 2) + 180) % 360 - 180
    squeeze = np.cos(np.radians(np.clip(lats, -89, 89)))
    seen &= np.abs(from_middle) <= width / 2 + beyond / squeeze
    return seen


def is_raster(everywhere: Everywhere) -> bool:
    """Whether a similarity map is better shown as a raster than as footprints."""
    index, rows = everywhere.index, everywhere.rows
    if len(rows) > MOST_FOOTPRINTS:
        return True
    if len(np.unique(index.column("source")[rows])) == len(rows):
        return False
    boxes = _boxes(index, rows)
    # Of scenes that lie far apart, cells could be larger than a scene; and across the antimeridian
    # cells have not the shape of patches.
    return not boxes.is_across and _coarseness(boxes) == 1.0


def grid_of(everywhere: Everywhere) -> SimilarityGrid:
    """Make a raster of similarities.

    It is in the CRS of the sources where they share one, else, and across the antimeridian, in
    longitude and latitude.

    Parameters
    ----------
    everywhere : Everywhere
        Of one row at least.
    """
    index, rows = everywhere.index, everywhere.rows
    boxes = _boxes(index, rows)
    low, high = boxes.corners
    cell, beyond = boxes.step * _coarseness(boxes), 0
    if boxes.is_across:
        cell[0] = 360 / np.floor(360 / cell[0])
        low[0] = 180 - cell[0] * np.ceil((180 - low[0]) / cell[0])
        beyond = int(np.ceil((high[0] - 180) / cell[0]))
    width, height = np.maximum(1, np.ceil((high - low) / cell - 1e-6)).astype(int).tolist()
    first, last = _covered(boxes.edges, low, cell, (width, height))
    mean = _mean_of_overlapping(everywhere.similarity, first, last, (width, height))
    values = np.minimum(100 * mean, 100)  # sums are not quite exact
    transform = (float(low[0]), float(cell[0]), 0.0, float(low[1] + height * cell[1]), 0.0)
    cells = values[::-1].astype(np.float32)
    return SimilarityGrid(cells, (*transform, -float(cell[1])), boxes.crs, beyond)


# -- where patches lie ----------------------------------------------------------------------------


def _boxes(index: Index, rows: npt.NDArray[np.int64]) -> _Boxes:
    west, _, east, _ = around(*(index.column(name)[rows] for name in ("lon", "lat")))
    if west > east:  # where QGIS draws of a raster in any other CRS a blur, or half of it
        return _in_degrees(index, rows, west)._replace(is_across=True)
    return _in_sources_crs(index, rows) or _in_degrees(index, rows, west)


def _coarseness(boxes: _Boxes) -> float:
    """How many steps from patch to patch wide a cell is, so that cells are not too many."""
    low, high = boxes.corners
    shape = np.maximum(1, np.rint((high - low) / boxes.step))  # as floats: the product is large
    too_many = shape.prod() / MOST_CELLS
    if boxes.is_across:
        too_many = max(too_many, 360 / boxes.step[0] * shape[1] / MOST_OF_WORLD)
    return max(1.0, float(np.sqrt(too_many)))


def _in_sources_crs(index: Index, rows: npt.NDArray[np.int64]) -> _Boxes | None:
    """Extents in the CRS of all sources; None where they have not one in common."""
    if len(np.unique(index.column("source")[rows])) > MOST_SOURCES:
        return None
    placed = windows_of(index, rows)
    crs = {source.crs for source in placed.sources}
    if len(crs) > 1:
        return None
    corners = placed.footprints()
    edges = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
    pixels = np.array([source.pixel_size() for source in placed.sources])
    return _Boxes(edges, _step(index, rows) * pixels.min(axis=0), crs.pop())


def _in_degrees(index: Index, rows: npt.NDArray[np.int64], west: float) -> _Boxes:
    """Extents in degrees, from the westernmost patch on."""
    lons, lats = (index.column(name)[rows].astype(np.float64) for name in ("lon", "lat"))
    centres = np.stack([west + (lons - west) % 360, lats], axis=1)
    squeeze = np.cos(np.radians(np.clip(lats, -89, 89)))
    side = index.about.patch_metres / DEGREE
    half = np.stack([side / squeeze, np.full(len(rows), side)], axis=1) / 2
    edges = np.concatenate([centres - half, centres + half], axis=1)
    window = index.column("window_size")[index.column("source")[rows]].max(axis=0)
    return _Boxes(edges, 2 * half.min(axis=0) * _step(index, rows) / window, LONLAT)


def _step(index: Index, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Pixels (x, y) from a patch to the next of its source; at most a patch's size."""
    numbers = index.column("source")[rows].astype(np.int64)
    sizes = index.column("window_size")[numbers].min(axis=0)
    steps = [_least_gap(numbers, index.column(name)[rows]) for name in ("col", "row")]
    return np.array([min(step or size, size) for step, size in zip(steps, sizes)], np.float64)


def _least_gap(numbers: npt.NDArray[np.int64], starts: npt.NDArray[np.integer]) -> int:
    """Least distance between different starts of the same source; 0 where there is none."""
    ordered = np.unique((numbers << 32) + starts)
    gaps = np.diff(ordered)[np.diff(ordered >> 32) == 0]
    return int(gaps.min()) if len(gaps) else 0


# -- patches onto cells ---------------------------------------------------------------------------


def _covered(
    edges: npt.NDArray[np.float64],
    low: npt.NDArray[np.float64],
    cell: npt.NDArray[np.float64],
    shape: tuple[int, int],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """First cells and cells after the last (m, 2; x, y) whose centres lie in the extents.

    An extent that covers no centre takes the cell that its own centre lies in.
    """
    inside = (edges - np.tile(low, 2)) / np.tile(cell, 2)
    first, last = (np.ceil(np.round(part, 3) - 0.5) for part in np.split(inside, 2, axis=1))
    own = np.floor((inside[:, :2] + inside[:, 2:]) / 2)
    alone = last <= first
    first, last = np.where(alone, own, first), np.where(alone, own + 1, last)
    most = np.array(shape)
    return np.clip(first, 0, most - 1).astype(np.int64), np.clip(last, 1, most).astype(np.int64)


def _mean_of_overlapping(
    values: npt.NDArray[np.float64],
    first: npt.NDArray[np.int64],
    last: npt.NDArray[np.int64],
    shape: tuple[int, int],
) -> npt.NDArray[np.float64]:
    """Mean of the values at each cell, NaN where there is none: (height, width).

    Each value is added at one corner of its rectangle and taken away beyond the others; summing up
    along both axes then fills all rectangles at once, however large they are.
    """
    width, height = shape[0] + 1, shape[1] + 1
    corners = np.concatenate(
        [y * width + x for x, y in ((first[:, 0], first[:, 1]), (last[:, 0], last[:, 1]))]
        + [y * width + x for x, y in ((last[:, 0], first[:, 1]), (first[:, 0], last[:, 1]))]
    )
    signs = np.repeat([1.0, 1.0, -1.0, -1.0], len(values))

    def filled(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        changes = np.bincount(corners, weights, width * height).reshape(height, width)
        return changes.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]

    count = np.rint(filled(signs))
    total = filled(signs * np.tile(values, 4))
    with np.errstate(invalid="ignore"):
        return np.where(count > 0, total / np.where(count > 0, count, 1), np.nan)
