"""Areas and places that a user points at: polygons and points, as plain frozen values."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

Point = tuple  # x, y
Polygon = tuple  # rings of points, outer and inner alike, in any order
Points = npt.NDArray[np.float64]  # (n, 2)

PLACES = 6  # decimals of a degree that the corners of large outlines are kept with: 0.1 m
MOST_PLAIN = 1_000  # corners that are kept as readable numbers
AT_ONCE = 1_000_000  # pairs of an edge and a place beside it


@dataclass(frozen=True)
class Outline:
    """Where patches are meant: those whose centre lies in a polygon, and one at each point.

    Attributes
    ----------
    polygons : tuple of polygons
        Each a tuple of rings, each a tuple of (x, y), closed or not. A place that an odd number
        of a polygon's rings go around lies inside of it, so holes are rings like others.
    points : tuple of (x, y)
    """

    polygons: tuple[Polygon, ...] = ()
    points: tuple[Point, ...] = ()

    @cached_property
    def corners(self) -> Points:
        """All corners of its polygons: (n, 2)."""
        return _corners([ring for polygon in self.polygons for ring in polygon])

    def holds(self, places: npt.NDArray[np.floating]) -> npt.NDArray[np.bool_]:
        """Which of some places (n, 2) lie in any of its polygons: (n,)."""
        places = np.asarray(places, np.float64).reshape(-1, 2)
        order = np.argsort(places[:, 1], kind="stable")
        x, y = places[order, 0], places[order, 1]
        inside = np.zeros(len(places), bool)
        for polygon in self.polygons:
            near = _near(x, y, polygon)
            if not len(near):
                continue
            inside[near] |= _in_polygon(x[near], y[near], polygon)
        found = np.empty_like(inside)
        found[order] = inside
        return found

    def moved(self, move: Callable[[Points], Points]) -> Outline:
        """Return the outline in other coordinates; `move` takes and returns (n, 2) places."""

        def there(points: tuple[Point, ...]) -> tuple[Point, ...]:
            placed = move(np.array(points, np.float64).reshape(-1, 2))
            return tuple((float(x), float(y)) for x, y in placed)

        polygons = tuple(tuple(there(ring) for ring in polygon) for polygon in self.polygons)
        return Outline(polygons, there(self.points))

    def to_fields(self) -> dict[str, Any]:
        """Plain values for JSON; many corners are packed, to 0.1 m."""
        if len(self.corners) <= MOST_PLAIN:
            return {"polygons": self.polygons, "points": self.points}
        return {**self._packed, "points": self.points}

    @cached_property
    def _packed(self) -> dict[str, Any]:
        """Steps from corner to corner, and how many rings and corners there are to each."""
        whole = np.rint(self.corners * 10**PLACES).astype("<i8")
        steps = np.diff(whole, axis=0, prepend=0).astype("<i4")
        return {
            "rings": [[len(ring) for ring in polygon] for polygon in self.polygons],
            "steps": base64.b64encode(zlib.compress(steps.tobytes())).decode(),
        }

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Outline:
        """Inverse of `to_fields`.

        Raises
        ------
        KeyError, TypeError, ValueError
            If they are not what `to_fields` makes.
        """
        if "steps" in fields:
            polygons = _unpacked(fields["rings"], fields["steps"])
        else:
            polygons = tuple(tuple(map(_points, polygon)) for polygon in fields["polygons"])
        return cls(polygons, _points(fields["points"]))


def _unpacked(rings: Any, steps: str) -> tuple[Polygon, ...]:
    try:
        raw = zlib.decompress(base64.b64decode(steps))
    except zlib.error as problem:
        raise ValueError(f"no outline: {problem}") from problem
    whole = np.frombuffer(raw, "<i4").reshape(-1, 2).cumsum(axis=0, dtype=np.int64)
    corners = list(map(tuple, (whole / 10**PLACES).tolist()))
    lengths = [int(length) for polygon in rings for length in polygon]
    if min(lengths, default=0) < 0 or sum(lengths) != len(corners):
        raise ValueError("no outline: its rings have other corners")
    left = iter(corners)
    return tuple(tuple(tuple(islice(left, length)) for length in polygon) for polygon in rings)


def _points(listed: Any) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in listed)


def _corners(rings: Iterable[Any]) -> Points:
    return np.array([point for ring in rings for point in ring], np.float64).reshape(-1, 2)


def _near(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], polygon: Polygon
) -> npt.NDArray[np.intp]:
    """Numbers of the places, sorted by y, that lie in the box around a polygon."""
    corners = _corners(polygon)
    if not len(corners):
        return np.zeros(0, np.intp)
    (left, low), (right, high) = corners.min(axis=0), corners.max(axis=0)
    first, last = np.searchsorted(y, low, "left"), np.searchsorted(y, high, "right")
    x = x[first:last]
    return first + np.flatnonzero((x >= left) & (x <= right))


def _in_polygon(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], polygon: Polygon
) -> npt.NDArray[np.bool_]:
    """Count how often a ray to the right crosses a ring: odd is inside (even-odd rule).

    The places are sorted by y, so each edge is compared with only those beside it.
    """
    crossed = np.zeros(len(x), np.intp)
    rings = [_corners((ring,)) for ring in polygon]
    starts = np.concatenate([*rings, np.zeros((0, 2))])
    ends = np.concatenate([*(np.roll(ring, -1, axis=0) for ring in rings), np.zeros((0, 2))])
    firsts = np.searchsorted(y, np.minimum(starts, ends)[:, 1])
    beside = np.searchsorted(y, np.maximum(starts, ends)[:, 1]) - firsts
    edges = np.flatnonzero(beside)
    parts = np.cumsum(beside[edges]) // AT_ONCE  # numbers of the parts that they are done in
    for some in np.split(edges, np.flatnonzero(np.diff(parts)) + 1):
        many = beside[some]
        edge = np.repeat(some, many)
        nth = np.arange(len(edge)) - np.repeat(np.cumsum(many) - many, many)
        place = firsts[edge] + nth
        (x0, y0), (x1, y1) = starts[edge].T, ends[edge].T
        hit = x[place] < x0 + (y[place] - y0) * ((x1 - x0) / (y1 - y0))
        crossed += np.bincount(place[hit], minlength=len(x))
    return crossed % 2 == 1
