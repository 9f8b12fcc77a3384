"""A model of one's own: the shipped one, trained further on an archive without labels.

`train --archive` does all of it; here is what it needs besides a training run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from ..plugin.core.model import HashModel
from . import card, export, loop, protocols
from .config import ROOT, Config, MethodConfig, parse, resolve
from .data import Patches, read
from .encoding import encode, encode_by_onnx
from .errors import ConfigError
from .frozen import changed
from .material import CHANGES
from .methods import ours
from .methods.continued import Continued, Settings
from .parsing import build
from .ranking import Archive

START = "models/zoo/s2rgb-128.onnx"
EPOCHS = 5
SLOWER = 0.2
"""Share of the learning rates that the start was trained with."""
WARMUP = 20
QUERIES = 1000
"""Patches whose changed views are searched for, for the card."""

Encoder = Callable[[Patches], np.ndarray]
"""Patches to logits."""


def configuration(
    archive: Path, start: str | Path = START, radiometry: str = "auto", **changes: Any
) -> Config:
    """Make the configuration of a run from the card of the model that it goes on from.

    Parameters
    ----------
    archive
        Folder, zip or raster file. Only its name enters the configuration: where a person keeps
        imagery is not part of a model.
    start
        ONNX model with the card of a run of `ours` or `continued`.
    radiometry
        What the archive's numbers mean; auto = what the files say.
    changes
        `name`, `epochs`, where they are not to be what they are by themselves.

    Raises
    ------
    ConfigError
        If the start was made by another method, or the radiometry is unknown.
    """
    model = HashModel.open(resolve(str(start)))
    base = card.config_of(model)
    if base.method.name not in ("ours", "continued"):
        raise ConfigError(
            f"{model.path} was made by the method {base.method.name}, which cannot be trained "
            "further. Choose a model of the methods ours or continued."
        )
    known = {field.name for field in dataclasses.fields(ours.Settings)} - {
        "contrast",
        "keeping",
        "views",
        "view_temperature",
    }
    settings = {k: v for k, v in base.method.settings.items() if k in known}
    settings = build(Settings, {**settings, "start": _portable(model.path)}, "method.settings")
    data = dataclasses.replace(
        base.data,
        reader="archive",
        path=archive.name,
        radiometry=radiometry,
        split="none",
        without=(),
        unlabelled={},
    )
    train = dataclasses.replace(
        base.train,
        epochs=EPOCHS if changes.get("epochs") is None else changes["epochs"],
        backbone_rate=SLOWER * base.train.backbone_rate,
        head_rate=SLOWER * base.train.head_rate,
        warmup=WARMUP,
    )
    made = dataclasses.replace(
        base,
        name=changes.get("name") or f"{archive.stem}-{base.network.bits}",
        data=data,
        method=MethodConfig("continued", dataclasses.asdict(settings)),
        train=train,
    )
    return parse(made.to_json())


def write(checkpoint: Path, archive: Path) -> Path:
    """Export a finished run beside its checkpoint, with figures of the archive in the card.

    Returns
    -------
    pathlib.Path
        The ONNX file.
    """
    stored = loop.load_checkpoint(checkpoint)
    network, config = export.network_of(stored)
    patches = read(config.data, str(archive))
    start = HashModel.open(resolve(Continued(config).settings.start))
    encoders: dict[str, Encoder] = {
        "start": lambda some: encode_by_onnx(start, some, "encoding")[0].logits,
        "trained": lambda some: encode(network, some)[1],
    }
    figures = {
        "patches": len(patches),
        "epochs_trained": len(stored["history"]),
        "started_from": {"name": start.card.name, "sha256": start.digest},
        "same_place": {name: same_place(patches, to, config) for name, to in encoders.items()},
        "how": f"same place: a changed copy of each of {min(QUERIES, len(patches))} patches (other "
        "radiometry; all views: also turned and shifted) finds that patch among all of the "
        "archive; re-ordered by the copy's logits",
    }
    made = card.make(config, figures, export.embedding_of(network, config))
    # The digest above says which model it was; where it lies is nobody's business.
    made["config"]["method"]["settings"]["start"] = start.path.name
    out = checkpoint.with_name(f"{config.name}.onnx")
    export.export(network, out, made, patches.reflectance(slice(0, 512)))
    return out


def same_place(patches: Patches, encoder: Encoder, config: Config) -> dict[str, Any]:
    """Recall of patches from changed views of them, by code length and kind of change."""
    own = np.random.default_rng(config.seed).permutation(len(patches))[:QUERIES]
    archive = encoder(patches)
    views = {
        name: encoder(changed(patches.take(own), change, 11 + i))
        for i, (name, change) in enumerate(CHANGES.items())
    }
    return {
        str(bits): {
            name: protocols.same_place(Archive(archive[:, :bits]), view[:, :bits], own)
            for name, view in views.items()
        }
        for bits in config.network.nested
    }


def _portable(path: Path) -> str:
    """Name a file by its place below the repository's root, where it lies there."""
    path = path.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
