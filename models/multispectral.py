"""Training patches of many bands: EuroSAT multispectral, BigEarthNet v1 and v2.

They are found and read by the plugin's own archive readers, bands at 10, 20 and 60 m included.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
from tqdm import tqdm

from ..plugin.core.archive import Reader, open_archive
from ..plugin.core.raster import SourceReader
from ..plugin.core.source import Source
from . import config as configuration
from .config import DataConfig, resolve
from .corine import NINETEEN, multi_hot
from .data import FULL_SCALE, Patches, to_pixels
from .errors import DataError
from .stored import Item, stored


def read_eurosat_ms(config: DataConfig) -> Patches:
    """Read EuroSAT multispectral (Helber et al. 2019): `CLASS/CLASS_n.tif`, 13 bands, B8A last."""
    pixels, names, labels = [], [], []
    archive = _opened(config, "patches", "EuroSAT")
    reading = tqdm(_patches(archive, config), "reading patches", len(archive), leave=False)
    for source, patch in reading:
        pixels.append(patch)
        names.append(Path(source.path).stem)
        labels.append(source.label)
    classes, numbers = np.unique(np.array(labels), return_inverse=True)
    return Patches(
        np.stack(pixels),
        numbers.astype(np.int64),
        tuple(names),
        tuple(str(c) for c in classes),
        FULL_SCALE,
    )


def read_bigearthnet_v1(config: DataConfig) -> Patches:
    """Read BigEarthNet-S2 v1 (Sumbul et al. 2019): a folder a patch, twelve files and a JSON.

    The 43 classes of `NAME_labels_metadata.json` are merged into 19.
    """

    def labels_of(folder: Path) -> tuple[list[str], str]:
        path = folder / f"{folder.name}_labels_metadata.json"
        try:
            return list(json.loads(path.read_text(encoding="utf-8"))["labels"]), ""
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataError(f"The labels {path} cannot be read ({error}).") from error

    return _bigearthnet(config, labels_of)


def read_bigearthnet_v2(config: DataConfig) -> Patches:
    """Read BigEarthNet v2 (reBEN; Clasen et al. 2024): TILE/PATCH folders, `metadata.parquet`.

    The table stands beside or above the folder `BigEarthNet-S2`; without it patches have no labels.
    """
    root = resolve(config.path)
    places = (root, root.parent)
    tables = [p / "metadata.parquet" for p in places if (p / "metadata.parquet").exists()]
    known = _table(tables[0]) if tables else None

    def labels_of(folder: Path) -> tuple[list[str], str]:
        if known is None:
            return [], ""
        if folder.name not in known:
            raise DataError(f"The patch {folder.name} is not in {tables[0]}.")
        return known[folder.name]

    return _bigearthnet(config, labels_of)


def _bigearthnet(config: DataConfig, labels_of: Callable[[Path], tuple[list[str], str]]) -> Patches:
    """Read all patches into files below `config.RUNS`: together they are larger than memory."""
    root = resolve(config.path)
    items = list(_patch_folders(root))
    if not items:
        raise DataError(f"{root} holds no patches: no folder below it has .tif files.")
    made_by = repr((config.bands, config.patch_size, config.gsd, FULL_SCALE))
    place = hashlib.sha256(f"{root}{made_by}".encode()).hexdigest()[:16]
    # Labels first: what is wrong with them is said before the long part.
    known = [labels_of(Path(item.name)) for item in items]
    hot = multi_hot([named for named, _ in known], str(root)).astype(np.int64)
    pixels = stored(
        items,
        partial(_read_patch, config),
        (config.patch_size, config.patch_size, len(config.bands)),
        made_by,
        configuration.RUNS / "cache" / f"pixels-{place}",
    )
    names = tuple(Path(item.name).name for item in items)
    parts = tuple(part for _, part in known)
    return Patches(pixels, hot, names, NINETEEN, FULL_SCALE, parts)


def _patch_folders(root: Path) -> Iterator[Item]:
    """Find the folders with GeoTIFFs, in the order of their names.

    Not by the plugin's listing, which keeps all file names at once: there are millions.
    """
    for where, folders, _ in os.walk(root):
        folders.sort()
        with os.scandir(where) as entries:
            files = sorted((e.name, e.stat()) for e in entries if e.name.endswith(".tif"))
        if files:
            said = repr([(name, seen.st_size, seen.st_mtime_ns) for name, seen in files])
            yield Item(where, hashlib.sha256(said.encode()).hexdigest()[:32])


def _read_patch(config: DataConfig, folder: str) -> np.ndarray:
    """Read the one patch of a folder as uint8 (size, size, bands)."""
    archive = _opened(dataclasses.replace(config, path=folder), "scenes", None)
    patches = [patch for _, patch in _patches(archive, config)]
    if len(patches) != 1:
        raise DataError(f"{folder} holds {len(patches)} rasters, not the bands of one patch.")
    return patches[0]


def _opened(config: DataConfig, kind: str, order: str | None) -> Reader:
    return open_archive(
        resolve(config.path),
        config.bands,
        config.patch_size,
        config.gsd,
        kind=kind,
        bands=order,
        radiometry="s2",
    )


def _patches(archive: Reader, config: DataConfig) -> Iterator[tuple[Source, np.ndarray]]:
    """Read every patch as uint8 (size, size, bands), 255 at `FULL_SCALE`.

    A file that cannot be read is an error: a split names its patch, and figures would change.
    """
    for plan in archive.plans():
        _refuse_skipped(archive)
        if len(plan.windows) != 1:
            raise DataError(
                f"{plan.source.path} has room for {len(plan.windows)} patches of "
                f"{config.patch_size} pixels, not for one. Set data.patch_size to its size."
            )
        with SourceReader(plan.source) as reader:
            window = plan.windows[0].tolist()
            patch, _ = reader.patch(window, config.bands, config.patch_size)
        yield plan.source, to_pixels(patch, FULL_SCALE)
    _refuse_skipped(archive)


def _refuse_skipped(archive: Reader) -> None:
    if archive.skipped:
        raise DataError(f"{archive.skipped[0][1]} Repair the file, or take it away.")


def _table(path: Path) -> dict[str, tuple[list[str], str]]:
    """Labels and split of each patch in `metadata.parquet`."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise DataError(f"{path} is a Parquet file. To read it: pip install pyarrow") from error
    try:
        table = parquet.read_table(path, columns=["patch_id", "labels", "split"]).to_pydict()
    except Exception as error:  # pyarrow raises many kinds for a broken file
        raise DataError(f"The table {path} cannot be read ({error}).") from error
    rows = zip(table["patch_id"], table["labels"], table["split"])
    return {name: (list(labels), part) for name, labels, part in rows}
