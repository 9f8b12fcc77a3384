"""What an index holds, as plain numbers: for people who want to know before they search it."""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np

from . import zipped
from .errors import Cancelled
from .index import NO_LABEL, NO_TIME, About, Index
from .search import Progress

LOOK_EVERY = 1_000  # sources between two looks at whether to go on


@dataclass(frozen=True)
class IndexContents:
    """Facts about an index.

    Attributes
    ----------
    about : About
    rows, sources, bits, size : int
        Patches, images, length of a code, bytes of the file.
    labels : dict of str to int
        How many patches have each label; those without are under "".
    period : (first, last) day of acquisition in ISO 8601, or None where unknown
    extent : (west, south, east, north) of the patches' centres in degrees, or None where empty
    """

    about: About
    rows: int
    sources: int
    bits: int
    size: int
    labels: dict[str, int]
    period: tuple[str, str] | None
    extent: tuple[float, float, float, float] | None


def contents_of(index: Index) -> IndexContents:
    """Count what an index holds.

    Raises
    ------
    DamagedIndexError, FileMissingError
    """
    return IndexContents(
        about=index.about,
        rows=index.rows,
        sources=index.source_count,
        bits=index.bits,
        size=os.path.getsize(index.path),
        labels=_label_counts(index),
        period=_period(index),
        extent=_extent(index),
    )


def _label_counts(index: Index) -> dict[str, int]:
    if not index.has("label"):
        return {}
    numbers, counts = np.unique(index.column("label"), return_counts=True)
    names = {number: name for number, name in enumerate(index.about.labels)}
    found = {names.get(int(n), ""): int(c) for n, c in zip(numbers, counts) if n != NO_LABEL}
    unlabelled = int(counts[numbers == NO_LABEL].sum())
    return {**found, "": unlabelled} if unlabelled else found


def _period(index: Index) -> tuple[str, str] | None:
    if not index.has("time"):
        return None
    known = index.column("time")[index.column("time") != NO_TIME]
    if not len(known):
        return None
    first, last = (str(np.datetime64(int(one), "s"))[:10] for one in (known.min(), known.max()))
    return first, last


def _extent(index: Index) -> tuple[float, float, float, float] | None:
    if not index.rows:
        return None
    lon, lat = index.column("lon"), index.column("lat")
    return float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())


def missing_sources(index: Index, progress: Progress = None) -> int:
    """Count the sources whose file is not where the index says; in a zip, whose zip is not.

    Raises
    ------
    Cancelled
        If ``progress(sources_done, sources)`` answered False.
    """
    seen: dict[str, bool] = {}
    missing, total = 0, index.source_count
    for number in range(total):
        path = index.source(number).path
        place = (zipped.split(path) or (path,))[0]
        if place not in seen:
            seen[place] = os.path.isabs(place) and os.path.exists(place)
        missing += not seen[place]
        if progress is not None and number % LOOK_EVERY == 0 and not progress(number, total):
            raise Cancelled
    return missing
