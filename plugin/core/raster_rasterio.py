"""Rasters through rasterio, in a plain Python. Never imported into QGIS's process. See `raster`."""

from __future__ import annotations

import itertools
import os
import warnings
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from . import zipped
from .errors import MissingPackageError, NoCrsError, RasterFileError
from .raster_base import Raster
from .saying import say

try:
    import rasterio
    import rasterio.crs
    import rasterio.errors
    import rasterio.io
    import rasterio.warp
    import rasterio.windows
    from rasterio._err import CPLE_BaseError
except ImportError as error:
    raise MissingPackageError(
        purpose=say("Reading rasters"),
        name="rasterio",
        remedy=say("Install it with pip, or run inside QGIS, which brings GDAL."),
    ) from error

_ERRORS = (rasterio.errors.RasterioError, OSError)
_serial = itertools.count()


class RasterioRaster(Raster):
    """A `Raster` on a rasterio data set."""

    _dataset: Any
    _memory: list[Any]

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
        window = rasterio.windows.Window(col, row, width, height)
        try:
            return self._dataset.read(number, window=window, out_shape=shape)
        except _ERRORS as error:
            raise RasterFileError(path=self.path, problem=_problem(error)) from error

    def close(self) -> None:
        """Let the file go; see `Raster.close`."""
        self._dataset.close()
        for file in self._memory:
            file.close()
        self._memory = []


def _problem(error: BaseException) -> str:
    """Repeat what GDAL said: rasterio's own errors name it as their cause."""
    return str(error.__cause__ or error).strip().rstrip(".") or say("reading failed")


def open_raster(path: str) -> Raster:
    """Open a raster; `raster.open_raster` has checked that the file exists."""
    inside = zipped.split(path)
    files = zipped.read(path, *inside) if inside else None
    if files is not None:
        return _from_memory(path, files)
    name = f"/vsizip/{inside[0]}/{inside[1]}" if inside else path
    return _described(path, _opened(path, rasterio.open, name, sharing=False))


def _from_memory(path: str, files: dict[str, bytes]) -> Raster:
    folder = f"lookalike-{os.getpid()}-{next(_serial)}"
    memory = [
        rasterio.io.MemoryFile(data, dirname=folder, filename=name) for name, data in files.items()
    ]
    raster = _described(path, _opened(path, memory[0].open))
    raster._memory = memory
    return raster


def _opened(path: str, opener: Any, *args: Any, **options: Any) -> Any:
    try:
        # A raster without a place is our error to tell, where it matters.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
            dataset = opener(*args, **options)
    except _ERRORS as error:
        raise RasterFileError(path=path, problem=_problem(error)) from error
    if dataset.count == 0:
        raise RasterFileError(path=path, problem=say("it has no bands of its own"))
    if np.dtype(dataset.dtypes[0]).kind not in "iuf":
        problem = say("numbers of type {name} are no image", name=dataset.dtypes[0])
        raise RasterFileError(path=path, problem=problem)
    return dataset


def _described(path: str, dataset: Any) -> RasterioRaster:
    nodata = dataset.nodata
    raster = RasterioRaster(
        path=path,
        width=dataset.width,
        height=dataset.height,
        count=dataset.count,
        dtype=dataset.dtypes[0],
        crs=_crs(dataset.crs) if dataset.crs else "",
        transform=dataset.transform.to_gdal(),
        descriptions=[text or "" for text in dataset.descriptions],
        colours=[colour.name.lower() for colour in dataset.colorinterp],
        nodata=None if nodata is None or np.isnan(nodata) else float(nodata),
        scale=dataset.scales[0],
        offset=dataset.offsets[0],
        tags=dataset.tags(),
    )
    raster._dataset = dataset
    raster._memory = []
    return raster


@lru_cache(maxsize=64)
def _crs(crs: Any) -> str:
    """``EPSG:n`` where the CRS says so or is one of EPSG's beyond doubt."""
    code = crs.to_epsg()
    text = f"EPSG:{code}" if code else crs.to_wkt()
    return text if _is_of_the_earth(text) else ""


def _is_of_the_earth(crs: str) -> bool:
    """Whether a CRS leads anywhere on the Earth; that of a building site or of Mars does not."""
    try:
        transform(crs, "EPSG:4326", np.zeros((1, 2)))
    except NoCrsError:
        return False
    return True


def transform(source: str, target: str, points: npt.NDArray[np.float64]) -> Any:
    """Transform points (n, 2) between two CRS; x before y in both."""
    ends = _reference(source), _reference(target)
    try:
        moved = rasterio.warp.transform(*ends, points[:, 0], points[:, 1])
    except (rasterio.errors.CRSError, CPLE_BaseError) as error:  # there is no way between them
        raise NoCrsError(path=say("What calls itself “{name}”", name=source[:40])) from error
    return np.stack(moved, axis=1)


@lru_cache(maxsize=64)
def _reference(text: str) -> Any:
    try:
        return rasterio.crs.CRS.from_user_input(text)
    except rasterio.errors.CRSError as error:
        raise NoCrsError(path=say("What calls itself “{name}”", name=text[:40])) from error
