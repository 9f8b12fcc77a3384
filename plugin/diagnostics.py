"""A report to copy into an issue: what runs here, what is open, what went wrong last.

It is in English whatever the interface's language, as those who read it may not share that, and it
names no personal path: the home folder is ``~``.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, QLocale, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from . import environment, settings
from .control import library
from .core.build import version
from .core.errors import LookalikeError
from .tasks.child_run import ChildRun
from .tasks.reporting import LOG

if TYPE_CHECKING:
    from .tasks import IndexSummary

LONGEST_ERROR = 4_000  # characters


class LastProblem(QObject):
    """Remembers the last error of ours in the message bar, and the last traceback in the log."""

    def __init__(self, bar: QgsMessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = self.logged = ""
        self._bar = bar
        self._log = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
        bar.widgetAdded.connect(self._on_shown)
        self._log.connect(self._on_logged)

    def stop(self) -> None:
        """Listen no more."""
        self._bar.widgetAdded.disconnect(self._on_shown)
        self._log.disconnect(self._on_logged)

    def _on_shown(self, _item: QWidget) -> None:
        item = self._bar.currentItem()  # what the signal hands over has lost its class
        if not isinstance(item, QgsMessageBarItem) or item.title() != "Lookalike":
            return
        if item.level() in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self.shown = item.text()

    def _on_logged(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag == LOG and level == Qgis.MessageLevel.Critical:
            self.logged = text


class Inquiry(QObject):
    """Asks one child after the other what its package says; no crash of theirs is ours.

    Signals
    -------
    answered(object)
        What each package says, in one line, by name: a dict.
    """

    answered = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[str, str] = {}
        self._run: ChildRun | None = None

    def start(self) -> None:
        """Ask about the first package that was not asked about yet."""
        name = next((name for name in environment.PACKAGES if name not in self._said), None)
        if name is None:
            self.answered.emit(self._said)
            return
        self._run = ChildRun("check", {"name": name}, parent=self)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self._asked = name
        self._run.start()

    def stop(self) -> None:
        """End the child, without a word."""
        self.blockSignals(True)
        if self._run is not None:
            self._run.stop()

    def _on_finished(self, result: dict[str, str]) -> None:
        self._note("{version} ({detail})".format(**result))

    def _on_failed(self, error: LookalikeError) -> None:
        self._note(str(error))

    def _note(self, text: str) -> None:
        self._said[self._asked] = text
        self._run.deleteLater()
        self._run = None
        self.start()


def report(packages: Mapping[str, str], index: IndexSummary | None, last: LastProblem) -> str:
    """Write the report.

    Parameters
    ----------
    packages : mapping of str to str
        What `Inquiry` found.
    index : IndexSummary or None
        The index that is open.
    last : LastProblem
    """
    own = environment.own_handshake()
    chosen = asdict(settings.load())
    lines = {
        "Lookalike": version(),
        "QGIS": f"{Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        "System": f"{platform.platform()}, {os.cpu_count()} cores, {QLocale().name()}",
        "Python": f"{own.python}, numpy {np.__version__}, GDAL {own.gdal or 'none'}",
        "Interpreters": ", ".join(map(str, environment.interpreters())) or "none found",
        "Packages in": str(environment.packages_folder()),
        **packages,
        "Loaded here": ", ".join(_loaded()) or "none of the packages",
        "Index": _index(index),
        "Models": ", ".join(map(_model, library.models())) or "none",
        "Options": ", ".join(f"{name}={value}" for name, value in chosen.items()),
        "Last error": last.shown or "none",
    }
    text = "\n".join(f"{name}: {value}" for name, value in lines.items())
    if last.logged:
        text += f"\nLast entry of the log:\n{last.logged[-LONGEST_ERROR:].strip()}"
    return without_home(text + "\n", _homes())


def without_home(text: str, homes: Sequence[str]) -> str:
    """Write ``~`` for the home folder, however its path is spelt."""
    for home in homes:
        for spelt in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
            if len(spelt) > 1:
                text = text.replace(spelt, "~")
    return text


def _homes() -> list[str]:
    home = Path.home()
    return [str(home), str(home.resolve())]


def _loaded() -> list[str]:
    found: dict[str, Any] = {name: sys.modules.get(name) for name in environment.PACKAGES}
    return [
        f"{name} {getattr(module, '__version__', '?')} from {getattr(module, '__file__', '?')}"
        for name, module in found.items()
        if module is not None
    ]


def _index(index: IndexSummary | None) -> str:
    if index is None:
        return "none open"
    facts = [
        f"{index.rows} patches of {index.sources} sources",
        f"{index.bits} bits",
        f"model {index.model}" + ("" if index.has_model else " (not here)"),
        "adapted" if index.adapted else "the model's own hash layer",
        f"read as {', '.join(index.readings) or '-'}",
    ]
    return f"{index.path}: {', '.join(facts)}"


def _model(path: Path) -> str:
    return f"{path} ({path.stat().st_size / 1e6:.1f} MB)"
