"""Wires the dialog that asks for the update of an index, and the run that does it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import environment
from ..core.errors import LookalikeError
from ..core.index import Index
from ..gui.update_dialog import UpdateDialog
from ..message_bar import put, warn
from ..tasks import Worker
from ..tasks.reporting import for_user
from ..tasks.update_run import UpdateRun, changes_in, files_in
from ..words import index_title, tr


class Updater(QObject):
    """One dialog and at most one run, which goes on while the dialog is closed.

    Signals
    -------
    updated(str)
        Path of an index that has changed.
    failed(LookalikeError)
        The index cannot be opened.
    packages_asked()
        The user wants to install what updating needs.
    """

    updated = pyqtSignal(str)
    failed = pyqtSignal(object)
    packages_asked = pyqtSignal()

    def __init__(self, iface: QgisInterface, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface, self._worker = iface, worker
        self._index = self._archive = ""
        self.dialog: UpdateDialog | None = None
        self._run: UpdateRun | None = None

    def show(self, index: str) -> None:
        """Open the dialog for an index, or bring the one of a run to the front."""
        if self._run is not None:
            self._show_dialog()
        else:
            self._worker.give(partial(_about, index), partial(self._on_known, index))

    @property
    def is_updating(self) -> bool:
        """Whether an update is on its way."""
        return self._run is not None

    def look_for_packages(self) -> None:
        """Say in the dialog what is missing now."""
        if self.dialog is not None:
            self.dialog.show_missing(environment.missing())

    def stop(self) -> None:
        """End the child and close the dialog; what is encoded is kept."""
        if self._run is not None:
            self._run.stop()
            self._forget_run()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    # -- inside

    def _on_known(self, index: str, about: tuple[str, str] | None, error: Exception | None) -> None:
        if about is None:
            self.failed.emit(for_user(error))
            return
        if self._run is None:
            self._index, self._archive = index, about[1]
        self._show_dialog(about)

    def _show_dialog(self, about: tuple[str, str] | None = None) -> None:
        if self.dialog is None:
            self.dialog = UpdateDialog(self._iface.mainWindow())
            self.dialog.update_asked.connect(self._start)
            self.dialog.cancel_asked.connect(self._cancel)
            self.dialog.packages_asked.connect(self.packages_asked)
        if about is not None and self._run is None:
            self.dialog.show_index(*about)
        self.look_for_packages()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _start(self, archive: str, remove_gone: bool) -> None:
        if self._run is not None:
            return
        elsewhere = archive if archive != self._archive else ""
        self._run = UpdateRun(self._index, elsewhere, remove_gone, self)
        self.dialog.show_running()
        self._run.progress.connect(self.dialog.show_progress)
        self._run.writing.connect(self.dialog.show_writing)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self._run.cancelled.connect(self._on_cancelled)
        self._run.start()

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _forget_run(self) -> None:
        self._run.deleteLater()
        self._run = None

    def _on_finished(self, report: dict) -> None:
        self._forget_run()
        text = " ".join(filter(None, (*changes_in(report), report["notice"])))
        self.dialog.show_end(text, files_in(report))
        said = f"{Path(self._index).name}: {text}"
        level = Qgis.MessageLevel.Warning if report["notice"] else Qgis.MessageLevel.Success
        put(self._iface.messageBar(), said, level, details="\n".join(files_in(report)))
        if any(report[name] for name in ("rows", "changed", "moved", "removed")):
            self.updated.emit(self._index)

    def _on_failed(self, error: LookalikeError) -> None:
        self._forget_run()
        self.dialog.show_end(f"⚠ {error}")
        warn(self._iface.messageBar(), error)

    def _on_cancelled(self) -> None:
        self._forget_run()
        text = tr("Stopped; the index is as it was. What is encoded is kept: “Update” goes on.")
        self.dialog.show_end(text)


# -- in the worker --------------------------------------------------------------------------------


def _about(path: str) -> tuple[str, str]:
    """Title of an index, and where its images lie."""
    about = Index.open(path).about
    images = about.archive or next(iter(about.looked_in), "")
    return index_title(about.name) or Path(path).stem, images
