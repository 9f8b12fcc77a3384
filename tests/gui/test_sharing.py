"""Examples go to a colleague as a GeoPackage, and are found again: same index, other, raster."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication

from lookalike.plugin.export import example_files
from lookalike.tests.gui.managed import click, pick_row, rows


@pytest.fixture
def asked(opened, panel, iface, built, wait):
    """Patch 7 is wanted, another one is not."""
    managed = opened(built)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    managed.marking.mark(panel.results.model.hit(3), False)
    wait(lambda: len(managed.marking.confirmed) == 2)
    return managed


def saved(managed, iface, wait, path):
    managed.sharing.save(str(path))
    wait(lambda: any("Saved" in text for text in iface.said))
    iface.bar.clearWidgets()
    return str(path)


def signs(managed):
    return [(example.row, example.wanted) for example in managed.marking.examples]


def test_a_file_says_what_the_examples_are_and_what_made_them(asked, iface, wait, tmp_path):
    path = saved(asked, iface, wait, tmp_path / "mine.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=examples", "", "ogr")
    first, second = layer.getFeatures()
    assert [one["wanted"] for one in (first, second)] == [1, 0]
    confirmed = asked.marking.confirmed
    assert [one["id"] for one in (first, second)] == [one.id for one in confirmed]
    assert (first["label"], first["index"], first["model"]) == ("bright", "Plain", "tiny")
    centre = first.geometry().centroid().asPoint()
    assert (centre.x(), centre.y()) == pytest.approx((confirmed[0].lon, confirmed[0].lat), abs=1e-4)
    assert "model_sha256" in layer.metadata().abstract()


def test_saved_examples_are_the_same_when_loaded_again(asked, panel, iface, wait, tmp_path):
    path, before = saved(asked, iface, wait, tmp_path / "mine.gpkg"), signs(asked)
    asked.marking.clear()
    asked.sharing.load(path)
    wait(lambda: len(asked.marking.confirmed) == 2)
    assert signs(asked) == before


def test_a_file_dropped_on_the_panel_is_loaded(asked, panel, iface, wait, tmp_path):
    path, before = saved(asked, iface, wait, tmp_path / "mine.gpkg"), signs(asked)
    asked.marking.clear()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    panel.show()
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(20, 20), *how))
    QApplication.sendEvent(panel, QDropEvent(QPointF(20, 20), *how))
    wait(lambda: len(asked.marking.confirmed) == 2)
    assert signs(asked) == before


def test_loaded_examples_come_to_those_that_are_there(asked, panel, iface, wait, tmp_path):
    path, before = saved(asked, iface, wait, tmp_path / "mine.gpkg"), signs(asked)
    other = panel.results.model.hit(0)
    asked.marking.start(asked.marking.examples[0])
    asked.marking.mark(other, True)
    wait(lambda: signs(asked) == [(7, True), (other.row, True)] and asked.marking.confirmed)
    asked.sharing.load(path)
    wait(lambda: len(asked.marking.confirmed) == 3)
    assert set(signs(asked)) == {*before, (other.row, True)}


def test_another_layer_of_the_file_stays(asked, iface, wait, tmp_path):
    path = tmp_path / "mine.gpkg"
    shutil.copy(saved(asked, iface, wait, tmp_path / "first.gpkg"), path)
    asked.saving.save_hits(str(path), asked._panel.results.on_map())
    wait(lambda: any("Saved" in text for text in iface.said))
    assert QgsVectorLayer(f"{path}|layername=examples", "", "ogr").featureCount() == 2
    assert QgsVectorLayer(f"{path}|layername=similar_places", "", "ogr").isValid()


def test_in_another_index_places_are_read_from_a_raster_or_named_as_lost(
    asked, panel, iface, wait, tmp_path, opened, built_scene, archive
):
    path = saved(asked, iface, wait, tmp_path / "mine.gpkg")
    wanted, unwanted = (one.id for one in asked.marking.confirmed)
    opened(built_scene)  # that covers neither
    asked.sharing.load(path)
    wait(lambda: iface.said)
    assert wanted in iface.said[0]
    assert unwanted in iface.said[0]
    assert not asked.marking.examples
    iface.bar.clearWidgets()
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(archive / f"{wanted}.tif"), "One"))
    asked.sharing.load(path)
    wait(lambda: rows(panel))
    assert [one.wanted for one in asked.marking.examples] == [True]
    assert wanted not in iface.said[0]  # the message outlives the answer
    assert unwanted in iface.said[0]


def test_a_drawn_example_is_of_the_raster_beside_the_file(
    drawing, panel, iface, wait, tmp_path, scene
):
    click(iface)
    wait(lambda: drawing.marking.confirmed)
    away = tmp_path / "away"
    away.mkdir()
    path = saved(drawing, iface, wait, away / "drawn.gpkg")
    [kept] = example_files.load(path)
    assert kept.example.path == scene
    text = (away / "drawn.gpkg").read_bytes()  # as if it had been drawn on another machine
    gone = "/" + "x" * (len(scene) - len("/scene.tif") - 1) + "/scene.tif"
    (away / "drawn.gpkg").write_bytes(text.replace(scene.encode(), gone.encode()))
    assert example_files.load(path)[0].example.path == gone
    shutil.copy(scene, away / "scene.tif")
    assert example_files.load(path)[0].example.path == str(away / "scene.tif")


@pytest.mark.parametrize("kind", ["no file", "hits", "text"])
def test_a_file_of_something_else_is_refused_and_costs_nothing(
    asked, panel, iface, wait, tmp_path, kind
):
    before, path = signs(asked), tmp_path / "other.gpkg"
    if kind == "hits":
        asked.saving.save_hits(str(path), panel.results.on_map())
        wait(lambda: iface.said)
        iface.bar.clearWidgets()
    elif kind == "text":
        path.write_text("no table\n")
    asked.sharing.load(str(path))
    wait(lambda: iface.said)
    expected = "does not exist" if kind == "no file" else "holds no examples"
    assert expected in iface.said[0]
    assert signs(asked) == before


def test_examples_cannot_be_loaded_without_an_index(managed, panel, iface, tmp_path):
    managed.sharing.load(str(tmp_path / "any.gpkg"))
    assert "No index is open" in iface.said[0]
