"""Dataclasses of plain JSON values; what does not fit is refused in a sentence for people."""

from __future__ import annotations

import argparse
import dataclasses
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from .errors import ConfigError, LearningError

T = TypeVar("T")


def build(cls: type[T], values: Any, where: str) -> T:
    """Make the dataclass `cls` of a mapping, refusing unknown keys and wrong types.

    Parameters
    ----------
    cls
        A dataclass with a default for each optional field.
    values
        The mapping read from the file.
    where
        The section's name, for the message.
    """
    title = f"the section {where!r}" if where else "the configuration"
    if not isinstance(values, Mapping):
        raise ConfigError(f"In {title} an object with keys was expected, not {values!r}.")
    fields = {f.name: f for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    for key in values:
        if key not in fields:
            raise ConfigError(f"Unknown key {key!r} in {title}. Known are {', '.join(fields)}.")
    known = {key: _convert(value, str(fields[key].type)) for key, value in values.items()}
    for key, value in known.items():
        if isinstance(value, _Wrong):
            raise ConfigError(
                f"{key!r} in {title} is {values[key]!r}; expected was {value.expected}."
            )
    try:
        return cls(**known)
    except TypeError as error:
        missing = [
            f.name
            for f in fields.values()
            if f.name not in values
            and f.default is dataclasses.MISSING
            and f.default_factory is dataclasses.MISSING
        ]
        raise ConfigError(f"Missing in {title}: {', '.join(missing)}.") from error


def output_file(text: str) -> Path:
    """Type of an argument that names a file to write: refused before the work, not after it."""
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{path} is a folder. Name a file in it.")
    if not os.access(path.parent, os.W_OK):
        raise argparse.ArgumentTypeError(
            f"the folder {path.parent} is not there or cannot be written to. Make it, or name "
            "another."
        )
    return path


def write_text(path: Path, text: str) -> None:
    """Write a file of figures.

    Raises
    ------
    LearningError
        If it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise LearningError(f"{path} cannot be written: {error.strerror}.") from error


@dataclass(frozen=True)
class _Wrong:
    expected: str


def _convert(value: Any, annotation: str) -> Any:
    """Check a JSON value against a field's annotation (a string: annotations are postponed)."""
    if annotation == "bool":
        return value if isinstance(value, bool) else _Wrong("true or false")
    if annotation == "int":
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole else _Wrong("a whole number")
    if annotation == "float":
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        # JSON as Python reads it knows NaN and Infinity.
        return float(value) if number and math.isfinite(value) else _Wrong("a number")
    if annotation == "str":
        return value if isinstance(value, str) and value else _Wrong("a text")
    if annotation.startswith("tuple["):
        inner = annotation[len("tuple[") :].split(",")[0].rstrip("]")
        if not isinstance(value, (list, tuple)):
            return _Wrong("a list")
        items = [_convert(item, inner) for item in value]
        wrong = [item for item in items if isinstance(item, _Wrong)]
        return _Wrong(f"a list; each entry {wrong[0].expected}") if wrong else tuple(items)
    if annotation == "Mapping[str, str]":
        texts = isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values())
        return value if texts else _Wrong("an object with keys and texts")
    return value
