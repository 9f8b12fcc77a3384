"""Bring an index up to date with its archive: encode only files that it does not know yet.

Two stages, as in building: *encode* makes a journal of the new files (rasters, ONNX Runtime), and
*put in* packs it and merges it into the index (h5py). What was cancelled goes on the next time.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from . import build, journal, merge
from .build import BuildReport, BuildRequest
from .errors import ModelMissingError, NoArchiveError
from .index import Index
from .model import HashModel, find_model
from .search import Progress


def encode_new(
    index: str | os.PathLike[str],
    model_folders: Sequence[str],
    archive: str = "",
    progress: Progress = None,
) -> int:
    """First stage: encode what is new.

    Parameters
    ----------
    index : path
    model_folders : sequence of str
        Where the index's model is looked for.
    archive : str
        Folder or file to look for new files in; by default where the index's imagery lies.
    progress : callable, optional
        ``progress(patches_done, patches) -> bool``; False stops, and what is done is kept.

    Returns
    -------
    int
        How many files are new; 0 leaves nothing to put in.

    Raises
    ------
    NoArchiveError
        If the index does not know where its imagery lies, and no archive is named.
    ModelMissingError
    LookalikeError, Cancelled
        As `build.encode`.
    """
    opened = Index.open(index)
    about = opened.about
    model = find_model(about.model_digest, model_folders)
    if model is None:
        raise ModelMissingError(index=about.name, wanted=about.card.get("name", "?"))
    if not (archive or about.archive):
        raise NoArchiveError(index=index)
    request = BuildRequest(
        archive=archive or about.archive,
        index=str(part(index)),
        model=str(model),
        name=about.name,
        layer="model",
        beside=str(index),
        **about.recipe,
    )
    new = len(build.open_reader(request, HashModel.open(model).card))
    if new:
        build.encode(request, progress)
    return new


def put_in(index: str | os.PathLike[str]) -> BuildReport:
    """Second stage: pack what was encoded, and merge it into the index.

    Returns
    -------
    BuildReport
        Rows and sources that are new; files that could not be read.
    """
    beside = part(index)
    try:
        packed = build.pack(beside)
        name = Index.open(index).about.name
        before = len(Index.open(index))
        merged = merge.merge([index, beside], index, name)
    finally:
        beside.unlink(missing_ok=True)
    return BuildReport(
        str(index), merged.rows - before, packed.sources, packed.skipped, packed.notice
    )


def part(index: str | os.PathLike[str]) -> Path:
    """Return the file that new patches are packed into, before they are put into the index."""
    index = Path(index)
    return index.with_name(f"{index.name}.new")


def is_begun(index: str | os.PathLike[str]) -> bool:
    """Whether an update was cancelled and can go on."""
    return journal.journal_folder(part(index)).is_dir()
