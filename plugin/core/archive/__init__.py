"""The user's collections of imagery: one reader a kind of archive."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..errors import ArchiveKindError
from ..saying import say
from .base import Item, Plan, Reader, Recipe
from .listing import common_root, listing_together, plain
from .patches import PatchReader
from .scenes import SceneReader
from .sources import Mapped, Place, source_from_file, source_from_files

__all__ = [
    "READERS",
    "Item",
    "Place",
    "Plan",
    "Reader",
    "Recipe",
    "common_root",
    "open_archive",
    "plain",
    "source_from_file",
    "source_from_files",
]

READERS: dict[str, type[Reader]] = {
    "patches": PatchReader,
    "scenes": SceneReader,
}


def open_archive(
    path: str | os.PathLike[str],
    wanted: Sequence[str],
    patch_size: int,
    gsd: float,
    *,
    kind: str = "auto",
    stride: int | None = None,
    bands: Mapped = None,
    radiometry: str | None = None,
    further: Sequence[str] = (),
) -> Reader:
    """Find the reader of an archive.

    Parameters
    ----------
    path : path
        A folder, a zip, or one raster file.
    wanted, patch_size, gsd
        Bands, pixels and metres of the model.
    kind : str
        Of `READERS`; ``auto`` looks: files of one band each, named alike, are scenes; else an
        archive of which a few files have no room for two patches is one of patches; else scenes
        (which also cut one patch of a small file, but know no labels).
    stride, bands, radiometry
        See `Recipe`.
    further : sequence of path
        More of the kind, to be read as one archive with it.

    Raises
    ------
    ArchiveKindError
        If there is no such kind.
    EmptyArchiveError, FileMissingError
    """
    recipe = Recipe(tuple(wanted), patch_size, gsd, stride, bands, radiometry)
    found = listing_together([path, *further])
    if kind == "auto":
        scenes = SceneReader.recognises(found, recipe)
        kind = "patches" if not scenes and PatchReader.recognises(found, recipe) else "scenes"
    if kind not in READERS:
        known = ", ".join(READERS)
        raise ArchiveKindError(
            path=path, problem=say("there is no kind {kind} (but {known})", kind=kind, known=known)
        )
    return READERS[kind](found, recipe)
