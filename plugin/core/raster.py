"""The one place that opens rasters and turns their numbers into reflectance.

One contract, two thin backends: GDAL's own bindings, always there inside QGIS, and rasterio in a
plain Python. A backend describes a raster and reads blocks of whole pixels; everything else
(resampling, nodata, radiometry) is done here, so that both give the same numbers.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from types import ModuleType, TracebackType
from typing import Literal, NamedTuple, Optional

import numpy as np
import numpy.typing as npt

from . import resample, zipped
from .errors import BandsError, FileMissingError, OutsideRasterError, RasterFileError
from .raster_base import Array, Box, Raster, Transform
from .saying import say
from .source import Source, Window

Backend = Optional[Literal["osgeo", "rasterio"]]


GLANCE = 4  # pixels a pixel of a picture, above which some are left out
LEAST_DATA = 0.5  # share of a patch's pixels that must have data, to be coded or asked with


# -- backends -------------------------------------------------------------------------------------


def backend_name() -> Literal["osgeo", "rasterio"]:
    """Which backend this process has: GDAL's bindings wherever they can be imported."""
    # Inside QGIS a rasterio wheel would be a second GDAL in the process, so it is never tried.
    return "osgeo" if "qgis" in sys.modules or _has_osgeo() else "rasterio"


@lru_cache(maxsize=1)
def _has_osgeo() -> bool:
    return importlib.util.find_spec("osgeo") is not None


def _backend(name: Backend = None) -> ModuleType:
    if (name or backend_name()) == "osgeo":
        from . import raster_gdal

        return raster_gdal
    from . import raster_rasterio

    return raster_rasterio


def open_raster(path: str | os.PathLike[str], backend: Backend = None) -> Raster:
    """Open a raster.

    Parameters
    ----------
    path : path
        A file; one inside a zip (``archive.zip/inner/file.jpg``); or a name of GDAL's own
        (``/vsicurl/…``, ``SENTINEL2_L1C:…``).
    backend : {"osgeo", "rasterio"}, optional
        For tests; by default what this process has.

    Raises
    ------
    FileMissingError, RasterFileError, MissingPackageError
    """
    text = os.fspath(path)
    if not _is_text(text):
        raise RasterFileError(path=text, problem=say("its name has bytes that are no characters"))
    named_by_gdal = text.startswith("/vsi") or re.match(r"[A-Za-z0-9_]{2,}:", text)
    if zipped.split(text) is None and not named_by_gdal and not os.path.exists(text):
        raise FileMissingError(path=text)
    raster: Raster = _backend(backend).open_raster(text)
    return raster


def _is_text(name: str) -> bool:
    """Whether a name is more than bytes, which is all that an old drive may know of it."""
    return not re.search("[\ud800-\udfff]", name)


def gdal_path(path: str) -> str:
    """Path as GDAL and QGIS want it: one into a zip gets its ``/vsizip/``."""
    inside = zipped.split(path)
    return path if inside is None else f"/vsizip/{inside[0]}/{inside[1]}"


# -- places ---------------------------------------------------------------------------------------


def lonlat(
    crs: str, points: npt.NDArray[np.floating], backend: Backend = None
) -> npt.NDArray[np.float64]:
    """Points (n, 2) of x, y in a CRS to (n, 2) of longitude, latitude (WGS 84).

    Points that have no place there become infinite.

    Raises
    ------
    NoCrsError
        If the CRS is not understood.
    """
    return _transformed(crs, "EPSG:4326", points, backend)


def from_lonlat(
    crs: str, points: npt.NDArray[np.floating], backend: Backend = None
) -> npt.NDArray[np.float64]:
    """Inverse of `lonlat`."""
    return _transformed("EPSG:4326", crs, points, backend)


def _transformed(
    source: str, target: str, points: npt.NDArray[np.floating], backend: Backend
) -> npt.NDArray[np.float64]:
    points = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if source == target or not len(points):
        return points.copy()
    moved = _backend(backend).transform(source, target, points)
    return np.asarray(moved, dtype=np.float64)


# -- sources --------------------------------------------------------------------------------------


class SourceReader:
    """Reads patches of a source in reflectance; keeps its files open; belongs to one thread.

    Parameters
    ----------
    source : Source
    backend : {"osgeo", "rasterio"}, optional
        See `open_raster`.
    """

    def __init__(self, source: Source, backend: Backend = None) -> None:
        self.source = source
        self._backend: Backend = backend
        self._rasters: dict[str, Raster] = {}

    def patch(
        self, window: Box, bands: Sequence[str], size: int
    ) -> tuple[npt.NDArray[np.float32], float]:
        """Read one patch.

        Parameters
        ----------
        window : 4 numbers
            In pixels of the source's reference grid. Each band is found through its own file's
            georeferencing, whatever its resolution and origin.
        bands : sequence of str
            Which, in this order.
        size : int
            Width and height of the patch in pixels; bands are resampled to it.

        Returns
        -------
        reflectance : (len(bands), size, size) array of float32
            0 where there is no data.
        valid : float
            Share of pixels that have data, 0 to 1. A pixel has none where a band has its nodata
            value, is not a number or ends; without a nodata value also where all bands are 0, if
            they are integers (the mission's own mark).

        Raises
        ------
        OutsideRasterError
            If the window lies wholly beside the source.
        BandsError, FileMissingError, RasterFileError
        """
        self._check_inside(window)
        reflectance = np.empty((len(bands), size, size), dtype=np.float32)
        missing = np.zeros((size, size), dtype=bool)
        zero = np.ones((size, size), dtype=bool)
        for channel, band in enumerate(bands):
            numbers, gaps, zeros = self._numbers(band, window, size)
            radiometry = self.source.radiometry
            reflectance[channel] = numbers * radiometry.scale + radiometry.offset
            reflectance[channel][zeros] = 0
            missing |= gaps
            zero &= zeros
        missing |= zero
        reflectance[:, missing] = 0
        return reflectance, 1.0 - float(missing.mean())

    def with_data(
        self, windows: Iterable[Window], bands: Sequence[str], size: int
    ) -> Iterator[tuple[Window, npt.NDArray[np.float32]]]:
        """Read patches as `patch` does, those alone that have data enough to be coded."""
        for window in windows:
            reflectance, valid = self.patch(window, bands, size)
            if valid >= LEAST_DATA:
                yield window, reflectance

    def glance(self, window: Box, bands: Sequence[str], size: int) -> npt.NDArray[np.float32]:
        """Read a window for people to look at; of a large one only some pixels are read.

        Parameters
        ----------
        window, bands, size
            As `patch`.

        Returns
        -------
        (len(bands), size, size) array of float32
            Reflectance; 0 where there is no data.
        """
        if max(window[2], window[3]) <= GLANCE * size:
            return self.patch(window, bands, size)[0]
        self._check_inside(window)
        return np.stack([self._glanced(band, window, size) for band in bands])

    def _glanced(self, band: str, window: Box, size: int) -> npt.NDArray[np.float32]:
        raster, number = self._raster(band)
        col, row, width, height = self._window_in(raster, window)
        edges = ((col, width, raster.width), (row, height, raster.height))
        across, down = (_inside(start, length, limit, size) for start, length, limit in edges)
        seen = np.zeros((size, size), np.float32)
        if not across.new or not down.new:
            return seen
        block = raster.block(
            number, across.first, down.first, across.length, down.length, (down.new, across.new)
        )
        radiometry = self.source.radiometry
        reflectance = block * radiometry.scale + radiometry.offset
        empty = 0 if self.source.nodata is None else self.source.nodata
        reflectance[~np.isfinite(reflectance) | (block == empty)] = 0
        seen[down.at : down.at + down.new, across.at : across.at + across.new] = reflectance
        return seen

    def _check_inside(self, window: Box) -> None:
        col, row, width, height = window
        columns, rows = self.source.size
        if col >= columns or row >= rows or col + width <= 0 or row + height <= 0:
            raise OutsideRasterError(path=self.source.path)

    def _numbers(
        self, band: str, window: Box, size: int
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Read a band on the patch's grid: its numbers; where it has none; where they say 0."""
        raster, number = self._raster(band)
        rows, columns = raster.axes(self._window_in(raster, window), (size, size))
        block = raster.pixels(number, rows, columns)
        numbers, missing = _filled(rows, columns, block, self.source.nodata)
        missing |= rows.outside[:, None] | columns.outside[None, :]
        marked = self.source.nodata is None and block.dtype.kind in "iu"
        return numbers, missing, (numbers == 0) if marked else np.zeros_like(missing)

    def _raster(self, band: str) -> tuple[Raster, int]:
        if band not in self.source.bands:
            found = ", ".join(self.source.bands) or say("no known band")
            raise BandsError(path=self.source.path, missing=band, found=found)
        path, number = self.source.bands[band]
        if path not in self._rasters:
            full = full_path(self.source.root, path)
            self._rasters[path] = open_raster(full, self._backend)
        return self._rasters[path], number

    def _window_in(self, raster: Raster, window: Box) -> Box:
        """Find the window in pixels of a band's own grid."""
        if raster.transform == self.source.transform:
            return window
        return window_between(self.source.transform, raster.transform, window)

    def close(self) -> None:
        """Close all files."""
        for raster in self._rasters.values():
            raster.close()
        self._rasters.clear()

    def __enter__(self) -> SourceReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Inside(NamedTuple):
    """One axis of a picture: raster pixels from `first`, shown on `new` pixels from `at`."""

    first: int
    length: int
    at: int
    new: int


def _inside(start: float, length: float, limit: int, size: int) -> _Inside:
    """Clip a stretch of raster pixels to the raster, and find where that lies in a picture."""
    first, last = max(0, round(start)), min(limit, round(start + length))
    at, end = (round((edge - start) * size / length) for edge in (first, last))
    at, end = max(0, at), min(size, end)
    return _Inside(first, last - first, at, max(0, end - at))


def full_path(root: str, path: str) -> str:
    """Path of a source's file; those of an archive are relative to its root."""
    return os.path.join(root, path) if root else path


def window_between(source: Transform, target: Transform, window: Box) -> Box:
    """Find a window in the pixels of another, parallel grid: left, top, width, height."""
    left, top = _pixel_between(source, target, window[0], window[1])
    right, bottom = _pixel_between(source, target, window[0] + window[2], window[1] + window[3])
    return left, top, right - left, bottom - top


def _pixel_between(
    source: Transform, target: Transform, col: float, row: float
) -> tuple[float, float]:
    x = source[0] + source[1] * col + source[2] * row - target[0]
    y = source[3] + source[4] * col + source[5] * row - target[3]
    _, dx, rx, _, ry, dy = target
    determinant = dx * dy - rx * ry
    return (dy * x - rx * y) / determinant, (dx * y - ry * x) / determinant


def _filled(
    rows: resample.Axis, columns: resample.Axis, block: Array, nodata: float | None
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Resample the pixels that have data, each by its weight; and where they are the minority."""
    has_data = np.isfinite(block) if block.dtype.kind == "f" else np.ones(block.shape, dtype=bool)
    if nodata is not None:
        has_data &= block != nodata
    if has_data.all():
        numbers = resample.apply(rows, columns, block)
        return numbers, np.zeros(numbers.shape, dtype=bool)
    weight = resample.apply(rows, columns, has_data)
    numbers = resample.apply(rows, columns, np.where(has_data, block, 0))
    return numbers / np.where(weight > 0, weight, 1), weight < 0.5
