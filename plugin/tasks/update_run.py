"""Updating an index in two children: *encode_new* (GDAL, ONNX Runtime), then *put_in* (h5py)."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import folders
from ..words import count, tr
from .build_run import Rate
from .child_run import ChildRun


class UpdateRun(QObject):
    """One update, from the look for new images to the index.

    Parameters
    ----------
    index : str
        Its file.
    archive : str
        Where to look for images; empty is where the index knows them.
    remove_gone : bool
        Whether patches whose images are gone are to be removed.
    parent : QObject, optional

    Signals
    -------
    progress(int, int, str)
        Done, total, and what is going on with rate and time left.
    writing()
        The index is written now: too late to cancel.
    finished(object)
        What *put_in* reports: the fields of `update.UpdateReport` as a dict.
    failed(LookalikeError)
    cancelled()
        What is encoded is kept: the same update goes on from there.
    """

    progress = pyqtSignal(int, int, str)
    writing = pyqtSignal()
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(
        self,
        index: str,
        archive: str = "",
        remove_gone: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.index = index
        self._archive, self._remove_gone = archive, remove_gone
        self._rate = Rate()
        self._is_writing = False
        self._run: ChildRun | None = None

    def start(self) -> None:
        """Begin, or go on where an update of the same index was cancelled."""
        self.progress.emit(0, 0, tr("Looking for new images…"))
        arguments = {
            "index": self.index,
            "archive": self._archive,
            "model_folders": list(folders.model_folders()),
        }
        self._run_stage("encode_new", arguments, self._on_encoded)

    def cancel(self) -> None:
        """Stop at the next image; what is done is kept. Writing is not cut short."""
        if self._run is not None and not self._is_writing:
            self._run.cancel()

    def stop(self) -> None:
        """End everything now, without a word."""
        self.blockSignals(True)
        if self._run is not None:
            self._run.stop()

    def _run_stage(self, stage: str, arguments: dict[str, Any], then: Any) -> None:
        self._run = ChildRun(stage, arguments, parent=self)
        self._run.progress.connect(self._on_progress)
        self._run.finished.connect(then)
        self._run.failed.connect(self.failed)
        self._run.cancelled.connect(self.cancelled)
        self._run.start()

    def _on_progress(self, done: int, total: int, message: str) -> None:
        text = " · ".join(filter(None, (message, self._rate.text(done, total))))
        self.progress.emit(done, total, text)

    def _on_encoded(self, _found: object) -> None:
        self._is_writing = True
        self.progress.emit(0, 0, tr("Writing the index…"))
        self.writing.emit()
        arguments = {"index": self.index, "remove_gone": self._remove_gone}
        self._run_stage("put_in", arguments, self.finished)


def changes_in(report: dict[str, Any]) -> list[str]:
    """Say what an update has found, one sentence each.

    Parameters
    ----------
    report : dict
        What `UpdateRun` hands over when it is finished.
    """
    removed, kept = tr("Gone, and removed: {count}."), tr("Gone, but kept: {count}.")
    found = [
        text.format(count=count(number))
        for text, number in (
            (tr("New images: {count}."), report["new"]),
            (tr("Changed, and encoded anew: {count}."), report["changed"]),
            (tr("Moved: {count}."), report["moved"]),
            (removed if report["removed"] else kept, len(report["gone"])),
            (tr("Skipped, as they cannot be read: {count}."), len(report["skipped"])),
        )
        if number
    ]
    return found or [tr("Nothing has changed: the index is up to date.")]


def files_in(report: dict[str, Any]) -> list[str]:
    """Name the images that are gone and those that could not be read, with the reason."""
    gone = tr("removed: {path}") if report["removed"] else tr("gone: {path}")
    found = [gone.format(path=path) for path in report["gone"]]
    skipped = tr("skipped: {path} ({why})")
    return found + [skipped.format(path=path, why=why) for path, why in report["skipped"]]
