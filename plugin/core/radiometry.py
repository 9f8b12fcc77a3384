"""What stored numbers mean: metadata where there is any, else a named profile that the user sees.

Mixing two radiometries up is the silent error that ruins results, so each is a named value that
sources, indexes and the interface carry along.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from . import sentinel2
from .errors import RadiometryError
from .saying import say
from .source import Radiometry

RADIOMETRIES = {
    one.name: one
    for one in (
        Radiometry("s2-offset", 1e-4, -0.1),
        Radiometry("s2", 1e-4, 0.0),
        # Measured on patches that exist in both forms: clip(DN / 2750 × 255) of Level-1C.
        Radiometry("eurosat-rgb", 0.275 / 255, 0.0),
        # ESA's true-colour images saturate at these reflectances.
        Radiometry("tci-l1c", 0.3558 / 255, 0.0),
        Radiometry("tci-l2a", 0.2 / 255, 0.0),
        Radiometry("reflectance", 1.0, 0.0),
    )
}

OFFSET_SINCE = 4.0  # processing baseline that first added 1000 to the numbers


def titles() -> dict[str, str]:
    """Say what each profile means, for a person."""
    return {
        "s2-offset": say(
            "Level-1C/2A numbers, processing baseline 04.00 or later: (value − 1000) / 10000"
        ),
        "s2": say("Level-1C/2A numbers, older baseline or harmonised: value / 10000"),
        "eurosat-rgb": say("8-bit EuroSAT RGB: value / 255 × 0.275"),
        "tci-l1c": say("8-bit true colour of Level-1C: 255 is 0.3558"),
        "tci-l2a": say("8-bit true colour of Level-2A: 255 is 0.2"),
        "reflectance": say("Reflectance as it is: 0.2 is 20 %"),
    }


def may_be_offset(radiometry: Radiometry) -> bool:
    """Whether numbers were taken as plain without anybody having said so."""
    return not radiometry.stated and radiometry.name == "s2"


def looks_offset(radiometry: Radiometry, lowest: float) -> bool:
    """Whether numbers that were assumed to be plain look as if they carried the offset.

    Baseline 04.00 added 1000 to all numbers. Imagery whose darkest pixel is brighter than that is
    rare (there is no water, shadow or forest in it), so it probably carries the offset.

    Parameters
    ----------
    radiometry : Radiometry
        As it was assumed.
    lowest : float
        The smallest reflectance that it gives, over many pixels with data.
    """
    offset = -RADIOMETRIES["s2-offset"].offset
    return may_be_offset(radiometry) and offset <= lowest < np.inf


def offset_notice(names: Sequence[str], total: int) -> str:
    """Say which of so many images look as if they carried the offset; empty where none does."""
    if not names:
        return ""
    found = say(
        "Images read as “s2” without any number below 1000: {count} of {total} ({names}). This is "
        "what processing baseline 04.00 or later looks like.",
        count=len(names),
        total=total,
        names=names[0] + (", …" if len(names) > 1 else ""),
    )
    if len(names) == total:
        advice = say("If it is that, build again with “s2-offset”.")
    else:
        advice = say("If it is that, these need an index of their own, built with “s2-offset”.")
    return f"{found} {advice}"


def radiometry_of(
    dtype: str,
    path: str = "",
    tags: Mapping[str, str] | None = None,
    scale: float | None = None,
    offset: float | None = None,
    name: str | None = None,
) -> Radiometry:
    """How the numbers of a raster become reflectance.

    In this order: what the user says; what the file states for its bands; what the product's
    metadata or name says (baseline, true-colour image); else an assumption by data type, which
    has ``stated=False`` so that the interface can ask.

    Parameters
    ----------
    dtype : str
        Data type of the bands.
    path : str
        Its folders and name may carry the product's name.
    tags : mapping, optional
        GDAL metadata of the data set.
    scale, offset : float, optional
        GDAL's scale and offset of the bands, where set.
    name : str, optional
        A profile that the user chose.

    Raises
    ------
    RadiometryError
        If no profile has that name.
    """
    if name:
        return replace(_named(name), stated=True)
    if scale is not None and (scale, offset or 0.0) != (1.0, 0.0):
        return _from_file(scale, offset or 0.0)
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return RADIOMETRIES["reflectance"]
    if kind.itemsize == 1:
        return _eight_bit(path)
    return _numbers(path, tags or {})


def _named(name: str) -> Radiometry:
    try:
        return RADIOMETRIES[name]
    except KeyError:
        raise RadiometryError(name=name, known=", ".join(RADIOMETRIES)) from None


def _from_file(scale: float, offset: float) -> Radiometry:
    for name, known in RADIOMETRIES.items():
        if np.isclose(known.scale, scale, rtol=1e-6) and np.isclose(known.offset, offset):
            return replace(_named(name), stated=True)
    return Radiometry("file", scale, offset, stated=True)


def _eight_bit(path: str) -> Radiometry:
    """Tell the true-colour image of a product, by its name, from other 8-bit images."""
    stem = PurePosixPath(path.replace("\\", "/")).stem.upper()
    if not re.search(r"(?<![A-Z0-9])TCI(?![A-Z0-9])", stem):
        return RADIOMETRIES["eurosat-rgb"]
    # Only Level-2A writes its images on several grids and names the grid.
    level = sentinel2.product_of(path).level or ("L2A" if sentinel2.grid_of(stem) else "L1C")
    return replace(RADIOMETRIES[f"tci-{level.lower()}"], stated=True)


def _numbers(path: str, tags: Mapping[str, str]) -> Radiometry:
    baseline = _baseline(tags) or sentinel2.product_of(tags.get("PRODUCT_URI", "")).baseline
    if baseline is None:
        baseline = sentinel2.product_of(path).baseline
    if baseline is None:
        return RADIOMETRIES["s2"]
    return replace(RADIOMETRIES["s2-offset" if baseline >= OFFSET_SINCE else "s2"], stated=True)


def _baseline(tags: Mapping[str, str]) -> float | None:
    """Baseline from a product's metadata (``04.00``); 99.99, somebody's own processing, is None."""
    match = re.fullmatch(r"(\d\d\.\d\d)", tags.get("PROCESSING_BASELINE", ""))
    return float(match[1]) if match and match[1] != "99.99" else None
