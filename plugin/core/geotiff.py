"""Write a grid of numbers as a tiled GeoTIFF, through GDAL's own bindings as QGIS has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import UnwritableError
from .raster_gdal import quiet, reference
from .replacing import replacing

OPTIONS = ("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=3", "BIGTIFF=IF_SAFER")
LEAST_OVERVIEW = 256  # px of the smallest overview's longer side


def write(
    path: str,
    values: npt.NDArray[np.float32],
    transform: Sequence[float],
    crs: str,
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
    description : str
        Of the band, as QGIS shows it.

    Raises
    ------
    UnwritableError
    """
    with replacing(path) as beside, quiet():
        try:
            _write(str(beside), values, transform, crs, description)
        except RuntimeError as problem:  # where GDAL's exceptions are on
            raise UnwritableError(path=path, reason=str(problem)) from problem


def _write(
    path: str,
    values: npt.NDArray[np.float32],
    transform: Sequence[float],
    crs: str,
    description: str,
) -> None:
    from osgeo import gdal

    gdal.ErrorReset()
    height, width = values.shape
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
    written = band.WriteRaster(0, 0, width, height, np.ascontiguousarray(values).data)
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
