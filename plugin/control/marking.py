"""The examples of the query: what the user marks, and what an answer says of them."""

from __future__ import annotations

import dataclasses
from typing import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.examples import Example, RowExample
from ..core.hits import Asked, Hit, Hits
from ..gui.examples_section import ExamplesSection, Line
from ..words import count, patches, tr


class Marking(QObject):
    """Keeps the examples; every change of them is asked at once.

    What is proposed stands until an answer confirms it or a failure takes it back.

    Signals
    -------
    changed()
        Ask with `examples`.
    emptied()
        The last example has gone.
    shown(Asked)
        The user wants to see where an example lies.
    """

    changed = pyqtSignal()
    emptied = pyqtSignal()
    shown = pyqtSignal(object)

    def __init__(self, section: ExamplesSection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self.examples: tuple[Example, ...] = ()
        self.confirmed: tuple[Asked, ...] = ()
        self._names: dict[int, str] = {}  # of rows that were marked
        section.sign_asked.connect(self._on_sign)
        section.removed.connect(self._on_removed)
        section.cleared.connect(self.clear)
        section.shown.connect(self._on_shown)

    # -- changes

    def start(self, *examples: Example) -> None:
        """Ask another query."""
        self._propose(examples)

    def take(self, example: Example, sign: bool | None) -> None:
        """Ask another query, or add to this one what is wanted (True) or unwanted (False)."""
        self._propose(self.with_example(example, sign))

    def with_example(self, example: Example, sign: bool | None) -> tuple[Example, ...]:
        """Return the examples that `take` would ask with."""
        if sign is None:
            return (example,)
        return (*self.examples, dataclasses.replace(example, wanted=sign))

    def mark(self, hit: Hit, wanted: bool) -> None:
        """Take a hit as an example."""
        self._names[hit.row] = _name(hit.id, hit.label)
        marked = RowExample(hit.row, wanted)
        others = (one for one in self.examples if getattr(one, "row", None) != hit.row)
        self._propose((*others, marked))

    def reread(self, otherwise: Callable[[Example], Example]) -> None:
        """Ask again, where drawn examples are to be read otherwise."""
        changed = tuple(map(otherwise, self.examples))
        if changed != self.examples:
            self._propose(changed)

    def show_nearest(self, hit: Hit) -> None:
        """Show the example that a hit of the last answer is nearest to."""
        self._section.list.setCurrentRow(hit.example)
        self._on_shown(hit.example)

    def clear(self) -> None:
        """Forget all examples."""
        had_any = bool(self.examples or self.confirmed)
        self.examples, self.confirmed = (), ()
        self._names.clear()
        self._show()
        if had_any:
            self.emptied.emit()

    def _propose(self, examples: tuple[Example, ...]) -> None:
        self.examples = examples
        self._show()
        if examples:
            self.changed.emit()
        else:
            self.clear()

    # -- what became of them

    def confirm(self, hits: Hits) -> bool:
        """Learn from an answer which patches the examples are; say whether it is about them."""
        if hits.request.examples != self.examples:
            return False  # of a box that is still being drawn, or overtaken
        self.confirmed = hits.asked
        self.examples = tuple(asked.by_row for asked in hits.asked)
        self._names.update({a.row: _name(a.id, a.label) for a in hits.asked if a.row is not None})
        once = _once(self.examples)
        if len(once) < len(self.examples):  # a click took what was taken before
            self._propose(once)
            return False
        self._show()
        return True

    def take_back(self) -> None:
        """Return to the examples that were last answered."""
        self.examples = tuple(asked.by_row for asked in self.confirmed)
        self._show()

    # -- the list

    def _show(self) -> None:
        self._section.show_examples([self._line(example) for example in self.examples])

    def _line(self, example: Example) -> Line:
        asked = next((a for a in self.confirmed if _same(a.by_row, example)), None)
        if isinstance(example, RowExample):
            title = self._names.get(example.row, tr("Patch {row}").format(row=example.row))
        elif asked is None:
            title = "…"
        else:
            title = title_of(asked)
        has_place = asked is not None and asked.lat == asked.lat  # not NaN
        tip = f"{asked.lat:.5f}°, {asked.lon:.5f}°" if has_place else ""
        return Line(example.wanted, title, "\n".join(filter(None, (title, tip))))

    def _on_sign(self, number: int, wanted: bool) -> None:
        changed = list(self.examples)
        if changed[number].wanted is not wanted:
            changed[number] = dataclasses.replace(changed[number], wanted=wanted)
            self._propose(tuple(changed))

    def _on_removed(self, number: int) -> None:
        self._propose((*self.examples[:number], *self.examples[number + 1 :]))

    def _on_shown(self, number: int) -> None:
        asked = next((a for a in self.confirmed if _same(a.by_row, self.examples[number])), None)
        if asked is not None:
            self.shown.emit(asked)


def title_of(asked: Asked) -> str:
    """Name an example that was answered."""
    if asked.row is not None:
        return _name(asked.id, asked.label)
    drawn = patches(len(asked.footprints))
    if asked.whole:
        number, whole = len(asked.footprints), patches(asked.whole)
        drawn = tr("{done} of {patches}").format(done=count(number), patches=whole)
    return f"{asked.place}, {drawn}"


def _same(one: Example, other: Example) -> bool:
    """Whether two examples are the same but for their sign."""
    return type(one) is type(other) and dataclasses.replace(one, wanted=other.wanted) == other


def _once(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Leave out examples that a later one repeats, of whichever sign."""
    return tuple(
        one
        for number, one in enumerate(examples)
        if not any(_same(one, later) for later in examples[number + 1 :])
    )


def _name(patch: str, label: str) -> str:
    return " · ".join(filter(None, (label, patch)))
