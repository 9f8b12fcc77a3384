"""Legends and names of layers are in the language of now; what the user wrote stays."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from lookalike.plugin import layers, styles
from lookalike.plugin.export import footprints
from lookalike.plugin.language import Language


@pytest.fixture
def speak(qgis_app):
    """Speak another language, also in the middle of a test, until it ends."""
    spoken = [Language()]

    def change(locale):
        spoken.pop().remove()
        spoken.append(Language())
        spoken[0].install(locale)

    yield change
    spoken[0].remove()


def hits():
    return layers.new_layer("hits", styles.name_of("hits"), layers.FIELDS)


def legend(layer):
    """Words of the legend as QGIS's layer tree shows them."""
    if isinstance(layer, QgsVectorLayer):
        return [item.label() for item in layer.renderer().legendSymbolItems()]
    return [word for word, _ in layer.renderer().legendSymbologyItems()]


def test_hits_have_classes_in_the_language_with_its_numbers(speak):
    speak("de")
    assert legend(hits())[0] == "unter 90 %"
    assert legend(hits())[-1].startswith("über 99")


def test_examples_are_wanted_and_unwanted_in_the_language(speak):
    speak("fr")
    words = legend(layers.new_layer("query", "", layers.QUERY_FIELDS))
    assert len(words) == 2
    assert not {"wanted", "unwanted"} & set(words)


@pytest.mark.parametrize("kind", ["raster", "footprints"])
def test_a_similarity_map_too(speak, scene, kind):
    speak("es")
    memory = QgsVectorLayer("Polygon?crs=EPSG:4326&field=similarity:double", "", "memory")
    layer = QgsRasterLayer(scene, "") if kind == "raster" else memory
    styles.style(layer, f"similarity-{kind}")
    assert len(legend(layer)) == 6
    assert not any("below" in word or " to " in word or "above" in word for word in legend(layer))


def test_labels_of_footprints_are_data_and_stay(speak):
    speak("de")
    layer = layers.new_layer("footprints", "", footprints.FIELDS)
    footprints.style(layer, ["wanted", "1"])
    assert legend(layer)[:2] == ["wanted", "1"]
    assert legend(layer)[2] != "no label"


def test_in_english_nothing_is_changed():
    assert legend(hits()) == [
        "below 90 %", "90 to 99 %", "99 to 99.9 %", "99.9 to 99.99 %", "above 99.99 %"
    ]  # fmt: skip


def test_a_project_of_another_language_is_shown_in_that_of_now(speak, tmp_path):
    project = QgsProject.instance()
    speak("de")
    for layer in (hits(), hits()):
        project.addMapLayer(layer)
    layer.setName("Meine Orte")
    layer.renderer().updateRangeLabel(0, "kaum ähnlich")
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    speak("en")
    assert project.read(path)
    styles.speak_all()
    found = {one.name(): legend(one) for one in project.mapLayers().values()}
    assert set(found) == {"Similar places", "Meine Orte"}
    assert found["Similar places"][:2] == ["below 90 %", "90 to 99 %"]
    assert found["Meine Orte"][:2] == ["kaum ähnlich", "90 to 99 %"]
