"""Indexed patches found by their name or label."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from .columns import columns_of
from .grid import middles
from .index import Index

AT_ONCE = 4_096  # sources whose text is looked through in one go: the lock is let go in between
MOST_SOURCES = 500  # whose patches are looked at
CORNER = re.compile(r"(.*)@(\d*),?(\d*)")  # the name of a patch: source@column,row


def find_patches(index: Index, text: str, most: int = 50) -> dict[str, npt.NDArray[Any]]:
    """Find patches whose name or label contains a text, whatever its case.

    Parameters
    ----------
    index : Index
    text : str
        Part of a label, of a source's name, or of a patch's: ``scene@128,6``.
    most : int
        How many at most; of more under one label or source, a regular sample.

    Returns
    -------
    dict of str to array
        See `columns_of`.
    """
    found: list[npt.NDArray[np.integer]] = []
    count = 0
    for rows in _groups(index, text) if text else ():
        taken = rows if count + len(rows) <= most else rows[middles(len(rows), most - count)]
        found.append(taken)
        count += len(taken)
        if count >= most:
            break
    rows = np.concatenate(found) if found else np.zeros(0, np.int64)
    return columns_of(index, np.array(list(dict.fromkeys(rows.tolist())), np.int64))


def _groups(index: Index, text: str) -> Iterator[npt.NDArray[np.integer]]:
    """Rows of each label, then of each source, that the text is about."""
    labels = index.about.labels if index.has("label") else ()
    for number, label in enumerate(labels):
        if text.casefold() in label.casefold():
            yield np.flatnonzero(index.column("label") == number)
    corner = CORNER.fullmatch(text)
    name, *place = corner.groups() if corner else (text, "", "")
    of = index.column("source")
    for number in islice(_sources(index, name), MOST_SOURCES):
        rows = np.flatnonzero(of == number)
        for column, digits in zip(("col", "row"), place):
            texts = index.column(column)[rows].astype("U")
            rows = rows[np.char.startswith(texts, digits)]
        yield rows


def _sources(index: Index, text: str) -> Iterator[int]:
    first = 0
    for part in index.parts:
        yield from (first + number for number in _sources_in(part, text))
        first += part.source_count


def _sources_in(index: Index, text: str) -> Iterator[int]:
    if index.source_count == 1:  # then its name is among what all sources share
        if text.casefold() in index.source(0).name.casefold():
            yield 0
        return
    written = json.dumps(text, ensure_ascii=False)[1:-1].encode()
    named = re.compile(rb'"name":"[^"]*?' + re.escape(written) + rb'[^"]*"', re.IGNORECASE)
    offsets, blob = index.column("source_offsets"), index.column("sources")
    for start in range(0, index.source_count, AT_ONCE):
        stops = offsets[start : start + AT_ONCE + 1]
        for match in named.finditer(blob[stops[0] : stops[-1]].tobytes()):
            at = np.searchsorted(stops, stops[0] + match.start(), side="right")
            yield start + int(at) - 1
