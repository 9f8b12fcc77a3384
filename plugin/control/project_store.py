"""What a QGIS project remembers of Lookalike: queries, as plain values that outlive an index."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProject

from ..core.examples import Example, from_fields, to_fields
from ..core.filters import Filters
from ..core.hits import Hits
from ..core.outline import Outline

SCOPE, KEY, HISTORY, CHOICES = "lookalike", "query", "history", "choices"
OUTLINES = "outlines"  # areas of these queries, each once: they may have very many corners


@dataclass(frozen=True)
class Stored:
    """A query that can be asked again.

    Attributes
    ----------
    indexes : tuple of str
        Paths, the chosen one first.
    examples : tuple of Example
        By place; none where an index was open and nothing asked.
    filters : Filters
    each : bool or None
        As `Hits.each`.
    title : str
        For people.
    """

    indexes: tuple[str, ...]
    examples: tuple[Example, ...]
    filters: Filters
    each: bool | None = None
    title: str = dataclasses.field(default="", compare=False)


def stored_of(hits: Hits, title: str = "") -> Stored:
    """Return the query of an answer."""
    examples = tuple(one.by_place for one in hits.asked)
    return Stored(hits.request.indexes, examples, hits.request.filters, hits.each, title)


def save(
    project: QgsProject,
    query: Stored | None,
    history: Sequence[Stored],
    choices: Mapping[str, Any] | None,
) -> None:
    """Remember the query that is shown, the earlier ones, and what else was chosen.

    What is empty is forgotten.
    """
    outlines: list[Outline] = []
    values = {
        KEY: _written(query, project, outlines) if query else None,
        HISTORY: [_written(one, project, outlines) for one in history] or None,
        OUTLINES: [one.to_fields() for one in outlines] or None,
        CHOICES: choices,
    }
    for key, value in values.items():
        if value is not None:
            project.writeEntry(SCOPE, key, json.dumps(value))
        elif project.readEntry(SCOPE, key)[0]:
            project.removeEntry(SCOPE, key)


def load(project: QgsProject) -> Stored | None:
    """Return the query that a project shows; None where there is none, or it is unreadable."""
    value = _value(project, KEY)
    return None if value is None else _read(value, project, _outlines(project))


def load_history(project: QgsProject) -> list[Stored]:
    """Return the earlier queries of a project, the last one last."""
    values = _value(project, HISTORY)
    outlines = _outlines(project)
    listed = values if isinstance(values, list) else ()
    found = (_read(value, project, outlines) for value in listed)
    return [one for one in found if one is not None]


def load_choices(project: QgsProject) -> dict[str, dict[str, Any]]:
    """Return what was chosen in each section of the panel."""
    values = _value(project, CHOICES)
    found = values.items() if isinstance(values, dict) else ()
    return {name: value for name, value in found if isinstance(value, dict)}


def _value(project: QgsProject, key: str) -> Any:
    try:
        return json.loads(project.readEntry(SCOPE, key)[0] or "null")
    except ValueError:
        return None  # somebody else's value under our name


def _outlines(project: QgsProject) -> list[Outline]:
    try:
        return [Outline.from_fields(fields) for fields in _value(project, OUTLINES) or ()]
    except (KeyError, TypeError, ValueError):
        return []


def _written(query: Stored, project: QgsProject, outlines: list[Outline]) -> dict[str, Any]:
    filters, outline = query.filters.to_fields(), query.filters.outline
    if outline is not None:
        if outline not in outlines:
            outlines.append(outline)
        filters["outline"] = outlines.index(outline)
    return {
        # Relative to the project, where that is how it keeps paths.
        "indexes": [project.writePath(path) for path in query.indexes],
        "examples": [to_fields(one) for one in query.examples],
        "filters": filters,
        "each": query.each,
        "title": query.title,
    }


def _read(value: Any, project: QgsProject, outlines: Sequence[Outline]) -> Stored | None:
    try:
        filters = dict(value["filters"])
        number = filters.pop("outline", None)
        outline = None if number is None else outlines[number]
        return Stored(
            tuple(project.readPath(path) for path in value["indexes"]),
            tuple(from_fields(one) for one in value["examples"]),
            dataclasses.replace(Filters.from_fields(filters), outline=outline),
            None if value.get("each") is None else bool(value["each"]),
            str(value["title"]),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
