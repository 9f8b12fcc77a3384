"""The model card: what a model says of itself, as JSON in the metadata of its ONNX file."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib import metadata
from typing import Any

from ..plugin.core.model import CARD_KEY, HashModel
from .config import Config, DataConfig, parse
from .errors import DataError
from .methods import METHODS

__all__ = ["CARD_KEY", "FORMAT", "config_of", "make"]

FORMAT = 1
"""Version of the card's layout."""

TRAINING_DATA = {
    "archive": "Patches cut, without labels, from the archive {path} of the model's maker.",
    "eurosat_rgb": (
        "21,600 of the 27,000 EuroSAT RGB patches over Europe, ten land use classes (Helber, "
        "Bischke, Dengel & Borth 2019, doi 10.1109/JSTARS.2019.2918242, MIT licence), less the "
        "held-out fifth that the split of the configuration names. Contains modified Copernicus "
        "Sentinel data."
    ),
    "eurosat_ms": (
        "EuroSAT multispectral patches over Europe, Level-1C, ten land use classes (Helber, "
        "Bischke, Dengel & Borth 2019, doi 10.1109/JSTARS.2019.2918242, MIT licence). Contains "
        "modified Copernicus Sentinel data."
    ),
    "bigearthnet_v1": (
        "BigEarthNet-S2 v1, Level-2A patches over ten countries of Europe, 19 classes, several a "
        "patch (Sumbul, Charfuelan, Demir & Markl 2019, CDLA-Permissive-1.0). Contains modified "
        "Copernicus Sentinel data."
    ),
    "bigearthnet_v2": (
        "BigEarthNet v2 (reBEN), Level-2A patches over ten countries of Europe, 19 classes, "
        "several a patch (Clasen et al. 2024, CDLA-Permissive-1.0). Contains modified Copernicus "
        "Sentinel data."
    ),
}
OTHER_LIMITS = (
    "Trained on patches of Europe: other continents, haze, cloud and snow are outside of what it "
    "has seen. Reflectance above {full_scale} counts as {full_scale}. Within one class, and on "
    "land that no class names, its order is only as good as the frozen features that it was kept "
    "near to."
)
LIMITS = (
    "Trained on Level-1C patches of Europe in the visible bands: other continents, Level-2A, haze, "
    "cloud and snow are outside of what it has seen. Reflectance above {full_scale} counts as "
    "{full_scale}. Ten classes named what differs: within one class, and on land that none of them "
    "names, its order is only as good as the frozen features that it was kept near to. The "
    "held-out patches of the figures are drawn at random, not by region: most lie within a few "
    "kilometres of a training patch, which flatters the model."
)
ARCHIVE_LIMITS = (
    "Trained further on one archive without labels, from the model in figures.started_from, whose "
    "limits hold beside: elsewhere it may be worse than that model. Reflectance above {full_scale} "
    "counts as {full_scale}. The figures are of that archive, and none of them knows classes."
)
ALL_LIMITS = {"eurosat_rgb": LIMITS, "archive": ARCHIVE_LIMITS}
"""By reader."""
UNLABELLED = (
    " Beside them, without labels, patches cut from {count} more archives of Sentinel-2 imagery "
    "(data.unlabelled of the configuration)."
)
LICENCE = (
    "GPL-2.0-or-later, as Lookalike. Training started from torchvision's ImageNet weights "
    "(BSD-3-Clause)."
)


def make(
    config: Config, figures: Mapping[str, Any] | None = None, embedding: int | None = None
) -> dict[str, Any]:
    """Fill the card of a configuration.

    Parameters
    ----------
    config
        The whole configuration; it is stored in the card.
    figures
        What `evaluate` measured, with how; empty where nothing was measured yet.
    embedding
        Its length where the method decides it, not `network.embedding`.

    Returns
    -------
    dict
        Plain values, the keys that `plugin.core.model.ModelCard` reads and those for people.
    """
    method = METHODS[config.method.name]
    return {
        "format": FORMAT,
        "name": config.name,
        "bands": list(config.data.bands),
        "patch_size": config.data.patch_size,
        "gsd": config.data.gsd,
        "input": "reflectance",
        "bits": config.network.bits,
        "nested": list(config.network.nested) if method.nested else [config.network.bits],
        "embedding": embedding or config.network.embedding,
        "method": method.title,
        "training_data": _training_data(config.data),
        "split": config.data.split,
        "seed": config.seed,
        "licence": LICENCE,
        "config": config.to_json(),
        "software": _software(),
        "figures": dict(figures or {}),
        "limits": ALL_LIMITS.get(config.data.reader, OTHER_LIMITS).format(
            full_scale=config.network.full_scale
        ),
    }


def config_of(model: HashModel) -> Config:
    """Read the configuration in a model's card.

    Raises
    ------
    ConfigError, DataError
        If it has none, or one that does not fit.
    """
    if "config" not in model.card.text:
        raise DataError(f"The card of {model.path} has no configuration; it names no test data.")
    return parse(model.card.text["config"])


def _training_data(data: DataConfig) -> str:
    labelled = TRAINING_DATA.get(data.reader, data.reader).format(path=data.path)
    more = len(data.unlabelled)
    return labelled + UNLABELLED.format(count=more) if more else labelled


def _software() -> dict[str, str]:
    versions = {"python": platform.python_version()}
    for name in ("torch", "numpy", "onnx", "onnxruntime", "pillow"):
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions
