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
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import ModuleType, TracebackType
from typing import Any, Literal, Optional

import numpy as np
import numpy.typing as npt

from . import resample, zipped
from .errors import BandsError, FileMissingError, OutsideRasterError
from .source import Source

Backend = Optional[Literal["osgeo", "rasterio"]]
Array = npt.NDArray[Any]
Box = Sequence[float]  # left column, top row, width and height in pixels; may be fractions
Transform = tuple[float, float, float, float, float, float]

IDENTITY: Transform = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass
class Raster(ABC):
    """An open raster; it belongs to one thread at a time.

    Attributes
    ----------
    path : str
    width, height, count : int
        Pixels, and number of bands.
    dtype : str
        numpy's name of the first band's data type.
    crs : str
        ``EPSG:n`` where identifiable, else WKT; "" where there is none.
    transform : 6 floats
        GDAL's geotransform; `IDENTITY` where there is none.
    descriptions, colours : list of str
        One a band: its description ("" without), its colour interpretation in lower case.
    nodata, scale, offset : float or None
        Of the first band.
    tags : mapping
        Metadata of the data set.
    """

    path: str
    width: int
    height: int
    count: int
    dtype: str
    crs: str = ""
    transform: Transform = IDENTITY
    descriptions: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    nodata: float | None = None
    scale: float | None = None
    offset: float | None = None
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def georeferenced(self) -> bool:
        """Whether its pixels have a place on the Earth."""
        return bool(self.crs) and self.transform != IDENTITY

    @abstractmethod
    def block(self, number: int, col: int, row: int, width: int, height: int) -> Array:
        """Read whole pixels inside the raster as they are: (height, width) of the native dtype.

        Raises
        ------
        RasterFileError
        """

    @abstractmethod
    def close(self) -> None:
        """Let the file go."""

    def read(
        self, number: int, window: Box | None = None, shape: tuple[int, int] | None = None
    ) -> Array:
        """Read a window of a band, resampled where its scale or its grid differs.

        Parameters
        ----------
        number : int
            Band, from 1.
        window : 4 floats, optional
            Left column, top row, width, height; everything by default. Beyond the raster its edge
            is repeated.
        shape : (height, width), optional
            Of the result; by default one pixel a pixel.

        Returns
        -------
        (height, width) array of the native dtype

        Raises
        ------
        BandsError, RasterFileError
        """
        box = window if window is not None else (0, 0, self.width, self.height)
        rows, columns = self.axes(box, shape or (round(box[3]), round(box[2])))
        block = self.pixels(number, rows, columns)
        if rows.matrix is None and columns.matrix is None:
            return block
        values = resample.apply(rows, columns, block)
        return (values if block.dtype.kind == "f" else np.rint(values)).astype(block.dtype)

    def axes(self, window: Box, shape: tuple[int, int]) -> tuple[resample.Axis, resample.Axis]:
        """Weights for rows and columns of a window."""
        col, row, width, height = (_snapped(float(number)) for number in window)
        return (
            resample.axis(row, height, shape[0], self.height),
            resample.axis(col, width, shape[1], self.width),
        )

    def pixels(self, number: int, rows: resample.Axis, columns: resample.Axis) -> Array:
        """Read the block that `resample.apply` wants for these axes."""
        if not 1 <= number <= self.count:
            raise BandsError(path=self.path, missing=f"number {number}", found=f"{self.count}")
        width, height = columns.last - columns.first, rows.last - rows.first
        return self.block(number, columns.first, rows.first, width, height)

    def __enter__(self) -> Raster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


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
    named_by_gdal = text.startswith("/vsi") or re.match(r"[A-Za-z0-9_]{2,}:", text)
    if zipped.split(text) is None and not named_by_gdal and not os.path.exists(text):
        raise FileMissingError(path=text)
    raster: Raster = _backend(backend).open_raster(text)
    return raster


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
            found = ", ".join(self.source.bands) or "no known band"
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


def _snapped(number: float) -> float:
    """Take what is within a thousandth of whole as whole: geotransforms are rounded numbers."""
    whole = round(number)
    return float(whole) if abs(number - whole) < 1e-3 else round(number, 6)


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
