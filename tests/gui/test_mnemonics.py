"""In no language do two controls of one window share a key."""

from __future__ import annotations

from collections import Counter

import pytest
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenu

from lookalike.plugin.gui.build_dialog import BuildDialog
from lookalike.plugin.gui.index_properties import IndexProperties
from lookalike.plugin.gui.options_page import OptionsPage
from lookalike.plugin.gui.packages_dialog import PackagesDialog
from lookalike.plugin.gui.panel import Panel
from lookalike.plugin.gui.patch_finder import PatchFinder
from lookalike.plugin.gui.update_dialog import UpdateDialog
from lookalike.plugin.language import Language
from lookalike.plugin.settings import Settings

WINDOWS = {
    "panel": lambda: Panel([]),
    "build": BuildDialog,
    "packages": PackagesDialog,
    "options": lambda: OptionsPage(Settings()),
    "finder": PatchFinder,
    "properties": lambda: IndexProperties(["index.h5"]),
    "update": UpdateDialog,
}


@pytest.fixture(params=["en", "de", "es", "fr"])
def language(request, qgis_app):
    spoken = Language()
    spoken.install(request.param)
    yield
    spoken.remove()


@pytest.fixture(params=sorted(WINDOWS))
def window(request, language):
    made = WINDOWS[request.param]()
    yield made
    made.deleteLater()


def shared(texts):
    """Return the texts whose key another one has, too."""
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    return [
        text for text in texts if keys[QKeySequence.mnemonic(text).toString()] > 1 and "&" in text
    ]


def test_no_two_controls_of_a_window_share_a_key(window):
    titles = [one.text() for one in window.findChildren(QAbstractButton)]
    titles += [one.text() for one in window.findChildren(QLabel) if one.buddy() is not None]
    titles += [one.title() for one in window.findChildren(QGroupBox)]
    assert shared(titles) == []


def test_no_two_actions_of_a_menu_share_a_key(window):
    menus = [[one.text() for one in menu.actions()] for menu in window.findChildren(QMenu)]
    assert [shared(texts) for texts in menus if shared(texts)] == []
