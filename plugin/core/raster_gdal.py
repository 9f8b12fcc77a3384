"""Rasters through GDAL's own bindings, as QGIS has them. See `raster`.

`UseExceptions` is global to all plugins of a QGIS, so it is left as it is: errors are recognised
whether it is on or off.
"""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt

from . import zipped
from .errors import NoCrsError, RasterFileError
from .raster_base import IDENTITY, Raster
from .saying import say

_DTYPES = {
    "Byte": "uint8",
    "Int8": "int8",
    "UInt16": "uint16",
    "Int16": "int16",
    "UInt32": "uint32",
    "Int32": "int32",
    "UInt64": "uint64",
    "Int64": "int64",
    "Float32": "float32",
    "Float64": "float64",
}
_serial = itertools.count()
_local = threading.local()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep GDAL's messages off the console of this thread."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _problem(said: object) -> str:
    """Repeat what GDAL said, as a part of our sentence."""
    return str(said).strip().rstrip(".")


class GdalRaster(Raster):
    """A `Raster` on a GDAL data set."""

    _dataset: Any
    _memory: list[str]

    def block(
        self,
        number: int,
        col: int,
        row: int,
        width: int,
        height: int,
        shape: tuple[int, int] | None = None,
    ) -> Any:
        """Read pixels; see `Raster.block`."""
        from osgeo import gdal

        band = self._dataset.GetRasterBand(number)
        dtype = _dtype(self.path, band)
        with quiet():
            try:
                # Not ReadAsArray: it needs gdal_array, which fits one version of numpy only.
                down, across = shape or (height, width)
                data = band.ReadRaster(col, row, width, height, across, down)
            except RuntimeError as error:
                raise RasterFileError(path=self.path, problem=_problem(error)) from error
            problem = gdal.GetLastErrorMsg()
        if data is None:
            raise RasterFileError(
                path=self.path, problem=_problem(problem) or say("reading failed")
            )
        return np.frombuffer(data, dtype=dtype).reshape(down, across)

    def close(self) -> None:
        """Let the file go; see `Raster.close`."""
        self._dataset = None
        _forget(self._memory)
        self._memory = []


def open_raster(path: str) -> Raster:
    """Open a raster; `raster.open_raster` has checked that the file exists."""
    inside = zipped.split(path)
    memory: list[str] = []
    name = path
    if inside is not None:
        name, memory = _unzipped(path, *inside)
    try:
        raster = _described(path, _opened(path, name))
    except RasterFileError:
        _forget(memory)
        raise
    raster._memory = memory
    return raster


def _forget(memory: list[str]) -> None:
    """Free what lies in GDAL's memory."""
    from osgeo import gdal

    for name in memory:
        gdal.Unlink(name)


def _unzipped(path: str, archive: str, member: str) -> tuple[str, list[str]]:
    """Put a small member and its sidecars into GDAL's memory; a large one is read in place."""
    from osgeo import gdal

    files = zipped.read(path, archive, member)
    if files is None:
        return f"/vsizip/{archive}/{member}", []
    folder = f"/vsimem/lookalike-{os.getpid()}-{next(_serial)}"
    names = [f"{folder}/{name}" for name in files]
    for name, data in zip(names, files.values()):
        gdal.FileFromMemBuffer(name, data)
    return names[0], names


def _opened(path: str, name: str) -> Any:
    from osgeo import gdal

    with quiet():
        try:
            dataset = gdal.OpenEx(name, gdal.OF_RASTER)
        except RuntimeError as error:
            raise RasterFileError(path=path, problem=_problem(error)) from error
        problem = gdal.GetLastErrorMsg()
    if dataset is None:
        raise RasterFileError(
            path=path, problem=_problem(problem) or say("GDAL does not know its format")
        )
    if dataset.RasterCount == 0:
        raise RasterFileError(path=path, problem=say("it has no bands of its own"))
    return dataset


def _described(path: str, dataset: Any) -> GdalRaster:
    from osgeo import gdal

    bands = [dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount)]
    raster = GdalRaster(
        path=path,
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        count=len(bands),
        dtype=_dtype(path, bands[0]),
        crs=_crs(dataset),
        transform=dataset.GetGeoTransform(can_return_null=True) or IDENTITY,
        descriptions=[band.GetDescription() or "" for band in bands],
        colours=[
            gdal.GetColorInterpretationName(band.GetColorInterpretation()).lower() for band in bands
        ],
        nodata=_number(bands[0].GetNoDataValue()),
        scale=bands[0].GetScale(),
        offset=bands[0].GetOffset(),
        tags=dataset.GetMetadata() or {},
    )
    raster._dataset = dataset
    return raster


def _dtype(path: str, band: Any) -> str:
    from osgeo import gdal

    name = gdal.GetDataTypeName(band.DataType)
    if name not in _DTYPES:
        raise RasterFileError(
            path=path, problem=say("numbers of type {name} are no image", name=name)
        )
    return _DTYPES[name]


def _number(value: float | None) -> float | None:
    """Nodata that is not a number needs no value: such pixels never have data."""
    return None if value is None or np.isnan(value) else float(value)


def _crs(dataset: Any) -> str:
    wkt = dataset.GetProjection()
    cache: dict[str, str] = _cache("crs")
    if wkt not in cache:
        cache[wkt] = _of_the_earth(_identified(wkt)) if wkt else ""
    return cache[wkt]


def _of_the_earth(crs: str) -> str:
    """Nothing instead of a CRS that leads nowhere on the Earth: of a building site, or of Mars."""
    try:
        _transformation(crs, "EPSG:4326")
    except NoCrsError:
        return ""
    return crs


def _identified(wkt: str) -> str:
    """``EPSG:n`` where the CRS says so or is one of EPSG's beyond doubt."""
    from osgeo import osr

    crs = osr.SpatialReference()
    with quiet():
        crs.ImportFromWkt(wkt)
        if crs.GetAuthorityName(None) == "EPSG":
            return f"EPSG:{crs.GetAuthorityCode(None)}"
        for match, confidence in crs.FindMatches() or []:
            if confidence >= 70 and match.GetAuthorityName(None) == "EPSG":
                return f"EPSG:{match.GetAuthorityCode(None)}"
    return wkt


def transform(source: str, target: str, points: npt.NDArray[np.float64]) -> Any:
    """Transform points (n, 2) between two CRS; x before y in both."""
    pair = _transformation(source, target)
    with quiet():
        moved = pair.TransformPoints(points.tolist())
    return np.array(moved, dtype=np.float64)[:, :2]


def _transformation(source: str, target: str) -> Any:
    """Make GDAL's way from one CRS to another, once a thread.

    Raises
    ------
    NoCrsError
        If there is none, or one of the two is not understood.
    """
    cache = _cache("transforms")
    if (source, target) not in cache:
        from osgeo import osr

        ends = reference(source), reference(target)
        with quiet():
            try:
                pair = osr.CreateCoordinateTransformation(*ends)
            except RuntimeError:
                pair = None
        if pair is None:
            raise NoCrsError(path=say("What calls itself “{name}”", name=source[:40]))
        cache[source, target] = pair
    return cache[source, target]


def _cache(name: str) -> dict[Any, Any]:
    """Get a dictionary of this thread alone: GDAL's CRS objects may not be shared."""
    caches: dict[str, dict[Any, Any]] = _local.__dict__.setdefault("caches", {})
    return caches.setdefault(name, {})


def reference(text: str) -> Any:
    """Make GDAL's CRS of a text; x before y.

    Raises
    ------
    NoCrsError
    """
    from osgeo import osr

    crs = osr.SpatialReference()
    try:
        failed = crs.SetFromUserInput(text) != 0
    except RuntimeError:
        failed = True
    if failed:
        raise NoCrsError(path=say("What calls itself “{name}”", name=text[:40]))
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs
