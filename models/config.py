"""The one configuration file of a training run.

A configuration is a JSON file with the sections below. It is validated completely before anything
is read or trained, and stored whole in the model card, so that the card is enough to train the
model again.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..plugin.core.radiometry import RADIOMETRIES
from .errors import ConfigError
from .parsing import build

ROOT = Path(__file__).resolve().parent.parent
"""The repository root: relative paths in a configuration start here."""
RUNS = ROOT / "models" / "runs"
"""Folder of what trainings and measurements leave."""

BANDS = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12",
)  # fmt: skip


@dataclass(frozen=True)
class DataConfig:
    """What is trained on.

    Attributes
    ----------
    path
        Of the archive; a relative path starts at the repository root.
    reader
        Name in `readers.READERS`.
    bands
        Channel order of the network's input, Sentinel-2 names.
    patch_size
        Edge in pixels.
    gsd
        Ground sampling distance in metres.
    split
        JSON file that names the held-out patches (`split.py`), or `official`: as the data has it.
    radiometry
        Of the reader `archive`: what the numbers mean (`plugin.core.radiometry`); auto = what the
        files say, else what their data type suggests.
    without
        Classes whose patches training never sees: for the figures of a sister model.
    unlabelled
        More imagery to train on, without labels: folder or file, and its radiometry profile
        (`plugin.core.radiometry`).
    """

    path: str = "../shared/data/eurosat_rgb.zip"
    reader: str = "eurosat_rgb"
    bands: tuple[str, ...] = ("B04", "B03", "B02")
    patch_size: int = 64
    gsd: float = 10.0
    split: str = "models/splits/eurosat_rgb.json"
    radiometry: str = "auto"
    without: tuple[str, ...] = ()
    unlabelled: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.bands:
            raise ConfigError("The configuration names no band. Add some to data.bands.")
        for band in self.bands:
            if band not in BANDS:
                raise ConfigError(
                    f"Unknown band {band!r} in data.bands. Sentinel-2 has {', '.join(BANDS)}."
                )
        _positive("data", patch_size=self.patch_size, gsd=self.gsd)
        if self.radiometry not in ("auto", *RADIOMETRIES):
            raise ConfigError(
                f"Unknown radiometry {self.radiometry!r} in data.radiometry. "
                f"Known are auto, {', '.join(RADIOMETRIES)}."
            )
        for path, profile in self.unlabelled.items():
            if profile not in RADIOMETRIES:
                raise ConfigError(
                    f"Unknown radiometry {profile!r} of {path} in data.unlabelled. "
                    f"Known are {', '.join(RADIOMETRIES)}."
                )


@dataclass(frozen=True)
class NetworkConfig:
    """The network: a backbone, its embedding, its hash layer.

    Attributes
    ----------
    backbone
        Name in `backbones.BACKBONES`.
    input_size
        Edge in pixels that a patch is enlarged to, inside the graph.
    embedding
        Length D, at most 512.
    levels
        Blocks of the backbone whose statistics stand beside its last features; with frozen blocks
        those of the frozen network, whatever training does to the later ones.
    general, share
        The first numbers of the embedding, which keep what the teacher sees, and their share of
        every cosine, 0 to 1; 0 numbers make an embedding of one piece.
    level_share
        Share of every cosine that the statistics of the frozen levels have, unseen by the hash
        layer; they come on top of `embedding` numbers.
    bits, nested
        Code length K, and the lengths that are trained as codes of their own, K last.
    full_scale
        Reflectance that counts as 1 for the backbone; what is brighter is cut to it.
    imagenet
        Start from the ImageNet weights, not from random ones.
    frozen
        Leading blocks of the backbone that stay as they are, statistics included. The first of
        MobileNetV2 see edges and colours alike everywhere, and cost most of a training step.
    """

    backbone: str = "mobilenet_v2"
    input_size: int = 96
    embedding: int = 512
    levels: tuple[int, ...] = ()
    general: int = 0
    share: float = 0.5
    level_share: float = 0.0
    bits: int = 128
    nested: tuple[int, ...] = (64, 128)
    full_scale: float = 0.275
    imagenet: bool = True
    frozen: int = 0

    def __post_init__(self) -> None:
        _positive("network", input_size=self.input_size, full_scale=self.full_scale)
        if not 0 <= self.level_share < 1:
            raise ConfigError(f"network.level_share is {self.level_share}; it must be 0 to 1.")
        if any(level < 0 for level in self.levels):
            raise ConfigError("network.levels must not hold negative numbers.")
        if self.frozen < 0:
            raise ConfigError(f"network.frozen is {self.frozen}; it must not be negative.")
        if not 1 <= self.embedding <= 512:
            raise ConfigError(f"network.embedding is {self.embedding}; it must be 1 to 512.")
        if not 0 <= self.general < self.embedding:
            raise ConfigError(
                f"network.general is {self.general}; it must be less than network.embedding "
                f"({self.embedding})."
            )
        if not 0 < self.share < 1:
            raise ConfigError(f"network.share is {self.share}; it must lie between 0 and 1.")
        if self.bits < 64 or self.bits % 64:
            raise ConfigError(f"network.bits is {self.bits}; it must be a multiple of 64.")
        if not self.nested or list(self.nested) != sorted(set(self.nested)):
            raise ConfigError("network.nested must list code lengths in rising order.")
        if self.nested[-1] != self.bits or any(k < 64 or k % 64 for k in self.nested):
            raise ConfigError(
                f"network.nested is {list(self.nested)}; it must hold multiples of 64 "
                f"and end with network.bits ({self.bits})."
            )


@dataclass(frozen=True)
class AugmentConfig:
    """Random changes of the training patches; all in reflectance where they have a unit.

    They stand between the 8-bit JPEG patches that are trained on and the reflectance that a user's
    raster gives: quantisation, compression, noise, resampling and another atmosphere.

    Attributes
    ----------
    flips
        One of the eight turns and mirrors.
    shift
        Largest shift in pixels; what comes in at the edge is mirrored.
    gain, band_gain
        Standard deviation of the factor on all bands together, and on each alone.
    offset
        Standard deviation of the sum on all bands together, half of it on each alone.
    noise
        Largest standard deviation of noise by the pixel.
    sharpness
        Largest share of the difference to a 3 × 3 mean that is added or taken away.
    jpeg
        Share of patches that go through JPEG once more, at a quality of 50 to 95.
    """

    flips: bool = True
    shift: int = 4
    gain: float = 0.08
    band_gain: float = 0.03
    offset: float = 0.006
    noise: float = 0.003
    sharpness: float = 0.5
    jpeg: float = 0.4

    def __post_init__(self) -> None:
        for f in dataclasses.fields(self):
            if getattr(self, f.name) < 0:
                raise ConfigError(f"augment.{f.name} must not be negative.")


@dataclass(frozen=True)
class TrainConfig:
    """How long and how fast.

    Attributes
    ----------
    epochs, batch
        Passes over the training patches, patches a step.
    backbone_rate, head_rate
        Full learning rates (AdamW) of the pretrained part, and of all that is new.
    weight_decay
        On matrices, not on biases and batch norms.
    warmup
        Steps until the full rate; then half a cosine down to zero.
    validation_archive
        Training patches that the look after each epoch searches in.
    bfloat16
        Train in mixed precision where the device is fast at it.
    """

    epochs: int = 8
    batch: int = 192
    backbone_rate: float = 6e-4
    head_rate: float = 2e-3
    weight_decay: float = 0.02
    warmup: int = 60
    validation_archive: int = 6000
    bfloat16: bool = True

    def __post_init__(self) -> None:
        _positive(
            "train",
            epochs=self.epochs,
            batch=self.batch,
            backbone_rate=self.backbone_rate,
            head_rate=self.head_rate,
            validation_archive=self.validation_archive,
        )
        for name in ("weight_decay", "warmup"):
            if getattr(self, name) < 0:
                raise ConfigError(f"train.{name} must not be negative.")


@dataclass(frozen=True)
class MethodConfig:
    """The hashing method by name, and its own settings (`methods/<name>.py`, class Settings)."""

    name: str = "ours"
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Config:
    """A whole training run. Equal configurations train equal models."""

    name: str
    seed: int = 1
    data: DataConfig = field(default_factory=DataConfig)
    network: NetworkConfig = field(default_factory=NetworkConfig)
    method: MethodConfig = field(default_factory=MethodConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    train: TrainConfig = field(default_factory=TrainConfig)

    def __post_init__(self) -> None:
        if self.name in (".", "..") or any(sign in self.name for sign in "/\\\0"):
            raise ConfigError(
                f"The name {self.name!r} cannot name a folder of its own. Choose one without "
                "slashes."
            )
        if not 0 <= self.seed < 1 << 32:
            raise ConfigError(f"seed is {self.seed}; it must be 0 to {(1 << 32) - 1}.")

    def to_json(self) -> dict[str, Any]:
        """Plain values for JSON; `parse(config.to_json()) == config`."""
        return json.loads(json.dumps(dataclasses.asdict(self)))


_SECTIONS = {
    "data": DataConfig,
    "network": NetworkConfig,
    "method": MethodConfig,
    "augment": AugmentConfig,
    "train": TrainConfig,
}


def load(path: str | Path) -> Config:
    """Read and validate a configuration file.

    Raises
    ------
    ConfigError
        If the file is missing, is no JSON or names something unknown.
    """
    path = Path(path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"The configuration {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise ConfigError(f"The configuration {path} is not valid JSON: {error}.") from error
    return parse(values)


def parse(values: Any) -> Config:
    """Make a validated `Config` of plain values.

    Raises
    ------
    ConfigError
        If a key, a method, a backbone, a reader or a band is unknown, or a value does not fit.
    """
    if not isinstance(values, Mapping):
        raise ConfigError("A configuration is a JSON object with the keys name, data, network, ….")
    parts = {
        key: build(_SECTIONS[key], value, key) if key in _SECTIONS else value
        for key, value in values.items()
    }
    config = build(Config, parts, "")
    _check_names(config)
    return config


def resolve(path: str) -> Path:
    """Give a path of the configuration as an absolute one; relative ones start at the root."""
    return (ROOT / path).resolve()


def _positive(section: str, **values: float) -> None:
    for name, value in values.items():
        if value <= 0:
            raise ConfigError(f"{section}.{name} is {value}; it must be greater than 0.")


def _check_names(config: Config) -> None:
    # Imported here: a configuration can be looked at where torch is not installed.
    from .backbones import BACKBONES
    from .methods import METHODS
    from .readers import READERS

    for what, name, known in (
        ("method", config.method.name, METHODS),
        ("backbone", config.network.backbone, BACKBONES),
        ("reader", config.data.reader, READERS),
    ):
        if name not in known:
            raise ConfigError(f"Unknown {what} {name!r}. Known are {', '.join(sorted(known))}.")
    settings = build(
        METHODS[config.method.name].Settings, config.method.settings, "method.settings"
    )
    for key in ("teacher", "backbones"):
        for name in getattr(settings, key, ()):
            if name not in BACKBONES:
                raise ConfigError(
                    f"Unknown backbone {name!r} in method.settings.{key}. "
                    f"Known are {', '.join(sorted(BACKBONES))}."
                )
