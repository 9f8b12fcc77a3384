"""Every sentence that a user can read when something goes wrong.

An error is a template and the facts that fill it: what is wrong, with which file or layer, and
what to do. The interface shows ``str(error)`` as it is. Whatever is not a `LookalikeError` is a
bug and belongs in the log with its traceback.
"""

from __future__ import annotations

from typing import Any, ClassVar


class Cancelled(Exception):  # noqa: N818 - stopping is what the user asked for, not an error
    """Raised where `progress` answered False; never shown to the user."""


class LookalikeError(Exception):
    """Root of all errors that a user can cause.

    Parameters
    ----------
    **facts
        The values that the class's `sentence` names in braces.
    """

    sentence: ClassVar[str] = "{problem}"

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.translate(self.sentence).format(**facts))

    @staticmethod
    def translate(sentence: str) -> str:
        """Put a sentence into the user's language, before it is filled in; the interface does."""
        return sentence

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes by the facts, which the sentence is made of anew."""
        return _again, (type(self), self.facts)


def _again(error: type[LookalikeError], facts: dict[str, Any]) -> LookalikeError:
    return error(**facts)


class FileMissingError(LookalikeError, FileNotFoundError):
    """A file that was there, or was named, is not there."""

    sentence = (
        "{path} does not exist (any more). Check that its drive is attached, or choose another."
    )


class UnwritableError(LookalikeError, PermissionError):
    """The target cannot be written."""

    sentence = "Cannot write {path}: {reason}. Choose a folder that you may write to."


# -- index files --------------------------------------------------------------------------------


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


class IndexChangedError(LookalikeError):
    """The file is not the one any more that rows were looked up in."""

    sentence = (
        "The index {path} has changed since it was opened, and was opened again. "
        "If your last click or mark is not among the examples, repeat it."
    )


class RowError(LookalikeError):
    """An index row that is not there."""

    sentence = "The index {path} has no patch {row}: it holds {rows} patches, counted from 0."


class NoPatchHereError(LookalikeError):
    """A click on the map that is near no footprint."""

    sentence = "No indexed patch here. Click on or near a footprint of the index {name}."


# -- models -------------------------------------------------------------------------------------


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


# -- rasters and archives -----------------------------------------------------------------------


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
        "The pixels of {path} are {pixel:.0f} m large, too coarse for a model of {gsd:g} m: "
        "at most twice that is enlarged. Choose imagery of a finer resolution."
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


class NotExamplesError(LookalikeError):
    """A file that holds no examples of ours."""

    sentence = (
        "{path} holds no examples of Lookalike. Choose a GeoPackage that was saved with "
        "Save examples."
    )


class LostExamplesError(LookalikeError):
    """Examples that are neither in the index nor on a raster of the project."""

    sentence = (
        "Not found again, neither in the index {index} nor on a raster of the project: {names}. "
        "Add an image of these places to the project, and load the examples once more."
    )


# -- running --------------------------------------------------------------------------------------


class MissingPackageError(LookalikeError):
    """A Python package that this step needs is not installed."""

    sentence = "{purpose} needs the Python package {name}, which is not installed. {remedy}"

    @property
    def lack(self) -> str:
        """The sentence without its remedy, for where the remedy is a button."""
        return self.translate(self.sentence).format(**{**self.facts, "remedy": ""}).strip()


class BrokenPackageError(MissingPackageError):
    """A Python package that this step needs is there and does not load."""

    sentence = (
        "{purpose} needs the Python package {name}, which is installed but does not load "
        "({problem}). {cause}{remedy}"
    )


class ProviderError(LookalikeError):
    """A graphics card or the like that cannot run the network."""

    sentence = "{provider} cannot run the network here: {problem}. The processor goes on doing it."


class InstallFailedError(LookalikeError):
    """The packages did not get into the private folder."""

    sentence = "The packages were not installed: {problem}. What was installed before is unchanged."


class FolderInUseError(LookalikeError):
    """Packages that are loaded cannot be replaced or deleted (Windows)."""

    sentence = (
        "{path} cannot be replaced or removed now ({reason}): QGIS has loaded what it holds. "
        "Restart QGIS and do it before the first search."
    )


class BuildFailedError(LookalikeError):
    """A building child process ended without an index."""

    sentence = "Building {path} stopped: {problem}. What was done is kept; build again to go on."


class ChildFailedError(LookalikeError):
    """A child process ended without a word of its own."""

    sentence = "This could not be done: {problem}."


class CodeSpaceError(LookalikeError):
    """Codes of two indexes cannot be compared."""

    sentence = (
        "{one} and {other} cannot be put together: their codes were made by {reason}. "
        "Build one of them again like the other."
    )


class NothingToMergeError(LookalikeError):
    """Fewer than two indexes."""

    sentence = "There is nothing to merge: choose two indexes or more."


class TooManyBitsError(LookalikeError):
    """More differing bits than duplicates can be looked for."""

    sentence = "Duplicates of codes of {bits} bits may differ in at most {largest}, not in {most}."


class NoArchiveError(LookalikeError):
    """An index that was passed on without its imagery."""

    sentence = (
        "The index {index} does not say where its imagery lies. "
        "Name the folder or file to look for new images in."
    )


class JournalError(LookalikeError):
    """A half-built index that belongs to another archive or model."""

    sentence = (
        "{path} holds a half-built index of another {what}. Delete that folder, or choose another "
        "name for the new index."
    )


class JournalInUseError(LookalikeError):
    """Another process is building the same index."""

    sentence = (
        "The index of {path} is being built already, perhaps by another QGIS. Wait until that is "
        "done, or choose another name for the new index."
    )


class NothingToSearchError(LookalikeError):
    """No index row is left to rank."""

    sentence = "The index {name} has no patch to search: {reason}."


class NothingInViewError(LookalikeError):
    """A similarity map is wanted of what the map shows, which is elsewhere."""

    sentence = (
        "The map shows no patch of the index, so there is no similarity map of it. It comes once "
        "you zoom to the index, or switch off “Only the part in view” in its menu."
    )


class NoIndexError(LookalikeError):
    """A query without an index."""

    sentence = "No index is open. Open one, or build one from your own images, under Index."


class NoRasterError(LookalikeError):
    """A query to draw, and no raster layer to draw on."""

    sentence = (
        "No raster layer is chosen to draw on. Add a Sentinel-2 image to the project "
        "and choose it under Query from."
    )


class NoSelectionError(LookalikeError):
    """A query from selected features, and no selection that could be meant."""

    sentence = (
        "No polygons or points are selected. Select some with QGIS's selection tools; where "
        "several layers have a selection, make the one that you mean active under Layers."
    )


class TooManyFeaturesError(LookalikeError):
    """A query from more features than can be asked with."""

    sentence = (
        "{layer} has more than {most} features to ask with. Select fewer, and ask with the "
        "selected ones only."
    )


class TooManyShapesError(LookalikeError):
    """A layer with more polygons than an area can have."""

    sentence = (
        "{layer} has more than {most} polygons. Select those that hits may lie in, then choose "
        "the layer again."
    )


class NoAreaError(LookalikeError):
    """A layer that is no area."""

    sentence = (
        "No polygon of {layer} lies anywhere on the Earth. Check its coordinate reference system, "
        "or choose another layer."
    )


class UnexpectedError(LookalikeError):
    """A bug, told to the user in one line."""

    sentence = (
        "Something went wrong inside Lookalike ({problem}). "
        "The details are in View > Panels > Log Messages, under Lookalike."
    )
