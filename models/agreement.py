"""Agreement of the codes that a patch gets from its 8-bit JPEG and from its reflectance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..plugin.core.model import HashModel
from .data import Patches

DEFAULT_PAIRS = "../shared/data/eurosat_ms"

# Bands of EuroSAT's multispectral GeoTIFFs, which carry no descriptions; B8A comes last.
EUROSAT_BANDS = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B8A",
)  # fmt: skip
QUANTIFICATION = 10_000


def measure(
    model: HashModel, patches: Patches, folder: Path, nested: Sequence[int]
) -> dict[str, Any] | None:
    """Compare the codes of patches that exist in both forms.

    Parameters
    ----------
    model
        The model, as the plugin loads it.
    patches
        The 8-bit patches; matched by name.
    folder
        Of multispectral GeoTIFFs `CLASS/CLASS_n.tif`, numbers = reflectance × 10,000.
    nested
        Code lengths to compare at.

    Returns
    -------
    dict or None
        Median and 90th percentile of differing bits between the two forms of a patch, and the
        median between different patches; None where no pair is found.
    """
    rows = {name: row for row, name in enumerate(patches.names)}
    files = [path for path in sorted(folder.glob("*/*.tif")) if path.stem in rows]
    if not files:
        return None
    eight_bit = patches.reflectance(np.array([rows[path.stem] for path in files]))
    reflectance = np.stack([read_reflectance(path, model.card.bands) for path in files])
    one = model.encode(eight_bit).logits > 0
    other = model.encode(reflectance).logits > 0
    shuffled = np.roll(other, len(other) // 3, axis=0)
    return {
        "pairs": len(files),
        "differing_bits": {
            str(k): {
                "same": float(np.median((one != other)[:, :k].sum(1))),
                "same_90": float(np.quantile((one != other)[:, :k].sum(1), 0.9)),
                "different": float(np.median((one != shuffled)[:, :k].sum(1))),
            }
            for k in nested
        },
    }


def read_reflectance(path: Path, bands: Sequence[str]) -> np.ndarray:
    """Read bands of a EuroSAT multispectral GeoTIFF as reflectance float32 (bands, h, w)."""
    import rasterio

    with rasterio.open(path) as raster:
        numbers = raster.read([EUROSAT_BANDS.index(band) + 1 for band in bands])
    return numbers.astype(np.float32) / QUANTIFICATION
