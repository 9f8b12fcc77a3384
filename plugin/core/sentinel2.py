"""What the Sentinel-2 mission defines: bands, their orders, products and their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .errors import BandOrderError

# -- bands ----------------------------------------------------------------------------------------


class Band(NamedTuple):
    """One band of the instrument: resolution in metres, centre wavelength in nanometres."""

    name: str
    resolution: int
    wavelength: int
    aliases: tuple[str, ...]


# Aliases are those of the common STAC catalogues (the `eo:common_name`s among them) and of habit.
_BANDS = (
    Band("B01", 60, 443, ("coastal", "coastal aerosol", "aerosol")),
    Band("B02", 10, 490, ("blue",)),
    Band("B03", 10, 560, ("green",)),
    Band("B04", 10, 665, ("red",)),
    Band("B05", 20, 705, ("rededge1", "red edge 1", "vegetation red edge 1", "rededge071")),
    Band("B06", 20, 740, ("rededge2", "red edge 2", "vegetation red edge 2", "rededge075")),
    Band("B07", 20, 783, ("rededge3", "red edge 3", "vegetation red edge 3", "rededge078")),
    Band("B08", 10, 842, ("nir", "near infrared", "nir wide", "nir1")),
    Band("B8A", 20, 865, ("nir08", "nir narrow", "narrow nir", "rededge4", "red edge 4")),
    Band("B09", 60, 945, ("nir09", "water vapour", "water vapor")),
    Band("B10", 60, 1375, ("cirrus",)),
    Band("B11", 20, 1610, ("swir16", "swir 1", "swir1")),
    Band("B12", 20, 2190, ("swir22", "swir 2", "swir2")),
)
BANDS: dict[str, Band] = {band.name: band for band in _BANDS}

_ESA = tuple(BANDS)  # B8A after B08, B10 after B09
_L2A = tuple(name for name in _ESA if name != "B10")

# Orders that stacked files without band names are found in.
ORDERS: dict[str, tuple[str, ...]] = {
    "Level-1C": _ESA,
    "EuroSAT": (*(name for name in _ESA if name != "B8A"), "B8A"),
    "Level-2A": _L2A,
    "Level-2A, B8A last": (*(name for name in _L2A if name != "B8A"), "B8A"),
    "10 and 20 m": tuple(name for name in _L2A if name not in ("B01", "B09")),
    "10 m, then 20 m": ("B02", "B03", "B04", "B08", "B05", "B06", "B07", "B8A", "B11", "B12"),
    "10 m": ("B02", "B03", "B04", "B08"),
    "true colour and near infrared": ("B04", "B03", "B02", "B08"),
}

_COLOURS = {"red": "B04", "green": "B03", "blue": "B02"}
_ALIASES = {alias.replace(" ", ""): band.name for band in _BANDS for alias in band.aliases}
_EXTENSION = re.compile(r"\.(tiff?|jp2|j2k|jpe?g|png|img|vrt|bsq|dat|nc)$", re.IGNORECASE)
_GRID = re.compile(r"[ _-](10|20|60)m$", re.IGNORECASE)
_BAND = re.compile(
    r"(?<![a-z0-9])b(?:and)?[ _-]?0?(8a|1[0-2]|[1-9])(?:[ _-]?(?:10|20|60)m)?(?![a-z0-9])",
    re.IGNORECASE,
)


def band_of(text: str) -> str | None:
    """Recognise a band in a description or file name.

    Parameters
    ----------
    text : str
        Such as ``B04``, ``Band 4``, ``B4, central wavelength 665 nm``, ``red``,
        ``T33UUP_20220101T101031_B04_10m.jp2``, ``s2_B8A.jp2``.

    Returns
    -------
    str or None
        ``B01`` … ``B12``, ``B8A``; None where no band, or more than one, is named. The quality
        masks of a product (``MSK_…_B04``) are no bands.
    """
    stem = _EXTENSION.sub("", text.strip())
    if stem.upper().startswith("MSK"):
        return None
    alias = re.sub(r"[ _-]", "", _GRID.sub("", stem)).lower()
    if alias in _ALIASES:
        return _ALIASES[alias]
    found = {number.upper() for number in _BAND.findall(stem)}
    return _padded(found.pop()) if len(found) == 1 else None


def without_band(stem: str) -> str:
    """Leave the band (and its grid, ``_10m``) out of a file name: equal for all of one product."""
    if band_of(stem) is None:
        return stem
    bare = _GRID.sub("", stem)
    return _BAND.sub("", bare).strip(" _-.") if _BAND.search(bare) else ""


def grid_of(stem: str) -> int:
    """Metres of the grid that a file name ends on (``_B02_20m``); 0 where it says none."""
    match = _GRID.search(stem)
    return int(match[1]) if match else 0


def _padded(number: str) -> str:
    return f"B{number}" if number == "8A" else f"B{int(number):02d}"


def numbers_by_name(descriptions: Iterable[str]) -> dict[str, int]:
    """Band name to band number (from 1), as far as the descriptions name bands; the first wins."""
    numbers: dict[str, int] = {}
    for number, text in enumerate(descriptions, start=1):
        name = band_of(text) if text else None
        if name is not None:
            numbers.setdefault(name, number)
    return numbers


def numbers_by_colour(colours: Iterable[str]) -> dict[str, int]:
    """Bands of a colour image by their colour interpretation: red B04, green B03, blue B02."""
    numbers: dict[str, int] = {}
    for number, colour in enumerate(colours, start=1):
        name = _COLOURS.get(colour.lower())
        if name is not None:
            numbers.setdefault(name, number)
    return numbers


def numbers_by_count(count: int) -> dict[str, int]:
    """Bands on whose place all known orders of so many bands agree.

    With 12 or 13 bands B02, B03 and B04 are where everybody has them; B8A is not, so it is left
    out and has to be said.
    """
    orders = [set(zip(order, range(1, count + 1))) for order in _orders(count)]
    return dict(sorted(set.intersection(*orders))) if orders else {}


def band_numbers(text: str) -> dict[str, int] | str | None:
    """Understand which band is which, as a user writes it.

    Parameters
    ----------
    text : str
        ``B04=1,B03=2,B02=3``, the name of one of `ORDERS`, or nothing.

    Returns
    -------
    mapping of band name to band number, name of an order, or None for nothing

    Raises
    ------
    LookalikeError
        If it is none of these.
    """
    if not text or text in ORDERS:
        return text or None
    try:
        pairs = (pair.split("=") for pair in text.split(","))
        return {name.strip().upper(): int(number) for name, number in pairs}
    except ValueError:
        raise BandOrderError(text=text, known=", ".join(ORDERS)) from None


def _orders(count: int) -> list[tuple[str, ...]]:
    return [order for order in ORDERS.values() if len(order) == count]


# -- products -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Product:
    """What the name of a product or of one of its files says; empty or None where it does not.

    Attributes
    ----------
    mission : str
        ``S2A`` …
    level : str
        ``L1C`` or ``L2A``.
    time : str
        Start of acquisition, ISO 8601, UTC.
    baseline : float or None
        Processing baseline: 4.0 for ``N0400``. ``N9999`` (somebody's own processing) is None.
    tile : str
        ``33UUP``.
    """

    mission: str = ""
    level: str = ""
    time: str = ""
    baseline: float | None = None
    tile: str = ""


_PRODUCT = re.compile(
    r"(?P<mission>S2[A-D])_MSI(?P<level>L1C|L2A)_(?P<time>\d{8}T\d{5,6})(?!\d)"
    r"(?:_N(?P<baseline>\d{4}))?(?:_R\d{3})?(?:_T(?P<tile>\d{2}[A-Z]{3}))?"
)
_FILE = re.compile(r"(?:(?P<level>L1C|L2A)_)?T(?P<tile>\d{2}[A-Z]{3})_(?P<time>\d{8}T\d{6})(?!\d)")
_CATALOGUE = re.compile(
    r"(?P<mission>S2[A-D])_(?:T)?(?P<tile>\d{2}[A-Z]{3})_(?P<time>\d{8})(?:T\d{6})?"
    r"_\d+_(?P<level>L1C|L2A)"
)


def product_of(path: str) -> Product:
    """Read mission, level, time, baseline and tile from a product's, granule's or file's path.

    Parameters
    ----------
    path : str
        Any of its folders may carry the name; the innermost wins.
    """
    parts = [part for part in reversed(re.split(r"[/\\]", path)) if part]
    for pattern in (_PRODUCT, _CATALOGUE, _FILE):
        for part in parts:
            match = pattern.search(part)
            if match:
                return _product(match.groupdict())
    return Product()


def _product(found: Mapping[str, str | None]) -> Product:
    baseline = found.get("baseline")
    return Product(
        mission=found.get("mission") or "",
        level=found.get("level") or "",
        time=iso_time(found.get("time") or ""),
        baseline=int(baseline) / 100 if baseline and baseline != "9999" else None,
        tile=found.get("tile") or "",
    )


def iso_time(text: str) -> str:
    """``20220101T101031`` or a date alone, to ISO 8601 in UTC; "" for what is neither."""
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?", text)
    if not match:
        # BigEarthNet drops leading zeros of the time of day: the date is still right.
        return iso_time(text[:8]) if re.fullmatch(r"\d{8}T\d{5}", text) else ""
    year, month, day, hour, minute, second = match.groups()
    date = f"{year}-{month}-{day}"
    return f"{date}T{hour}:{minute}:{second}Z" if hour else date


def time_of(path: str, tags: Mapping[str, str] | None = None) -> str:
    """Acquisition time from metadata, else from the name; ISO 8601 in UTC, "" where unknown."""
    start = (tags or {}).get("PRODUCT_START_TIME", "")
    match = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", start)
    return f"{match[0]}Z" if match else product_of(path).time


def level_of(tags: Mapping[str, str]) -> str:
    """Read the processing level from a product's metadata: ``L1C``, ``L2A`` or ""."""
    match = re.match(r"Level-(1C|2A)", tags.get("PROCESSING_LEVEL", ""))
    return f"L{match[1]}" if match else ""


def cloud_of(tags: Mapping[str, str]) -> float | None:
    """Cloud cover in percent from a product's metadata."""
    try:
        return float(tags["CLOUD_COVERAGE_ASSESSMENT"])
    except (KeyError, ValueError):
        return None
