"""Writes small rasters for tests, with whichever library the interpreter has."""

from __future__ import annotations

import numpy as np

from lookalike.plugin.core import raster

TRANSFORM = (600_000.0, 10.0, 0.0, 5_000_000.0, 0.0, -10.0)
CRS = "EPSG:32632"


def write_raster(
    path,
    pixels,
    *,
    transform=TRANSFORM,
    crs=CRS,
    nodata=None,
    descriptions=(),
    colours=(),
    tags=None,
    driver="GTiff",
    options=None,
):
    """Write (bands, height, width) or (height, width) of any dtype; returns the path as text."""
    pixels = np.atleast_3d(pixels.T).T
    writer = _with_gdal if raster.backend_name() == "osgeo" else _with_rasterio
    path.parent.mkdir(parents=True, exist_ok=True)
    named = dict(enumerate(descriptions, 1)), dict(enumerate(colours, 1))
    writer(str(path), pixels, transform, crs, nodata, *named, tags or {}, driver, options or {})
    return str(path)


def has_driver(name):
    if raster.backend_name() == "osgeo":
        from osgeo import gdal

        return gdal.GetDriverByName(name) is not None
    from rasterio.env import Env

    with Env() as env:
        return name in env.drivers()


def _with_gdal(path, pixels, transform, crs, nodata, descriptions, colours, tags, driver, options):
    from osgeo import gdal, osr

    codes = {"uint8": 1, "uint16": 2, "int16": 3, "float32": 6, "float64": 7}
    count, height, width = pixels.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, count, codes[str(pixels.dtype)])
    if transform:
        memory.SetGeoTransform(transform)
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        memory.SetProjection(reference.ExportToWkt())
    memory.SetMetadata(tags)
    for number in range(1, count + 1):
        band = memory.GetRasterBand(number)
        band.WriteRaster(0, 0, width, height, np.ascontiguousarray(pixels[number - 1]).tobytes())
        band.SetDescription(descriptions.get(number, ""))
        if number in colours:
            names = {
                "red": gdal.GCI_RedBand,
                "green": gdal.GCI_GreenBand,
                "blue": gdal.GCI_BlueBand,
            }
            band.SetColorInterpretation(names[colours[number]])
        if nodata is not None:
            band.SetNoDataValue(nodata)
    listed = [f"{name}={value}" for name, value in options.items()]
    copy = gdal.GetDriverByName(driver).CreateCopy(path, memory, options=listed)
    copy.FlushCache()


def _with_rasterio(
    path, pixels, transform, crs, nodata, descriptions, colours, tags, driver, options
):
    import warnings

    import rasterio
    from rasterio.enums import ColorInterp
    from rasterio.shutil import copy
    from rasterio.transform import Affine

    count, height, width = pixels.shape
    place = {"transform": Affine.from_gdal(*transform)} if transform else {}
    if crs:
        place["crs"] = crs
    with warnings.catch_warnings(), rasterio.io.MemoryFile() as memory:
        warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
        with memory.open(
            driver="GTiff",
            width=width,
            height=height,
            count=count,
            dtype=str(pixels.dtype),
            nodata=nodata,
            **place,
        ) as dataset:
            dataset.write(pixels)
            dataset.update_tags(**tags)
            for number, text in descriptions.items():
                dataset.set_band_description(number, text)
            if colours:
                dataset.colorinterp = [ColorInterp[colours[n]] for n in sorted(colours)]
        copy(memory.name, path, driver=driver, **options)
