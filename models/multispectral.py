"""Training patches of many bands: EuroSAT multispectral, BigEarthNet v1 and v2.

They are found and read by the plugin's own archive readers, bands at 10, 20 and 60 m included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from ..plugin.core.archive import Reader, open_archive
from ..plugin.core.raster import SourceReader
from ..plugin.core.source import Source
from .config import DataConfig, resolve
from .corine import NINETEEN, multi_hot
from .data import FULL_SCALE, Patches
from .errors import DataError


@dataclass(frozen=True)
class MultiPatches(Patches):
    """Patches with any number of labels each.

    Attributes
    ----------
    labels
        int64 (n, classes) of zeros and ones; all zero = not labelled.
    parts
        The official split that each patch belongs to (train, validation, test); empty = unknown.
    """

    parts: tuple[str, ...] = ()

    def take(self, rows: np.ndarray) -> MultiPatches:
        """Give the patches of these rows, in this order."""
        some = super().take(rows)
        return MultiPatches(**vars(some), parts=tuple(self.parts[i] for i in rows))


def read_eurosat_ms(config: DataConfig) -> Patches:
    """Read EuroSAT multispectral (Helber et al. 2019): `CLASS/CLASS_n.tif`, 13 bands, B8A last."""
    pixels, names, labels = [], [], []
    for source, patch in _patches(config, "patches", "EuroSAT"):
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


def read_bigearthnet_v1(config: DataConfig) -> MultiPatches:
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


def read_bigearthnet_v2(config: DataConfig) -> MultiPatches:
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


def _bigearthnet(
    config: DataConfig, labels_of: Callable[[Path], tuple[list[str], str]]
) -> MultiPatches:
    pixels, names, labels, parts = [], [], [], []
    for source, patch in _patches(config, "scenes", None):
        folder = Path(source.path).parent
        named, part = labels_of(folder)
        pixels.append(patch)
        names.append(folder.name)
        labels.append(named)
        parts.append(part)
    hot = multi_hot(labels, str(resolve(config.path))).astype(np.int64)
    return MultiPatches(np.stack(pixels), hot, tuple(names), NINETEEN, FULL_SCALE, tuple(parts))


def _patches(
    config: DataConfig, kind: str, order: str | None
) -> Iterator[tuple[Source, np.ndarray]]:
    """Read every patch as uint8 (size, size, bands), 255 at `FULL_SCALE`.

    A file that cannot be read is an error: a split names its patch, and figures would change.
    """
    archive = open_archive(
        resolve(config.path),
        config.bands,
        config.patch_size,
        config.gsd,
        kind=kind,
        bands=order,
        radiometry="s2",
    )
    for plan in tqdm(archive.plans(), "reading patches", len(archive), leave=False):
        _refuse_skipped(archive)
        if len(plan.windows) != 1:
            raise DataError(
                f"{plan.source.path} has room for {len(plan.windows)} patches of "
                f"{config.patch_size} pixels, not for one. Set data.patch_size to its size."
            )
        with SourceReader(plan.source) as reader:
            window = plan.windows[0].tolist()
            patch, _ = reader.patch(window, config.bands, config.patch_size)
        numbers = np.rint(patch * (255 / FULL_SCALE)).clip(0, 255)
        yield plan.source, numbers.astype(np.uint8).transpose(1, 2, 0)
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
