"""Bring an index up to date with its archive: encode only files that are new or changed.

Two stages, as in building: *encode* makes a journal of those files (rasters, ONNX Runtime), and
*put in* packs it and puts it into the index in place of what it was made of before (h5py). Files
that are gone stay in the index unless they are asked to be removed. What was cancelled goes on the
next time.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import build, journal, merge, packing, stamps
from .build import BuildRequest
from .errors import ModelMissingError, NoArchiveError
from .index import Index
from .index_format import NO_STAMP
from .model import HashModel, find_model
from .packing import BuildReport
from .search import Progress
from .source import Source


class Found(NamedTuple):
    """What an archive has that its index has not: counts of images.

    Attributes
    ----------
    new, changed : int
    """

    new: int
    changed: int


@dataclass(frozen=True)
class UpdateReport:
    """What came of an update.

    Attributes
    ----------
    index : str
        Its file.
    rows : int
        Patches that were encoded.
    new, changed, moved : int
        Images that came in, that were encoded anew, and that lie elsewhere now.
    gone : list of str
        Paths of images that are not there any more.
    removed : int
        How many of them were removed from the index: all or none.
    skipped, notice
        As in `packing.BuildReport`.
    """

    index: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: list[str] = field(default_factory=list)
    removed: int = 0
    skipped: list[list[str]] = field(default_factory=list)
    notice: str = ""


def encode_new(
    index: str | os.PathLike[str],
    model_folders: Sequence[str],
    archive: str = "",
    progress: Progress = None,
) -> Found:
    """First stage: encode what is new or changed.

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
    Found
        What was encoded.

    Raises
    ------
    NoArchiveError
        If the index does not know where its imagery lies, and no archive is named.
    FileMissingError
        If the archive is not there; of several in an index those are looked in that are.
    ModelMissingError
    LookalikeError, Cancelled
        As `build.encode`.
    """
    opened = Index.open(index)
    about = opened.about
    model = find_model(about.model_digest, model_folders)
    if model is None:
        raise ModelMissingError(index=about.name, wanted=about.card.get("name", "?"))
    roots = [archive] if archive else list(about.looked_in)
    if not roots:
        raise NoArchiveError(index=index)
    first, *further = [root for root in roots if os.path.exists(root)] or roots[:1]
    request = BuildRequest(
        archive=first,
        further=further,
        index=str(part(index)),
        model=str(model),
        name=about.name,
        layer="model",
        beside=str(index),
        **about.recipe,
    )
    reader = build.open_reader(request, HashModel.open(model).card)
    changed = reader.count_of(stamps.files_that_are(stamps.CHANGED, opened))
    if len(reader):
        build.encode(request, progress)
    else:
        journal.discard(journal.journal_folder(part(index)))  # of files that went again
    return Found(len(reader) - changed, changed)


def put_in(index: str | os.PathLike[str], remove_gone: bool = False) -> UpdateReport:
    """Second stage: pack what was encoded, if anything was, and put it into the index.

    Where that fails, the index is as it was, and what was encoded is kept for the next time.

    Parameters
    ----------
    index : path
    remove_gone : bool
        Take patches out of the index whose images are gone from an archive that is there.

    Raises
    ------
    UnwritableError, UnreplaceableError
        As `index_writer.write`.
    JournalInUseError
        If another process updates the same index.
    """
    folder = journal.journal_folder(part(index))
    writes = is_begun(index) or remove_gone
    with journal.held(folder) if writes else nullcontext():
        report = _put_in(index, remove_gone)
        if writes:
            journal.discard(folder)
    return report


def _put_in(index: str | os.PathLike[str], remove_gone: bool) -> UpdateReport:
    beside = part(index)
    begun = journal.read(journal.journal_folder(beside))[1] if is_begun(index) else {}
    packed = BuildReport(str(index), 0, 0, begun.get("skipped", []))
    if begun.get("rows"):
        packed = packing.pack_journal(beside)
    try:
        added = [Index.open(beside)] if packed.rows else []
        opened = Index.open(index)
        fate = _fate(opened, added)
        roots = _roots_left(opened, fate)
        removed = fate.gone if remove_gone and all(map(os.path.exists, roots)) else fate.gone[:0]
        without = np.concatenate([fate.changed, fate.moved, removed])
        gone = [opened.source(number).path for number in fate.gone.tolist()]
        if added or len(without):
            roots += [root for one in added for root in one.about.looked_in]
            together = [opened, *added]
            merge.put_together(together, index, opened.about.name, without, roots=roots)
    finally:
        beside.unlink(missing_ok=True)
    return UpdateReport(
        index=str(index),
        rows=packed.rows,
        new=packed.sources - len(fate.changed) - len(fate.moved),
        changed=len(fate.changed),
        moved=len(fate.moved),
        gone=gone,
        removed=len(removed),
        skipped=packed.skipped,
        notice=packed.notice,
    )


def _roots_left(index: Index, fate: _Fate) -> list[str]:
    """Say where images of an index still are to be looked for: not where they were moved from.

    Others that are not there are kept: a drive that is not attached has lost nothing.
    """
    moved = [PurePosixPath(index.source(number).path) for number in fate.moved.tolist()]
    return [
        root
        for root in index.about.looked_in
        if os.path.exists(root) or not any(path.is_relative_to(root) for path in moved)
    ]


class _Fate(NamedTuple):
    """Numbers of the sources that have another now, that lie elsewhere, and that are gone."""

    changed: npt.NDArray[np.int64]
    moved: npt.NDArray[np.int64]
    gone: npt.NDArray[np.int64]


def _fate(index: Index, added: Sequence[Index]) -> _Fate:
    """Say which sources of an index the added ones stand for."""
    new = [(one.source(n), one.stamp(n)) for one in added for n in range(one.source_count)]
    files = {file for source, _ in new for file in source.files}
    looks = {_look(source, stamp) for source, stamp in new if stamp != NO_STAMP}
    states = stamps.states(index)
    fates: tuple[list[int], ...] = ([], [], [])
    changed, moved, gone = fates
    for number in np.flatnonzero(states != stamps.SAME).tolist():
        source = index.source(number)
        if not files.isdisjoint(source.files):
            changed.append(number)
        elif states[number] == stamps.GONE:
            elsewhere = _look(source, index.stamp(number)) in looks
            (moved if elsewhere else gone).append(number)
    return _Fate(*(np.array(numbers, np.int64) for numbers in fates))


def _look(source: Source, stamp: tuple[int, int]) -> tuple[object, ...]:
    """Return what files keep when they are moved."""
    return tuple(PurePosixPath(file).name for file in source.files), *stamp


def part(index: str | os.PathLike[str]) -> Path:
    """Return the file that new patches are packed into, before they are put into the index."""
    index = Path(index)
    return index.with_name(f"{index.name}.new")


def is_begun(index: str | os.PathLike[str]) -> bool:
    """Whether an update was cancelled and can go on."""
    return journal.is_begun(journal.journal_folder(part(index)))
