"""Resampling by weights, in numpy: the same numbers whichever library reads the pixels.

One axis at a time: enlarging is bilinear, shrinking is the average of the area that a new pixel
covers. Beyond the raster's edge its last pixel is repeated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .product import product


class Axis(NamedTuple):
    """How the pixels of one axis of a window become new ones.

    Attributes
    ----------
    first, last : int
        Range of raster pixels that are needed; `last` is the one after.
    matrix : (size, last - first) array of float64, or None
        Weights; None where the pixels are taken as they are.
    outside : (size,) array of bool
        New pixels that lie beside the raster, by more than half a raster pixel.
    """

    first: int
    last: int
    matrix: npt.NDArray[np.float64] | None
    outside: npt.NDArray[np.bool_]


@lru_cache(maxsize=256)
def axis(start: float, length: float, size: int, limit: int) -> Axis:
    """Weights of one axis.

    Parameters
    ----------
    start, length : float
        The window, in raster pixels.
    size : int
        Number of new pixels.
    limit : int
        Number of pixels that the raster has on this axis.
    """
    step = length / size
    centres = start + (np.arange(size) + 0.5) * step
    outside = (centres < -0.5) | (centres > limit + 0.5)
    if step == 1 and start == int(start) and start >= 0 and start + size <= limit:
        return Axis(int(start), int(start) + size, None, outside)
    first, last, matrix = _average(start, step, size) if step > 1 else _bilinear(centres - 0.5)
    return Axis(*_clamped(first, last, matrix, limit), outside)


def _bilinear(places: npt.NDArray[np.floating]) -> tuple[int, int, npt.NDArray[np.float64]]:
    """Weights of the two pixels around each place (in pixel centres)."""
    left = np.floor(places).astype(int)
    share = places - left
    first, last = int(left[0]), int(left[-1]) + 2
    matrix = np.zeros((len(places), last - first))
    rows = np.arange(len(places))
    matrix[rows, left - first] = 1 - share
    matrix[rows, left - first + 1] = share
    return first, last, matrix


def _average(start: float, step: float, size: int) -> tuple[int, int, npt.NDArray[np.float64]]:
    """Share of each pixel in the stretch that a new pixel covers."""
    edges = start + np.arange(size + 1) * step
    first, last = int(np.floor(edges[0])), int(np.ceil(edges[-1]))
    pixels = np.arange(first, last)
    overlap = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return first, last, np.maximum(overlap, 0) / step


def _clamped(
    first: int, last: int, matrix: npt.NDArray[np.float64], limit: int
) -> tuple[int, int, npt.NDArray[np.float64]]:
    """Give the weights of pixels beyond the edge to the last pixel inside."""
    used = np.flatnonzero(matrix.any(axis=0)) + first
    inside = np.clip(used, 0, limit - 1)
    low, high = int(inside.min()), int(inside.max()) + 1
    folded = np.zeros((len(matrix), high - low))
    np.add.at(folded.T, inside - low, matrix[:, used - first].T)
    return low, high, folded


def apply(rows: Axis, columns: Axis, block: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    """Resample a block that holds exactly the pixels that `rows` and `columns` ask for."""
    values = np.asarray(block, dtype=np.float64)
    if rows.matrix is not None:
        values = product(rows.matrix, values)
    return values if columns.matrix is None else product(values, columns.matrix.T)
