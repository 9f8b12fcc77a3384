"""Panel, tools, worker and layers together, on real index files and a real raster."""

from __future__ import annotations

import shutil

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from lookalike.plugin.control import library, manager, map_query
from lookalike.plugin.core import build
from lookalike.plugin.core.index import Index
from lookalike.tests.core.conftest import pack_in_child
from lookalike.tests.gui.managed import click, pick_row, query, rows
from lookalike.tests.gui.test_map_tool import move, press, release

# -- index


def test_without_an_index_it_starts_and_waits(managed, panel):
    assert panel.index is None
    assert "Choose, open or build" in panel.state.text()


def test_the_last_index_opens_at_the_start(iface, panel, models, index_file, wait):
    library.remember(index_file)
    one = manager.Manager(iface, panel)
    wait(lambda: panel.index is not None)
    assert panel.index.path == index_file
    assert panel.index_section.choices.currentText() == panel.index.name
    one.stop()


def test_an_opened_index_is_remembered_once(opened, index_file):
    opened(index_file)
    opened(index_file)
    assert [choice.path for choice in library.choices()] == [index_file]
    assert QgsSettings().value(library.LAST) == index_file


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"nonsense" * 10, "is not a Lookalike index"), (None, "does not exist")],
    ids=["nonsense", "gone"],
)
def test_what_is_no_index_is_said_and_the_open_one_stays(
    opened, managed, panel, iface, index_file, tmp_path, wait, content, sentence
):
    opened(index_file)
    bad = tmp_path / "bad.h5"
    if content:
        bad.write_bytes(content)
    managed.open_index(str(bad))
    wait(lambda: iface.said)
    assert sentence in iface.said[0]
    assert panel.index.path == index_file
    assert panel.index_section.choices.currentText() == panel.index.name


def test_a_mended_error_is_taken_back_and_a_new_one_replaces_it(
    opened, managed, iface, index_file, tmp_path, wait
):
    for name in ("one.h5", "two.h5"):
        managed.open_index(str(tmp_path / name))
        wait(lambda: any(name in text for text in iface.said))  # noqa: B023
    assert len(iface.said) == 1
    opened(index_file)
    assert iface.said == []


# -- picking


def test_a_click_finds_what_is_like_the_patch_there(opened, panel, iface, built, wait):
    managed = opened(built)
    panel.query_section.tool.trigger()
    assert iface.canvas.mapTool() is managed.map_query.pick
    panel.query_section.k.setValue(20)
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    assert len(rows(panel)) == 20
    assert 7 not in rows(panel)
    assert managed.result_layers.find("hits").featureCount() == 20
    centre = query(managed)[0].geometry().boundingBox().center()
    assert centre.x() == pytest.approx(float(Index.open(built).column("lon")[7]), abs=1e-4)
    labels = {panel.results.model.hit(row).label for row in range(20)}
    assert labels == {Index.open(built).label(7)}


def test_the_patch_itself_is_listed_only_where_asked(opened, panel, iface, built, wait):
    managed = opened(built)
    panel.query_section.tool.trigger()
    click(iface, QPoint(0, 0))  # far from everything: nothing is found
    wait(lambda: iface.said)
    assert iface.said[0].startswith("No indexed patch here.")
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    assert 7 not in rows(panel)
    panel.query_section.overlapping.click()  # asks anew by itself
    wait(lambda: 7 in rows(panel))
    assert panel.results.model.hit(rows(panel).index(7)).distance == 0


def test_another_index_takes_the_hits_of_the_last_one_away(
    opened, panel, iface, built, index_file, wait
):
    managed = opened(built)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    opened(index_file)
    assert rows(panel) == []
    panel.query_section.k.setValue(5)  # there is no query to ask anew
    assert panel.state.text() != "Searching…"


def test_a_vanished_index_is_said_and_the_hits_stay(opened, panel, iface, built, tmp_path, wait):
    path = shutil.copy(built, tmp_path / "going.h5")
    managed = opened(path)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    path.unlink()
    click(iface)
    wait(lambda: iface.said)
    assert "does not exist" in iface.said[0]
    assert rows(panel)


def test_in_an_index_that_was_replaced_the_query_is_looked_up_anew(
    opened, panel, iface, growing, tiny_model, wait
):
    managed = opened(growing)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 2)
    wait(lambda: rows(panel))
    (asked,) = managed.marking.confirmed
    folder = growing.parent / "growing"
    sorted(folder.rglob("*.tif"))[0].unlink()
    request = build.BuildRequest(str(folder), str(growing), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    assert Index.open(growing).rows == 4
    panel.query_section.k.setValue(50)
    wait(lambda: panel.index.rows == 4 and rows(panel))
    assert "has changed since it was opened" in iface.said[0]
    (again,) = managed.marking.confirmed
    assert (again.id, again.row) == (asked.id, 1)


# -- drawing


def test_a_click_on_the_raster_asks_with_one_patch_there(drawing, panel, iface, wait):
    click(iface)
    wait(lambda: rows(panel))
    assert len(query(drawing)) == 1
    assert "query read as “s2”" in panel.state.text()


def test_results_follow_the_mouse_and_its_release_asks_with_all(drawing, panel, iface, wait):
    answers = []
    drawing.live.answered.connect(lambda hits, _features: answers.append(hits))
    start = QPoint(80, 80)
    press(iface.canvas, start)
    end = start
    for step in range(1, 12):
        end = start + QPoint(20 * step, 18 * step)
        move(iface.canvas, end)
        if step % 4 == 0:
            seen = len(answers)
            wait(lambda: len(answers) > seen)  # noqa: B023
            assert drawing.map_query.draw.is_drawing
    assert all(len(hits.query) <= map_query.WHILE_MOVING for hits in answers)
    release(iface.canvas, end)
    wait(lambda: answers[-1].request.examples[0].most > map_query.WHILE_MOVING)
    assert len(answers[-1].query) > map_query.WHILE_MOVING
    assert drawing.map_query.draw._band.asGeometry().isEmpty()


def test_hits_of_a_box_that_is_given_up_go_with_it(drawing, panel, iface, wait):
    draw, canvas = drawing.map_query.draw, iface.canvas
    for give_up in (
        lambda: QTest.keyClick(canvas, Qt.Key.Key_Escape),
        lambda: canvas.setMapTool(drawing.map_query.pick),
        QgsProject.instance().cleared.emit,
    ):
        canvas.setMapTool(draw)
        press(canvas, QPoint(120, 120))
        move(canvas, QPoint(280, 280))
        wait(lambda: rows(panel))
        give_up()
        assert rows(panel) == []
        draw.clear()


def test_when_a_box_is_given_up_the_hits_of_the_last_query_come_back(drawing, panel, iface, wait):
    click(iface, QPoint(150, 150))
    wait(lambda: rows(panel))
    before = rows(panel)
    press(iface.canvas, QPoint(250, 250))
    move(iface.canvas, QPoint(320, 320))
    wait(lambda: rows(panel) != before)
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    wait(lambda: rows(panel) == before)
    assert len(drawing.memory.history.searches) == 1


def test_outside_the_raster_is_said(drawing, panel, iface, wait):
    click(iface, QPoint(1, 399))
    wait(lambda: iface.said)
    assert "lies outside" in iface.said[0]


@pytest.mark.parametrize("wrong_first", [True, False])
def test_a_wrong_click_beside_a_good_one_costs_nothing(drawing, panel, iface, wait, wrong_first):
    def wrong():
        if wrong_first:
            click(iface, QPoint(1, 399))  # outside, which the worker says
        else:
            panel.query_section.selection.trigger()  # none, which is said at once

    for step in (wrong, lambda: click(iface))[:: 1 if wrong_first else -1]:
        step()
    wait(lambda: rows(panel))
    assert len(drawing.marking.confirmed) == 1
    assert panel.examples.list.count() == 1
    assert len(drawing.memory.history.searches) == 1


def test_a_layer_from_the_network_is_refused_with_a_sentence(drawing, panel, iface, wait):
    uri = "type=xyz&url=http://localhost/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0"
    tiles = QgsRasterLayer(uri, "Tiles", "wms")
    QgsProject.instance().addMapLayer(tiles)
    panel.query_section.layer.setLayer(tiles)
    assert "Tiles is not a raster file" in panel.query_section.reading.text()
    click(iface)
    wait(lambda: iface.said)
    assert "Tiles is not a raster file" in iface.said[0]


def test_without_any_raster_layer_it_says_so(drawing, panel, iface, scene_layer, wait):
    QgsProject.instance().removeMapLayer(scene_layer.id())
    click(iface)
    wait(lambda: iface.said)
    assert "No raster layer is chosen" in iface.said[0]


def test_how_the_raster_is_read_is_said_and_can_be_changed(drawing, panel, wait):
    section = panel.query_section
    wait(lambda: "“s2”" in section.reading.text())
    assert not section.reading.text().startswith("⚠")
    section.radiometry.setCurrentIndex(section.radiometry.findData("s2-offset"))
    section.radiometry.activated.emit(section.radiometry.currentIndex())
    wait(lambda: section.reading.text().startswith("⚠ Read as “s2-offset”, but the index as “s2”"))


def test_a_mismatch_is_said_beside_the_hits(drawing, panel, iface, wait):
    section = panel.query_section
    section.radiometry.setCurrentIndex(section.radiometry.findData("s2-offset"))
    click(iface)
    wait(lambda: rows(panel))
    assert panel.state.text().startswith("⚠ The query's numbers are read as “s2-offset”")


def test_an_index_of_another_model_cannot_be_drawn_for(
    opened, panel, iface, index_file, scene_layer, wait
):
    opened(index_file)
    assert "queries cannot be drawn" in panel.index_section.facts.text()
    panel.query_section.from_raster.click()
    panel.query_section.tool.trigger()
    click(iface)
    wait(lambda: iface.said)
    assert "not among the models here" in iface.said[0]


def test_changing_what_is_asked_with_changes_the_tool_in_hand(drawing, panel, iface):
    panel.query_section.from_index.click()
    assert iface.canvas.mapTool() is drawing.map_query.pick
    assert panel.query_section.tool.isChecked()
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert iface.canvas.mapTool() is None
    assert not panel.query_section.tool.isChecked()


# -- hits on the map


def test_a_selected_hit_is_marked_and_a_double_clicked_one_zoomed_to(drawing, panel, iface, wait):
    click(iface)
    wait(lambda: rows(panel))
    panel.results.table.selectRow(0)
    outline = drawing.looking.highlight._outline.asGeometry()
    assert outline.boundingBox().width() > 500
    panel.results.table.doubleClicked.emit(panel.results.model.index(0, 0))
    assert iface.canvas.scale() < 100_000
    assert iface.canvas.extent().contains(outline.boundingBox())
    click(iface)
    wait(lambda: drawing.looking.highlight._outline.asGeometry().isEmpty())


# -- the end


def test_stopping_leaves_no_thread_no_tool_and_no_item(
    iface, panel, models, index_file, monkeypatch, tmp_path
):
    monkeypatch.setattr(library, "SAMPLE", tmp_path / "none.h5")
    before = len(iface.canvas.scene().items())
    one = manager.Manager(iface, panel)
    one.open_index(index_file)
    panel.query_section.tool.trigger()
    one.stop()
    assert not one._worker.is_running
    assert iface.canvas.mapTool() is None
    assert len(iface.canvas.scene().items()) == before


def test_on_a_raster_that_does_not_name_its_bands_one_says_which_is_which(
    opened, panel, built_scene, scene, iface, wait, tmp_path
):
    named = gdal.Open(scene)
    pixels = named.ReadAsArray()
    path = str(tmp_path / "unnamed.tif")
    file = gdal.GetDriverByName("GTiff").Create(path, 640, 640, 4, gdal.GDT_UInt16)
    file.SetGeoTransform(named.GetGeoTransform())
    file.SetProjection(named.GetProjection())
    for number in range(4):
        file.GetRasterBand(number + 1).WriteArray(pixels[min(number, 2)])
    del file
    managed = opened(built_scene)
    section = panel.query_section
    layer = QgsRasterLayer(path, "Unnamed")
    QgsProject.instance().addMapLayer(layer)
    section.from_raster.click()
    section.layer.setLayer(layer)
    assert section.order.isHidden()
    wait(lambda: "say which band is which" in section.reading.text())
    assert not section.order.isHidden()
    section.order.lineEdit().setText("B04=1,B03=2,B02=3")
    section.order.lineEdit().editingFinished.emit()
    wait(lambda: section.reading.text().startswith("Read as"))
    section.tool.trigger()
    click(iface)
    wait(lambda: rows(panel))
    assert managed.marking.examples[0].bands == {"B04": 1, "B03": 2, "B02": 3}
    assert layer.customProperty("lookalike/bands")  # QGIS keeps it with the project
    found, name = rows(panel), "true colour and near infrared"
    section.order.setCurrentText(name)
    section.order.activated.emit(1)
    wait(lambda: panel.results.on_map().request.examples[0].bands == name)
    assert rows(panel) == found
    wait(lambda: section.preview.view is not None)
    section.order.setCurrentText("Level-2A")
    section.order.activated.emit(1)
    wait(lambda: section.reading.text().startswith("⚠"))
    section.order.setCurrentIndex(0)
    section.order.activated.emit(0)
    wait(lambda: "say which band is which" in section.reading.text())
