"""Raster files to sources: which band is which, where the common grid lies, what numbers mean."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar, Union

from .. import radiometry as radiometries
from .. import raster, sentinel2, zipped
from ..errors import BandsError, NoCrsError, OutsideRasterError, RasterFileError
from ..raster import Backend
from ..raster_base import Raster, Transform
from ..saying import say
from ..source import BandFile, Source
from .listing import SUFFIXES

Mapped = Union[Mapping[str, int], str, None]  # band name to number, the name of an order, or found


T = TypeVar("T")


class _Band(NamedTuple):
    """A band in an open file."""

    raster: Raster
    file: str
    number: int


class Place(NamedTuple):
    """What an archive knows of a source: its root, and the source's name and label in it."""

    root: str = ""
    name: str = ""
    label: str = ""


NOWHERE = Place()


def source_from_file(
    path: str | os.PathLike[str],
    wanted: Sequence[str] | None = None,
    bands: Mapped = None,
    radiometry: str | None = None,
    place: Place = NOWHERE,
    backend: Backend = None,
    placeless: bool = False,
) -> Source:
    """Make a source of a raster file; a file of one band brings its siblings.

    Bands are found, in this order: as `bands` says; by description, or a single one by the file's
    name; by colour interpretation; by the number of bands, as far as all known orders of so many
    agree.

    Parameters
    ----------
    path : path
        Relative to the place's root if it has one.
    wanted : sequence of str, optional
        Bands that the model needs; by default all that are found.
    bands : mapping of band name to band number, or name of a `sentinel2.ORDERS`, optional
    radiometry : str, optional
        Profile that the user chose; else metadata or an assumption decides.
    place : Place
        By default no root and the file's name.
    backend : optional
        See `raster.open_raster`.
    placeless : bool
        Also take a raster that has no place on the Earth: its source has no CRS.

    Raises
    ------
    BandsError, FileMissingError, NoCrsError, RadiometryError, RasterFileError
    """
    file = os.fspath(path).replace("\\", "/")
    with raster.open_raster(raster.full_path(place.root, file), backend) as opened:
        lonely = opened.count == 1 and bands is None and sentinel2.band_of(PurePosixPath(file).name)
        if not (lonely and wanted and set(wanted) != {lonely}):
            numbers = _numbers(opened, file, bands)
            found = {band: _Band(opened, file, number) for band, number in numbers.items()}
            chosen = _chosen(found, wanted, opened.path)
            name = place.name or PurePosixPath(file).stem
            return _assembled(chosen, radiometry, place._replace(name=name), placeless)
    siblings = _siblings(file, place.root)
    shared = sentinel2.without_band(PurePosixPath(file).stem) or PurePosixPath(file).parent.name
    place = place._replace(name=place.name or shared)
    return source_from_files(siblings, wanted, radiometry, place, backend, placeless)


def source_from_files(
    files: Mapping[str, str],
    wanted: Sequence[str] | None = None,
    radiometry: str | None = None,
    place: Place = NOWHERE,
    backend: Backend = None,
    placeless: bool = False,
) -> Source:
    """Make a source of one file a band; see `source_from_file`.

    Parameters
    ----------
    files : mapping of band name to path
        They may lie on grids of different resolution and origin, in one CRS.
    """
    first = raster.full_path(place.root, next(iter(files.values())))
    named = _chosen(files, wanted, first)
    with ExitStack() as stack:
        chosen = {}
        for band, file in named.items():
            path = raster.full_path(place.root, file)
            opened = stack.enter_context(raster.open_raster(path, backend))
            chosen[band] = _Band(opened, file, 1)
        return _assembled(chosen, radiometry, place, placeless)


def best_file(one: str, other: str) -> str:
    """Of two files of one band the finer, by the grid in their names (``_10m``)."""
    return min(one, other, key=lambda file: (sentinel2.grid_of(PurePosixPath(file).stem), file))


def _siblings(file: str, root: str) -> dict[str, str]:
    """Files of the same product in the same folder, by band."""
    place = PurePosixPath(file)
    shared = sentinel2.without_band(place.stem)
    inside = zipped.split(raster.full_path(root, str(place.parent / "x")))
    if inside is None:
        names = sorted(os.listdir(raster.full_path(root, str(place.parent))))
    else:
        folder = str(PurePosixPath(inside[1]).parent)
        members = (PurePosixPath(member) for member in zipped.members(inside[0]))
        names = sorted(member.name for member in members if str(member.parent) == folder)
    found: dict[str, str] = {}
    for name in names:
        band = sentinel2.band_of(name)
        path = PurePosixPath(name)
        if band and path.suffix.lower() in SUFFIXES and sentinel2.without_band(path.stem) == shared:
            sibling = str(place.parent / name)
            found[band] = best_file(found.get(band, sibling), sibling)
    return found


def _numbers(opened: Raster, file: str, bands: Mapped) -> dict[str, int]:
    """Band name to band number of one file."""
    if isinstance(bands, str):
        return _by_order(opened, bands)
    if bands is not None:
        return dict(bands)
    named = sentinel2.numbers_by_name(opened.descriptions)
    if not named and opened.count == 1:
        band = sentinel2.band_of(PurePosixPath(file).name)
        named = {band: 1} if band else {}
    return (
        named
        or sentinel2.numbers_by_colour(opened.colours)
        or sentinel2.numbers_by_count(opened.count)
    )


def _by_order(opened: Raster, order: str) -> dict[str, int]:
    names = sentinel2.ORDERS.get(order, ())
    if len(names) != opened.count:
        raise BandsError(
            path=opened.path,
            missing=say("of the order “{order}”", order=order),
            found=say(
                "{count} band(s) (known orders: {known})",
                count=opened.count,
                known=", ".join(sentinel2.ORDERS),
            ),
        )
    return {name: number for number, name in enumerate(names, start=1)}


def _chosen(found: Mapping[str, T], wanted: Sequence[str] | None, path: str) -> dict[str, T]:
    """Take the bands that are wanted, in that order."""
    names = list(found) if wanted is None else list(wanted)
    missing = [name for name in names if name not in found]
    if missing or not names:
        listed = ", ".join(found) or say("no band that is named")
        raise BandsError(path=path, missing=", ".join(missing) or say("at all"), found=listed)
    return {name: found[name] for name in names}


def _assembled(
    chosen: Mapping[str, _Band], radiometry: str | None, place: Place, placeless: bool
) -> Source:
    """Check the bands, and put the source together."""
    finest = min((band.raster for band in chosen.values()), key=_pixel_area)
    for band in chosen.values():
        _check(band, finest, placeless)
    transform, size = _common_grid(finest, [band.raster for band in chosen.values()])
    path, tags = finest.path, finest.tags
    return Source(
        name=place.name,
        bands={name: BandFile(band.file, band.number) for name, band in chosen.items()},
        crs=finest.crs if finest.georeferenced else "",
        transform=transform,
        size=size,
        radiometry=radiometries.radiometry_of(
            finest.dtype, path, tags, finest.scale, finest.offset, radiometry
        ),
        nodata=finest.nodata,
        label=place.label,
        time=sentinel2.time_of(path, tags),
        cloud=sentinel2.cloud_of(tags),
        level=sentinel2.level_of(tags) or sentinel2.product_of(path).level,
        root=place.root,
    )


def _pixel_area(opened: Raster) -> float:
    _, dx, rx, _, ry, dy = opened.transform
    return abs(dx * dy - rx * ry)


def _check(band: _Band, finest: Raster, placeless: bool) -> None:
    opened = band.raster
    if not (opened.georeferenced or placeless):
        raise NoCrsError(path=opened.path)
    if not 1 <= band.number <= opened.count:
        raise BandsError(
            path=opened.path,
            missing=say("number {number}", number=band.number),
            found=say("{count} band(s)", count=opened.count),
        )
    if opened.crs != finest.crs:
        problem = say("its bands have different coordinate reference systems")
        raise RasterFileError(path=opened.path, problem=problem)


def _common_grid(finest: Raster, rasters: Sequence[Raster]) -> tuple[Transform, tuple[int, int]]:
    """Crop the finest grid, by whole pixels, to what all bands cover.

    So a window inside the source lies inside every band, wherever their grids begin and end.
    """
    left, top, right, bottom = 0.0, 0.0, float(finest.width), float(finest.height)
    for other in rasters:
        if other.transform == finest.transform and other.width == finest.width:
            bottom = min(bottom, other.height)
            continue
        extent = (0, 0, other.width, other.height)
        col, row, width, height = raster.window_between(other.transform, finest.transform, extent)
        left, top = max(left, col), max(top, row)
        right, bottom = min(right, col + width), min(bottom, row + height)
    first_col, first_row = math.ceil(round(left, 3)), math.ceil(round(top, 3))
    size = math.floor(round(right, 3)) - first_col, math.floor(round(bottom, 3)) - first_row
    if min(size) < 1:
        raise OutsideRasterError(path=finest.path)
    x, dx, rx, y, ry, dy = finest.transform
    x += dx * first_col + rx * first_row
    y += ry * first_col + dy * first_row
    return (x, dx, rx, y, ry, dy), size
