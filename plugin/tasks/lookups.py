"""What the panel shows of an index or a raster, as plain values; looked up in the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..core.contents import extent_of, period_of
from ..core.errors import LookalikeError
from ..core.examples import Bands
from ..core.filtering import clouds
from ..core.finding import find_patches
from ..core.index import Index
from ..core.joined import check_comparable, open_together
from ..core.model import find_model
from ..core.places import DEGREE
from ..words import index_title

LISTED_SOURCES = 500  # more are too many to choose from


@dataclass(frozen=True)
class IndexSummary:
    """What an index holds, or several that are searched together.

    Attributes
    ----------
    paths : tuple of str
        Of its file; of several files the chosen one first.
    name : str
    rows, bits, sources : int
    model : str
        Name of the model that made the codes.
    has_model : bool
        Whether that model is at hand, so that queries can be drawn.
    bands : tuple of str
        That the model wants of a raster.
    adapted : bool
        Whether the index has a hash layer of its own.
    labels, readings : tuple of str
        As in `About`.
    extent : (west, south, east, north) in degrees, or None where the index is empty
    period : (first, last) day of acquisition, or None where the index has no times
    has_clouds : bool
        Whether it knows the cloud cover of its sources.
    source_names : tuple of str
        Empty where they are too many to choose from.
    one_each : bool
        Whether each source is a single patch.
    states : tuple of (str, int, int)
        Of the files, as `Index.state` says.
    """

    paths: tuple[str, ...]
    name: str
    rows: int
    bits: int
    sources: int
    model: str
    has_model: bool
    bands: tuple[str, ...]
    adapted: bool
    labels: tuple[str, ...]
    readings: tuple[str, ...]
    extent: tuple[float, float, float, float] | None
    period: tuple[str, str] | None = None
    has_clouds: bool = False
    source_names: tuple[str, ...] = ()
    one_each: bool = True
    states: tuple[tuple[str, int, int], ...] = ()

    @property
    def path(self) -> str:
        """Of the file that was chosen."""
        return self.paths[0]


@dataclass(frozen=True)
class RasterSummary:
    """How the numbers of a raster would be understood.

    Attributes
    ----------
    path : str
    reading : str
        Radiometry, and processing level where known.
    radiometry : str
        Name of the profile.
    stated : bool
        Whether the product's metadata says so; else it was assumed.
    looks_offset : bool
        Whether what was assumed looks wrong; see `radiometry.looks_offset`.
    """

    path: str
    reading: str
    radiometry: str
    stated: bool
    looks_offset: bool = False


def describe_index(paths: Sequence[str], model_folders: Sequence[str]) -> IndexSummary:
    """Look up what an index holds, or several together.

    Raises
    ------
    LookalikeError
        If one cannot be opened, or they cannot be searched together.
    """
    index = open_together(paths)
    about = index.about
    return IndexSummary(
        paths=tuple(paths),
        name=index_title(about.name) or Path(paths[0]).stem,
        rows=index.rows,
        bits=index.bits,
        sources=index.source_count,
        model=str(about.card.get("name", "")),
        has_model=find_model(about.model_digest, model_folders) is not None,
        bands=tuple(about.card.get("bands", ())),
        adapted=bool(about.layer_digest),
        labels=about.labels,
        readings=about.readings,
        extent=_extent(index),
        period=period_of(index),
        has_clouds=bool(np.isfinite(clouds(index)).any()),
        source_names=_source_names(index),
        one_each=index.source_count >= index.rows,
        states=tuple(part.state() for part in index.parts),
    )


def obstacles_to(chosen: str, others: Sequence[str]) -> dict[str, str]:
    """Say of other indexes why they cannot be searched together with one; "" where they can."""
    index = Index.open(chosen)
    found = {}
    for path in others:
        try:
            check_comparable([index, Index.open(path)])
            found[path] = ""
        except LookalikeError as obstacle:
            found[path] = str(obstacle)
    return found


def _source_names(index: Index) -> tuple[str, ...]:
    if index.source_count > LISTED_SOURCES:
        return ()
    return tuple(index.source(number).name for number in range(index.source_count))


def _extent(index: Index) -> tuple[float, float, float, float] | None:
    centres = extent_of(index)
    if centres is None:
        return None
    west, south, east, north = centres
    beyond = index.about.patch_metres / DEGREE
    return west - beyond, south - beyond, east + beyond, north + beyond


def find_in_index(paths: Sequence[str], text: str) -> list[tuple[int, str]]:
    """Find patches by name or label: rows, and titles for people.

    Raises
    ------
    LookalikeError
        If an index cannot be read.
    """
    index = open_together(paths)
    try:
        found = find_patches(index, text)
    finally:
        index.close()
    titles = (" · ".join(filter(None, pair)) for pair in zip(found["label"], found["id"]))
    return list(zip(found["row"].tolist(), titles))


def describe_raster(
    path: str, wanted: Sequence[str], radiometry: str | None, bands: Bands = None
) -> RasterSummary:
    """Look up how a raster's numbers would be understood.

    Raises
    ------
    LookalikeError
        If it cannot be used for a query.
    """
    from ..core.archive import source_from_file
    from ..core.offset_check import looks_offset
    from ..core.raster import SourceReader

    source = source_from_file(path, tuple(wanted), bands, radiometry)
    read_as = source.radiometry
    with SourceReader(source) as reader:
        doubted = looks_offset(reader)
    return RasterSummary(path, source.reading, read_as.name, read_as.stated, doubted)
