"""The help pages: all links lead somewhere, all pictures are there."""

from __future__ import annotations

import re

import pytest
from qgis.PyQt.QtCore import QUrl

from lookalike.plugin import folders
from lookalike.plugin.gui.help_window import WIDEST, HelpWindow

HELP = folders.RESOURCES / "help"


@pytest.fixture
def window(qgis_app):
    window = HelpWindow(HELP / "guide.md")
    window.resize(720, 500)
    window.show()
    yield window
    window.deleteLater()


def headings(document):
    block, found = document.begin(), []
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append(block.text())
        block = block.next()
    return found


def test_it_opens_with_the_guide(window):
    assert headings(window.pages.document())[:2] == ["Lookalike", "Five steps"]
    assert not window.back.isEnabled()


def test_a_link_within_the_page_scrolls_there(window):
    window._follow(QUrl("#packages"))
    at = window.pages.cursorForPosition(window.pages.rect().topLeft()).block()
    assert window.pages.verticalScrollBar().value() > 0
    assert at.text() == "Packages" or at.next().text() == "Packages"


def test_a_link_to_a_page_opens_it_and_back_returns(window):
    window._follow(QUrl("index-format.md"))
    assert headings(window.pages.document())[0] == "The index file"
    window.back.click()
    assert headings(window.pages.document())[0] == "Lookalike"


def test_pictures_are_no_wider_than_the_window(window):
    picture = window.pages.loadResource(2, QUrl("images/europe.jpg"))
    assert picture.width() == WIDEST


@pytest.mark.parametrize("page", sorted(HELP.glob("*.md")), ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_is_there(page):
    text = page.read_text(encoding="utf-8")
    known = {"-".join(line[3:].lower().split()) for line in re.findall(r"^## .*", text, re.M)}
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith("#"):
            assert link[1:] in known, link
        elif "://" not in link:
            assert (page.parent / link.partition("#")[0]).exists(), link
