"""Adapt an index to its archive: a hash layer of its own, fitted before the first patch is coded.

It makes codes good on places that the model's training never named. What it costs is a sample of
the archive that is read and embedded first, and a fit of seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from . import hashing, raster
from .archive import Reader
from .errors import Cancelled, FileMissingError, RasterFileError
from .hashing import HashLayer
from .model import BATCH, HashModel

CHOICES = ("auto", "adapted", "model")
WORTH_IT = 5_000  # patches from which on ``auto`` adapts: fewer say too little of an archive
LEAST_SAMPLE, LARGEST_SAMPLE = 5_000, 20_000


def wanted(choice: str, patches: int) -> bool:
    """Whether an archive of so many patches gets a layer of its own."""
    return choice == "adapted" or (choice == "auto" and patches > WORTH_IT)


def sample_size(patches: int) -> int:
    """How many of an archive's patches the layer is fitted to."""
    return min(patches, max(LEAST_SAMPLE, min(LARGEST_SAMPLE, patches // 10)))


def adapted_layer(
    reader: Reader, model: HashModel, size: int, step: Callable[[], bool]
) -> HashLayer | None:
    """Fit a hash layer to a sample of an archive.

    Parameters
    ----------
    reader : Reader
    model : HashModel
    size : int
        Patches to look at.
    step : callable
        Called after each patch; False stops.

    Returns
    -------
    HashLayer or None
        None where not two patches could be read.

    Raises
    ------
    Cancelled
    """
    embedded: list[npt.NDArray[np.float32]] = []
    waiting: list[npt.NDArray[np.float32]] = []
    for patch in _patches(reader, model, size, step):
        waiting.append(patch)
        if len(waiting) == BATCH:
            embedded.append(model.encode(np.stack(waiting)).embeddings)
            waiting.clear()
    if waiting:
        embedded.append(model.encode(np.stack(waiting)).embeddings)
    embeddings = np.concatenate(embedded) if embedded else np.zeros((0, 1), np.float32)
    return hashing.fit(embeddings, model.card.bits) if len(embeddings) > 1 else None


def _patches(
    reader: Reader, model: HashModel, size: int, step: Callable[[], bool]
) -> Iterator[npt.NDArray[np.float32]]:
    """Read the sample; what cannot be read is passed over, and reported when it is encoded."""
    card = model.card
    for plan in reader.sample(size):
        with raster.SourceReader(plan.source) as pixels:
            try:
                for window in plan.windows.tolist():
                    patch, valid = pixels.patch(window, card.bands, card.patch_size)
                    if valid >= raster.LEAST_DATA:
                        yield patch
                    if not step():
                        raise Cancelled
            except (RasterFileError, FileMissingError):
                continue
