"""A similarity map as a file: a raster of cells, or the footprints."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from .. import layers
from ..core import geotiff
from ..core.replacing import replacing
from ..core.search import Progress
from ..core.similarity_map import Everywhere, grid_of, is_raster
from ..words import tr
from . import footprints


def save(
    stem: str,
    everywhere: Everywhere,
    progress: Progress = None,
) -> str:
    """Write what shows it best; safe in any thread.

    Parameters
    ----------
    stem : str
        Path of the file without its extension.
    everywhere : Everywhere
    progress : callable, optional

    Returns
    -------
    str
        Path: of a GeoTIFF or a GeoPackage.

    Raises
    ------
    UnwritableError, Cancelled
    """
    if is_raster(everywhere):
        save_raster(f"{stem}.tif", everywhere)
        return f"{stem}.tif"
    _save_footprints(f"{stem}.gpkg", everywhere, progress)
    return f"{stem}.gpkg"


def save_raster(path: str, everywhere: Everywhere) -> None:
    """Write cells as GeoTIFF.

    Raises
    ------
    UnwritableError
    """
    band = tr("Similarity: % of random pairs that lie further apart")
    geotiff.write(path, *grid_of(everywhere), band)


def features(everywhere: Everywhere, progress: Progress = None) -> Iterator[list[QgsFeature]]:
    """Make footprints with their similarity in percent; as `footprints.batches`."""
    percent = (100 * everywhere.similarity).round(4)
    return footprints.batches(everywhere.index, everywhere.rows, progress, [percent])


def _save_footprints(path: str, everywhere: Everywhere, progress: Progress) -> None:
    with replacing(path) as beside:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = "similarity"
        writer = QgsVectorFileWriter.create(
            str(beside),
            footprints.fields(footprints.SIMILARITY_FIELDS),
            QgsWkbTypes.Type.Polygon,
            QgsCoordinateReferenceSystem(layers.WGS84),
            QgsCoordinateTransformContext(),  # nothing is to be transformed
            options,
        )
        for batch in features(everywhere, progress):
            writer.addFeatures(batch)
        problem = writer.errorMessage()
        del writer  # which writes the rest
        if problem:
            raise OSError(problem)
