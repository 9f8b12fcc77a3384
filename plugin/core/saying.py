"""The language that core speaks to people: English, unless its process was told another.

What core says, and what it says only a part of, goes through `say`. QGIS's process gives it Qt's
translations; a child, which has no Qt, reads the same file itself.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

VARIABLE = "LOOKALIKE_TRANSLATION"  # the file that a child speaks by
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"

# Of Qt's message files: a head, sections of a tag and a length, and in the section of messages
# fields of a tag and, but for the end of a message, a length.
_HEAD, _SECTION, _FIELD = 16, struct.Struct(">BI"), struct.Struct(">I")
_MESSAGES, _END, _TRANSLATION, _SOURCE = 0x69, 1, 3, 6

_translate: Callable[[str], str] = str
_file: Path | None = None


def say(text: str, /, **facts: Any) -> str:
    """Put a sentence, or a part of one, into the language of this process, and fill it in.

    Parameters
    ----------
    text : str
        English, with the names of facts in braces.
    **facts
    """
    return _translate(text).format(**facts)


def speak(translate: Callable[[str], str] = str, file: Path | None = None) -> None:
    """Say everything in another language from now on; by default in that of the sources.

    Parameters
    ----------
    translate : callable
        From a text to its translation.
    file : Path, optional
        What it translates by, for the children.
    """
    global _translate, _file
    _translate, _file = translate, file


def told() -> dict[str, str]:
    """Return the variables of the environment that tell a child to speak this language."""
    return {VARIABLE: str(_file or "")}


def speak_as_told() -> None:
    """Speak the language of the process that started this one; English where it told none."""
    path = Path(os.environ.get(VARIABLE, ""))
    if path.is_file():
        known = translations(path)
        speak(lambda text: known.get(text, text), path)


def language_of(locale: str) -> str:
    """Return the language of a locale like ``de``, ``de_AT`` or ``de-AT``."""
    return locale.replace("-", "_").partition("_")[0]


def path_of(locale: str) -> Path:
    """Return the file of translations into the language of a locale; there may be none."""
    return FOLDER / f"lookalike_{language_of(locale)}.qm"


def translations(path: Path) -> dict[str, str]:
    """Read a compiled file of Qt's translations.

    Returns
    -------
    dict
        From text to translation.
    """
    content, at, found = path.read_bytes(), _HEAD, {}
    while at + _SECTION.size <= len(content):
        tag, length = _SECTION.unpack_from(content, at)
        at += _SECTION.size
        if tag == _MESSAGES:
            found.update(_messages(content[at : at + length]))
        at += length
    return found


def _messages(section: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    message: dict[int, bytes] = {}
    at = 0
    while at < len(section):
        tag = section[at]
        at += 1
        if tag == _END:
            if {_SOURCE, _TRANSLATION} <= message.keys():
                source = message[_SOURCE].decode("utf-8")
                found[source] = message[_TRANSLATION].decode("utf-16-be")
            message = {}
        else:
            (length,) = _FIELD.unpack_from(section, at)
            at += _FIELD.size
            message[tag] = section[at : at + length]
            at += length
    return found
