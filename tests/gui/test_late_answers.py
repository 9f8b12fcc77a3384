"""An answer to what was replaced, or closed, in the meantime changes nothing any more."""

from __future__ import annotations

import os
import shutil

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

from lookalike.plugin.control import library
from lookalike.plugin.control.manager import Manager
from lookalike.plugin.control.project_store import Stored
from lookalike.plugin.core.examples import PlaceExample, RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.index import Index
from lookalike.plugin.gui.area_choice import EVERYWHERE, LAYER
from lookalike.plugin.result_layers import find
from lookalike.plugin.tasks import Thumbnails
from lookalike.plugin.tasks.picture_cache import PictureCache
from lookalike.tests.gui.managed import all_answered, busy, rows, states_of


@pytest.fixture
def polygons(qgis_app):
    """A layer of the project whose polygon is around all that is indexed."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Here", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 30, 30, 60)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


# -- areas


def open_another(managed, panel):
    """Let an index be open that was asked for before the area."""
    managed.opening.opened.emit(panel.index)


def close_project(_managed, _panel):
    QgsProject.instance().clear()


def reset_filters(_managed, panel):
    panel.filters.kilometres.setValue(5)
    panel.filters.reset.click()


def choose_everywhere(_managed, panel):
    kind = panel.filters.area.kind
    kind.setCurrentIndex(kind.findData(EVERYWHERE))
    kind.activated.emit(kind.currentIndex())


@pytest.mark.parametrize("end", [open_another, close_project, reset_filters, choose_everywhere])
def test_an_area_that_is_no_longer_wanted_does_not_filter(
    opened, panel, built, polygons, wait, end
):
    managed, area = opened(built), panel.filters.area
    with busy(managed._worker):
        area.kind.setCurrentIndex(area.kind.findData(LAYER))
        area.layer.setLayer(polygons)
        end(managed, panel)
    all_answered(managed._worker, wait)
    assert panel.filters.filters() == Filters()
    assert area.kind.currentData() == EVERYWHERE
    assert not area.layer.isVisibleTo(area)


# -- indexes


def stored(index, row):
    """A query for the patch of a row, as a project remembers it."""
    lon, lat = (float(Index.open(index).column(name)[row]) for name in ("lon", "lat"))
    return Stored((str(index),), (PlaceExample(lon, lat, 300.0),), Filters())


def test_the_query_of_a_project_is_asked_though_the_last_index_is_still_being_opened(
    iface, panel, models, index_file, built, wait
):
    library.remember(index_file)
    starting = Manager(iface, panel)
    try:
        starting.memory.history.asked.emit(stored(built, 3))  # as a project does that is opened
        wait(lambda: rows(panel))
        assert panel.index.path == str(built)
        assert starting.marking.examples == (RowExample(3),)
    finally:
        starting.stop()


def test_what_waits_for_an_index_is_asked_though_another_cannot_be_opened(
    opened, panel, index_file, built, tmp_path, wait
):
    managed, broken = opened(index_file), tmp_path / "broken.h5"
    broken.write_text("no index")
    managed.open_index(str(broken))
    managed.memory.history.asked.emit(stored(built, 3))
    wait(lambda: rows(panel))
    assert managed.marking.examples == (RowExample(3),)


def test_an_index_that_was_updated_does_not_come_back_when_another_was_chosen(
    opened, panel, index_file, built, wait
):
    managed = opened(built)
    with busy(managed._worker):
        managed.open_index(index_file)
        managed.updater.updated.emit(str(built))
    wait(lambda: not managed.opening.is_busy)
    assert panel.index.path == index_file


def test_a_list_of_patches_is_of_the_index_that_is_open(opened, panel, built, index_file, wait):
    managed = opened(built)
    panel.query_section.named.trigger()
    finder = managed.query_ways.finder
    finder.line.setText("a")
    wait(lambda: finder.list.count())
    seen = []
    managed.opening.opened.connect(lambda _index: seen.append(finder.list.count()))
    managed.open_index(index_file)
    wait(lambda: finder.list.count() and panel.index.path == index_file)
    assert seen == [0]
    shown = finder.list.item(0).text()
    finder.accept()
    wait(lambda: rows(panel))
    assert managed.marking.confirmed[0].id in shown


def test_an_index_whose_map_finds_it_replaced_is_opened_as_it_is_now(
    opened, panel, iface, built, built_scene, tmp_path, wait
):
    path, other = tmp_path / "one.h5", tmp_path / "other.h5"
    shutil.copy(built, path)
    shutil.copy(built_scene, other)
    managed = opened(path)
    managed.marking.start(RowExample(3))
    panel.results.map_menu.similarity.setChecked(True)
    wait(lambda: find("similarity"))
    before = panel.index.rows
    os.replace(other, path)
    panel.results.map_menu.in_view.toggle()
    wait(lambda: panel.index.rows != before)
    assert "has changed" in iface.said[-1]


# -- rasters


def test_nothing_is_said_of_a_raster_that_was_removed(drawing, panel, scene_layer, wait):
    with busy(drawing._worker):
        drawing.map_query.look_at_raster()
        QgsProject.instance().removeMapLayer(scene_layer.id())
        said = panel.query_section.reading.text()
    all_answered(drawing._worker, wait)
    assert "No raster layer" in said
    assert panel.query_section.reading.text() == said


# -- pictures


@pytest.fixture
def replaced(built, built_scene, tmp_path):
    """An index, and the act of replacing it by one whose rows are other patches."""
    path, other = str(tmp_path / "one.h5"), tmp_path / "other.h5"
    shutil.copy(built, path)
    shutil.copy(built_scene, other)
    return path, lambda: os.replace(other, path)


@pytest.fixture
def lightness(qgis_app, wait):
    """How light pictures are, each None where it is missing."""

    def read_one(thumbnails, states, row):
        wait(lambda: thumbnails.picture(states, row) or thumbnails.is_missing(states, row))
        image = thumbnails.picture(states, row)
        return None if image is None else image.pixelColor(40, 40).lightness()

    def read(states, rows, on_disk=None, after_first=lambda: None):
        thumbnails = Thumbnails(on_disk=on_disk)
        found = [read_one(thumbnails, states, rows[0])]
        after_first()
        found += [read_one(thumbnails, states, row) for row in rows[1:]]
        thumbnails.stop()
        return found

    return read


def test_pictures_are_of_the_index_that_was_searched_and_kept_as_such(
    replaced, lightness, tmp_path
):
    path, replace = replaced
    kept = PictureCache(tmp_path / "pictures.sqlite", 1_000_000)
    before = states_of(path)
    old = lightness(before, [0, 1])
    assert lightness(before, [0, 1], kept, replace) == old
    new = lightness(states_of(path), [0, 1])
    assert abs(new[1] - old[1]) > 12
    assert lightness(states_of(path), [0, 1], kept) == new


def test_hits_of_an_index_that_was_replaced_have_no_pictures_of_the_new_one(replaced, lightness):
    path, replace = replaced
    before = states_of(path)
    replace()
    assert lightness(before, [0, 1]) == [None, None]
