"""The panel in QGIS's own window: the first click, a query drawn, an index built."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
import qgis.utils
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from . import leftovers

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _clean_project(iface):
    """Settings as after an installation, an empty project afterwards."""
    QgsSettings().remove("lookalike")
    yield
    iface.messageBar().clearWidgets()
    QgsProject.instance().clear()


@pytest.fixture
def running(unloaded, load):
    """The plugin, loaded into settings that know nothing of it."""
    return load()


@pytest.fixture
def sampled(running, wait_until):
    """The plugin with the sample index open, over Europe."""
    if not sample().is_file():
        pytest.skip("there is no sample index in this plugin")
    wait_until(lambda: running.panel.index is not None)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    running.panel.index_section.zoom.click()
    return running


@pytest.fixture
def scene(tmp_path):
    """A raster of 320 × 320 px: dark in the west, bright in the east, no two patches alike."""
    random = np.random.default_rng(0)
    pixels = random.normal(500, 50, (3, 320, 320))
    pixels[:, :, 160:] *= 6
    pixels *= np.kron(random.uniform(0.6, 1.4, (3, 20, 20)), np.ones((16, 16)))
    path = str(tmp_path / "scene.tif")
    file = gdal.GetDriverByName("GTiff").Create(path, 320, 320, 3, gdal.GDT_UInt16)
    file.SetGeoTransform((600_000.0, 10.0, 0.0, 5_000_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    file.SetProjection(reference.ExportToWkt())
    for number, name in enumerate(("B04", "B03", "B02"), 1):
        file.GetRasterBand(number).SetDescription(name)
        file.GetRasterBand(number).WriteArray(pixels[number - 1].astype(np.uint16))
    del file
    return path


def click(iface, at=None):
    viewport = iface.mapCanvas().viewport()
    QTest.mouseClick(viewport, LEFT, NONE, at or viewport.rect().center())


def sample():
    from lookalike.plugin.folders import SAMPLE  # the package comes and goes with its plugin

    return SAMPLE


def count(plugin):
    return plugin.panel.results.model.rowCount()


def box_of_hit(rank):
    """Where the project's map has the hit of that rank."""
    project = QgsProject.instance()
    _, hits = (node.layer() for node in project.layerTreeRoot().findGroup("Lookalike").findLayers())
    place = next(hit for hit in hits.getFeatures() if hit["rank"] == rank).geometry()
    place.transform(QgsCoordinateTransform(hits.crs(), project.crs(), project))
    return place.boundingBox()


def said(iface):
    return [item.text() for item in iface.messageBar().items()]


@pytest.fixture
def edited():
    """A layer with an edit that can be undone."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "Edited", "memory")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.addFeature(QgsFeature(layer.fields()))
    yield layer
    layer.rollBack()


def test_undo_is_that_of_the_panel_while_it_has_the_focus(sampled, edited, iface, wait_until):
    from lookalike.plugin.core.examples import RowExample

    panel, marking = sampled.panel, sampled.manager.marking
    for row in (3, 40):
        marking.start(RowExample(row))
        wait_until(lambda row=row: [one.row for one in marking.confirmed] == [row])
    iface.setActiveLayer(edited)
    QApplication.setActiveWindow(iface.mainWindow())  # there is no window manager to do so
    panel.results.table.setFocus()
    QTest.keyClick(panel.results.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: [one.row for one in marking.confirmed] == [3])
    assert edited.featureCount() == 1


def test_the_panel_stands_at_the_right_and_its_button_hides_it(running, iface, wait_until):
    panel = running.panel
    assert iface.mainWindow().dockWidgetArea(panel) == Qt.DockWidgetArea.RightDockWidgetArea
    wait_until(panel.isVisible)
    running._action.trigger()
    assert not panel.isVisible()
    running._action.trigger()
    wait_until(panel.isVisible)


def test_a_closed_panel_stays_closed_the_next_time(running, load, wait_until):
    wait_until(running.panel.isVisible)
    running._action.trigger()
    assert qgis.utils.unloadPlugin("lookalike")
    assert not load().panel.isVisible()


def test_the_sample_opens_by_itself_and_a_click_finds_places_across_europe(
    sampled, iface, wait_until
):
    sampled.panel.query_section.tool.trigger()
    click(iface)
    wait_until(lambda: count(sampled) or said(iface))
    assert count(sampled) == 100, said(iface)
    group = QgsProject.instance().layerTreeRoot().findGroup("Lookalike")
    query, hits = (node.layer() for node in group.findLayers())
    assert (query.featureCount(), hits.featureCount()) == (1, 100)
    assert "21,600 patches searched in" in sampled.panel.state.text()


def test_a_double_clicked_hit_is_zoomed_to(sampled, iface, wait_until):
    sampled.panel.query_section.tool.trigger()
    click(iface)
    wait_until(lambda: count(sampled))
    table = sampled.panel.results.table
    at = table.visualRect(sampled.panel.results.model.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(table.viewport(), LEFT, NONE, at)
    shown, place = iface.mapCanvas().extent(), box_of_hit(3)
    assert shown.contains(place)
    # Not the map's scale: that depends on how large the window is.
    assert min(shown.width(), shown.height()) < 10 * max(place.width(), place.height())


def test_unloading_in_the_middle_of_a_search_leaves_nothing_behind(
    unloaded, load, iface, wait_until
):
    before = leftovers.snapshot()
    plugin = load()
    wait_until(lambda: plugin.panel.index is not None or not sample().is_file())
    plugin.panel.query_section.tool.trigger()
    plugin.panel.index_section.zoom.click()
    for _ in range(3):
        click(iface)
    assert qgis.utils.unloadPlugin("lookalike")
    QgsProject.instance().clear()
    assert leftovers.difference(before, leftovers.snapshot()) == {}


@pytest.mark.packages
def test_an_index_is_built_from_the_panel_and_a_query_drawn_on_the_scene(
    running, iface, scene, tmp_path, wait_until
):
    panel = running.panel
    panel.index_section.build.click()
    dialog = running.manager.builder._dialog
    dialog.archive.setText(scene)
    dialog.index.setFilePath(str(tmp_path / "scene.h5"))
    dialog.stride.setValue(32)
    dialog.start.click()
    wait_until(lambda: not dialog._is_running)
    assert "81 patches of 1 image indexed in scene.h5." in dialog.message.text()
    dialog.close()
    wait_until(lambda: panel.index is not None and panel.index.rows == 81)

    layer = QgsRasterLayer(scene, "Scene")
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    panel.index_section.zoom.click()
    panel.query_section.from_raster.click()
    panel.query_section.tool.trigger()
    viewport = iface.mapCanvas().viewport()
    click(iface, viewport.rect().center() - QPoint(viewport.height() // 5, 0))
    wait_until(lambda: count(running) or said(iface)[1:])
    hits = running.panel.results.model
    assert all(hits.hit(row).lon < 10.29 for row in range(10))  # west, as the query


def drawn(load, iface, scene, wait_until):
    """Load the plugin, draw a query, unload it: refer to what it was made of, and keep nothing."""
    plugin = load()
    wait_until(lambda: plugin.panel.index is not None)
    layer = QgsRasterLayer(scene, "Scene")
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().setCrs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    plugin.panel.query_section.from_raster.click()
    plugin.panel.query_section.tool.trigger()
    click(iface)
    wait_until(lambda: count(plugin) or said(iface))
    assert count(plugin) == 100, said(iface)
    session = plugin.manager.live._session
    parts = (plugin, plugin.panel, plugin.manager, plugin.upkeep, plugin.manager._worker._thread)
    examples = type(plugin.manager.marking.examples[0])
    refs = [weakref.ref(part) for part in (*parts, type(plugin.panel), examples)]
    heavy = [weakref.ref(part) for part in (session, session._model, session._model._session)]
    del session, parts
    assert qgis.utils.unloadPlugin("lookalike")
    QgsProject.instance().clear()
    return refs, heavy


@pytest.mark.packages
def test_nothing_of_a_plugin_that_is_loaded_again_lives_on(
    unloaded, load, iface, scene, wait_until
):
    if not sample().is_file():
        pytest.skip("there is no sample index in this plugin")
    refs, heavy = drawn(load, iface, scene, wait_until)
    assert [ref() for ref in heavy if ref() is not None] == []  # at once: model and runtime
    drawn(load, iface, scene, wait_until)
    leftovers.settle()
    gc.collect()
    assert [ref() for ref in refs if ref() is not None] == []


@pytest.mark.parametrize("step", ["zoom", "tool"])
def test_the_map_comes_in_place_of_the_welcome_page(step, running, iface, wait_until):
    wait_until(lambda: running.panel.index is not None or not sample().is_file())
    canvas = iface.mapCanvas()
    pages = canvas.parentWidget()
    pages.setCurrentIndex(pages.count() - 1)  # as QGIS opens
    assert not canvas.isVisible()
    if step == "zoom":
        running.panel.index_section.zoom.click()
    else:
        running.panel.query_section.tool.trigger()
    assert canvas.isVisible()


@pytest.mark.packages
def test_unloading_in_the_middle_of_a_build_leaves_no_process_behind(
    unloaded, load, scene, tmp_path, wait_until
):
    before = leftovers.snapshot()
    plugin = load()
    plugin.panel.index_section.build.click()
    dialog = plugin.manager.builder._dialog
    dialog.archive.setText(scene)
    dialog.index.setFilePath(str(tmp_path / "scene.h5"))
    dialog.stride.setValue(1)
    dialog.start.click()
    wait_until(lambda: dialog.bar.value() > 0)
    assert qgis.utils.unloadPlugin("lookalike")
    assert leftovers.difference(before, leftovers.snapshot()) == {}
