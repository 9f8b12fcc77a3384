"""Distances on the ground between patch centres, near enough for squares of about a kilometre.

Around one place the Earth is taken as flat (equirectangular): at 1 km the error is below a metre.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

EARTH_RADIUS = 6_371_008.8  # metres, mean
DEGREE = float(np.radians(1)) * EARTH_RADIUS  # metres of latitude

Degrees = npt.NDArray[np.floating]
Metres = npt.NDArray[np.float64]


def offsets(lon: float, lat: float, lons: Degrees, lats: Degrees) -> tuple[Metres, Metres]:
    """Metres east and north from one place to others, across the antimeridian where shorter."""
    east = (np.asarray(lons, np.float64) - lon + 180) % 360 - 180
    scale = DEGREE
    return east * scale * np.cos(np.radians(lat)), (np.asarray(lats, np.float64) - lat) * scale


def great_circle(lon: float, lat: float, lons: Degrees, lats: Degrees) -> Metres:
    """Metres from one place to others, over any distance (haversine)."""
    one, others = np.radians(lat), np.radians(np.asarray(lats, np.float64))
    east = np.radians(np.asarray(lons, np.float64) - lon)
    chord = np.sin((others - one) / 2) ** 2 + np.cos(one) * np.cos(others) * np.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))


def around(lons: Degrees, lats: Degrees) -> tuple[float, float, float, float]:
    """West, south, east and north of places; west of more than east across the antimeridian."""
    west, east = float(lons.min()), float(lons.max())
    if east - west > 180:
        onwards = lons % 360
        if onwards.max() - onwards.min() < east - west:
            west, east = float(onwards.min()), float(onwards.max()) - 360
    return west, float(lats.min()), east, float(lats.max())


def nearest_square(
    lon: float, lat: float, lons: Degrees, lats: Degrees, side: float
) -> tuple[int, float]:
    """Find the patch whose centre is nearest to a place.

    Parameters
    ----------
    lon, lat : float
        The place, in degrees.
    lons, lats : (n,) arrays, n > 0
        Centres of the patches.
    side : float
        Of a patch, in metres.

    Returns
    -------
    row : int
    distance : float
        Metres from the place to the patch's square; 0 inside.
    """
    east, north = offsets(lon, lat, lons, lats)
    row = int(np.argmin(east * east + north * north))
    beyond = np.maximum(np.abs([east[row], north[row]]) - side / 2, 0)
    return row, float(np.hypot(*beyond))


def overlapping(
    centres: npt.NDArray[np.floating], lons: Degrees, lats: Degrees, side: float
) -> npt.NDArray[np.bool_]:
    """Which patches overlap any of some squares of the same side.

    Parameters
    ----------
    centres : (m, 2) array
        Longitude and latitude of the squares' centres.
    lons, lats : (n,) arrays
        Centres of the patches.
    side : float
        In metres. Squares that share no more than an edge (1 %) do not overlap.

    Returns
    -------
    (n,) array of bool
    """
    result = np.zeros(len(lons), bool)
    near = _around(centres, lons, lats, side)  # most rows are far from all of them
    lons, lats = lons[near], lats[near]
    for lon, lat in centres:
        east, north = offsets(float(lon), float(lat), lons, lats)
        result[near] |= np.maximum(np.abs(east), np.abs(north)) < 0.99 * side
    return result


def _around(
    centres: npt.NDArray[np.floating], lons: Degrees, lats: Degrees, metres: float
) -> npt.NDArray[np.intp]:
    """Rows in the band of latitudes that some places lie in, widened by so many metres."""
    if not len(centres):
        return np.zeros(0, np.intp)
    beyond = 1.01 * metres / DEGREE
    low, high = centres[:, 1].min() - beyond, centres[:, 1].max() + beyond
    return np.flatnonzero((lats >= low) & (lats <= high))
