"""Where the patches of a EuroSAT archive lie, from the sidecars in the same zip."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import numpy as np

from .errors import DataError

_SRS = re.compile(r"EPSG:(\d+)")
_TRANSFORM = re.compile(r"<GeoTransform>([^<]+)<")


def centres(path: Path, names: Sequence[str], size: int) -> np.ndarray:
    """Read the centres of patches.

    Parameters
    ----------
    path
        Zip with a GDAL sidecar `NAME.jpg.aux.xml` beside each patch.
    names
        Of the patches.
    size
        Edge of a patch in pixels.

    Returns
    -------
    numpy.ndarray
        float64 (n, 2), longitude and latitude; NaN where a patch has no sidecar.

    Raises
    ------
    DataError
        If there is no such zip.
    """
    from rasterio.warp import transform

    found = {}
    if not zipfile.is_zipfile(path):
        raise DataError(f"{path} is no zip: patches in it cannot be split by longitude.")
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if member.endswith(".aux.xml"):
                name = PurePosixPath(member).name.split(".")[0]
                found[name] = _projected(archive.read(member).decode(), size)
    places = np.full((len(names), 2), np.nan)
    rows = {name: i for i, name in enumerate(names) if found.get(name)}
    for zone in {found[name][0] for name in rows}:
        inside = [name for name in rows if found[name][0] == zone]
        x, y = zip(*(found[name][1:] for name in inside))
        lon, lat = transform(f"EPSG:{zone}", "EPSG:4326", x, y)
        places[[rows[name] for name in inside]] = np.stack([lon, lat], axis=1)
    return places


def _projected(text: str, size: int) -> tuple[str, float, float] | None:
    srs, numbers = _SRS.search(text), _TRANSFORM.search(text)
    if not srs or not numbers:
        return None
    left, across, _, top, _, down = (float(v) for v in numbers.group(1).split(","))
    return srs.group(1), left + across * size / 2, top + down * size / 2
