"""Wires the dialog about packages and the installation; nothing is installed unasked."""

from __future__ import annotations

import sys

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from .. import environment, packages, wheels
from ..core.errors import LookalikeError
from ..gui.packages_dialog import PackagesDialog
from ..message_bar import warn
from ..tasks.installation import Installation
from ..words import tr


class Packager(QObject):
    """One dialog and at most one installation, which goes on while the dialog is closed.

    Signals
    -------
    changed()
        Packages were installed or removed.
    """

    changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._dialog: PackagesDialog | None = None
        self._installation: Installation | None = None

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self._dialog is None:
            self._dialog = PackagesDialog(self._iface.mainWindow())
            self._dialog.install_asked.connect(self.install)
            self._dialog.cancel_asked.connect(self.cancel)
            self._dialog.remove_asked.connect(self.remove)
            self._dialog.source_changed.connect(self._show_command)
        self._show_states()
        self._show_command(self._dialog.source)
        # Above a window that keeps all others from being used, as QGIS's options do.
        self._dialog.setModal(QApplication.activeModalWidget() is not None)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def install(self, wheels_folder: str = "") -> None:
        """Start an installation; one at a time."""
        if self._installation is not None:
            return
        self._installation = Installation(wheels_folder, self)
        self._installation.finished.connect(self._on_finished)
        self._installation.failed.connect(self._on_failed)
        self._installation.cancelled.connect(self._on_cancelled)
        if self._dialog is not None:
            self._installation.said.connect(self._dialog.add_line)
            self._installation.progress.connect(self._dialog.show_progress)
        self._installation.start()

    def cancel(self) -> None:
        """Stop the installation; what was there before stays."""
        if self._installation is not None:
            self._installation.cancel()

    def remove(self) -> None:
        """Delete the private folder of packages."""
        try:
            packages.remove(environment.packages_folder())
        except LookalikeError as error:
            self._say_end(str(error), is_failure=True)
            return
        self._say_end(tr("The packages were removed."))
        self.changed.emit()

    @property
    def is_installing(self) -> bool:
        """Whether an installation is on its way."""
        return self._installation is not None

    def stop(self) -> None:
        """End the installation and close the dialog."""
        if self._installation is not None:
            self._installation.stop()
            self._forget()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    # -- inside

    def _show_states(self) -> None:
        if self._dialog is not None and self._installation is None:
            self._dialog.show_states(packages.states(), _purposes())

    def _show_command(self, wheels_folder: str) -> None:
        """Show the command; for a folder of wheels the one that fills it on another machine."""
        if self._dialog is None:
            return
        if self._dialog.local.isChecked():
            words = packages.download_command(wheels_folder or "FOLDER", wheels.this_target())
            hint = tr("This command fetches the wheels on a machine that has a network:")
        else:
            python = next(iter(environment.interpreters()), "python3")
            words = environment.install_command(python)
            hint = tr("“Install” does the same as this command in a terminal:")
        self._dialog.show_command(environment.as_typed(words), hint)

    def _on_finished(self, checked: list[dict[str, str]]) -> None:
        self._forget()
        names = " · ".join(f"{one['name']} {one['version']}" for one in checked)
        text = tr("Installed and tried: {names}.").format(names=names)
        if any(_is_another(one) for one in checked):
            text += " " + tr("Restart QGIS to use the new version.")
        self._say_end(text)
        if self._dialog is None or not self._dialog.isVisible():
            self._iface.messageBar().pushMessage("Lookalike", text, Qgis.MessageLevel.Success)
        self.changed.emit()

    def _on_failed(self, error: LookalikeError) -> None:
        self._forget()
        self._say_end(str(error), is_failure=True)
        if self._dialog is None or not self._dialog.isVisible():
            warn(self._iface.messageBar(), error)

    def _on_cancelled(self) -> None:
        self._forget()
        self._say_end(tr("Stopped. What was installed before is unchanged."))

    def _say_end(self, text: str, is_failure: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.show_end(text, is_failure)
            self._show_states()

    def _forget(self) -> None:
        if self._installation is not None:
            self._installation.deleteLater()
            self._installation = None


def _purposes() -> dict[str, str]:
    return {
        "onnxruntime": tr("to draw queries, and to build indexes"),
        "h5py": tr("to build, check and merge indexes"),
    }


def _is_another(checked: dict[str, str]) -> bool:
    """Whether this process has loaded another version of a package."""
    loaded = sys.modules.get(checked["name"])
    return loaded is not None and getattr(loaded, "__version__", "") != checked["version"]
