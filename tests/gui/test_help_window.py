"""The help pages: all links lead somewhere, all pictures are there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from qgis.PyQt.QtCore import QUrl

from lookalike.plugin import folders
from lookalike.plugin.core.saying import path_of
from lookalike.plugin.gui.help_window import WIDEST, HelpWindow

HELP = folders.RESOURCES / "help"


@pytest.fixture
def window(qgis_app):
    window = HelpWindow(HELP / "guide.md")
    window.resize(720, 500)
    window.show()
    yield window
    window.deleteLater()


@pytest.fixture
def german(qgis_app):
    window = HelpWindow(HELP / "guide.md", locale="de_AT")
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


def test_pages_are_in_the_language_of_qgis_where_they_are_translated(german):
    assert headings(german.pages.document())[1] == "Fünf Schritte"
    german._follow(QUrl("panel.de.md"))
    assert headings(german.pages.document())[0] == "Das Bedienfeld, Teil für Teil"
    german._follow(QUrl("index-format.md"))
    assert headings(german.pages.document())[0] == "The index file"
    german._follow(QUrl("guide.md"))
    assert headings(german.pages.document())[1] == "Fünf Schritte"


def test_a_translated_heading_is_gone_to(german):
    german._follow(QUrl("#was-die-wörter-bedeuten"))
    assert german.pages.verticalScrollBar().value() > 0


@pytest.mark.parametrize("locale", ["en", "xx", "pt_BR"])
def test_without_a_translation_pages_are_english(qgis_app, locale):
    window = HelpWindow(HELP / "guide.md", locale=locale)
    assert headings(window.pages.document())[1] == "Five steps"
    window.deleteLater()


def parts(text, language=""):
    """Return what a page has: levels of headings, rows of tables, list items, links, pictures."""
    links = re.findall(r"\]\(([^)\s]+)\)", text.replace(f".{language}.md", ".md"))
    lines = [match.split(" ")[0] for match in re.findall(r"^(?:#+|\||-|\d\.) ", text, re.M)]
    return lines, ["#" if link.startswith("#") else link for link in links]


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@pytest.mark.parametrize("name", ["guide", "panel"])
def test_a_translated_page_has_all_that_the_english_one_has(name, language):
    english = (HELP / f"{name}.md").read_text("utf-8")
    page = (HELP / f"{name}.{language}.md").read_text("utf-8")
    assert parts(page, language) == parts(english)


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@pytest.mark.parametrize("name", ["guide", "panel"])
def test_what_a_page_calls_a_button_is_what_stands_on_it(name, language):
    shown = ElementTree.parse(path_of(language).with_suffix(".ts")).getroot().iter("translation")
    known = {(one.text or "").split("\t")[0].replace("&", "") for one in shown}
    page = (HELP / f"{name}.{language}.md").read_text("utf-8").replace("**", "")
    named = {" ".join(text.split()) for text in re.findall(r"\*([^*]+)\*", page)}
    assert len(named) > 10
    assert {text for text in named - known if "▸" not in text} == set()


@pytest.mark.parametrize("page", sorted(HELP.glob("*.md")), ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_is_there(page):
    text = page.read_text(encoding="utf-8")
    known = {"-".join(line[3:].lower().split()) for line in re.findall(r"^## .*", text, re.M)}
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith("#"):
            assert link[1:] in known, link
        elif "://" not in link:
            assert (page.parent / link.partition("#")[0]).exists(), link
