"""The interface speaks QGIS's language where there is a translation."""

from __future__ import annotations

import pytest

from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.errors import NoIndexError, TooCoarseError
from lookalike.plugin.gui.options_page import OptionsPage
from lookalike.plugin.language import Language
from lookalike.plugin.settings import Settings
from lookalike.plugin.tasks import BuildRun
from lookalike.plugin.words import tr


@pytest.fixture
def speak(qgis_app):
    """Speak a language until the test ends."""
    language = Language()
    yield language.install
    language.remove()


@pytest.mark.parametrize(
    ("locale", "word"),
    [
        ("de", "Ähnlichkeit"),
        ("de_AT", "Ähnlichkeit"),
        ("fr-CA", "Similarité"),
        ("es", "Similitud"),
        ("en_US", "Similarity"),
        ("xx", "Similarity"),
    ],
)
def test_texts_are_those_of_the_language(speak, locale, word):
    speak(locale)
    assert tr("Similarity") == word


def test_sentences_of_errors_too_with_their_facts(speak):
    speak("de")
    assert str(NoIndexError()).startswith("Kein Index ist geöffnet.")
    said = str(TooCoarseError(path="a.tif", pixel=30.0, most=20.0))
    assert said.startswith("Die Pixel von a.tif sind 30 m groß, das Modell nimmt höchstens 20 m.")


def test_a_child_is_understood_in_the_language_too(speak, wait, tmp_path, tiny_model):
    speak("de")
    said = []
    run = BuildRun(BuildRequest(str(tmp_path), str(tmp_path / "a.h5"), str(tiny_model)))
    run.failed.connect(said.append)
    run.start()
    wait(lambda: said)
    where, detail = str(said[0]).split(" wurde kein brauchbares Raster gefunden. ")
    assert where == f"In {tmp_path}"
    assert detail.startswith("Dort gibt es keine Dateien dieser Arten: img,")


def test_after_it_is_removed_all_is_as_in_the_sources(qgis_app):
    language = Language()
    language.install("fr")
    language.remove()
    assert tr("Similarity") == "Similarity"
    assert str(NoIndexError()).startswith("No index is open.")


def test_widgets_are_made_in_the_language(speak):
    speak("fr")
    page = OptionsPage(Settings())
    assert page.report.text() == "&Copier le rapport"
    page.deleteLater()
