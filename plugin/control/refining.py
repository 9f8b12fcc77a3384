"""The walk through the best unmarked hits, one after another, each new ranking at once."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.hits import NO_HITS, Hit, Hits
from ..gui.refine_bar import RefineBar
from .marking import Marking


class Refining(QObject):
    """Hands out the next hit to judge, and marks what the user says of it.

    Signals
    -------
    looked_at(Hit or None)
        The hit that is to be judged now; None: the walk has ended.
    """

    looked_at = pyqtSignal(object)

    def __init__(self, bar: RefineBar, marking: Marking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._marking = bar, marking
        self._skipped: set[int] = set()  # rows; what is marked is an example, until it is undone
        self._count = 0
        self._hits = NO_HITS
        bar.judged.connect(self._on_judged)
        bar.ended.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether the walk goes on."""
        return not self._bar.isHidden()

    def start(self) -> None:
        """Begin the walk with the best hit."""
        self._skipped.clear()
        self._count = 0
        self._next()
        self._bar.setFocus()

    def end(self) -> None:
        """End the walk; what was judged stays marked."""
        if self.is_on:
            self._bar.hide()
            self._bar.hit = None
            self.looked_at.emit(None)

    def take(self, hits: Hits | None) -> None:
        """Go on with a new ranking, or with none."""
        self._hits = hits.hits if hits else NO_HITS
        if hits is None:
            self.end()
        elif self.is_on:
            self._next()

    def retry(self) -> None:
        """Go on with the last ranking: there was no new one."""
        if self.is_on:
            self._next()

    def _next(self) -> None:
        marked = {getattr(one, "row", None) for one in self._marking.examples}
        passed = self._skipped | marked
        hit = next((hit for hit in self._hits if hit.row not in passed), None)
        self._bar.show_hit(hit, self._count)
        self.looked_at.emit(hit)

    def _on_judged(self, hit: Hit, wanted: bool | None) -> None:
        if wanted is None:
            self._skipped.add(hit.row)
            self._next()
        else:
            self._count += 1
            self._marking.mark(hit, wanted)
