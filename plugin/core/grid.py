"""Where patches lie in a source: windows around a point, in a box, in a grid over all of it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import raster
from .errors import OutsideRasterError, TooCoarseError, TooSmallError
from .source import Source, Window

Windows = npt.NDArray[np.int32]  # (m, 4) of col, row, width, height

SLACK = 0.1  # share of a patch that a raster may lack and still count as one patch
COARSEST = 2.1  # a model's pixel is made of no less than half a pixel of a source (20 m for 10 m)
_UTM = ("EPSG:326", "EPSG:327")


class Cover(NamedTuple):
    """Patches that stand for an area.

    Attributes
    ----------
    windows : list of Window
        All patches of the area, or a regular sample.
    whole : int
        How many patches it has in all.
    """

    windows: list[Window]
    whole: int


def ground_pixel(source: Source) -> tuple[float, float]:
    """Width and height of a pixel on the ground, in metres, at the source's centre.

    Degrees, feet and Mercator's stretched metres become metres; where the CRS's own units are
    metres within a hundredth, they are taken as they are (a UTM zone's scale is 0.9996 to 1.001).
    """
    nominal = source.pixel_size()
    if source.crs.startswith(_UTM):
        return nominal
    centre = np.array(source.size, dtype=np.float64) / 2
    points = source.to_map(centre + np.array([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]))
    here, right, below = raster.lonlat(source.crs, points)
    measured = _metres(here, right), _metres(here, below)
    near = np.allclose(measured, nominal, rtol=0.01, atol=0)
    return nominal if near or not np.all(np.isfinite(measured)) else measured


def _metres(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float:
    """Distance of two near points in degrees, on the ellipsoid WGS 84."""
    latitude = math.radians((one[1] + other[1]) / 2)
    squeeze = 1 - 0.00669437999 * math.sin(latitude) ** 2
    across = 6378137.0 / math.sqrt(squeeze) * math.cos(latitude)
    along = 6378137.0 * (1 - 0.00669437999) / squeeze**1.5
    east, north = np.radians(other - one)
    return math.hypot(across * east, along * north)


def patch_pixels(source: Source, patch_size: int, gsd: float) -> tuple[int, int]:
    """Width and height of a patch in the source's pixels.

    Parameters
    ----------
    source : Source
    patch_size : int
        The model's, in pixels.
    gsd : float
        The model's, in metres.

    Raises
    ------
    TooCoarseError
        If its pixels are larger than `COARSEST` of the model's.
    TooSmallError
        If the source is smaller than a patch, by more than `SLACK`.
    """
    # An image without a place says nothing of its scale: its pixels are taken as the model's.
    ground = ground_pixel(source) if source.crs else (gsd, gsd)
    if max(ground) > COARSEST * gsd:
        raise TooCoarseError(path=source.path, pixel=max(ground), most=COARSEST * gsd)
    pixels = [max(1, round(patch_size * gsd / pixel)) for pixel in ground]
    if any(wanted * (1 - SLACK) > there for wanted, there in zip(pixels, source.size)):
        width, height = source.size
        raise TooSmallError(path=source.path, width=width, height=height, wanted=max(pixels))
    return min(pixels[0], source.size[0]), min(pixels[1], source.size[1])


def grid_windows(size: tuple[int, int], patch: tuple[int, int], stride: tuple[int, int]) -> Windows:
    """Cut a raster into a grid of patches, row by row from its top left corner.

    What is left over on the right and at the bottom is left out. The grid is not centred, so that
    patches of 64 pixels lie within the blocks of a tiled file.
    """
    cols = np.arange(0, size[0] - patch[0] + 1, stride[0], dtype=np.int32)
    rows = np.arange(0, size[1] - patch[1] + 1, stride[1], dtype=np.int32)
    windows = np.empty((len(rows) * len(cols), 4), dtype=np.int32)
    windows[:, 0], windows[:, 1] = np.tile(cols, len(rows)), np.repeat(rows, len(cols))
    windows[:, 2:] = patch
    return windows


def centre_window(size: tuple[int, int], patch: tuple[int, int]) -> Windows:
    """One patch in the middle of a raster: (1, 4)."""
    left, top = (size[0] - patch[0]) // 2, (size[1] - patch[1]) // 2
    return np.array([(left, top, *patch)], dtype=np.int32)


def window_at(source: Source, x: float, y: float, patch_size: int, gsd: float) -> Window:
    """Find the patch centred at a point, shifted inside where it would stick out.

    Parameters
    ----------
    source : Source
    x, y : float
        In the source's CRS.
    patch_size, gsd
        See `patch_pixels`.

    Raises
    ------
    OutsideRasterError, TooSmallError
    """
    return cover_box(source, x, y, x, y, patch_size, gsd).windows[0]


def cover_box(
    source: Source,
    xmin: float,
    ymin: float,
    xmax: float,
    ymax: float,
    patch_size: int,
    gsd: float,
    most: int | None = None,
) -> Cover:
    """Cover a box with patches, all inside the raster.

    Parameters
    ----------
    source : Source
    xmin, ymin, xmax, ymax : float
        In the source's CRS; what sticks out of the raster is left out. Where the box is narrower
        than a patch, the patches are centred on it.
    patch_size, gsd
        See `patch_pixels`.
    most : int, optional
        Take a regular sample of at most so many.

    Raises
    ------
    OutsideRasterError, TooSmallError
    """
    corners = np.array([(xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax)])
    pixels = np.round(source.to_pixels(corners), 3)
    low, high = pixels.min(axis=0), pixels.max(axis=0)
    if not (np.all(low <= source.size) and np.all(high >= 0)):
        raise OutsideRasterError(path=source.path)
    patch = patch_pixels(source, patch_size, gsd)
    cols, rows = (starts(*place) for place in zip(low, high, patch, source.size))
    whole = len(cols) * len(rows)
    if most is not None:
        cols, rows = _sampled(cols, rows, max(1, most))
    return Cover([Window(int(col), int(row), *patch) for row in rows for col in cols], whole)


def starts(low: float, high: float, patch: int, size: int) -> npt.NDArray[np.int64]:
    """First pixels of the patches that cover a stretch of one axis, evenly spread over it."""
    low, high = math.floor(max(0, low)), math.ceil(min(size, high))
    if high - low <= patch:
        return np.array([min(max(0, round((low + high - patch) / 2)), size - patch)])
    count = -(-(high - low) // patch)
    return np.rint(np.linspace(low, high - patch, count)).astype(np.int64)


def _sampled(
    cols: npt.NDArray[np.int64], rows: npt.NDArray[np.int64], most: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Thin out columns and rows alike, until at most so many patches are left."""
    if len(cols) * len(rows) <= most:
        return cols, rows
    across = min(len(cols), most, max(1, round(math.sqrt(most * len(cols) / len(rows)))))
    down = min(len(rows), most // across)
    across = min(len(cols), most // down)
    return cols[middles(len(cols), across)], rows[middles(len(rows), down)]


def middles(length: int, count: int) -> npt.NDArray[np.int64]:
    """Places of a regular sample: the middles of `count` equal stretches of a list."""
    return ((np.arange(count) + 0.5) * length / count).astype(np.int64)
