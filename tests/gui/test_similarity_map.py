"""The similarity map follows the query, travels in the project and goes when it is not wanted."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton

from lookalike.plugin import layers, result_layers
from lookalike.plugin.core import similarity_map
from lookalike.plugin.core.errors import UnwritableError
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.similarity_map import Everywhere
from lookalike.plugin.export import similarity_files
from lookalike.plugin.result_layers import find
from lookalike.tests.factories import make_contents, make_index
from lookalike.tests.gui.managed import rows

BRIGHT, DARK = set(range(30)), set(range(30, 60))  # rows of the small archive


@pytest.fixture
def asked(opened, panel, wait):
    """Ask an index with a row."""

    def ask(index, row=3):
        managed = opened(index)
        managed.marking.start(RowExample(row))
        wait(lambda: rows(panel))
        return managed

    return ask


def press(panel):
    button = panel.findChild(QToolButton, "lookalikeMapMenu")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))  # not on its arrow
    return button


def most_similar(layer):
    """Rows of the footprints that are the most similar of all."""
    found = {one["row"]: one["similarity"] for one in layer.getFeatures()}
    return {row for row, value in found.items() if value == max(found.values())}


def test_footprints_are_coloured_by_similarity(asked, built, panel, wait):
    asked(built)
    press(panel)
    wait(lambda: find("similarity"))
    layer = find("similarity")
    assert isinstance(layer, QgsVectorLayer)
    assert layer.featureCount() == 60
    assert most_similar(layer) == BRIGHT
    assert layer.renderer().type() == "graduatedSymbol"
    group = QgsProject.instance().layerTreeRoot().findGroup("Lookalike")
    assert [node.layer() for node in group.findLayers()][-1] is layer  # below the hits


def test_a_scene_becomes_a_raster_in_its_own_crs(asked, built_scene, panel, wait):
    asked(built_scene)
    press(panel)
    wait(lambda: find("similarity"))
    layer = find("similarity")
    assert isinstance(layer, QgsRasterLayer)
    assert layer.crs().authid() == "EPSG:32632"
    assert layer.rasterUnitsPerPixelX() == 640
    ramp = layer.renderer().shader().rasterShaderFunction()
    assert ramp.colorRampItemList()[-1].label == "above 99.9 %"
    source, window = Index.open(built_scene).place(3)
    centre = QgsPointXY(*source.footprint(window).mean(axis=0))
    value, _ = layer.dataProvider().sample(centre, 1)
    assert value == layer.dataProvider().bandStatistics(1).maximumValue


def test_it_follows_the_query_in_the_same_layer_until_it_is_switched_off(asked, built, panel, wait):
    managed = asked(built)
    press(panel)
    wait(lambda: find("similarity"))
    layer, first = find("similarity"), find("similarity").source()
    managed.marking.start(RowExample(40))
    wait(lambda: layer.source() != first)
    assert most_similar(layer) == DARK
    assert not Path(first.split("|")[0]).exists()
    press(panel)
    assert find("similarity") is None
    assert not [one for one in QgsProject.instance().attachedFiles() if "similarity" in one]


def test_only_what_passes_the_filters_is_coloured(asked, built, panel, wait):
    asked(built)
    press(panel)
    panel.filters.labels.setCheckedItems(["dark"])
    wait(lambda: find("similarity") and find("similarity").featureCount() == 30)


def test_a_newer_query_overtakes_the_map_of_an_older_one(asked, built, panel, wait):
    managed = asked(built)
    press(panel)
    for row in (4, 5, 6, 40):
        managed.marking.start(RowExample(row))
        wait(lambda row=row: managed.marking.confirmed[0].row == row)
    wait(lambda: find("similarity") and most_similar(find("similarity")) == DARK)
    assert len([one for one in QgsProject.instance().attachedFiles() if "similarity" in one]) == 1


def look_at(managed, panel, row, factor=3):
    """Let the map show one patch, and some land around it."""
    source, window = Index.open(panel.index.path).place(row)
    managed.looking.zoom(layers.lonlat_edges(source.footprint(window), source.crs), factor)


def shown():
    layer = find("similarity")
    return {one["row"] for one in layer.getFeatures()} if layer else set()


def test_it_has_what_is_in_view_and_follows_the_view(asked, built, panel, wait):
    managed = asked(built)
    look_at(managed, panel, 3)
    press(panel)
    wait(lambda: 3 in shown())
    assert len(shown()) < 60
    assert 40 not in shown()
    look_at(managed, panel, 40)
    wait(lambda: 40 in shown())
    assert 3 not in shown()
    panel.index_section.zoom.click()
    wait(lambda: len(shown()) == 60)


def test_the_view_is_left_while_it_shows_nothing_of_the_index(asked, built, panel, wait):
    managed = asked(built)
    button = press(panel)
    wait(shown)
    managed.looking.zoom((-60, -20, -59, -19), 1)
    wait(lambda: find("similarity") is None)
    assert button.isChecked()
    panel.index_section.zoom.click()
    wait(lambda: len(shown()) == 60)


def test_switched_on_where_nothing_is_in_view_it_says_so(asked, built, panel, iface, wait):
    managed = asked(built)
    managed.looking.zoom((-60, -20, -59, -19), 1)
    press(panel)
    wait(lambda: any("no patch of the index" in text for text in iface.said))


def test_moving_makes_no_new_map_where_it_would_be_the_same(asked, built, panel, iface, wait):
    follower = asked(built).similarity_map
    press(panel)
    wait(shown)
    before = find("similarity").source()
    iface.canvas.zoomByFactor(2)
    assert follower._rest.isActive()
    wait(lambda: not follower._rest.isActive() and not follower._worker._then)
    assert find("similarity").source() == before


def test_all_of_the_index_is_there_by_choice_wherever_the_map_is(asked, built, panel, wait):
    managed = asked(built)
    look_at(managed, panel, 3)
    panel.results.map_menu.in_view.trigger()
    press(panel)
    wait(lambda: len(shown()) == 60)
    panel.results.map_menu.in_view.trigger()
    wait(lambda: 0 < len(shown()) < 60)


def test_where_it_becomes_a_raster_it_stays_in_its_place(asked, built, panel, wait, monkeypatch):
    managed = asked(built)
    press(panel)
    wait(shown)
    node = QgsProject.instance().layerTreeRoot().findLayer(find("similarity").id())
    node.setItemVisibilityChecked(False)
    find("similarity").setOpacity(0.5)
    monkeypatch.setattr(similarity_map, "MOST_FOOTPRINTS", 50)
    managed.marking.start(RowExample(40))
    wait(lambda: isinstance(find("similarity"), QgsRasterLayer))
    node = QgsProject.instance().layerTreeRoot().findLayer(find("similarity").id())
    assert not node.itemVisibilityChecked()
    assert find("similarity").opacity() == 0.5


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3832", "EPSG:32601"])
def test_a_raster_across_the_antimeridian_is_drawn_on_both_sides(qgis_app, tmp_path, crs):
    lon, lat = np.meshgrid(180 + np.arange(-40, 40) * 0.0085, np.arange(46.9, 47.1, 0.0057))
    places = {"lon": (lon.ravel() + 180) % 360 - 180, "lat": lat.ravel()}
    contents = make_contents(rows=lon.size)
    rows = {**contents.rows, **{name: one.astype("<f4") for name, one in places.items()}}
    index = make_index(dataclasses.replace(contents, rows=rows))
    path = str(tmp_path / "map.tif")
    similar = np.full(index.rows, 0.995)
    similarity_files.save_raster(path, Everywhere(index, np.arange(index.rows), similar))
    layer = QgsRasterLayer(path, "map")
    result_layers.style_similarity(layer)
    assert [drawn_at(layer, crs, lon) for lon in (179.8, 179.99, -179.99, -179.8)] == [True] * 4
    assert not any(drawn_at(layer, crs, lon) for lon in (179, -179))


def drawn_at(layer, crs, lon):
    """Whether a few pixels are painted all over at 47° north."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setOutputSize(QSize(9, 9))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setBackgroundColor(QColor("white"))
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    to_map = QgsCoordinateTransform(lonlat, settings.destinationCrs(), QgsProject.instance())
    middle = to_map.transform(QgsPointXY(lon, 47))
    side = 9e-4 if crs == "EPSG:4326" else 90
    settings.setExtent(QgsRectangle.fromCenterAndSize(middle, side, side))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return all(image.pixelColor(x, y).name() != "#ffffff" for x in range(9) for y in range(9))


def test_removing_the_layer_switches_it_off(asked, built, panel, wait):
    asked(built)
    button = press(panel)
    wait(lambda: find("similarity"))
    QgsProject.instance().removeMapLayer(find("similarity").id())
    assert not button.isChecked()


def test_without_a_query_there_is_no_map(asked, built, panel, wait):
    asked(built)
    button = press(panel)
    wait(lambda: find("similarity"))
    panel.examples.clear.click()
    assert find("similarity") is None
    assert button.isChecked()  # the next query has one


def test_a_map_that_cannot_be_written_says_why(asked, built, panel, iface, wait, monkeypatch):
    def fail(*_):
        raise UnwritableError(path="map.tif", reason="disk full")

    monkeypatch.setattr(similarity_files, "save", fail)
    asked(built)
    press(panel)
    wait(lambda: any("disk full" in text for text in iface.said))


def test_closing_in_the_middle_of_it_is_safe(asked, built, panel):
    asked(built)
    press(panel)  # and the manager stops
