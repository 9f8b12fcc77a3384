"""What a QGIS project remembers of Lookalike: the index and the examples, as plain values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from qgis.core import QgsProject

from .core.examples import Example, from_fields, to_fields
from .core.filters import Filters
from .core.hits import Asked

SCOPE, KEY = "lookalike", "query"


class Stored(NamedTuple):
    """A query as a project remembers it."""

    index: str
    examples: tuple[Example, ...]
    filters: Filters


def save(project: QgsProject, index: str, asked: Sequence[Asked], options: dict[str, Any]) -> None:
    """Remember a query; without examples, forget it.

    Parameters
    ----------
    project : QgsProject
    index : str
        Path; relative to the project where that is how the project keeps paths.
    asked : sequence of Asked
    options : dict
        Further plain values.
    """
    if not asked:
        if project.readEntry(SCOPE, KEY)[0]:
            project.removeEntry(SCOPE, KEY)
        return
    kept = {
        "index": project.writePath(index),
        "examples": [to_fields(one.by_place) for one in asked],
        "options": options,
    }
    project.writeEntry(SCOPE, KEY, json.dumps(kept))


def load(project: QgsProject) -> Stored | None:
    """Return what a project remembers; None where that is nothing, or unreadable."""
    try:
        kept = json.loads(project.readEntry(SCOPE, KEY)[0] or "null")
        if kept is None:
            return None
        examples = tuple(from_fields(one) for one in kept["examples"])
        filters = Filters.from_fields(kept["options"].get("filters", {}))
        return Stored(project.readPath(kept["index"]), examples, filters)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # somebody else's value under our name
