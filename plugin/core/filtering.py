"""Filters applied: which indexed patches may be hits. They restrict before the ranking."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from . import places
from .filters import Filters
from .index import Index
from .index_format import NO_LABEL, NO_TIME
from .search import Mask

DAY = 86_400  # seconds
CLOUD = re.compile(rb'"cloud":\s*(-?[\d.]+(?:[eE][-+]?\d+)?)')


def mask(filters: Filters, index: Index) -> Mask | None:
    """Rows that the filters let pass, but for the distance from the examples; None: all.

    Parameters
    ----------
    filters : Filters
    index : Index

    Returns
    -------
    (n,) array of bool, or None
    """
    parts = [
        part
        for part in (
            _in_box(filters, index),
            _in_outline(filters, index),
            _in_period(filters, index),
            _in_months(filters, index),
            _of_labels(filters, index),
            _clear(filters, index),
            _of_other_sources(filters, index),
        )
        if part is not None
    ]
    if not parts:
        return None
    passing = parts[0]
    for part in parts[1:]:
        passing = passing & part
    return passing


def far_from(
    centres: npt.NDArray[np.floating], index: Index, kilometres: float
) -> npt.NDArray[np.bool_]:
    """Rows whose centres lie at least so far from all of some places.

    Parameters
    ----------
    centres : (m, 2) array
        Longitude and latitude of the places.
    index : Index
    kilometres : float

    Returns
    -------
    (n,) array of bool
    """
    lons, lats = index.column("lon"), index.column("lat")
    far = np.ones(index.rows, bool)
    degrees = 1.01 * kilometres * 1000 / places.DEGREE
    for lon, lat in np.asarray(centres, np.float64).tolist():
        near = np.flatnonzero(np.abs(lats - lat) <= degrees)  # most rows are far away
        if len(near):
            distance = places.great_circle(lon, lat, lons[near], lats[near])
            far[near[distance < kilometres * 1000]] = False
    return far


# -- one by one -----------------------------------------------------------------------------------


def _in_box(filters: Filters, index: Index) -> Mask | None:
    if filters.box is None:
        return None
    west, south, east, north = filters.box
    lon, lat = index.column("lon"), index.column("lat")
    across = west > east
    in_lon = (lon >= west) | (lon <= east) if across else (lon >= west) & (lon <= east)
    passing: Mask = in_lon & (lat >= south) & (lat <= north)
    return passing


def _in_outline(filters: Filters, index: Index) -> Mask | None:
    if filters.outline is None:
        return None
    centres = np.stack([index.column(name) for name in ("lon", "lat")], axis=1)
    passing = filters.outline.holds(centres)
    reach = filters.outline.corners[:, 0]
    for turn in (-360, 360):
        if len(reach) and (reach.min() < -180 if turn < 0 else reach.max() > 180):
            passing |= filters.outline.holds(centres.astype(np.float64) + np.array([turn, 0]))
    return passing


def _in_period(filters: Filters, index: Index) -> Mask | None:
    if not (filters.since or filters.until):
        return None
    if not index.has("time"):
        return np.zeros(index.rows, bool)
    time = index.column("time")
    passing: Mask = time != NO_TIME
    if filters.since:
        passing &= time >= _seconds(filters.since)
    if filters.until:
        passing &= time < _seconds(filters.until) + DAY
    return passing


def _seconds(day: str) -> int:
    return int(np.datetime64(day, "D").astype("datetime64[s]").astype(np.int64))


def _in_months(filters: Filters, index: Index) -> Mask | None:
    if not filters.months:
        return None
    if not index.has("time"):
        return np.zeros(index.rows, bool)
    time = index.column("time")
    known = time != NO_TIME
    days = np.where(known, time, 0).astype("datetime64[s]")
    wanted = np.zeros(12, bool)
    wanted[np.array(filters.months) - 1] = True
    passing: Mask = known & wanted[days.astype("datetime64[M]").astype(np.int64) % 12]
    return passing


def _of_labels(filters: Filters, index: Index) -> Mask | None:
    if not filters.labels:
        return None
    if not index.has("label"):
        return np.zeros(index.rows, bool)
    wanted = np.zeros(int(NO_LABEL) + 1, bool)  # by number; the last one is "none"
    known = {name: number for number, name in enumerate(index.about.labels)}
    wanted[[known[name] for name in filters.labels if name in known]] = True
    return wanted[index.column("label")]


def _clear(filters: Filters, index: Index) -> Mask | None:
    if filters.cloud is None:
        return None
    return (clouds(index) <= filters.cloud)[index.column("source")]  # NaN is not


def clouds(index: Index) -> npt.NDArray[np.float64]:
    """Cloud cover of each source in percent; NaN where unknown.

    The sources' texts are looked through as a whole: parsing half a million of them one by one
    would take seconds.
    """
    return np.concatenate([_clouds_in(part) for part in index.parts])


def _clouds_in(index: Index) -> npt.NDArray[np.float64]:
    shared = CLOUD.search(index.column("shared").tobytes())
    found = np.full(index.source_count, float(shared.group(1)) if shared else np.nan)
    text = index.column("sources").tobytes()
    if b'"cloud"' in text:
        hits = [(match.start(), float(match.group(1))) for match in CLOUD.finditer(text)]
        at, values = np.array(hits, np.float64).reshape(-1, 2).T
        found[_source_at(at, index)] = values
    return found


def _of_other_sources(filters: Filters, index: Index) -> Mask | None:
    if not filters.without_sources:
        return None
    wanted = np.ones(index.source_count, bool)
    wanted[source_numbers(filters.without_sources, index)] = False
    return wanted[index.column("source")]


def source_numbers(names: Sequence[str], index: Index) -> list[int]:
    """Find the numbers of sources by their names; those that are not there are left out."""
    found, first = [], 0
    for part in index.parts:
        found += [first + number for number in _numbers_in(names, part)]
        first += part.source_count
    return found


def _numbers_in(names: Sequence[str], index: Index) -> list[int]:
    text = index.column("sources").tobytes()
    found = []
    for name in names:
        written = b'"name":' + json.dumps(name, ensure_ascii=False).encode()
        at = text.find(written)
        if at >= 0:
            found.append(int(_source_at(np.array([at]), index)[0]))
        elif index.source_count == 1 and index.source(0).name == name:  # then all is shared
            found.append(0)
    return found


def _source_at(at: npt.NDArray[Any], index: Index) -> npt.NDArray[np.intp]:
    """Numbers of the sources whose texts lie at these offsets."""
    return np.searchsorted(index.column("source_offsets"), at, side="right") - 1
