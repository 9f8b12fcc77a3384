"""A layer as a file. Runs in any thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

from ..core.errors import UnwritableError
from ..words import tr

#: Extension -> driver, in the order of a dialog.
DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".csv": "CSV"}

LONGEST = 300  # letters of what GDAL says that are shown


def write(
    path: str,
    layer: QgsVectorLayer,
    name: str,
    context: QgsCoordinateTransformContext,
    driver_options: Sequence[str] = (),
) -> None:
    """Write a layer with its metadata.

    Parameters
    ----------
    path : str
        Its extension says which kind; an existing file is replaced, but of a GeoPackage only the
        layer of that name.
    layer : QgsVectorLayer
    name : str
        Of the layer in the file.
    context : QgsCoordinateTransformContext
    driver_options : sequence of str
        As GDAL's driver has them.

    Raises
    ------
    UnwritableError
    """
    driver = DRIVERS[Path(path).suffix.lower()]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = name
    options.saveMetadata = True
    options.layerMetadata = layer.metadata()
    options.layerOptions = list(driver_options)
    if driver == "GPKG" and Path(path).exists():
        action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        options.actionOnExistingFile = action
    code, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)
    if code != QgsVectorFileWriter.WriterError.NoError:
        # GDAL says the same of each feature.
        said = " ".join(dict.fromkeys(reason.splitlines()))[:LONGEST].rstrip(". ")
        raise UnwritableError(path=path, reason=said or tr("the file could not be made"))
    # Of some kinds GDAL does not say that the disk was full.
    written = f"{path}|layername={name}" if driver == "GPKG" else path
    if QgsVectorLayer(written, name, "ogr").featureCount() != layer.featureCount():
        raise UnwritableError(path=path, reason=tr("not all of it arrived there"))
