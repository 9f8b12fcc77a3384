"""Every widget of the plugin on Qt 6: shown as wide as a dock, painted, and clicked all over."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest
from PyQt6 import sip
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction, QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from lookalike.plugin import gui
from lookalike.plugin.folders import RESOURCES
from lookalike.plugin.gui.panel import Panel
from lookalike.plugin.settings import Settings
from lookalike.tests.gui.made import SUMMARY, make_hits

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KEYS = [Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Return]

#: What a widget is made with, where it needs anything.
ARGUMENTS = {
    "HelpWindow": lambda: (RESOURCES / "help" / "index.md",),
    "HitsGrid": lambda: (Panel([]).results.model,),
    "HitsTable": lambda: (Panel([]).results.model,),
    "IndexPage": lambda: (SUMMARY.path,),
    "IndexProperties": lambda: ([SUMMARY.path],),
    "MissingPackages": lambda: ("{names} is missing.",),
    "OptionsPage": lambda: (Settings(),),
    "Panel": lambda: ([],),
    "Upper": lambda: (QLineEdit(), QLineEdit()),
    "WaysButton": lambda: ([QAction("Draw"), QAction("Pick")],),
}


def widgets():
    """All classes of widgets that the modules of `gui` define and show to others."""
    for module in pkgutil.iter_modules(gui.__path__, f"{gui.__name__}."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            own = inspect.isclass(thing) and thing.__module__ == module.name
            if own and issubclass(thing, QWidget) and not name.startswith("_"):
                yield thing


def show(widget):
    widget.resize(360, 900)
    widget.show()
    QApplication.processEvents()


def click_all_over(widget):
    """Use each control that a user could use now, and paint what comes of it."""
    for part in [widget, *widget.findChildren(QWidget)]:
        if not sip.isdeleted(part) and part.isVisible() and part.isEnabled():
            use(part)
            QApplication.processEvents()
    if not sip.isdeleted(widget):
        widget.grab()


def use(part):
    middle = part.rect().center()
    if isinstance(part, QComboBox):
        for number in range(part.count()):
            part.setCurrentIndex(number)
    elif isinstance(part, QAbstractSpinBox):
        part.stepBy(1)
    elif isinstance(part, QLineEdit):
        QTest.keyClicks(part, "a")
    elif isinstance(part, QAbstractItemView):
        QTest.mouseClick(part.viewport(), LEFT, NONE, QPoint(20, 20))
        for key in KEYS:
            QTest.keyClick(part, key)
    else:
        QTest.mouseMove(part, middle)
        QTest.mouseClick(part, LEFT, NONE, QPoint(8, 8) if is_check(part) else middle)
    if not sip.isdeleted(part):
        QTest.keyClick(part, Qt.Key.Key_Menu)


def is_check(part):
    return isinstance(part, QAbstractButton) and part.isCheckable()


@pytest.mark.parametrize("kind", list(widgets()), ids=lambda kind: kind.__name__)
def test_a_widget_is_shown_painted_and_clicked_all_over(application, kind):
    make_arguments = ARGUMENTS.get(kind.__name__, tuple)
    widget = kind(*make_arguments())
    show(widget)
    assert not widget.grab().isNull()
    click_all_over(widget)


@pytest.fixture
def panel(application):
    panel = Panel([])
    panel.show_index(SUMMARY)
    panel.results.show_pictures(RedPictures())
    panel.show_hits(make_hits(30))
    show(panel)
    return panel


class RedPictures:
    """A red picture for every hit but those of even rank, which have none."""

    def picture(self, hit):
        image = QImage(64, 64, QImage.Format.Format_RGB888)
        image.fill(Qt.GlobalColor.red)
        return image if hit.rank % 2 else None

    def is_missing(self, hit):
        return hit.rank % 2 == 0


@pytest.mark.parametrize("as_grid", [False, True])
def test_the_panel_with_hits_is_clicked_all_over(panel, as_grid):
    panel.results.as_grid.setChecked(as_grid)
    click_all_over(panel)


@pytest.mark.parametrize("as_grid", [False, True])
def test_keys_mark_hits(panel, as_grid):
    panel.results.as_grid.setChecked(as_grid)
    view = panel.results.grid if as_grid else panel.results.table
    told = []
    panel.results.actions.marked.connect(lambda *what: told.append(what))
    view.setCurrentIndex(view.model().index(2, 0))
    QTest.keyClicks(view, "+-")
    assert [wanted for *_, wanted in told] == [True, False]


def test_the_threshold_is_dragged(panel):
    histogram = panel.results.histogram
    right = QPoint(histogram.width() - 4, histogram.height() // 2)
    QTest.mousePress(histogram, LEFT, NONE, right)
    QTest.mouseMove(histogram, QPoint(histogram.width() // 2, right.y()))
    QTest.mouseRelease(histogram, LEFT, NONE, QPoint(histogram.width() // 2, right.y()))
    assert 0 < histogram.count < 30
