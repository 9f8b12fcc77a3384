"""A layer as a file. Runs in any thread."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

from ..core.replacing import replacing
from ..words import tr

#: Extension -> driver, in the order of a dialog.
DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".csv": "CSV"}

HELD = (5, 6)  # what SQLite says of a database that is locked
LOCKED = 2.0  # seconds to wait for it
LONGEST = 300  # letters of what GDAL says that are shown


def write(
    path: str,
    layer: QgsVectorLayer,
    name: str,
    driver_options: Sequence[str] = (),
) -> None:
    """Write a layer with its metadata.

    Parameters
    ----------
    path : str
        Its extension says which kind; an existing file is replaced, but of a GeoPackage only the
        layer of that name. Where writing fails, it stays as it was.
    layer : QgsVectorLayer
    name : str
        Of the layer in the file.
    driver_options : sequence of str
        As GDAL's driver has them.

    Raises
    ------
    UnwritableError
    """
    is_database = Path(path).suffix.lower() == ".gpkg" and Path(path).exists()
    with replacing(path, _copy if is_database else os.replace) as beside:
        if is_database:  # with its other layers
            _copy(Path(path), beside)
        _write(str(beside), layer, name, driver_options)


def _write(
    path: str,
    layer: QgsVectorLayer,
    name: str,
    driver_options: Sequence[str],
) -> None:
    """Write a layer; raise OSError where it does not arrive."""
    driver = DRIVERS[Path(path).suffix.lower()]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = name
    options.saveMetadata = True
    options.layerMetadata = layer.metadata()
    options.layerOptions = list(driver_options)
    if Path(path).exists():
        action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        options.actionOnExistingFile = action
    as_it_is = QgsCoordinateTransformContext()  # nothing is to be transformed
    code, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, as_it_is, options)
    if code != QgsVectorFileWriter.WriterError.NoError:
        # GDAL says the same of each feature.
        said = " ".join(dict.fromkeys(reason.splitlines()))[:LONGEST].rstrip(". ")
        raise OSError(said or tr("the file could not be made"))
    # Of some kinds GDAL does not say that the disk was full.
    if count(path, name if driver == "GPKG" else None) != layer.featureCount():
        raise OSError(tr("not all of it arrived there"))


def read(path: str, name: str) -> list[dict[str, Any]] | None:
    """Read the fields of a layer's features by name; None where the file has no such layer.

    Like `count` not by a `QgsVectorLayer`: one that lives and dies outside the main thread leaves
    QGIS without some of its ways between CRSs.
    """
    with _opened(path, name) as layer:
        return None if layer is None else [feature.items() for feature in layer]


def count(path: str, name: str | None = None) -> int:
    """Count the features of a layer of a file; None is the only one."""
    with _opened(path, name) as layer:
        return 0 if layer is None else int(layer.GetFeatureCount())


@contextmanager
def _opened(path: str, name: str | None) -> Iterator[Any]:
    """Give a layer of a file, None where there is none; GDAL may or may not raise errors."""
    try:
        file = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = file and (file.GetLayerByName(name) if name else file.GetLayer(0))
    except RuntimeError:
        file = layer = None
    yield layer
    del layer, file  # closed


def _copy(one: Path, other: Path) -> None:
    """Make a database what another one is, all of it or nothing, though QGIS may have it open."""
    end = time.monotonic() + LOCKED

    def wait(status: int, *_: int) -> None:
        if status in HELD and time.monotonic() > end:
            raise sqlite3.OperationalError("the file is locked")

    try:
        with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(other)) as target:
            source.backup(target, progress=wait)
    except sqlite3.Error as problem:
        raise OSError(str(problem)) from problem
