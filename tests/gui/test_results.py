"""Hits as table and pictures, the histogram and its threshold, keys and menus."""

from __future__ import annotations

import shutil
import time

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.gui.hits_grid import picture_rect, sign_rect
from lookalike.plugin.gui.hits_model import DIMMED, PICTURE
from lookalike.plugin.gui.results_section import ResultsSection
from lookalike.plugin.tasks import Thumbnails
from lookalike.tests.gui.made import make_asked, make_hit, make_hits
from lookalike.tests.gui.managed import pick_row, rows, states_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class RedPictures:
    """A red picture for every hit but those of even rank, which have none."""

    def picture(self, hit):
        if hit.rank % 2 == 0:
            return None
        image = QImage(64, 64, QImage.Format.Format_RGB888)
        image.fill(QColor(255, 0, 0))
        return image

    def is_missing(self, hit):
        return hit.rank % 2 == 0


@pytest.fixture
def results(qgis_app):
    section = ResultsSection()
    section.show_pictures(RedPictures())
    section.resize(348, 600)
    section.show_hits(make_hits(30))
    section.show()
    yield section
    section.close()


@pytest.fixture
def pictures(results):
    results.as_grid.click()
    return results


def told(signal):
    seen = []
    signal.connect(lambda *what: seen.append(what[0] if len(what) == 1 else what))
    return seen


def place(section, row):
    view = section._view
    return view.visualRect(section.model.index(row, 0)).center()


# -- two views


def is_seen(section, row):
    return section._view.viewport().rect().contains(place(section, row))


def test_a_hit_far_down_is_gone_to_though_the_pictures_are_laid_out_bit_by_bit(results, wait):
    results.show_hits(make_hits(3_000))
    results.table.selectRow(2_900)
    results.as_grid.click()
    assert is_seen(results, 2_900)
    results.grid.setCurrentIndex(results.model.index(1_700, 0))
    assert is_seen(results, 1_700)


def test_many_pictures_are_all_laid_out_and_stay_in_sight_where_the_panel_is_resized(results, wait):
    results.show_hits(make_hits(3_000))
    results.as_grid.click()
    assert is_seen(results, 0)
    wait(lambda: not results.grid.visualRect(results.model.index(2_999, 0)).isEmpty())
    results.grid.scrollToBottom()
    assert is_seen(results, 2_999)
    results.resize(360, 640)
    QTest.qWait(50)
    assert is_seen(results, 2_999)
    results.show_hits(make_hits(2_000))
    assert is_seen(results, 0)


def test_pictures_show_the_same_hits_and_the_choice_is_remembered(pictures):
    assert pictures.grid.isVisible()
    assert not pictures.table.isVisible()
    assert ResultsSection().as_grid.isChecked()


def test_the_current_hit_stays_so_in_the_other_view(results):
    results.table.selectRow(4)
    results.as_grid.click()
    assert results.grid.currentIndex().row() == 4
    results.as_grid.click()
    assert results.current.rank == 5


def test_three_pictures_stand_side_by_side_in_360_pixels(pictures):
    tops = [pictures.grid.visualRect(pictures.model.index(row, 0)).top() for row in range(4)]
    assert tops[0] == tops[1] == tops[2] < tops[3]


def test_a_picture_or_a_placeholder_is_painted(pictures):
    image = pictures.grid.viewport().grab().toImage()
    cell = pictures.grid.visualRect(pictures.model.index(0, 0))
    red = image.pixelColor(picture_rect(cell).center())
    assert (red.red(), red.green()) == (255, 0)
    centre = pictures.grid.visualRect(pictures.model.index(1, 0)).center() + QPoint(20, 0)
    assert image.pixelColor(centre).red() != 255 or image.pixelColor(centre).green() > 0


# -- mouse


@pytest.mark.parametrize("as_grid", [False, True], ids=["table", "pictures"])
def test_hovering_lights_clicking_looks_and_double_clicking_goes(results, as_grid):
    results.as_grid.setChecked(as_grid)
    view = results._view
    hovered, clicked = told(results.hit_hovered), told(results.hit_clicked)
    gone_to = told(results.hit_activated)
    QTest.mouseMove(view.viewport(), place(results, 2))
    view.entered.emit(results.model.index(2, 0))
    QTest.mouseClick(view.viewport(), LEFT, NONE, place(results, 1))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place(results, 1))
    QApplication.sendEvent(view.viewport(), _leave())
    assert hovered[-2].rank == 3
    assert hovered[-1] is None
    assert clicked[0].rank == 2
    assert gone_to[0].rank == 2


def _leave():
    from qgis.PyQt.QtCore import QEvent

    return QEvent(QEvent.Type.Leave)


@pytest.mark.parametrize("wanted", [True, False])
def test_plus_and_minus_on_a_picture_mark_it_and_select_nothing(pictures, wanted):
    marked, clicked = told(pictures.actions.marked), told(pictures.hit_clicked)
    cell = pictures.grid.visualRect(pictures.model.index(3, 0))
    at = sign_rect(picture_rect(cell), wanted).center()
    QTest.mouseClick(pictures.grid.viewport(), LEFT, NONE, at)
    assert [(hit.rank, sign) for hit, sign in marked] == [(4, wanted)]
    assert clicked == []


# -- keys


def test_ctrl_down_and_up_go_on_to_the_next_hit_and_back(results):
    looked = told(results.hit_clicked)
    for _ in range(3):
        results.next()
    results.previous()
    assert [hit.rank for hit in looked] == [1, 2, 3, 2]
    assert results.current.rank == 2


def test_past_the_last_hit_there_is_none(results):
    results.table.selectRow(29)
    results.next()
    assert results.current.rank == 30


def test_keys_mark_and_go_in_both_views(pictures):
    marked, gone_to = told(pictures.actions.marked), told(pictures.hit_activated)
    pictures.grid.setCurrentIndex(pictures.model.index(5, 0))
    QTest.keyClicks(pictures.grid, "-")
    QTest.keyClick(pictures.grid, Qt.Key.Key_Return)
    assert [(hit.rank, sign) for hit, sign in marked] == [(6, False)]
    assert gone_to[0].rank == 6


# -- menu


def test_the_menu_is_about_the_hit_that_is_current(results):
    copied, asked = told(results.actions.copied), told(results.actions.asked_with)
    assert not results.actions.copy.isEnabled()
    results.table.selectRow(7)
    results.actions.copy.trigger()
    results.actions.query.trigger()
    assert (copied[0].rank, asked[0].rank) == (8, 8)
    results.show_hits(make_hits(2))
    assert not results.actions.copy.isEnabled()


# -- histogram


def test_all_hits_are_on_the_map_until_the_threshold_is_dragged(results):
    counts = told(results.histogram.count_changed)
    assert (results.histogram.count, results.reach.text()) == (30, "all on the map")
    middle = results.histogram.rect().center()
    QTest.mousePress(results.histogram, LEFT, NONE, middle)
    assert counts[-1] == results.histogram.count == 15
    assert results.reach.text() == "15 of 30 on the map"
    assert [results.model.index(row, 0).data(DIMMED) for row in (14, 15)] == [False, True]
    QTest.mouseDClick(results.histogram, LEFT, NONE, middle)
    assert counts[-1] == 30


def test_arrow_keys_move_the_threshold_by_one_hit_and_home_and_end_to_its_ends(results):
    QTest.keyClick(results.histogram, Qt.Key.Key_Left)
    QTest.keyClick(results.histogram, Qt.Key.Key_Left)
    assert results.histogram.count == 28
    QTest.keyClick(results.histogram, Qt.Key.Key_Home)
    assert results.histogram.count == 1
    QTest.keyClick(results.histogram, Qt.Key.Key_End)
    assert results.histogram.count == 30


def test_the_threshold_stays_while_marks_change_and_goes_with_another_query(results):
    results.histogram.show_count(10)  # up to 10.25 bits
    marks = (make_asked(), make_asked(RowExample(5, False)))
    results.show_hits(make_hits(20, asked=marks))
    assert results.histogram.count == 10
    results.show_hits(make_hits(20, asked=(make_asked(RowExample(2)),)))
    assert results.histogram.count == 20


@pytest.mark.parametrize("scores", [(3.0,), (3.0, 3.0, 3.0), ()])
def test_equal_distances_one_hit_and_none_are_painted(results, scores):
    hits = tuple(make_hit(n, score=score) for n, score in enumerate(scores, 1))
    results.show_hits(make_hits(hits=hits))
    results.histogram.show()
    assert not results.histogram.grab().isNull()
    assert results.histogram.count == len(scores)


# -- pictures from imagery


@pytest.fixture
def thumbnails(qgis_app):
    one = Thumbnails()
    yield one
    one.stop()


def test_a_picture_comes_later_and_is_kept(thumbnails, built, wait):
    ready, index = told(thumbnails.ready), states_of(built)
    assert thumbnails.picture(index, 3) is None
    wait(lambda: ready)
    image = thumbnails.picture(index, 3)
    assert ready == [(index, 3)]
    assert image.width() == 96
    assert not thumbnails.is_missing(index, 3)


def test_the_last_ones_asked_for_come_first(thumbnails, built, wait):
    ready = told(thumbnails.ready)
    for row in range(10):
        thumbnails.picture(states_of(built), row)
    wait(lambda: len(ready) == 10)
    assert [row for _, row in ready][:3] == [0, 9, 8]


def test_imagery_that_is_not_attached_is_tried_a_while_and_then_no_more(
    thumbnails, index_file, wait
):
    ready, index = told(thumbnails.ready), states_of(index_file)
    for row in list(range(50)) * 2:
        thumbnails.picture(index, row)
    wait(lambda: len(ready) >= 50)
    assert all(thumbnails.is_missing(index, row) for row in range(50))


def test_an_index_that_was_replaced_is_read_anew(thumbnails, built, built_scene, tmp_path, wait):
    path = str(tmp_path / "same.h5")
    ready = told(thumbnails.ready)
    colours = []
    for source in (built, built_scene):
        shutil.copy(source, path)
        thumbnails.picture(states_of(path), 0)
        wait(lambda: len(ready) == len(colours) + 1)
        colours.append(thumbnails.picture(states_of(path), 0).pixelColor(40, 40).name())
    assert colours[0] != colours[1]


def test_stopping_in_the_middle_is_safe(qgis_app, built):
    one = Thumbnails()
    for row in range(40):
        one.picture(states_of(built), row)
    one.stop()
    assert not one._worker.is_running


@pytest.fixture
def asked(opened, panel, iface, built, wait):
    managed = opened(built)
    panel.query_section.tool.trigger()
    panel.resize(360, 900)
    panel.show()
    panel.results.as_grid.setChecked(True)
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    return managed


def test_pictures_of_hits_in_sight_appear_and_the_window_never_waits(asked, panel, wait):
    longest, last = 0.0, time.perf_counter()
    model = panel.results.model
    panel.results.grid.viewport().repaint()

    def all_there():
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        return all(model.index(row, 0).data(PICTURE) is not None for row in range(6))

    wait(all_there)
    assert longest < 0.15  # on a loaded machine; 0.05 where it is idle


def test_the_threshold_sets_what_the_map_shows_and_searches_nothing(asked, panel):
    answers = told(asked.live.answered)
    panel.results.histogram.show_count(5)
    layer = asked.result_layers.find("hits")
    assert [feature["rank"] for feature in layer.getFeatures()] == [1, 2, 3, 4, 5]
    panel.results.histogram.show_count(10**6)
    assert layer.featureCount() == len(rows(panel))
    assert layer.subsetString() == ""
    assert answers == []


def test_a_hovered_hit_is_lit_and_the_current_one_again_afterwards(asked, panel):
    outline = asked.looking.highlight._outline
    panel.results.grid.setCurrentIndex(panel.results.model.index(0, 0))
    current = outline.asGeometry().asWkt()
    panel.results.hit_hovered.emit(panel.results.model.hit(4))
    assert outline.asGeometry().asWkt() != current
    panel.results.hit_hovered.emit(None)
    assert outline.asGeometry().asWkt() == current


def test_a_hit_out_of_sight_is_panned_to_and_one_in_sight_is_not(asked, panel, iface):
    asked._zoom_to_index()
    before = iface.canvas.extent().toString()
    panel.results.hit_clicked.emit(panel.results.model.hit(0))
    assert iface.canvas.extent().toString() == before
    asked.looking.zoom_to_hit(panel.results.model.hit(0))
    scale = iface.canvas.scale()
    panel.results.hit_clicked.emit(panel.results.model.hit(9))
    hit = panel.results.model.hit(9)
    assert iface.canvas.scale() == pytest.approx(scale)
    shown = asked.looking.highlight
    asked.looking.mark(hit)
    assert iface.canvas.extent().contains(shown._outline.asGeometry().boundingBox().center())


def test_a_hits_image_comes_onto_the_map_and_a_lost_one_is_said(asked, panel, iface, wait):
    from qgis.core import QgsProject

    hit = panel.results.model.hit(0)
    panel.results.actions.show_hit(hit)
    panel.results.actions.raster.trigger()
    assert QgsProject.instance().mapLayersByName(hit.id.split("/")[-1])
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert names == ["Lookalike", hit.id.split("/")[-1]]  # the hits are seen on it
    panel.results.actions.raster.trigger()
    assert len(QgsProject.instance().layerTreeRoot().children()) == 2  # once
    panel.results.actions.show_hit(make_hit(1, source="/gone/away.tif"))
    panel.results.actions.raster.trigger()
    assert "away.tif does not exist" in iface.said[0]


def test_a_hit_becomes_the_query(asked, panel, wait):
    hit = panel.results.model.hit(2)
    panel.results.actions.show_hit(hit)
    panel.results.actions.query.trigger()
    assert asked.marking.examples == (RowExample(hit.row),)


def test_the_walk_shows_how_its_hit_looks(asked, panel, wait):
    panel.examples.refine.click()
    wait(lambda: not panel.refine.picture.isHidden())
    assert panel.refine.picture.pixmap().width() == 96
