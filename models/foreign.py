"""Measure a model on land that it never saw: `python -m lookalike.models.foreign MODEL.onnx SCENE`.

Other land has no labels here. What stands in for them are the bands that the model does not see:
near infrared and short waves tell water, marsh, wood, crops, bare soil and roofs apart. Patches of
the scene are grouped by them, and a hit is right if it is of the query's group. Such groups have
no sharp borders, so no ranking reaches 1: a figure is to be read beside that of the exact scan of
frozen features, which know no land at all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.cluster.vq import kmeans2
from tqdm import tqdm

from ..plugin.core.archive import open_archive
from ..plugin.core.hashing import unit
from ..plugin.core.model import HashModel
from ..plugin.core.raster import SourceReader
from ..plugin.core.source import Window
from . import adapting, card, protocols
from .config import RUNS, Config
from .data import Patches, full_scale_of, to_pixels
from .encoding import encode_by_onnx
from .errors import CAUSES, DataError, run, sentence
from .material import BACKBONES
from .parsing import output_file, write_text
from .ranking import Archive
from .teacher import frozen_features

UNSEEN = ("B05", "B06", "B07", "B08", "B8A", "B11", "B12")
"""Bands that groups are made by, less those that the model sees."""
GROUPS = 10
FROZEN_SIZE = 128


@dataclass(frozen=True)
class Land:
    """Patches of scenes, half a patch apart.

    Attributes
    ----------
    patches
        What the model sees, 8-bit; the label is the group.
    overlapping
        Pairs that share pixels, a patch and itself included: bool (n, n).
    """

    patches: Patches
    overlapping: np.ndarray


def read(path: Path, config: Config, radiometry: str | None = None) -> Land:
    """Cut patches from a scene, or a folder of scenes, and group them by what the model lacks.

    Parameters
    ----------
    path
        Rasters with the bands of the model and those of `UNSEEN`, by name or description.
    config
        Of the model: bands, size and ground sampling distance.
    radiometry
        What the numbers mean; None = what the files say.

    Raises
    ------
    DataError
        If there are too few patches to group, or the model sees all bands.
    LookalikeError
        If a scene cannot be read or lacks bands.
    """
    data = config.data
    unseen = tuple(band for band in UNSEEN if band not in data.bands)
    if not unseen:
        raise DataError(
            f"The model sees all bands that patches could be grouped by ({', '.join(UNSEEN)}): "
            "other land says nothing of it without labels."
        )
    archive = open_archive(
        path,
        (*data.bands, *unseen),
        data.patch_size,
        data.gsd,
        kind="scenes",
        stride=data.patch_size // 2,
        radiometry=radiometry,
    )
    full_scale = full_scale_of(data.bands)
    pixels, names, statistics, boxes = [], [], [], []
    for number, plan in enumerate(archive.plans()):
        windows = (Window(*window) for window in plan.windows.tolist())
        with SourceReader(plan.source) as source:
            found = source.with_data(windows, (*data.bands, *unseen), data.patch_size)
            for window, patch in tqdm(found, plan.source.name, len(plan.windows), leave=False):
                pixels.append(to_pixels(patch[: len(data.bands)], full_scale))
                names.append(f"{plan.source.path}:{window[0]},{window[1]}")
                statistics.append(texture(patch[len(data.bands) :]))
                boxes.append((number, *window))
    if len(pixels) < 10 * GROUPS:
        raise DataError(
            f"{path} has {len(pixels)} patches with data. To group them it takes {10 * GROUPS}."
        )
    labels = groups(np.stack(statistics))
    classes = tuple(str(i + 1) for i in range(GROUPS))
    patches = Patches(np.stack(pixels), labels, tuple(names), classes, full_scale)
    return Land(patches, overlapping(np.array(boxes)))


def texture(bands: np.ndarray) -> np.ndarray:
    """Mean, deviation and mean gradient of each band: float (bands, h, w) → (3 · bands,)."""
    down, across = np.abs(np.diff(bands, axis=1)), np.abs(np.diff(bands, axis=2))
    gradient = down.mean(axis=(1, 2)) + across.mean(axis=(1, 2))
    return np.concatenate([bands.mean(axis=(1, 2)), bands.std(axis=(1, 2)), gradient])


def groups(statistics: np.ndarray) -> np.ndarray:
    """Group patches by k-means of standardised statistics float (n, d): int64 (n,)."""
    x = (statistics - statistics.mean(axis=0)) / np.maximum(statistics.std(axis=0), 1e-9)
    _, labels = kmeans2(x, GROUPS, iter=50, minit="++", rng=0)
    return labels.astype(np.int64)


def overlapping(boxes: np.ndarray) -> np.ndarray:
    """Pairs of patches that share pixels.

    Parameters
    ----------
    boxes
        int (n, 5): number of the scene, column, row, width, height.

    Returns
    -------
    numpy.ndarray
        bool (n, n).
    """
    scene, low, size = boxes[:, 0], boxes[:, 1:3], boxes[:, 3:5]
    shared = scene[:, None] == scene[None]
    for axis in (0, 1):
        start, end = low[:, axis], low[:, axis] + size[:, axis]
        shared &= (start[:, None] < end[None]) & (start[None] < end[:, None])
    return shared


def measure(model: HashModel, config: Config, land: Land) -> dict[str, Any]:
    """Search each patch among those that it shares no pixel with.

    Returns
    -------
    dict
        `patches`, their `groups`, `chance` (P@20 of a random order), and `rows` of figures
        (`protocols.retrieval`): the model's own layer, one fitted to this land, that by level
        share, one fitted to frozen features, and the exact scans.
    """
    patches, bits = land.patches, config.network.bits
    encoded, _ = encode_by_onnx(model, patches, "encoding")
    frozen = frozen_features(patches, BACKBONES, FROZEN_SIZE, RUNS / "cache")
    centred = unit(frozen - frozen.mean(axis=0))
    embeddings = (encoded.embeddings, encoded.embeddings)
    layers = {
        "own layer": encoded.logits,
        "adapted": adapting.adapted(*embeddings, bits)[0],
        "frozen features, adapted": adapting.adapted(centred, centred, bits)[0],
    }
    for share, logits, _ in adapting.by_level_share(*embeddings, config.network):
        layers[f"adapted, level share {share:g}"] = logits
    rows: dict[str, Any] = {}
    for name, logits in layers.items():
        for length in config.network.nested:
            rows[f"{name}, {length} bits"] = among_themselves(logits[:, :length], land)
    for name, x in (("embedding", encoded.embeddings), ("frozen features", centred)):
        pair = (x, patches.labels, x, patches.labels)
        rows[f"{name}, exact"] = {
            "exact": protocols.float_retrieval(*pair, hidden=land.overlapping)
        }
    return {"patches": len(patches), "chance": chance(land), "groups": GROUPS, "rows": rows}


def among_themselves(logits: np.ndarray, land: Land) -> dict[str, Any]:
    """Search codes float (n, K) of the land for one another."""
    labels = land.patches.labels
    return protocols.retrieval(Archive(logits), labels, logits, labels, hidden=land.overlapping)


def chance(land: Land) -> float:
    """Macro share of the patches that may be found which are of the query's group."""
    labels, free = land.patches.labels, ~land.overlapping
    alike = (labels[:, None] == labels[None]) & free
    share = alike.sum(axis=1) / free.sum(axis=1)
    return float(np.mean([share[labels == group].mean() for group in np.unique(labels)]))


def brief(measured: dict[str, Any]) -> dict[str, Any]:
    """Give what a card says of other land: of each row mAP@20 and P@20, rounded."""
    rows = {
        name: {
            way: {figure: round(values[figure], 3) for figure in ("mAP@20", "P@20")}
            for way, values in ways.items()
        }
        for name, ways in measured["rows"].items()
    }
    return {**measured, "chance": round(measured["chance"], 3), "rows": rows}


def table(measured: dict[str, Any]) -> str:
    """Lay the figures out for people."""
    lines = [f"{'':<36}{'mAP@20':>18}{'P@20':>18}"]
    for name, ways in measured["rows"].items():
        cells = [
            " / ".join(f"{ways[way][figure]:.3f}" for way in ways) for figure in ("mAP@20", "P@20")
        ]
        lines.append(f"{name:<36}" + "".join(f"{cell:>18}" for cell in cells))
    lines.append(
        f"{measured['patches']} patches in {GROUPS} groups; P@20 of a random order "
        f"{measured['chance']:.3f}. Hamming / re-ordered, or exact cosine."
    )
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.foreign", description=__doc__)
    parser.add_argument("model", type=Path, help="ONNX model with a card")
    parser.add_argument("scene", type=Path, help="raster, or folder of rasters, with named bands")
    parser.add_argument("--radiometry", help="what the numbers mean, where the files do not say")
    parser.add_argument("--json", type=output_file, help="also write the figures to this file")
    arguments = parser.parse_args(argv)
    try:
        model = HashModel.open(arguments.model)
        config = card.config_of(model)
        land = read(arguments.scene.resolve(), config, arguments.radiometry)
        measured = measure(model, config, land)
        print(table(measured))
        if arguments.json:
            scene = {"scene": arguments.scene.name}
            write_text(arguments.json, json.dumps({**scene, **measured}, indent=1) + "\n")
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(run(main))
