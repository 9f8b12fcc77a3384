"""The ways to ask, each by mouse or keys on the real panel and canvas, and the query's picture."""

from __future__ import annotations

import re

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lookalike.plugin import layers
from lookalike.plugin.control.pointing import WHILE_MOVING
from lookalike.plugin.core.examples import AreaExample, RowExample
from lookalike.plugin.core.index import Index
from lookalike.plugin.gui.band_order import BANDS as BAND_ORDER
from lookalike.tests.gui.managed import CENTRE, click, query, rows
from lookalike.tests.gui.test_map_tool import move
from lookalike.tests.rasters import TRANSFORM, write_raster

X, Y = TRANSFORM[0], TRANSFORM[3]  # top left corner of the scene
BANDS = ("B04", "B03", "B02")


@pytest.fixture
def asked(opened, built_scene, panel):
    """A manager on the index of the scene, and what its last answer was asked with."""
    managed = opened(built_scene)
    managed.heard = []
    managed.live.answered.connect(lambda hits, _features: managed.heard.append(hits))
    return managed


@pytest.fixture
def on_raster(asked, panel, scene_layer):
    panel.query_section.from_raster.click()
    return asked


@pytest.fixture
def drop(panel):
    """Drop files on the panel."""

    def drop(*paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = (
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(panel, QDragEnterEvent(QPoint(9, 9), *how))
        QApplication.sendEvent(panel, QDropEvent(QPointF(9, 9), *how))

    return drop


def choose(panel, way):
    """Choose a way from the button's menu by key."""
    menu, actions = panel.query_section.ways.menu(), panel.query_section.ways.menu().actions()

    def press():
        menu.setActiveAction(actions[actions.index(way)])
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, press)
    QTest.keyClick(panel.query_section.ways, Qt.Key.Key_Down)


def draw_triangle(iface):
    """Click three corners; the last one twice."""
    corners = [CENTRE + QPoint(-90, -90), CENTRE + QPoint(90, -90), CENTRE + QPoint(-90, 90)]
    for corner in corners:
        move(iface.canvas, corner)
        click(iface, corner)
    QTest.mouseDClick(
        iface.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner
    )


def vector(kind, *wkts, crs="EPSG:32632"):
    """A layer of the project, all of its features selected."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "Places", "memory")
    features = []
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.selectAll()
    QgsProject.instance().addMapLayer(layer)
    return layer


def rectangle(x, y, side):
    return QgsGeometry.fromRect(QgsRectangle(x, y - side, x + side, y)).asWkt()


# -- the button


def test_the_button_shows_the_way_that_was_chosen_and_does_it_again(asked, panel, wait):
    section = panel.query_section
    assert section.ways.defaultAction() is section.tool
    choose(panel, section.centre)
    wait(lambda: len(asked.heard) == 1)
    assert section.ways.defaultAction() is section.centre
    QTest.keyClick(section.ways, Qt.Key.Key_Space)
    wait(lambda: len(asked.heard) == 2)


def test_every_way_says_what_it_is(panel):
    for way in panel.query_section.ways.menu().actions():
        assert way.text()
        assert "Shift" in way.toolTip()
        assert not way.icon().isNull()


# -- on the map


def test_a_polygon_asks_while_it_is_drawn_and_with_all_its_patches_at_last(
    on_raster, panel, iface, wait
):
    choose(panel, panel.query_section.polygon)
    assert iface.canvas.mapTool() is on_raster.map_query.polygon
    draw_triangle(iface)
    wait(lambda: on_raster.marking.confirmed)
    [asked] = on_raster.marking.confirmed
    assert asked.example.most > WHILE_MOVING
    assert len(asked.footprints) > 4
    corners = np.array([one.corners.mean(axis=0) for one in asked.footprints])
    assert (corners[:, 0] - X + Y - corners[:, 1] < 7_500).all()  # the upper left half
    first = on_raster.heard[0].request.examples[0]
    assert first.outline is not None


def test_a_polygon_asks_with_indexed_patches_where_no_raster_is_chosen(asked, panel, iface, wait):
    choose(panel, panel.query_section.polygon)
    draw_triangle(iface)
    wait(lambda: asked.marking.confirmed)
    [one] = asked.marking.confirmed
    assert isinstance(one.example, AreaExample)
    assert len(one.footprints) > 4
    assert len(query(asked)) == len(one.footprints)
    assert f"{len(one.footprints)} patches" in panel.examples.list.item(0).text()


def test_esc_takes_the_corners_back_before_it_leaves_the_tool(asked, panel, iface):
    panel.query_section.polygon.trigger()
    click(iface)
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert iface.canvas.mapTool() is asked.map_query.polygon
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert iface.canvas.mapTool() is None
    assert not panel.query_section.polygon.isChecked()


def test_the_centre_of_the_map_is_one_patch_of_the_raster(on_raster, panel, iface, wait):
    panel.query_section.centre.trigger()
    wait(lambda: rows(panel))
    [patch] = query(on_raster)
    lonlat = layers.lonlat_box(
        QgsRectangle(iface.canvas.center(), iface.canvas.center()),
        iface.canvas.mapSettings().destinationCrs(),
    )
    centre = patch.geometry().boundingBox().center()
    assert (centre.x(), centre.y()) == pytest.approx(lonlat[:2], abs=2e-4)


def test_the_centre_of_the_map_is_the_nearest_indexed_patch(asked, panel, wait):
    panel.query_section.centre.trigger()
    wait(lambda: rows(panel))
    assert isinstance(asked.marking.examples[0], RowExample)


# -- selected features


def test_selected_polygons_ask_with_the_patches_under_them(on_raster, panel, iface, wait):
    layer = vector("Polygon", rectangle(X, Y, 1_280), rectangle(X + 3_840, Y, 1_280))
    iface.canvas.setCurrentLayer(layer)
    panel.query_section.selection.trigger()
    wait(lambda: rows(panel))
    assert len(query(on_raster)) == 8


def test_selected_points_of_the_only_layer_with_a_selection_ask(asked, panel, wait):
    index = Index.open(panel.index.path)
    places = [(float(index.column("lon")[row]), float(index.column("lat")[row])) for row in (3, 40)]
    vector("Point", *(f"Point ({lon} {lat})" for lon, lat in places), crs="EPSG:4326")
    panel.query_section.selection.trigger()
    wait(lambda: rows(panel))
    assert len(query(asked)) == 2
    assert not {3, 40} & set(rows(panel))


def test_without_a_selection_it_says_what_to_select(asked, panel, iface):
    vector("LineString", "LineString (0 0, 1 1)")
    panel.query_section.selection.trigger()
    assert "No polygons or points are selected" in iface.said[0]


def test_the_patches_of_a_query_ask_together_or_each_for_itself(on_raster, panel, iface, wait):
    section = panel.query_section
    vector("Point", f"Point ({X + 1000} {Y - 1000})", f"Point ({X + 5000} {Y - 1000})")
    section.selection.trigger()
    wait(lambda: on_raster.heard)
    assert not on_raster.heard[-1].request.each
    QTest.keyClick(section.together, Qt.Key.Key_Down)
    wait(lambda: len(on_raster.heard) > 1)
    hits = on_raster.heard[-1]
    assert hits.request.each
    east = [hit.footprint[0, 0] > X + 3_200 for hit in hits.hits[:10]]
    assert {True, False} == set(east)  # like the dark one, and like the bright one


# -- images


@pytest.fixture
def picture(tmp_path):
    """A bright image without a place on the Earth, its numbers with baseline 04.00's offset."""
    pixels = np.random.default_rng(0).normal(4_000, 300, (3, 64, 64)).astype(np.uint16)
    return write_raster(tmp_path / "field.tif", pixels, transform=None, crs="", descriptions=BANDS)


def test_a_dropped_image_asks_and_its_reading_can_be_changed(asked, panel, drop, picture, wait):
    drop(picture)
    wait(lambda: rows(panel))
    assert "field, 1 patch" in panel.examples.list.item(0).text()
    assert "below 1000" in panel.state.text()
    section = panel.query_section
    assert section.draws
    wait(lambda: section.preview.view is not None)
    before = rows(panel)
    for _ in range(section.radiometry.findData("s2-offset")):
        QTest.keyClick(section.radiometry, Qt.Key.Key_Down)
    wait(lambda: asked.heard[-1].reading == "s2-offset")
    assert "below 1000" not in panel.state.text()
    assert sorted(rows(panel)) == sorted(before)  # all of the index


def test_a_dropped_image_has_the_bands_that_were_said_on_the_map(
    asked, panel, drop, iface, tmp_path, wait
):
    pixels = np.random.default_rng(0).normal(1_000, 300, (3, 64, 64)).astype(np.uint16)
    path = str(write_raster(tmp_path / "unnamed.tif", pixels))
    drop(path)
    wait(lambda: iface.said)
    assert "say which band is which" in iface.said[0]
    layer = QgsRasterLayer(path, "Unnamed")
    QgsProject.instance().addMapLayer(layer)
    layer.setCustomProperty(BAND_ORDER, "B04=3,B03=2,B02=1")
    drop(path)
    wait(lambda: asked.heard)
    assert asked.heard[-1].request.examples[0].bands == {"B04": 3, "B03": 2, "B02": 1}


def test_several_dropped_images_are_all_wanted(asked, panel, drop, picture, scene, wait):
    drop(picture, scene)
    wait(lambda: len(asked.marking.confirmed) == 2)
    assert all(one.example.wanted for one in asked.marking.confirmed)


def test_a_dropped_file_that_is_no_image_is_said(asked, panel, drop, iface, tmp_path, wait):
    path = tmp_path / "a.txt"
    path.write_text("words")
    drop(path)
    wait(lambda: iface.said)
    assert "Cannot read the raster" in iface.said[0]
    assert panel.examples.list.count() == 0


# -- names


def test_a_patch_is_found_by_its_name_and_asked_with_by_enter(asked, panel, wait):
    panel.query_section.named.trigger()
    finder = asked.query_ways.finder
    name = "SCENE@64,"
    QTest.keyClicks(finder.line, name)
    wait(lambda: finder.list.count() > 1)
    assert all("scene@64," in finder.list.item(n).text() for n in range(finder.list.count()))
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    chosen = finder.list.currentItem()
    row = chosen.data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    wait(lambda: rows(panel))
    assert asked.marking.examples == (RowExample(row),)


def test_a_name_that_no_patch_has_is_said(asked, panel, wait):
    panel.query_section.named.trigger()
    finder = asked.query_ways.finder
    QTest.keyClicks(finder.line, "nowhere")
    wait(lambda: "No patch" in finder.said.text())
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert finder.isVisible()
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert asked.query_ways.finder is None


# -- the picture of the query


def test_the_picture_follows_the_query_and_goes_with_it(on_raster, panel, iface, wait):
    preview = panel.query_section.preview
    assert preview.view is None
    panel.query_section.tool.trigger()
    click(iface)
    wait(lambda: preview.view is not None)
    assert np.allclose(preview.view.patches, [[(0, 0), (1, 0), (1, 1), (0, 1)]])
    assert re.search(r"scene \(.*\), 1 patch", preview.toolTip())
    panel.examples.clear.click()
    wait(lambda: preview.view is None)


def test_an_indexed_patch_without_its_image_has_no_picture(opened, panel, index_file, wait):
    managed, heard = opened(index_file), []
    managed.query_view.picture.ready.connect(heard.append)
    panel.query_section.centre.trigger()
    wait(lambda: heard)
    assert panel.query_section.preview.view is None
