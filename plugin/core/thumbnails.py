"""How patches look: true-colour crops, for people. All are stretched alike, to be compared."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .archive import source_from_file
from .examples import BoxExample
from .index import Index, State
from .joined import open_together
from .raster import SourceReader
from .source import Source

TRUE_COLOUR = ("B04", "B03", "B02")
DARK, BRIGHT = 0.01, 0.28  # reflectances that are shown black and white
GAMMA = 1.4  # land is dark: most of it reflects a tenth
OPEN = 8  # rasters that stay open

Picture = npt.NDArray[np.uint8]


def bands_to_show(source: Source) -> tuple[str, str, str]:
    """Which bands are red, green and blue: true colour, else the first ones there are."""
    if all(band in source.bands for band in TRUE_COLOUR):
        return TRUE_COLOUR
    names = list(source.bands)
    first, second, third = (names[min(number, len(names) - 1)] for number in range(3))
    return first, second, third


def to_picture(reflectance: npt.NDArray[np.floating]) -> Picture:
    """Turn reflectance (3, H, W) into colours (H, W, 3) of 8 bits."""
    shares = (np.moveaxis(reflectance, 0, -1) - DARK) / (BRIGHT - DARK)
    shares = np.clip(shares, 0, 1) ** (1 / GAMMA)
    return np.ascontiguousarray(np.rint(255 * shares).astype(np.uint8))


class ThumbnailReader:
    """Reads pictures of indexed patches; keeps index and rasters open; belongs to one thread."""

    def __init__(self) -> None:
        self._index: Index | None = None
        self._opened: tuple[Any, Any] = ((), ())  # of which paths and states it is
        self._readers: OrderedDict[str, SourceReader] = OrderedDict()

    def read(
        self, indexes: Sequence[str], row: int, size: int, states: Sequence[State] = ()
    ) -> Picture:
        """Read the picture of one patch.

        Parameters
        ----------
        indexes : sequence of str
            Paths of the index files that are read as one.
        row : int
        size : int
            Width and height in pixels.
        states : sequence of (str, int, int), optional
            As `QueryRequest.states`; an open index is read on though it was replaced.

        Returns
        -------
        (size, size, 3) array of uint8
            Black where there is no data.

        Raises
        ------
        LookalikeError
            If the index or the raster cannot be read; mostly the raster is not at hand.
        """
        wanted = tuple(indexes), tuple(states)
        if self._index is None or self._opened != wanted:
            self.close()
            self._index, self._opened = open_together(*wanted), wanted
        source, window = self._index.place(row)
        reader = self._reader(source)
        reflectance, _ = reader.patch(window, bands_to_show(source), size)
        return to_picture(reflectance)

    def _reader(self, source: Source) -> SourceReader:
        reader = self._readers.pop(source.path, None) or SourceReader(source)
        self._readers[source.path] = reader  # the last one used is the last to go
        while len(self._readers) > OPEN:
            self._readers.popitem(last=False)[1].close()
        return reader

    def close(self) -> None:
        """Let index and rasters go."""
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        if self._index is not None:
            self._index.close()
            self._index = None


class Crop(NamedTuple):
    """How something drawn looks.

    Attributes
    ----------
    picture : (size, size, 3) array of uint8
    patches : (m, 4, 2) array of float64
        Corners of its patches, as shares of the picture's side, from its top left corner.
    """

    picture: Picture
    patches: npt.NDArray[np.float64]


def crop_of(example: BoxExample, patches: Sequence[npt.NDArray[np.floating]], size: int) -> Crop:
    """Read the picture of what was drawn: a square around its patches.

    Parameters
    ----------
    example : BoxExample
    patches : sequence of (4, 2) arrays
        Corners of the patches, in the raster's CRS.
    size : int
        Width and height in pixels.

    Raises
    ------
    LookalikeError
        If the raster cannot be read.
    """
    source = source_from_file(
        example.path,
        bands=example.bands,
        radiometry=example.radiometry,
        placeless=example.is_whole,
    )
    corners = np.stack([source.to_pixels(np.asarray(patch, np.float64)) for patch in patches])
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    side = float((high - low).max())
    left, top = ((low + high - side) / 2).tolist()
    with SourceReader(source) as reader:
        reflectance = reader.glance((left, top, side, side), bands_to_show(source), size)
    return Crop(to_picture(reflectance), (corners - (left, top)) / side)
