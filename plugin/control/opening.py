"""Opens indexes, one alone or several to be searched together, and lists those at hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from .. import folders
from ..gui.company_menu import Companion
from ..gui.index_section import IndexSection
from ..tasks import IndexSummary, Worker, describe_index, obstacles_to
from ..tasks.reporting import for_user
from ..words import tr
from . import library


class Opening(QObject):
    """What the list of indexes, its buttons and a dropped file do.

    Attributes
    ----------
    paths : tuple of str
        The indexes that are open, the chosen one first.

    Signals
    -------
    opened(IndexSummary)
    failed(tuple of str, LookalikeError)
        These cannot be opened.
    company_asked(tuple of str)
        The user wants these indexes to be searched together, the chosen one first.
    """

    opened = pyqtSignal(object)
    failed = pyqtSignal(object, object)
    company_asked = pyqtSignal(object)

    def __init__(
        self, section: IndexSection, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._section, self._worker = section, worker
        self.paths: tuple[str, ...] = ()
        self._on_their_way = 0
        section.chosen.connect(self.open)
        section.open_asked.connect(self._ask_for_one)
        section.company.changed.connect(self._on_company)
        section.company.file_asked.connect(self._ask_for_another)

    @property
    def is_busy(self) -> bool:
        """Whether others are being opened in place of those that are."""
        return self._on_their_way > 0

    def open(self, path: str) -> None:
        """Open an index alone."""
        self.open_together((path,) if path else ())

    def open_together(self, paths: tuple[str, ...]) -> None:
        """Open indexes to be searched together; the answer comes from the worker."""
        self._show_choices()
        if paths:
            self._section.choose(paths[0])
            job = partial(describe_index, paths, folders.model_folders())
            self._on_their_way += 1
            self._worker.give(job, partial(self._on_described, paths))

    def _on_described(
        self, paths: tuple[str, ...], index: IndexSummary | None, error: Exception | None
    ) -> None:
        self._on_their_way -= 1
        if index is None:
            self.failed.emit(paths, for_user(error))
        else:
            self.paths = index.paths
            is_alone = len(index.paths) == 1  # else the name is that of all
            library.remember(index.path, index.name if is_alone else "")
            self.opened.emit(index)
        self._show_choices()
        self._look_for_company()

    def _show_choices(self) -> None:
        self._section.show_choices(library.choices(), "".join(self.paths[:1]))

    # -- company

    def _look_for_company(self) -> None:
        """Ask the worker which other indexes fit the chosen one."""
        if self.paths:
            names = {one.path: one.name for one in library.choices()}
            names.update({path: Path(path).stem for path in self.paths if path not in names})
            del names[self.paths[0]]
            job = partial(obstacles_to, self.paths[0], tuple(names))
            self._worker.give(job, partial(self._on_company_known, self.paths, names))

    def _on_company_known(
        self,
        asked: tuple[str, ...],
        names: dict[str, str],
        obstacles: dict[str, str] | None,
        _error: Exception | None,
    ) -> None:
        if asked == self.paths and obstacles is not None:
            found = [Companion(name, path, obstacles[path]) for path, name in names.items()]
            self._section.company.show_companions(found, self.paths[1:])

    def _on_company(self, further: tuple[str, ...]) -> None:
        self.company_asked.emit((self.paths[0], *further))

    # -- files

    def _ask_for_one(self) -> None:
        self.open(self._file(tr("Open an index")))

    def _ask_for_another(self) -> None:
        path = self._file(tr("Search together with"))
        if path and path not in self.paths:
            self.company_asked.emit((*self.paths, path))

    def _file(self, title: str) -> str:
        folder = "".join(self.paths[:1])
        kind = tr("Lookalike index (*.h5)")
        return QFileDialog.getOpenFileName(self._section, title, folder, kind)[0]
