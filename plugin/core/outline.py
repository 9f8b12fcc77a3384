"""Areas and places that a user points at: polygons and points, as plain frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
        listed = [point for polygon in self.polygons for ring in polygon for point in ring]
        return np.array(listed, np.float64).reshape(-1, 2)

    def holds(self, places: npt.NDArray[np.floating]) -> npt.NDArray[np.bool_]:
        """Which of some places (n, 2) lie in any of its polygons: (n,)."""
        inside = np.zeros(len(places), bool)
        for polygon in self.polygons:
            inside |= _in_polygon(np.asarray(places, np.float64), polygon)
        return inside

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


def _in_polygon(places: Points, polygon: Polygon) -> npt.NDArray[np.bool_]:
    """Count how often a ray to the right crosses a ring: odd is inside (even-odd rule)."""
    inside = np.zeros(len(places), bool)
    corners = np.array([point for ring in polygon for point in ring], np.float64).reshape(-1, 2)
    if not len(corners):
        return inside
    (left, low), (right, high) = corners.min(axis=0), corners.max(axis=0)
    x, y = places.T
    near = np.flatnonzero((x >= left) & (x <= right) & (y >= low) & (y <= high))
    x, y = x[near], y[near]
    for ring in polygon:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], *ring[:1])):
            crossed = (y0 > y) != (y1 > y)
            if crossed.any():
                inside[near[crossed]] ^= x[crossed] < x0 + (y[crossed] - y0) / (y1 - y0) * (x1 - x0)
    return inside
