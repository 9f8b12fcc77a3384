"""What the user may choose from: models at hand, the sample, the indexes opened of late."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from .. import folders, settings
from ..folders import SAMPLE
from ..gui.index_section import Choice
from ..words import tr

RECENT, LAST = "lookalike/recent", "lookalike/last"
MOST_RECENT = 8


def models() -> list[Path]:
    """Return the model files at hand."""
    return [
        path for folder in folders.model_folders() for path in sorted(Path(folder).glob("*.onnx"))
    ]


def remember(index: str) -> None:
    """Put an index first among those opened of late."""
    settings = QgsSettings()
    settings.setValue(LAST, index)
    if index != str(SAMPLE):
        recent = [index, *(path for path in _recent() if path != index)]
        settings.setValue(RECENT, recent[:MOST_RECENT])


def choices() -> list[Choice]:
    """Return the indexes at hand: the sample, those opened of late, those of the user's folder."""
    found = [Choice(tr("Europe (sample)"), str(SAMPLE))] if SAMPLE.is_file() else []
    found += [Choice(Path(path).stem, path) for path in _recent() if Path(path).is_file()]
    listed = {choice.path for choice in found}
    folder = settings.load().indexes
    lying = sorted(Path(folder).glob("*.h5")) if folder else []
    return found + [Choice(path.stem, str(path)) for path in lying if str(path) not in listed]


def first_index() -> str:
    """Return the index to open at the start: the last one, else the sample, else none."""
    last = QgsSettings().value(LAST, "", type=str)
    for path in (last, str(SAMPLE)):
        if path and Path(path).is_file():
            return path
    return ""


def _recent() -> list[str]:
    value = QgsSettings().value(RECENT, [])
    return [value] if isinstance(value, str) else list(value or [])
