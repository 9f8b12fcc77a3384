"""Which patches of a raster stand for what a user outlined: polygons and points."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .errors import OutsideRasterError
from .grid import Cover, middles, patch_pixels, starts
from .outline import Outline, Point, Polygon
from .source import Source, Window

FINER = 0.95  # of the rows and columns are kept from one try of a sample to the next


def cover_outline(
    source: Source, outline: Outline, patch_size: int, gsd: float, most: int
) -> Cover:
    """Cover polygons with patches whose centres lie inside, and points with one centred on each.

    Parameters
    ----------
    source : Source
    outline : Outline
        In the source's CRS; what lies beside the raster is left out. A polygon too narrow for a
        patch's centre gets the patches that its corners lie in.
    patch_size, gsd
        See `patch_pixels`.
    most : int
        Take a regular sample of at most so many.

    Raises
    ------
    OutsideRasterError, TooSmallError
    """
    there = outline.moved(source.to_pixels)
    patch = patch_pixels(source, patch_size, gsd)
    parts = [_at(point, patch, source.size) for point in there.points]
    parts += [_inside(polygon, patch, source.size, most) for polygon in there.polygons]
    windows = list(dict.fromkeys(window for part in parts for window in part.windows))
    if not windows:
        raise OutsideRasterError(path=source.path)
    whole = len(windows) + sum(part.whole - len(part.windows) for part in parts)
    if len(windows) > most:
        windows = [windows[place] for place in middles(len(windows), most)]
    return Cover(windows, whole)


def _at(point: Point, patch: tuple[int, int], size: tuple[int, int]) -> Cover:
    """Cover a point, in pixels, with the patch centred there; with none where it lies beside."""
    place = np.round(point, 3)
    if np.any(place < 0) or np.any(place > size):
        return Cover([], 0)
    col, row = (int(starts(*one)[0]) for one in zip(place, place, patch, size))
    return Cover([Window(col, row, *patch)], 1)


def _inside(polygon: Polygon, patch: tuple[int, int], size: tuple[int, int], most: int) -> Cover:
    """Cover a polygon, in pixels, with the patches of a grid whose centres lie inside."""
    outline = Outline((polygon,))
    corners = outline.corners
    low, high = np.round(corners.min(axis=0), 3), np.round(corners.max(axis=0), 3)
    if np.any(low > size) or np.any(high < 0):
        return Cover([], 0)
    cols, rows = (starts(*one) for one in zip(low, high, patch, size))
    across, down = np.meshgrid(cols, rows)
    centres = np.stack([across.ravel() + patch[0] / 2, down.ravel() + patch[1] / 2], axis=1)
    held = outline.holds(centres).reshape(across.shape)
    if not held.any():
        for col, row in corners:
            beside, below = col - across, row - down
            held |= (beside >= 0) & (beside <= patch[0]) & (below >= 0) & (below <= patch[1])
    kept = _thinned(held, most)
    pairs = zip(across[kept].tolist(), down[kept].tolist())
    return Cover([Window(col, row, *patch) for col, row in pairs], int(np.count_nonzero(held)))


def _thinned(held: npt.NDArray[np.bool_], most: int) -> npt.NDArray[np.bool_]:
    """Keep ever fewer rows and columns of a grid, evenly, until at most so many are held."""
    kept, share = held, 1.0
    while np.count_nonzero(kept) > most:
        share *= FINER
        rows, cols = (middles(side, max(1, round(side * share))) for side in held.shape)
        kept = np.zeros_like(held)
        kept[np.ix_(rows, cols)] = held[np.ix_(rows, cols)]
    return kept if kept.any() else held
