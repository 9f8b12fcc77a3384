"""Texts are found wherever they go through `tr`; translations are filled in as their sources."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys

import pytest


@pytest.fixture(scope="module")
def translations(root):
    spec = importlib.util.spec_from_file_location("t", root / "scripts" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["t"] = module
    spec.loader.exec_module(module)
    return module


SOURCE = """
from .words import tr

FILES = "All files (*)"

class Thing:
    TITLE = "A title"
    OTHER = "not shown"

    def show(self, on):
        tr("One") + tr("Two"
                       " parts") + tr("On" if on else "Off") + tr(FILES) + tr(self.TITLE)
        other("Three")
"""


def test_texts_are_found_however_they_are_given(translations, tmp_path):
    path = tmp_path / "a.py"
    path.write_text(SOURCE)
    found = translations.texts([path])
    assert set(found[:6]) == {"One", "Two parts", "On", "Off", "All files (*)", "A title"}
    assert "Three" not in found
    assert "not shown" not in found


def test_sentences_of_errors_are_among_the_texts(translations):
    assert any("is not a Lookalike index" in text for text in translations.texts())


COUNTED = re.compile(r"\{(\w+)\} (patch|image|file|hit|filter|label|band|example|feature)(e?s)\b")
SEVERAL = {"most", "whole"}  # what there are more of than one


def test_what_is_counted_is_right_for_one_too(translations):
    texts = set(translations.texts())
    wrong = [
        text
        for text in texts
        for number, noun, _ in COUNTED.findall(text)
        if number not in SEVERAL and f"1 {noun}" not in texts
    ]
    assert wrong == ["This is the first of {count} files that failed."]  # said of two or more


def untranslated_facts(path):
    """Return the facts of errors that are written in English, and not said: text, f-text, or."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
            for fact in node.keywords:
                parts = [fact.value, *getattr(fact.value, "values", ())]
                if isinstance(fact.value, ast.IfExp):
                    parts = [fact.value.body, fact.value.orelse]
                for part in parts:
                    words = str(part.value) if isinstance(part, ast.Constant) else ""
                    if re.search("[a-z]{2} | [a-z]{2}", words):
                        yield f"{path.name}:{node.lineno}: {part.value}"


def test_facts_of_errors_are_translated_as_the_sentences_are(root):
    shown = [p for p in (root / "plugin").rglob("*.py") if p.name != "cli.py"]  # it is English
    assert [fact for path in shown for fact in untranslated_facts(path)] == []


def test_what_is_translated_stays_what_is_new_is_unfinished_what_is_gone_goes(
    translations, tmp_path, monkeypatch
):
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    translations.write("de", ["One", "Two\tparts\nof {it}"], {"Two\tparts\nof {it}": "Zwei {it}"})
    assert translations.read("de") == {"Two\tparts\nof {it}": "Zwei {it}"}
    translations.write("de", ["One"], {"One": "Eins"})
    assert translations.read("de") == {"One": "Eins"}


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_every_translation_is_filled_in_as_its_source(translations, language):
    known = translations.read(language)
    assert len(known) > 300
    assert translations.wrong(known) == []


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_what_begins_or_ends_with_space_does_so_in_every_language(translations, language):
    for source, text in translations.read(language).items():
        assert source.startswith(" ") == text.startswith(" "), source
        assert source.endswith(" ") == text.endswith(" "), source


def test_other_fields_are_noticed(translations):
    assert translations.wrong({"{a} of {b}": "{a} von {c}", "{a}": "{a}!"}) == ["{a} of {b}"]
