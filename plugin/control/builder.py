"""Wires the dialog that asks what to build and the run that builds it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import environment, settings
from ..core.build import BuildRequest
from ..core.errors import LookalikeError
from ..core.radiometry import titles
from ..core.sentinel2 import ORDERS
from ..gui.build_dialog import BuildDialog
from ..gui.build_notice import BuildNotice
from ..message_bar import put, warn
from ..tasks import BuildRun
from ..words import count, images, patches, tr
from . import library

NAMED = 3  # skipped files that are named at once


class Builder(QObject):
    """One dialog and at most one run, which goes on while the dialog is closed.

    Signals
    -------
    built(str)
        Path of a new index.
    packages_asked()
        The user wants to install what building needs.
    """

    built = pyqtSignal(str)
    packages_asked = pyqtSignal()

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._dialog: BuildDialog | None = None
        self._run: BuildRun | None = None
        self._notice: BuildNotice | None = None

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self._dialog is None:
            self._dialog = BuildDialog(self._iface.mainWindow())
            self._dialog.build_asked.connect(self.build)
            self._dialog.cancel_asked.connect(self._cancel)
            self._dialog.packages_asked.connect(self.packages_asked)
            self._dialog.finished.connect(self._on_closed)
        self._dialog.show_models(library.models())
        self._dialog.show_readings(list(ORDERS), list(titles().items()))
        self.look_for_packages()
        self._dialog.target_folder = settings.load().indexes
        self._take_notice_back()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def look_for_packages(self) -> None:
        """Say in the dialog what is missing now."""
        if self._dialog is not None:
            self._dialog.show_missing(environment.missing())

    def build(self, request: BuildRequest, only_pack: bool = False) -> None:
        """Start a build; one at a time."""
        if self._run is not None:
            return
        self._run = BuildRun(request, self)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self._run.cancelled.connect(self._on_cancelled)
        if self._dialog is not None:
            self._run.progress.connect(self._dialog.show_progress)
        self._run.start(only_pack)

    @property
    def is_building(self) -> bool:
        """Whether a build is on its way."""
        return self._run is not None

    def stop(self) -> None:
        """End the children and close the dialog; what is done is kept."""
        if self._run is not None:
            self._run.stop()
            self._forget_run()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _on_closed(self) -> None:
        """Show in the message bar that the build goes on."""
        if self._run is not None and self._notice is None:
            self._notice = BuildNotice()
            self._notice.look.clicked.connect(self.show)
            self._notice.stop.clicked.connect(self._cancel)
            self._run.progress.connect(self._notice.show_progress)
            self._iface.messageBar().pushWidget(self._notice, Qgis.MessageLevel.Info, 0)

    def _take_notice_back(self) -> None:
        bar = self._iface.messageBar()
        if self._notice in bar.items():  # the user may have closed it
            bar.popWidget(self._notice)
        self._notice = None

    def _forget_run(self) -> None:
        self._take_notice_back()
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _on_finished(self, report: dict) -> None:
        self._forget_run()
        skipped = report.get("skipped") or []
        text = tr("{patches} of {images} indexed in {name}.").format(
            patches=patches(report["rows"]),
            images=images(report["sources"]),
            name=Path(report["index"]).name,
        )
        if skipped:
            names = ", ".join(Path(path).name for path, _ in skipped[:NAMED])
            text += " " + tr("Skipped files: {count} ({names}).").format(
                count=count(len(skipped)), names=names + (", …" if skipped[NAMED:] else "")
            )
        details = "\n".join(why if path in why else f"{path}: {why}" for path, why in skipped)
        if self._dialog is not None:
            self._dialog.show_end(text, details)
        bar = self._iface.messageBar()
        put(bar, text, Qgis.MessageLevel.Success, details=details)
        if report.get("notice"):
            warn(bar, report["notice"])
        self.built.emit(str(report["index"]))

    def _on_failed(self, error: LookalikeError) -> None:
        self._forget_run()
        if self._dialog is not None:
            self._dialog.show_end(f"⚠ {error}")
        warn(self._iface.messageBar(), error)

    def _on_cancelled(self, kept: int) -> None:
        self._forget_run()
        if self._dialog is not None:
            self._dialog.show_cancelled(kept)
            self.show()  # it offers what is done
