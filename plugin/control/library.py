"""What the user may choose from: models at hand, the sample, the indexes opened of late."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from .. import folders, settings
from ..folders import SAMPLE
from ..gui.index_section import Choice
from ..words import tr

RECENT, LAST = "lookalike/recent", "lookalike/last"
TITLES = "lookalike/titles"  # of those opened of late, by path
MOST_RECENT = 8


def models() -> list[Path]:
    """Return the model files at hand."""
    return [
        path for folder in folders.model_folders() for path in sorted(Path(folder).glob("*.onnx"))
    ]


def remember(index: str, title: str = "") -> None:
    """Put an index first among those opened of late, with its title where that is known."""
    settings = QgsSettings()
    settings.setValue(LAST, index)
    if index != str(SAMPLE):
        recent = [index, *(path for path in _recent() if path != index)][:MOST_RECENT]
        titles = {**_titles(), **({index: title} if title else {})}
        settings.setValue(RECENT, recent)
        settings.setValue(TITLES, {path: titles[path] for path in recent if path in titles})


def choices() -> list[Choice]:
    """Return the indexes at hand: the sample, those opened of late, those of the user's folder.

    They have their titles, as far as these are known without opening them, else their file's name.
    """
    found = [Choice(tr("Europe (sample)"), str(SAMPLE))] if SAMPLE.is_file() else []
    titles, listed = _titles(), [path for path in _recent() if Path(path).is_file()]
    folder = settings.load().indexes
    lying = map(str, sorted(Path(folder).glob("*.h5")) if folder else [])
    paths = dict.fromkeys((*listed, *lying))
    return _told_apart([*found, *(Choice(titles.get(p, Path(p).stem), p) for p in paths)])


def _told_apart(found: list[Choice]) -> list[Choice]:
    """Add to equal names what tells each apart: the file's name, the folder's, both or the path."""
    same: dict[str, list[Path]] = {}
    for name, path in found:
        same.setdefault(name, []).append(Path(path))
    return [
        Choice(f"{name} ({_difference(Path(path), same[name])})", path)
        if same[name][1:]
        else Choice(name, path)
        for name, path in found
    ]


def _difference(path: Path, paths: list[Path]) -> str:
    """Return the first of some names of a file that is no other one's."""
    ways = (_file, _folder, _both, str)
    return next(way(path) for way in ways if sum(way(one) == way(path) for one in paths) == 1)


def _file(path: Path) -> str:
    return path.name


def _folder(path: Path) -> str:
    return path.parent.name


def _both(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


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


def _titles() -> dict[str, str]:
    return dict(QgsSettings().value(TITLES, {}) or {})
