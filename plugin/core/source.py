"""What a patch is cut from: sources, their bands, their radiometry, their pixel windows.

Plain frozen values that travel between archive readers, rasters, index files, child processes
and the interface.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt


class Window(NamedTuple):
    """A pixel window of a source's grid: left column, top row, width and height in pixels."""

    col: int
    row: int
    width: int
    height: int


@dataclass(frozen=True)
class Radiometry:
    """How stored numbers become reflectance: ``reflectance = scale * value + offset``.

    Attributes
    ----------
    name : str
        Key of the profile (`radiometry.RADIOMETRIES`), shown to the user.
    scale, offset : float
    stated : bool
        True where the product's metadata says so, False where it was assumed.
    """

    name: str
    scale: float
    offset: float
    stated: bool = False


class BandFile(NamedTuple):
    """Where one band lies: the raster file and its band number, counted from 1."""

    path: str
    number: int


@dataclass(frozen=True)
class Source:
    """One raster (file, band set or product) that patches are cut from.

    Attributes
    ----------
    name : str
        Short and unique in its archive; part of every hit's id.
    bands : mapping of band name (B02, …) to BandFile
        Paths are relative to `root`, with forward slashes.
    crs : str
        ``EPSG:32633`` where there is such a code, else WKT.
    transform : 6 floats
        GDAL's geotransform of the reference grid, which all windows refer to: x of the top left
        corner, pixel width, row rotation, y of the corner, column rotation, pixel height.
    size : (width, height)
        Of the reference grid, in pixels.
    radiometry : Radiometry
    nodata : float or None
    label, time : str
        Class name, and ISO 8601 acquisition time in UTC; empty where unknown.
    cloud : float or None
        Cloud cover in percent, where the metadata says so.
    level : str
        Processing level (L1C, L2A), where it is known.
    root : str
        Folder, or zip, that the paths of `bands` start from.
    """

    name: str
    bands: Mapping[str, BandFile]
    crs: str
    transform: tuple[float, float, float, float, float, float]
    size: tuple[int, int]
    radiometry: Radiometry
    nodata: float | None = None
    label: str = ""
    time: str = ""
    cloud: float | None = None
    level: str = ""
    root: str = field(default="", compare=False)

    @property
    def reading(self) -> str:
        """How its numbers are understood: radiometry, and processing level where known."""
        return " ".join(filter(None, (self.radiometry.name, self.level)))

    @property
    def path(self) -> str:
        """Where the first band's file lies, for messages."""
        first = next(iter(self.bands.values())).path
        return str(PurePosixPath(self.root.replace("\\", "/")) / first) if self.root else first

    @property
    def files(self) -> list[str]:
        """Paths of all its files, as `path`."""
        root = f"{self.root.rstrip('/')}/".replace("\\", "/") if self.root else ""
        return [f"{root}{file}" for file in dict.fromkeys(path for path, _ in self.bands.values())]

    def footprint(self, window: Window) -> npt.NDArray[np.float64]:
        """Corners of a window in the source's CRS, clockwise from top left: (4, 2) of x, y."""
        return footprints(np.array([self.transform]), np.array([window]))[0]

    def to_map(self, pixels: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Pixel coordinates (n, 2) of col, row to the source's CRS (n, 2) of x, y."""
        x0, dx, rx, y0, ry, dy = self.transform
        col, row = pixels[:, 0], pixels[:, 1]
        return np.stack([x0 + dx * col + rx * row, y0 + ry * col + dy * row], axis=1)

    def to_pixels(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Inverse of `to_map`."""
        x0, dx, rx, y0, ry, dy = self.transform
        x, y = points[:, 0] - x0, points[:, 1] - y0
        determinant = dx * dy - rx * ry
        return np.stack([(dy * x - rx * y), (dx * y - ry * x)], axis=1) / determinant

    def pixel_size(self) -> tuple[float, float]:
        """Width and height of a pixel in units of the CRS, both positive."""
        _, dx, rx, _, ry, dy = self.transform
        return float(np.hypot(dx, ry)), float(np.hypot(rx, dy))

    def to_fields(self) -> dict[str, Any]:
        """Plain values for JSON: bands by file, nothing that is unknown.

        The root is left out, as it belongs to the archive.
        """
        fields: dict[str, Any] = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        del fields["root"]
        fields["bands"] = {}
        for band, (path, number) in self.bands.items():
            fields["bands"].setdefault(path, {})[band] = number
        fields["radiometry"] = dataclasses.asdict(self.radiometry)
        return {name: value for name, value in fields.items() if value not in ("", None)}

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any], root: str = "") -> Source:
        """Inverse of `to_fields`.

        Raises
        ------
        ValueError
            If the values are not what `to_fields` makes.
        """
        try:
            bands = {
                band: BandFile(path, number)
                for path, numbers in fields["bands"].items()
                for band, number in numbers.items()
            }
            made = {
                "bands": bands,
                "radiometry": Radiometry(**fields["radiometry"]),
                "transform": tuple(fields["transform"]),
                "size": tuple(fields["size"]),
                "root": root,
            }
            return cls(**{**fields, **made})
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"no source: {problem}") from problem


def footprints(
    transforms: npt.NDArray[np.floating], windows: npt.NDArray[np.number]
) -> npt.NDArray[np.float64]:
    """Corners of many windows, each of a source's transform.

    Parameters
    ----------
    transforms : (n, 6) array
        As `Source.transform`.
    windows : (n, 4) array
        As `Window`.

    Returns
    -------
    (n, 4, 2) array of float64
        x and y in the CRS of each source, clockwise from top left.
    """
    left, top, width, height = np.asarray(windows, np.float64).T[:, :, None]
    col = left + width * [0, 1, 1, 0]
    row = top + height * [0, 0, 1, 1]
    x0, dx, rx, y0, ry, dy = np.asarray(transforms, np.float64).T[:, :, None]
    return np.stack([x0 + dx * col + rx * row, y0 + ry * col + dy * row], axis=2)
