"""The contract that both raster backends keep: describe a raster, read blocks of whole pixels."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from . import resample
from .errors import BandsError
from .saying import say

Array = npt.NDArray[Any]
Box = Sequence[float]  # left column, top row, width and height in pixels; may be fractions
Transform = tuple[float, float, float, float, float, float]

IDENTITY: Transform = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass
class Raster(ABC):
    """An open raster; it belongs to one thread at a time.

    Attributes
    ----------
    path : str
    width, height, count : int
        Pixels, and number of bands.
    dtype : str
        numpy's name of the first band's data type.
    crs : str
        ``EPSG:n`` where identifiable, else WKT; "" where there is none.
    transform : 6 floats
        GDAL's geotransform; `IDENTITY` where there is none.
    descriptions, colours : list of str
        One a band: its description ("" without), its colour interpretation in lower case.
    nodata, scale, offset : float or None
        Of the first band.
    tags : mapping
        Metadata of the data set.
    """

    path: str
    width: int
    height: int
    count: int
    dtype: str
    crs: str = ""
    transform: Transform = IDENTITY
    descriptions: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    nodata: float | None = None
    scale: float | None = None
    offset: float | None = None
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def georeferenced(self) -> bool:
        """Whether its pixels have a place on the Earth."""
        return bool(self.crs) and self.transform != IDENTITY

    @abstractmethod
    def block(
        self,
        number: int,
        col: int,
        row: int,
        width: int,
        height: int,
        shape: tuple[int, int] | None = None,
    ) -> Array:
        """Read whole pixels inside the raster as they are: (height, width) of the native dtype.

        With a smaller `shape` so many of them are picked, from an overview where there is one.

        Raises
        ------
        RasterFileError
        """

    @abstractmethod
    def close(self) -> None:
        """Let the file go."""

    def read(
        self, number: int, window: Box | None = None, shape: tuple[int, int] | None = None
    ) -> Array:
        """Read a window of a band, resampled where its scale or its grid differs.

        Parameters
        ----------
        number : int
            Band, from 1.
        window : 4 floats, optional
            Left column, top row, width, height; everything by default. Beyond the raster its edge
            is repeated.
        shape : (height, width), optional
            Of the result; by default one pixel a pixel.

        Returns
        -------
        (height, width) array of the native dtype

        Raises
        ------
        BandsError, RasterFileError
        """
        box = window if window is not None else (0, 0, self.width, self.height)
        rows, columns = self.axes(box, shape or (round(box[3]), round(box[2])))
        block = self.pixels(number, rows, columns)
        if rows.matrix is None and columns.matrix is None:
            return block
        values = resample.apply(rows, columns, block)
        return (values if block.dtype.kind == "f" else np.rint(values)).astype(block.dtype)

    def axes(self, window: Box, shape: tuple[int, int]) -> tuple[resample.Axis, resample.Axis]:
        """Weights for rows and columns of a window."""
        col, row, width, height = (_snapped(float(number)) for number in window)
        return (
            resample.axis(row, height, shape[0], self.height),
            resample.axis(col, width, shape[1], self.width),
        )

    def pixels(self, number: int, rows: resample.Axis, columns: resample.Axis) -> Array:
        """Read the block that `resample.apply` wants for these axes."""
        if not 1 <= number <= self.count:
            raise BandsError(
                path=self.path,
                missing=say("number {number}", number=number),
                found=say("{count} band(s)", count=self.count),
            )
        width, height = columns.last - columns.first, rows.last - rows.first
        return self.block(number, columns.first, rows.first, width, height)

    def __enter__(self) -> Raster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _snapped(number: float) -> float:
    """Take what is within a thousandth of whole as whole: geotransforms are rounded numbers."""
    whole = round(number)
    return float(whole) if abs(number - whole) < 1e-3 else round(number, 6)
