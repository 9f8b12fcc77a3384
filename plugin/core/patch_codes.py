"""The codes of all patches of one raster, without an index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits, build, raster
from .build import BATCH, BuildRequest
from .errors import Cancelled
from .model import HashModel
from .search import Progress
from .source import Source, Window


class Coded(NamedTuple):
    """A batch of patches.

    Attributes
    ----------
    source : Source
    windows : list of Window
    codes : list of str
        Hexadecimal, most significant bit first: bit 0 of the code is the last.
    """

    source: Source
    windows: list[Window]
    codes: list[str]


def codes_of(request: BuildRequest, progress: Progress = None) -> Iterator[Coded]:
    """Cut a raster into patches and encode them, as building an index of it does.

    Parameters
    ----------
    request : BuildRequest
        Its `index` is not used.
    progress : callable, optional
        ``progress(patches_done, patches) -> bool``; False stops.

    Raises
    ------
    LookalikeError, Cancelled
    """
    model = HashModel.open(request.model)
    reader = build.open_reader(request, model.card)
    total, done = reader.count_patches(), 0
    for plan in reader.plans():
        with raster.SourceReader(plan.source) as pixels:
            for start in range(0, len(plan.windows), BATCH):
                part = [Window(*window) for window in plan.windows[start : start + BATCH].tolist()]
                done += len(part)
                yield Coded(plan.source, *_encoded(pixels, part, model))
                if progress is not None and not progress(done, total):
                    raise Cancelled


def _encoded(
    pixels: raster.SourceReader, windows: list[Window], model: HashModel
) -> tuple[list[Window], list[str]]:
    """Encode those of the windows that have data."""
    read = list(pixels.with_data(windows, model.card.bands, model.card.patch_size))
    if not read:
        return [], []
    kept, patches = zip(*read)
    return list(kept), as_hex(bits.pack(model.encode(np.stack(patches)).logits > 0))


def as_hex(codes: npt.NDArray[np.uint64]) -> list[str]:
    """Write codes (n, W) as hexadecimal numbers, the first word last."""
    return ["".join(f"{int(word):016x}" for word in code[::-1]) for code in codes]
