"""What is kept from one search to the next, and with the QGIS project."""

from __future__ import annotations

import dataclasses

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import styles
from ..core.filters import Filters
from ..core.hits import Hits
from ..gui.panel import Panel
from . import project_store
from .history import History
from .marking import Marking
from .project_store import Stored


class Memory(QObject):
    """Saves query and history with the project, and asks them again.

    Signals
    -------
    indexes_asked(tuple of str)
        The indexes of a search to be asked again are not those that are open.
    """

    indexes_asked = pyqtSignal(object)

    def __init__(self, panel: Panel, marking: Marking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._marking = panel, marking
        self._choosing = {"query": panel.query_section, "results": panel.results}
        self._waiting: Stored | None = None  # to be asked once its index is open
        self.history = History(panel.history, self)
        self.history.asked.connect(self._ask)
        marking.emptied.connect(self.history.leave)
        project = QgsProject.instance()
        project.writeProject.connect(self._save)
        project.readProject.connect(self._restore)
        project.cleared.connect(self._forget)

    def stop(self) -> None:
        """Listen to the project no more."""
        project = QgsProject.instance()
        project.writeProject.disconnect(self._save)
        project.readProject.disconnect(self._restore)
        project.cleared.disconnect(self._forget)

    def index_opened(self) -> None:
        """Ask what waited for this index; what waits for another waits on."""
        waiting = self._waiting
        if waiting is not None and waiting.indexes == self._indexes:
            self._waiting = None
            self._panel.filters.show_filters(waiting.filters)
            if waiting.each is not None:
                self._panel.query_section.choose({"each": waiting.each})
            self._marking.start(*waiting.examples)

    def index_failed(self, indexes: tuple[str, ...]) -> None:
        """Forget what waited for these indexes: they cannot be opened."""
        if self._waiting is not None and self._waiting.indexes == indexes:
            self._waiting = None
            self._panel.results.choose({})

    def reopen(self) -> None:
        """Open the indexes once more, as they are now, and ask in them what is shown."""
        shown = self.history.current if self._marking.confirmed else None
        self._waiting = shown or Stored(self._indexes, (), self._panel.filters.filters())
        self.indexes_asked.emit(self._indexes)

    def ask_in(self, indexes: tuple[str, ...]) -> None:
        """Ask what is shown in other indexes, which need not be open yet."""
        shown = self.history.current if self._marking.confirmed else None
        if shown is None:
            self.indexes_asked.emit(indexes)
        else:
            self._ask(dataclasses.replace(shown, indexes=indexes))

    def remember(self, hits: Hits) -> None:
        """Add a search to the history."""
        self.history.remember(hits)

    def _ask(self, search: Stored) -> None:
        self._waiting = search
        if search.indexes == self._indexes:
            self.index_opened()
        else:
            self.indexes_asked.emit(search.indexes)

    def _save(self) -> None:
        """Keep what is shown; a project that nothing was searched in is left alone."""
        searches, shown, choices = self.history.searches, None, None
        if searches:
            nothing = Stored(self._indexes, (), self._panel.filters.filters())
            shown = (self.history.current if self._marking.confirmed else None) or nothing
            choices = {name: one.choices() for name, one in self._choosing.items()}
        project_store.save(QgsProject.instance(), shown, searches, choices)

    def _restore(self) -> None:
        """Take what the project kept, open its index and ask its query again."""
        styles.speak_all()
        project = QgsProject.instance()
        for name, choices in project_store.load_choices(project).items():
            if name in self._choosing:
                self._choosing[name].choose(choices)
        self.history.replace(project_store.load_history(project))
        shown = project_store.load(project)
        if shown is not None:
            self.history.go_to(shown)
            self._ask(shown)

    def _forget(self) -> None:
        self._waiting = None
        self.history.replace(())
        self._panel.filters.show_filters(Filters())
        self._marking.clear()

    @property
    def _indexes(self) -> tuple[str, ...]:
        return self._panel.index.paths if self._panel.index else ()
