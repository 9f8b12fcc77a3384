"""Errors about files: indexes, models, rasters and archives."""

from __future__ import annotations

from .base import LookalikeError


class FileMissingError(LookalikeError, FileNotFoundError):
    """A file that was there, or was named, is not there."""

    sentence = (
        "{path} does not exist (any more). Check that its drive is attached, or choose another."
    )


class UnwritableError(LookalikeError, PermissionError):
    """The target cannot be written."""

    sentence = "Cannot write {path}: {reason}. Choose a folder that you may write to."


class UnreplaceableError(UnwritableError):
    """A new file is whole, but the old one does not give way (Windows: it is open)."""

    sentence = (
        "{path} cannot be replaced: {reason}. QGIS or another program may have it open. Close it "
        "there (an index: open another one in the panel) and try again, or choose another name."
    )


class NotAnIndexError(LookalikeError):
    """The file has no table of contents of ours."""

    sentence = "{path} is not a Lookalike index. Choose a file that Lookalike built (usually *.h5)."


class DamagedIndexError(LookalikeError):
    """Truncated, or its table of contents is not true."""

    sentence = "The index {path} is damaged: {problem}. Restore it from a copy, or build it again."


class NewerIndexError(LookalikeError):
    """Written by a later version of the format than this one knows."""

    sentence = (
        "The index {path} has format version {found}; this Lookalike reads up to version {known}. "
        "Update the plugin."
    )


class ModelFileError(LookalikeError):
    """The file is no ONNX hashing model that we can run."""

    sentence = "{path} is not a usable hashing model: {problem}."


class ModelMismatchError(LookalikeError):
    """Codes of two different models were about to be compared."""

    sentence = (
        "The index {index} was made by the model {wanted}, not by {given}; their codes cannot be "
        "compared. Choose the model {wanted}, or build the index again."
    )


class ModelMissingError(LookalikeError):
    """The model that made an index is not among the models at hand."""

    sentence = (
        "The index {index} was made by the model {wanted}, which is not among the models here. "
        "Searching from an indexed patch still works; to draw a query, add that model's file."
    )


class PatchShapeError(LookalikeError):
    """Patches do not fit the model's input."""

    sentence = "The model {model} takes patches of shape {wanted}, not {given}."


class RasterFileError(LookalikeError, OSError):
    """The raster cannot be opened or read."""

    sentence = "Cannot read the raster {path}: {problem}."


class NoCrsError(LookalikeError):
    """A raster without a place on the Earth."""

    sentence = (
        "{path} has no coordinate reference system or geotransform, so its patches have no place "
        "on the map. Georeference it first (Raster > Projections > Assign projection)."
    )


class BandsError(LookalikeError):
    """Bands of the model cannot be found in a raster."""

    sentence = (
        "{path} lacks or does not name the band(s) {missing} that the model needs; it has {found}. "
        "Name its bands (B02, B03, …) or say which band is which."
    )


class BandOrderError(LookalikeError):
    """Words about which band is which that say nothing."""

    sentence = (
        "“{text}” does not say which band is which. Write it like B04=1,B03=2,B02=3, or name an "
        "order: {known}."
    )


class RadiometryError(LookalikeError):
    """An unknown radiometry profile."""

    sentence = "There is no radiometry called {name}. Known are: {known}."


class OutsideRasterError(LookalikeError):
    """A query that lies beside the raster."""

    sentence = "The place that you chose lies outside {path}. Draw inside the raster."


class TooSmallError(LookalikeError):
    """A raster smaller than one patch."""

    sentence = (
        "{path} is smaller ({width} x {height} pixels) than one patch of the model "
        "({wanted} x {wanted} pixels of this raster)."
    )


class TooCoarseError(LookalikeError):
    """A raster whose pixels are too large for the model."""

    sentence = (
        "The pixels of {path} are {pixel:.3g} m wide, and the model takes {most:g} m at most. "
        "Choose imagery of a finer resolution."
    )


class NoDataError(LookalikeError):
    """Nothing but nodata under the query."""

    sentence = "{path} has no data at this place. Draw where the raster shows something."


class NoFileLayerError(LookalikeError):
    """A layer whose pixels are not in a file of this machine."""

    sentence = (
        "The layer {layer} is not a raster file on this machine (it is served by {provider}), so "
        "its numbers cannot be read. Choose a raster layer that was loaded from a file."
    )


class EmptyArchiveError(LookalikeError):
    """Nothing to index."""

    sentence = "No usable raster was found in {path}. {detail}"


class ArchiveKindError(LookalikeError):
    """An archive that no reader understands."""

    sentence = "{path} is not an archive that Lookalike can read: {problem}."
