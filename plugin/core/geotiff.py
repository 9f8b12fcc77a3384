"""Write a grid of numbers as a tiled GeoTIFF, through GDAL's own bindings as QGIS has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import UnwritableError
from .raster_gdal import quiet, reference
from .replacing import replacing

PACKED = ("COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=3")
OPTIONS = ("TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER", *PACKED)
LEAST_OVERVIEW = 256  # px of the smallest overview's longer side


def write(
    path: str,
    values: npt.NDArray[np.float32],
    transform: Sequence[float],
    crs: str,
    beyond: int,
    description: str,
) -> None:
    """Write one band of float32 with overviews; the file is whole or not there.

    Parameters
    ----------
    path : str
        An existing file is replaced.
    values : (height, width) array of float32
        NaN where there is no data.
    transform : 6 floats
        GDAL's geotransform.
    crs : str
        As of `Source`.
    beyond : int
        So many of the last columns lie beyond the antimeridian: the raster is as wide as the
        world then, with nothing between, as QGIS draws both sides of no other.
    description : str
        Of the band, as QGIS shows it.

    Raises
    ------
    UnwritableError
    """
    with replacing(path) as beside, quiet():
        try:
            _write(str(beside), values, transform, crs, beyond, description)
        except RuntimeError as problem:  # where GDAL's exceptions are on
            raise UnwritableError(path=path, reason=str(problem)) from problem


def _write(
    path: str,
    values: npt.NDArray[np.float32],
    transform: Sequence[float],
    crs: str,
    beyond: int,
    description: str,
) -> None:
    from osgeo import gdal

    gdal.ErrorReset()
    height, width = values.shape
    pieces = [(0, values)]
    if beyond:
        here, there = np.split(values, [width - beyond], axis=1)
        width = round(360 / transform[1])
        pieces = [(width - here.shape[1], here), (0, there)]
        transform = (-180.0, *transform[1:])
    driver = gdal.GetDriverByName("GTiff")
    dataset: Any = driver.Create(path, width, height, 1, gdal.GDT_Float32, list(OPTIONS))
    if dataset is None:  # where GDAL's exceptions are off
        raise OSError(gdal.GetLastErrorMsg() or "GDAL could not make it")
    dataset.SetGeoTransform(list(transform))
    dataset.SetProjection(reference(crs).ExportToWkt())
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(float("nan"))
    band.SetDescription(description)
    # Not WriteArray: it needs gdal_array, which fits one version of numpy only.
    written = 0
    for left, piece in pieces:
        size, data = (piece.shape[1], height), np.ascontiguousarray(piece).data
        written = written or band.WriteRaster(left, 0, *size, data)
    levels = _overviews(max(width, height))
    if levels:
        written = written or dataset.BuildOverviews("AVERAGE", levels)
    band = dataset = None  # which writes the rest, and does not say whether it could
    if written or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise OSError(gdal.GetLastErrorMsg() or "GDAL could not write it")


def _overviews(size: int) -> list[int]:
    """Factors 2, 4, 8, … as long as there is something to make smaller."""
    levels, factor = [], 2
    while size // factor >= LEAST_OVERVIEW // 2:
        levels.append(factor)
        factor *= 2
    return levels
