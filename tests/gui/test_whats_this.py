"""Every control explains itself: by tooltip, and by What's This."""

from __future__ import annotations

import pytest
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QLabel,
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


@pytest.fixture
def window(room):
    if isinstance(room, FirstSteps):
        pytest.skip("a part of the panel")
    room.show()
    yield room
    room.hide()


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


def spoken(control, labels):
    """What a screen reader calls a control."""
    if control.accessibleName():
        return control.accessibleName()
    buddies = (label.text() for label in labels if label.buddy() is control)
    says = control.text() if isinstance(control, QAbstractButton) else ""
    return next(buddies, says)


def is_of_qt_or_qgis(control, root):
    """Part of another control, or of one that QGIS made of several."""
    above = list(ancestors(control, root))[1:]
    composed = (*INTERACTIVE, QFrame, QgsFileWidget)
    bare = not control.objectName().startswith("lookalike")
    return bare and any(isinstance(one, composed) for one in above)


def test_every_control_has_a_name_for_who_does_not_see_its_icon(window):
    labels = window.findChildren(QLabel)
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in controls(window)
        if len(spoken(one, labels)) < 2
        and not is_of_qt_or_qgis(one, window)
        and one.objectName() != "collapseButton"
    ]
    assert nameless == []


def test_the_key_of_a_label_leads_to_something_that_takes_the_focus(room):
    led_to = [label.buddy() for label in room.findChildren(QLabel) if "&" in label.text()]
    numb = [
        one.objectName()
        for one in led_to
        if one is None or one.focusPolicy() == Qt.FocusPolicy.NoFocus
    ]
    assert numb == []
