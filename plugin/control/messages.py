"""What the message bar says: one error at a time, and what was saved."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QPushButton

from .. import environment
from ..core.errors import LookalikeError, MissingPackageError
from ..message_bar import warn
from ..words import tr


class Messages:
    """Speaks through QGIS's message bar.

    Parameters
    ----------
    iface : QgisInterface
    install : callable
        What the button does that is offered where a package is missing.
    """

    def __init__(self, iface: QgisInterface, install: Callable[[], None]) -> None:
        self._iface, self._install = iface, install
        self._told: QgsMessageBarItem | None = None  # the error in the message bar
        self._lacking = ""  # the package that it says is missing

    def tell(self, error: LookalikeError) -> None:
        """Show an error in place of the last one."""
        self.take_back()
        bar = self._iface.messageBar()
        lacks = isinstance(error, MissingPackageError)
        text, install = error.lack if lacks else str(error), None
        if lacks:
            self._lacking = error.facts["name"]
            install = QPushButton(tr("Install…"))
            install.clicked.connect(self._install)
        self._told = warn(bar, text, install)

    def take_back(self) -> None:
        """Take the last error away: it was mended, or there is a newer one."""
        bar = self._iface.messageBar()
        if self._told in bar.items():  # the user may have closed it
            bar.popWidget(self._told)
        self._told, self._lacking = None, ""

    def look_for_packages(self) -> bool:
        """Take away that a package is missing, where it no longer is; say whether it was so."""
        is_mended = bool(self._lacking) and not environment.missing([self._lacking])
        if is_mended:
            self.take_back()
        return is_mended

    def warn(self, error: LookalikeError) -> None:
        """Say what went wrong in part; it stays although an answer comes."""
        warn(self._iface.messageBar(), error)

    def tell_saved(self, path: str) -> None:
        """Say where a new file lies."""
        link = f'<a href="{QUrl.fromLocalFile(path).toString()}">{Path(path).name}</a>'
        text = tr("Saved {file}").format(file=link)
        self._iface.messageBar().pushMessage("Lookalike", text, Qgis.MessageLevel.Success)
