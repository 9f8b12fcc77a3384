"""Every control explains itself: by tooltip, and by What's This."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from lookalike.plugin import folders
from lookalike.plugin.gui.build_dialog import BuildDialog
from lookalike.plugin.gui.first_steps import FirstSteps
from lookalike.plugin.gui.help_window import HelpWindow
from lookalike.plugin.gui.index_properties import IndexProperties
from lookalike.plugin.gui.options_page import OptionsPage
from lookalike.plugin.gui.packages_dialog import PackagesDialog
from lookalike.plugin.gui.panel import Panel
from lookalike.plugin.gui.patch_finder import PatchFinder
from lookalike.plugin.gui.update_dialog import UpdateDialog
from lookalike.plugin.settings import Settings

INTERACTIVE = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit,
)  # fmt: skip
ROOMS = {
    "panel": lambda: Panel([]),
    "build": BuildDialog,
    "packages": PackagesDialog,
    "options": lambda: OptionsPage(Settings()),
    "help": lambda: HelpWindow(folders.RESOURCES / "help" / "guide.md"),
    "finder": PatchFinder,
    "properties": lambda: IndexProperties(["index.h5"]),
    "steps": FirstSteps,
    "update": UpdateDialog,
}


def is_explained(widget, root):
    """By itself, or by the control that it is a part of."""
    while widget is not None and widget is not root:
        if widget.toolTip() or widget.whatsThis():
            return True
        widget = widget.parentWidget() if _is_part(widget) else None
    return False


def _is_part(widget):
    return not widget.objectName().startswith("lookalike")


def controls(root):
    for widget in root.findChildren(QWidget):
        parts = (QMenu, QDialogButtonBox, QTextEdit)
        inside = any(isinstance(one, parts) for one in ancestors(widget, root))
        qts_own = widget.objectName().startswith("qt_dockwidget")
        if isinstance(widget, INTERACTIVE) and not (inside or qts_own):
            yield widget


def ancestors(widget, root):
    while widget is not None and widget is not root:
        yield widget
        widget = widget.parentWidget()


@pytest.fixture(params=sorted(ROOMS))
def room(request, qgis_app):
    made = ROOMS[request.param]()
    yield made
    made.deleteLater()


def test_every_control_explains_itself(room):
    silent = [
        f"{type(one).__name__} {one.objectName() or ancestors_named(one, room)}"
        for one in controls(room)
        if not is_explained(one, room)
    ]
    assert silent == []


def ancestors_named(widget, root):
    return " < ".join(one.objectName() for one in ancestors(widget, root) if one.objectName())


def test_whats_this_says_the_tooltip_of_what_is_under_the_mouse(qgis_app):
    panel = Panel([])
    panel.resize(360, 900)
    panel.show()
    button = panel.index_section.build
    middle = button.rect().center()
    ask = QHelpEvent(QEvent.Type.WhatsThis, middle, button.mapToGlobal(middle))
    assert QApplication.sendEvent(button, ask)
    shown = [one for one in QApplication.topLevelWidgets() if one.inherits("QWhatsThat")]
    assert len(shown) == 1
    shown[0].close()
    nowhere = QHelpEvent(QEvent.Type.QueryWhatsThis, QPoint(1, 1), panel.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(panel, nowhere)
    panel.close()
    panel.deleteLater()
