"""Whether an image that does not say how it is to be read looks as if it carried the offset."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from . import radiometry
from .grid import middles
from .raster import SourceReader
from .source import Source, Window

ACROSS = 4  # windows that are looked at, across and down
SIDE = 64  # px of a window


def looks_offset(reader: SourceReader) -> bool:
    """Look at a regular sample of an image's pixels; see `radiometry.looks_offset`.

    Raises
    ------
    FileMissingError, RasterFileError
    """
    source = reader.source
    return radiometry.may_be_offset(source.radiometry) and radiometry.looks_offset(
        source.radiometry, min(_lowest(reader, window) for window in _sample(source))
    )


def _lowest(reader: SourceReader, window: Window) -> float:
    reflectance, _ = reader.patch(window, list(reader.source.bands), SIDE)
    # Exact zeros are without data.
    return float(reflectance.min(initial=np.inf, where=reflectance != 0))


def _sample(source: Source) -> Iterator[Window]:
    width, height = (min(SIDE, side) for side in source.size)
    cols, rows = (middles(max(1, side - SIDE), ACROSS).tolist() for side in source.size)
    return (Window(col, row, width, height) for row in rows for col in cols)
