"""Five first steps at the top of the panel: a card of all, or only the one that is next.

Each ticks itself when it is done.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import tr

CLICK, LOOK, MARK, FILTER, SAVE = range(5)
DONE, OPEN = "✓", "○"


class Step(NamedTuple):
    """What is to be done, and how."""

    title: str
    how: str


def steps() -> list[Step]:
    """Return the steps in their order."""
    return [
        Step(
            tr("Search from a place"),
            tr("Press “Pick on the map”, then click near a river, a town or a forest."),
        ),
        Step(
            tr("Look at the hits"),
            tr("Click a result: the map shows its place. Double-click goes there."),
        ),
        Step(
            tr("Mark one with + or −"),
            tr("Select a hit, then press + (more like this) or − (less like this)."),
        ),
        Step(
            tr("Filter the hits"),
            tr("Unfold “Filters” below, then choose a label or draw an area."),
        ),
        Step(
            tr("Save the hits"), tr("Press the disk above the results: GeoPackage, GeoJSON, CSV.")
        ),
    ]


class FirstSteps(QFrame):
    """The card; hidden until somebody shows it.

    Attributes
    ----------
    is_folded : bool
        Whether only the next step is shown.
    reopen : QAction
        For a menu: brings the card back, with nothing ticked.

    Signals
    -------
    map_asked()
        The sample is wanted on a map to click on.
    closed()
        The user has seen enough.
    reopened()
    """

    map_asked = pyqtSignal()
    closed = pyqtSignal()
    reopened = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeFirstSteps")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._steps = steps()
        self._done: set[int] = set()
        self.is_folded = False
        self._chosen = False  # the user has folded or unfolded it
        self._title = QLabel()
        self._title.setObjectName("lookalikeFirstStepsTitle")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._lines = [QLabel() for _ in self._steps]
        for line in self._lines:
            line.setWordWrap(True)
        self._how = QLabel()
        self._how.setObjectName("lookalikeFirstStepsHow")
        self._how.setWordWrap(True)
        self._how.setIndent(self.fontMetrics().horizontalAdvance(OPEN + "  "))
        self.map = QPushButton(tr("Tr&y the sample on a map"))
        self.map.setObjectName("lookalikeFirstStepsMap")
        self.map.setToolTip(tr("Opens the sample index and zooms to it, on a map of the world"))
        self.fold_button = _button("Fold", tr("Show all first steps, or only the next"))
        self.close_button = _button("Close", tr("Close; the menu behind the wrench brings it back"))
        self.close_button.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.reopen = QAction(tr("&First steps"), self)
        self.reopen.setObjectName("lookalikeMenuFirstSteps")
        self._lay_out()
        self.map.clicked.connect(self.map_asked)
        self.fold_button.clicked.connect(self._on_fold)
        self.close_button.clicked.connect(self._on_close)
        self.reopen.triggered.connect(self._on_reopen)
        self._show()
        self.hide()

    def _lay_out(self) -> None:
        self._button = QHBoxLayout()
        self._button.addSpacing(self._how.indent())
        self._button.addWidget(self.map)
        self._button.addStretch()
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.fold_button)
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(4, 2, 4, 4)
        self._body.setSpacing(2)
        self._body.addLayout(top)
        for line in self._lines:
            self._body.addWidget(line)
        self._body.addWidget(self._how)
        self._body.addLayout(self._button)

    @property
    def current(self) -> int | None:
        """The first step that is not done; None: all are."""
        left = (number for number in range(len(self._steps)) if number not in self._done)
        return next(left, None)

    def tick(self, step: int) -> None:
        """Show that a step is done."""
        if step not in self._done:
            self._done.add(step)
            self._show()

    def make_room(self) -> None:
        """Show only the next step, unless the user wants to see all."""
        if not self._chosen:
            self.is_folded = True
            self._show()

    def _show(self) -> None:
        """Say under the current step how it is done."""
        current, folded = self.current, self.is_folded
        arrow = Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow
        self.fold_button.setArrowType(arrow)
        self._title.setText(self._heading() if folded else tr("First steps"))
        for number, (line, step) in enumerate(zip(self._lines, self._steps)):
            is_done = number in self._done
            line.setText(f"{DONE if is_done else OPEN}  {step.title}")
            line.setEnabled(not is_done)
            line.setVisible(not folded)
        self._body.removeWidget(self._how)
        self._body.removeItem(self._button)
        below = len(self._lines) if current is None else current + 1
        self._body.insertWidget(below + 1, self._how)
        self._body.insertLayout(below + 2, self._button)
        end = tr("That is all. The help pages are in the menu behind the wrench.")
        self._how.setText(end if current is None else self._steps[current].how)
        self.map.setVisible(current == CLICK)

    def _heading(self) -> str:
        """Say in a line how far the steps are done, and which one is next."""
        if self.current is None:
            return tr("First steps: all done")
        return tr("Step {number} of {all}: {title}").format(
            number=self.current + 1, all=len(self._steps), title=self._steps[self.current].title
        )

    def _on_fold(self) -> None:
        self._chosen = True
        self.is_folded = not self.is_folded
        self._show()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_reopen(self) -> None:
        self._done.clear()
        self.is_folded = False
        self._show()
        self.show()
        self.reopened.emit()


def _button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"lookalikeFirstSteps{name}")
    button.setAutoRaise(True)
    button.setToolTip(tip)
    return button
