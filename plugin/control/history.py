"""The searches of a project, to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.hits import Hits
from ..gui.history_buttons import HistoryButtons
from ..words import count, index_title, tr
from .project_store import Stored, stored_of

MOST = 50


class History(QObject):
    """A list of searches, and the place in it where the user stands.

    Signals
    -------
    asked(Stored)
        A search is to be asked again.
    """

    asked = pyqtSignal(object)

    def __init__(self, buttons: HistoryButtons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self.searches: list[Stored] = []
        self._at = 0  # one past the last: nothing of it is shown
        self._going_to: int | None = None  # an earlier search that is being asked again
        buttons.undo_asked.connect(self._back)
        buttons.redo_asked.connect(self._forward)
        buttons.chosen.connect(self._go_to)
        self._show()

    @property
    def current(self) -> Stored | None:
        """The search that is shown."""
        return self.searches[self._at] if self._at < len(self.searches) else None

    def remember(self, hits: Hits) -> None:
        """Add what was searched, unless it is what is shown already."""
        search = stored_of(hits, title_of(hits))
        again, self._going_to = self._going_to, None
        if again is not None and search == self.searches[again]:
            self._at = again
        if search == self.current:
            self.searches[self._at] = search  # with its newest title
        else:
            self.searches = [*self.searches, search][-MOST:]
            self._at = len(self.searches) - 1
        self._show()

    def leave(self) -> None:
        """Nothing of it is shown any more; one step back brings the last search."""
        self._at = len(self.searches)
        self._show()

    def replace(self, searches: Sequence[Stored]) -> None:
        """Take the searches of another project."""
        self.searches = list(searches)[-MOST:]
        self._going_to = None
        self.leave()

    def go_to(self, search: Stored) -> None:
        """Say that a search is going to be asked again by somebody else."""
        if search in self.searches:
            self._going_to = len(self.searches) - 1 - self.searches[::-1].index(search)

    def _back(self) -> None:
        self._go_to(self._at - 1)

    def _forward(self) -> None:
        self._go_to(self._at + 1)

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self.searches):
            self._at = self._going_to = number
            self._show()
            self.asked.emit(self.searches[number])

    def _show(self) -> None:
        self._buttons.show_searches([one.title for one in self.searches], self._at)


def title_of(hits: Hits) -> str:
    """Name a search for people: its first wanted example, its index, and what else it has."""
    first = next((one for one in hits.asked if one.example.wanted), hits.asked[0])
    words = [first.place, index_title(hits.index_name)]
    wanted = sum(one.example.wanted for one in hits.asked)
    if len(hits.asked) > 1:
        words.append(f"+{wanted} −{len(hits.asked) - wanted}")
    if hits.each:
        words.append(tr("each for itself"))
    if active := hits.request.filters.active:
        words.append(tr("filters: {count}").format(count=count(active)))
    return " · ".join(dict.fromkeys(words))
