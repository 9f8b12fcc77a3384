"""Patches to train on and to measure with."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from PIL import Image
from tqdm import tqdm

from ..plugin.core.archive import Plan, open_archive
from ..plugin.core.errors import LookalikeError
from ..plugin.core.raster import SourceReader
from ..plugin.core.source import Window
from .config import DataConfig, resolve
from .errors import DataError
from .stored import Pixels, concatenated

RGB = ("B04", "B03", "B02")
EUROSAT_FULL_SCALE = 0.275
"""Reflectance of the value 255 in EuroSAT RGB, measured against the multispectral originals."""
FULL_SCALE = 0.6
"""The same of many bands: near infrared over vegetation is brighter than a photograph."""
OFFICIAL = "official"
"""As `data.split`: the split that the data came with."""
MOST_UNLABELLED = 20_000
"""Patches that one unlabelled archive gives: more say little new, and all lie in memory."""


@dataclass(frozen=True)
class Patches:
    """Labelled patches, as stored numbers.

    Attributes
    ----------
    pixels
        uint8 (n, size, size, bands): an array, or rows of files that stand for one (`stored`).
    labels
        int64 (n,), an index into `classes`; −1 = not labelled. With several labels a patch int64
        (n, classes) of zeros and ones; all zero = not labelled.
    names
        One unique name a patch, stable between readings.
    classes
        Class names in sorted order.
    full_scale
        Reflectance of the value 255.
    parts
        The official split that each patch belongs to (train, validation, test); empty = unknown.
    """

    pixels: Pixels
    labels: np.ndarray
    names: tuple[str, ...]
    classes: tuple[str, ...]
    full_scale: float
    parts: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def labelled(self) -> np.ndarray:
        """Which patches have a label: bool (n,)."""
        return self.labels >= 0 if self.labels.ndim == 1 else self.labels.any(axis=1)

    def having(self, classes: Sequence[int]) -> np.ndarray:
        """Which patches have a label of these classes: bool (n,)."""
        if self.labels.ndim == 1:
            return np.isin(self.labels, classes)
        return self.labels[:, list(classes)].any(axis=1)

    def take(self, rows: np.ndarray) -> Patches:
        """Give the patches of these rows, in this order."""
        return Patches(
            self.pixels.take(rows, axis=0),
            self.labels[rows],
            tuple(self.names[i] for i in rows),
            self.classes,
            self.full_scale,
            tuple(self.parts[i] for i in rows) if self.parts else (),
        )

    def reflectance(self, rows: np.ndarray | slice) -> np.ndarray:
        """Give rows as the network's input: float32 (n, bands, size, size), 0.2 = 20 %."""
        return to_reflectance(self.pixels[rows], self.full_scale)


def to_reflectance(pixels: np.ndarray, full_scale: float) -> np.ndarray:
    """Turn uint8 (n, h, w, bands) into reflectance float32 (n, bands, h, w)."""
    scaled = pixels.astype(np.float32) * np.float32(full_scale / 255)
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))


def to_pixels(patch: np.ndarray, full_scale: float) -> np.ndarray:
    """Turn reflectance float (bands, h, w) into uint8 (h, w, bands); no number becomes 0."""
    numbers = np.rint(np.nan_to_num(patch) * (255 / full_scale))
    return numbers.clip(0, 255).astype(np.uint8).transpose(1, 2, 0)


def full_scale_of(bands: Sequence[str]) -> float:
    """Reflectance that becomes 255 where these bands are cut from imagery."""
    return EUROSAT_FULL_SCALE if tuple(bands) == RGB else FULL_SCALE


def read_eurosat_rgb(config: DataConfig) -> Patches:
    """Read the EuroSAT RGB archive (Helber et al. 2019): `…/CLASS/CLASS_n.jpg` in one zip.

    Raises
    ------
    DataError
        If the file is missing, holds no patch of the configured size, or other bands are asked for.
    """
    if config.bands != RGB:
        raise DataError("EuroSAT RGB has the bands B04, B03, B02 and no others, in this order.")
    if config.gsd != 10:
        raise DataError(f"EuroSAT RGB has pixels of 10 m, not {config.gsd:g}. Set data.gsd to 10.")
    path = resolve(config.path)
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise DataError(
            f"The training data {path} cannot be read ({error}). "
            "Set data.path in the configuration or give --data."
        ) from error
    pixels, labels, names = [], [], []
    with archive:
        members = sorted(n for n in archive.namelist() if n.lower().endswith((".jpg", ".jpeg")))
        for member in tqdm(members, "reading patches", unit=" patches", leave=False):
            pixels.append(_decode(_content(archive, member), config.patch_size, member))
            labels.append(PurePosixPath(member).parent.name)
            names.append(PurePosixPath(member).stem)
    if not pixels:
        raise DataError(f"{path} holds no JPEG patches.")
    classes, numbers = np.unique(np.array(labels), return_inverse=True)
    return Patches(
        np.stack(pixels),
        numbers.astype(np.int64),
        tuple(names),
        tuple(str(c) for c in classes),
        EUROSAT_FULL_SCALE,
    )


def read(config: DataConfig, path: str | None = None) -> Patches:
    """Read all patches of a configuration, from another path where one is given.

    The other path does not enter the configuration: where a person keeps the data is not part of
    what made a model.
    """
    if path is not None:
        config = dataclasses.replace(config, path=str(Path(path).resolve()))
    from .readers import READERS  # they make what is defined here

    return READERS[config.reader](config)


def split(patches: Patches, path: Path) -> tuple[Patches, Patches]:
    """Divide patches into (training, validation) by a stored split; see `held_out`.

    Validation patches never train and never stand in the archive that they are searched in.
    """
    mask = held_out(patches, path)
    return patches.take(np.flatnonzero(~mask)), patches.take(np.flatnonzero(mask))


def held_out(patches: Patches, path: Path) -> np.ndarray:
    """Which patches a stored split holds out: bool (n,).

    A path that ends in `OFFICIAL` is no file, but the split that the patches came with.

    Raises
    ------
    DataError
        If the split file is missing or lists nothing of these patches.
    """
    if path.name == OFFICIAL:
        return not_of_training(patches)
    try:
        names = set(json.loads(path.read_text(encoding="utf-8"))["validation"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"The split {path} cannot be read ({error}). "
            "Make one with: python -m lookalike.models.split CONFIG"
        ) from error
    mask = np.array([name in names for name in patches.names], dtype=bool)
    if not mask.any() or mask.all():
        raise DataError(f"The split {path} does not belong to this data: none or all held out.")
    if mask.sum() < len(names):
        print(f"The split {path} names {len(names) - mask.sum()} more patches than the data has.")
    return mask


def not_of_training(patches: Patches) -> np.ndarray:
    """Which patches the split that they came with keeps from training: bool (n,).

    Raises
    ------
    DataError
        If they came with none, or it keeps all or none.
    """
    mask = np.array([part != "train" for part in patches.parts], dtype=bool)
    if not any(patches.parts) or mask.all() or not mask.any():
        raise DataError(
            "The data comes with no official split. Set data.split to a file, and make it with: "
            "python -m lookalike.models.split CONFIG"
        )
    return mask


def for_training(patches: Patches, config: DataConfig) -> Patches:
    """Leave out the classes that training must not see, and add the unlabelled imagery.

    Raises
    ------
    DataError
        If no patch has a class that is to be left out, or none is left.
    """
    for name in config.without:
        if name not in patches.classes:
            raise DataError(
                f"Unknown class {name!r} in data.without. "
                f"The data has {', '.join(patches.classes)}."
            )
    out = [patches.classes.index(name) for name in config.without]
    kept = patches.take(np.flatnonzero(~patches.having(out)))
    if not len(kept):
        raise DataError("data.without leaves no class to train on.")
    if not config.unlabelled:
        return kept
    return joined([kept, *(unlabelled(config, *entry) for entry in config.unlabelled.items())])


def read_archive(config: DataConfig) -> Patches:
    """Read any archive that the plugin reads, without labels."""
    return unlabelled(config, config.path, config.radiometry)


def unlabelled(config: DataConfig, path: str, radiometry: str) -> Patches:
    """Cut unlabelled patches from an archive, as the plugin reads it, half a patch apart.

    Files that cannot be read are left out, with a line that says so.

    Parameters
    ----------
    config
        Bands, size and ground sampling distance of the patches.
    path
        Folder or file; a relative path starts at the repository root.
    radiometry
        Name of a profile; auto = what the files say.

    Returns
    -------
    Patches
        8-bit, label −1, at most `MOST_UNLABELLED`, drawn at random where there are more. Windows
        with less than half data are left out.
    """
    reader = open_archive(
        resolve(path),
        config.bands,
        config.patch_size,
        config.gsd,
        kind="scenes",
        stride=config.patch_size // 2,
        radiometry=None if radiometry == "auto" else radiometry,
    )
    full_scale = full_scale_of(config.bands)
    pixels, names = [], []
    plans = _thinned(list(tqdm(reader.plans(), "listing", len(reader), leave=False)))
    for plan in tqdm(plans, "reading patches", unit=" files", leave=False):
        try:
            found = list(_cut(plan, config))
        except LookalikeError as error:
            reader.skipped.append((plan.source.path, str(error)))
            continue
        for window, patch in found:
            pixels.append(to_pixels(patch, full_scale))
            names.append(f"{plan.source.path}:{window[0]},{window[1]}")
    if reader.skipped:
        print(f"{len(reader.skipped)} files left out; the first: {reader.skipped[0][1]}")
    if not pixels:
        raise DataError(f"{path} has no patch with data. Leave it out of the training data.")
    labels = np.full(len(pixels), -1, dtype=np.int64)
    return Patches(np.stack(pixels), labels, tuple(names), (), full_scale)


def _thinned(plans: list[Plan]) -> list[Plan]:
    """Draw windows where there are too many; the same ones every time."""
    ends = np.cumsum([len(plan.windows) for plan in plans])
    if ends[-1] <= MOST_UNLABELLED:
        return plans
    chosen = np.sort(np.random.default_rng(0).choice(ends[-1], MOST_UNLABELLED, replace=False))
    parts = np.split(chosen, np.searchsorted(chosen, ends[:-1]))
    starts = ends - [len(plan.windows) for plan in plans]
    return [
        Plan(plan.source, plan.windows[part - start])
        for plan, part, start in zip(plans, parts, starts)
        if len(part)
    ]


def _cut(plan: Plan, config: DataConfig) -> Iterator[tuple[Window, np.ndarray]]:
    """Read the windows of a source that have data: reflectance float32 (bands, size, size)."""
    with SourceReader(plan.source) as source:
        windows = (Window(*window) for window in plan.windows.tolist())
        yield from source.with_data(windows, config.bands, config.patch_size)


def joined(parts: Sequence[Patches]) -> Patches:
    """Put patches of equal scale one after the other; classes are those of the first.

    Where the first has several labels a patch, the others have none.

    Raises
    ------
    DataError
        If 255 does not mean the same reflectance in all.
    """
    first = parts[0]
    if any(part.full_scale != first.full_scale for part in parts):
        raise DataError("Patches whose 8-bit numbers mean different reflectances do not mix.")
    labels = [part.labels for part in parts]
    if first.labels.ndim == 2:
        labels[1:] = [np.zeros((len(part), len(first.classes)), np.int64) for part in parts[1:]]
    return Patches(
        concatenated([part.pixels for part in parts]),
        np.concatenate(labels),
        tuple(name for part in parts for name in part.names),
        first.classes,
        first.full_scale,
    )


def _content(archive: zipfile.ZipFile, member: str) -> bytes:
    try:
        return archive.read(member)
    except (OSError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise DataError(
            f"{member} in {archive.filename} cannot be read ({error}). Fetch the file again."
        ) from error


def _decode(data: bytes, size: int, name: str) -> np.ndarray:
    try:
        with Image.open(io.BytesIO(data)) as image:
            pixels = np.asarray(image.convert("RGB"))
    except OSError as error:
        raise DataError(f"The patch {name} is not a readable image.") from error
    if pixels.shape != (size, size, 3):
        height, width = pixels.shape[:2]
        raise DataError(f"The patch {name} is {width}×{height} pixels, not {size}×{size}.")
    return pixels
