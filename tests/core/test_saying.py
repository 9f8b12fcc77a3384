"""Core speaks the language that its process was told, without Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from lookalike.plugin.core import saying
from lookalike.plugin.core.errors import NothingToSearchError
from lookalike.plugin.core.saying import say


@pytest.fixture
def speak():
    """Speak a language until the test ends."""
    yield lambda known: saying.speak(lambda text: known.get(text, text))
    saying.speak()


def test_what_is_said_is_filled_in():
    assert say("{count} band(s)", count=3) == "3 band(s)"


def test_an_error_and_what_it_is_about_come_in_the_language(speak):
    speak({NothingToSearchError.sentence: "{name}: {reason}!", "it is empty": "leer"})
    assert str(NothingToSearchError(name="A", reason=say("it is empty"))) == "A: leer!"


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_the_file_that_qt_reads_is_read_without_qt(language):
    path = saying.path_of(f"{language}_XX")
    messages = ElementTree.parse(path.with_suffix(".ts")).getroot().iter("message")
    written = {one.findtext("source"): one.findtext("translation") for one in messages}
    known = saying.translations(path)
    assert {text: known.get(text, text) for text in written} == written


def test_a_child_speaks_the_language_of_its_parent(tmp_path):
    saying.speak(file=saying.path_of("fr"))
    try:
        variables = {**os.environ, **saying.told(), "PYTHONUTF8": "1"}
    finally:
        saying.speak()
    words = [sys.executable, "-m", "lookalike.plugin.cli", "info", str(tmp_path / "a.h5")]
    said = subprocess.run(words, env=variables, capture_output=True, encoding="utf-8")
    assert "n’existe" in said.stderr


def test_a_child_that_was_told_nothing_speaks_english(monkeypatch, tmp_path):
    monkeypatch.setenv(saying.VARIABLE, str(tmp_path / "gone.qm"))
    saying.speak_as_told()
    assert say("it is empty") == "it is empty"
