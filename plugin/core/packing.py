"""The second stage of building: a journal in, an index out (numpy, h5py; no rasters)."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import bits, index_writer, journal, radiometry
from .errors import EmptyArchiveError
from .index import About
from .index_format import NO_LABEL, NO_TIME, code_column
from .journal import COLUMNS
from .saying import say
from .source import Source


@dataclass(frozen=True)
class BuildReport:
    """What came of a build.

    Attributes
    ----------
    index : str
        Its file.
    rows, sources : int
    skipped : list of [path, sentence]
        Files that could not be read; the rest went on.
    notice : str
        What the user should know before trusting the index; mostly empty.
    """

    index: str
    rows: int
    sources: int
    skipped: list[list[str]] = field(default_factory=list)
    notice: str = ""


def pack(index: str | os.PathLike[str]) -> BuildReport:
    """Second stage: turn the journal beside `index` into the index, and delete it.

    A journal that was cancelled in the middle gives an index of what is done.

    Raises
    ------
    EmptyArchiveError
        If not one patch was encoded.
    JournalGoneError, JournalInUseError
        If another process builds the same index, or has done so.
    BrokenJournalError, UnwritableError, MissingPackageError
    """
    folder = journal.journal_folder(index)
    with journal.held(folder):
        try:
            report = pack_journal(index)
        except EmptyArchiveError:
            journal.discard(folder)
            raise
        journal.discard(folder)
    return report


def pack_journal(index: str | os.PathLike[str]) -> BuildReport:
    """Turn the journal beside `index` into the index; raises as `pack`."""
    folder = journal.journal_folder(index)
    begun, state = journal.read(folder)
    if not state.get("rows"):
        detail = say("No patch has data in at least half of its pixels.")
        raise EmptyArchiveError(path=begun["claim"]["archive"], detail=detail)
    contents = _contents(folder, begun["about"], state)
    sources = list(contents.sources)
    index_writer.write(index, contents)
    del contents  # a mapped file cannot be deleted on Windows
    notice = _offset_notice(sources, state["lowest"])
    return BuildReport(str(index), int(state["rows"]), len(sources), state["skipped"], notice)


def _contents(
    folder: Path, about: Mapping[str, Any], state: Mapping[str, Any]
) -> index_writer.Contents:
    """Map what a journal holds, and describe it."""
    rows = int(state["rows"])
    sources, window_size, looks = journal.committed_sources(folder, state["sources"])
    columns = {
        name: journal.committed_column(folder, name, dtype, rows) for name, dtype in COLUMNS.items()
    }
    words = [
        journal.committed_column(folder, code_column(w), "<u8", rows)
        for w in range(about["card"]["bits"] // bits.WORD)
    ]
    labels = tuple(sorted({source.label for source in sources if source.label}))
    layer = journal.read_layer(folder)
    described = About(
        **about,
        layer_digest=layer.digest if layer else "",
        created=datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        labels=labels,
        readings=tuple(sorted({source.reading for source in sources})),
    )
    values = {**columns, **_known(sources, labels, columns["source"])}
    own = (layer.weights, layer.bias) if layer else None
    return index_writer.Contents(described, words, values, sources, window_size, own, looks)


def _offset_notice(sources: list[Source], lowest: dict[str, float]) -> str:
    """Say which sources look as if their numbers carried an offset that nobody stated."""
    names = [
        source.name
        for source in sources
        if radiometry.looks_offset(
            source.radiometry, lowest.get(source.name, lowest.get("", np.inf))
        )
    ]
    return radiometry.offset_notice(names, len(sources))


def _known(
    sources: list[Source], labels: tuple[str, ...], number: npt.NDArray[np.integer]
) -> dict[str, npt.NDArray[Any]]:
    """Columns of label and time, each where at least one source has it."""
    found = {}
    if labels:
        place = {label: i for i, label in enumerate(labels)}
        label = np.array([place.get(source.label, NO_LABEL) for source in sources], np.uint16)
        found["label"] = label[number]
    if any(source.time for source in sources):
        found["time"] = np.array([_seconds(source.time) for source in sources])[number]
    return found


def _seconds(time: str) -> int:
    """ISO 8601 in UTC to seconds since 1970."""
    return int(np.datetime64(time.rstrip("Z"), "s").astype(np.int64)) if time else NO_TIME
