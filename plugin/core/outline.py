"""Areas and places that a user points at: polygons and points, as plain frozen values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Point = tuple  # x, y
Polygon = tuple  # rings of points, outer and inner alike, in any order
Points = npt.NDArray[np.float64]  # (n, 2)


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

    @property
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

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Outline:
        """Make one of the lists that JSON makes of its tuples.

        Raises
        ------
        KeyError, TypeError, ValueError
            If they are not such lists.
        """
        polygons = tuple(tuple(_points(ring) for ring in polygon) for polygon in fields["polygons"])
        return cls(polygons, _points(fields["points"]))


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
    inside = np.zeros(len(x), bool)
    for ring in polygon:
        starts = _corners((ring,))
        ends = np.roll(starts, -1, axis=0)
        lows, highs = np.minimum(starts, ends)[:, 1], np.maximum(starts, ends)[:, 1]
        firsts, lasts = np.searchsorted(y, lows), np.searchsorted(y, highs)
        beside = np.flatnonzero(lasts > firsts)
        parts = zip(firsts[beside].tolist(), lasts[beside].tolist())
        edges = zip(starts[beside].tolist(), ends[beside].tolist())
        for (first, last), ((x0, y0), (x1, y1)) in zip(parts, edges):
            here = slice(first, last)
            inside[here] ^= x[here] < x0 + (y[here] - y0) * ((x1 - x0) / (y1 - y0))
    return inside
