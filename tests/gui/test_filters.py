"""The section of filters: what it offers, what it says, and what the search makes of it."""

from __future__ import annotations

import dataclasses
import threading

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest

from lookalike.plugin import areas, layers
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.outline import Outline
from lookalike.plugin.gui.filters_section import FiltersSection
from lookalike.tests.gui.made import SUMMARY
from lookalike.tests.gui.managed import click, pick_row, rows

FULL = dataclasses.replace(
    SUMMARY,
    period=("2018-03-01", "2021-10-31"),
    has_clouds=True,
    source_names=("east", "west"),
    one_each=False,
)
OUTLINE = Outline(((((9.0, 46.0), (10.0, 46.0), (10.0, 47.0)),),))
WIDE = Outline(((((0.0, 30.0), (30.0, 30.0), (30.0, 60.0), (0.0, 60.0)),),))
EVERYTHING = Filters(
    box=(9.0, 46.0, 10.0, 47.0),
    since="2019-01-01",
    until="2019-12-31",
    months=(5, 6),
    labels=("Lake",),
    cloud=20.0,
    without_sources=("west",),
    kilometres=2.5,
    one_a_source=True,
    one_a_cluster=True,
    apart=4.0,
)


def choose(combo, kind):
    """Choose as a user does."""
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())


@pytest.fixture
def section(qgis_app):
    section = FiltersSection()
    section.show_index(FULL)
    section.setCollapsed(False)
    section.resize(348, 300)
    section.show()
    yield section
    section.close()


@pytest.fixture
def changes(section):
    seen = []
    section.changed.connect(lambda: seen.append(section.filters()))
    return seen


def test_at_first_nothing_is_filtered(section):
    assert section.filters() == Filters()
    assert section.title() == "Filters"
    assert not section.reset.isEnabled()


def test_only_what_the_index_knows_can_be_chosen(section):
    parts = (section.since, section.months[0], section.labels, section.cloud, section.sources)
    assert all(part.isVisible() for part in (*parts, section.diverse))
    section.show_index(dataclasses.replace(SUMMARY, labels=()))
    assert not any(part.isVisible() for part in (*parts, section.diverse))
    assert section.kilometres.isVisible()


def test_folding_and_unfolding_shows_no_more_than_before(section):
    section.setCollapsed(True)
    section.show_index(dataclasses.replace(SUMMARY, labels=()))
    section.setCollapsed(False)
    assert section.kilometres.isVisible()
    assert not section.since.isVisible()
    assert not section.labels.isVisible()


def test_all_filters_are_shown_and_read_again(section, changes):
    section.show_filters(EVERYTHING)
    assert section.filters() == EVERYTHING
    assert section.title() == "Filters: 10 active"
    assert changes == []  # shown, not chosen


def test_reset_takes_all_away_and_asks_once(section, changes):
    section.show_filters(EVERYTHING)
    section.reset.click()
    assert changes == [Filters()]
    assert section.title() == "Filters"


def test_each_control_asks_once(section, changes):
    section.months[4].click()
    section.diverse.click()
    section.cloud.setValue(30)
    section.since.setDate(QDate(2019, 5, 1))
    section.labels.setCheckedItems(["Lake"])
    assert [one.active for one in changes] == [1, 2, 3, 4, 5]
    assert changes[-1].since == "2019-05-01"


def test_a_typed_distance_asks_once(section, changes):
    section.kilometres.setFocus()
    section.kilometres.selectAll()
    QTest.keyClicks(section.kilometres, "12.5")
    QTest.keyClick(section.kilometres, Qt.Key.Key_Return)
    assert [one.kilometres for one in changes] == [12.5]


def test_an_excluded_image_is_listed_though_the_index_has_too_many(section, changes):
    section.show_index(SUMMARY)
    section.exclude("scene_17")
    section.exclude("scene_17")
    assert [one.without_sources for one in changes] == [("scene_17",)]
    assert section.sources.isVisible()
    section.sources.deselectAllOptions()
    assert changes[-1].without_sources == ()


def test_another_index_begins_without_filters(section):
    section.show_filters(EVERYTHING)
    section.show_index(SUMMARY)
    assert section.filters() == Filters()


def test_a_chosen_area_stays_until_everywhere_is_chosen(section, changes):
    section.area.asked.connect(lambda _layer: section.area.take((1.0, 2.0, 3.0, 4.0)))
    section.area.kind.setCurrentIndex(1)
    section.area.kind.activated.emit(1)
    assert changes[-1].box == (1.0, 2.0, 3.0, 4.0)
    assert "1.000° to 3.000° east" in section.area.kind.toolTip()
    section.area.kind.setCurrentIndex(0)
    section.area.kind.activated.emit(0)
    assert changes[-1].box is None


def test_a_drawn_area_is_asked_for_and_shown_again(section, changes):
    asked = []
    section.area.draw_asked.connect(lambda: asked.append(1))
    choose(section.area.kind, "drawn")
    assert (asked, changes) == ([1], [])  # nothing is drawn yet
    section.area.take(None, OUTLINE)
    assert [(one.box, one.outline, one.active) for one in changes] == [(None, OUTLINE, 1)]
    assert "9.000° to 10.000° east" in section.area.kind.toolTip()
    section.show_filters(Filters())
    section.show_filters(changes[-1])
    assert section.area.kind.currentText() == "as chosen before"
    assert section.filters() == changes[-1]


# -- with a search behind it


@pytest.fixture
def asked(opened, panel, iface, built, wait):
    managed = opened(built)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    return managed


def test_a_filter_asks_the_query_again(asked, panel, wait):
    panel.filters.labels.setCheckedItems(["dark"])
    wait(lambda: panel.state.text().startswith("30 of 60 patches searched"))
    found = {panel.results.model.hit(row).label for row in range(len(rows(panel)))}
    assert found == {"dark"}


def test_what_the_map_shows_is_the_area_of_that_moment(asked, panel, iface, wait):
    asked.looking.zoom(panel.index.extent, 0.6)
    choose(panel.filters.area.kind, "map")
    box = panel.filters.filters().box
    wait(lambda: "of 60 patches" in panel.state.text())
    asked._zoom_to_index()
    assert panel.filters.filters().box == box
    hits = [panel.results.model.hit(row) for row in range(len(rows(panel)))]
    assert all(box[0] <= hit.lon <= box[2] and box[1] <= hit.lat <= box[3] for hit in hits)


def within(panel, layer):
    """Choose a layer as the area."""
    QgsProject.instance().addMapLayer(layer)
    choose(panel.filters.area.kind, "layer")
    panel.filters.area.layer.setLayer(layer)


def shapes(crs, *wkts, kind="Polygon"):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "Shapes", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@pytest.fixture
def halves(asked, panel):
    """Its west and its east half as polygons, and the longitude between."""
    west, south, east, north = panel.index.extent
    middle = (west + east) / 2
    boxes = QgsRectangle(west, south, middle, north), QgsRectangle(middle, south, east, north)
    return shapes("EPSG:4326", *(box.asWktPolygon() for box in boxes)), middle


def lons(panel):
    return [panel.results.model.hit(row).lon for row in range(len(rows(panel)))]


def test_the_selected_polygons_of_a_layer_are_the_area_and_else_all(halves, panel, iface, wait):
    layer, middle = halves
    layer.selectByIds([1])
    within(panel, layer)
    wait(lambda: "of 60 patches" in panel.state.text())
    assert lons(panel)
    assert all(lon <= middle for lon in lons(panel))
    layer.removeSelection()
    choose(panel.filters.area.kind, "layer")
    wait(lambda: panel.state.text().startswith("60 patches"))
    assert max(lons(panel)) > middle
    assert len(panel.filters.filters().outline.polygons) == 2


def test_a_polygon_is_more_than_its_extent(asked, panel, wait):
    west, south, east, north = panel.index.extent
    within(
        panel, shapes("EPSG:4326", f"Polygon (({west} {south}, {west} {north}, {east} {south}))")
    )
    wait(lambda: "of 60 patches" in panel.state.text())
    hits = [panel.results.model.hit(row) for row in range(len(rows(panel)))]
    slope = (north - south) / (east - west)
    assert hits
    assert all(hit.lat <= north - slope * (hit.lon - west) for hit in hits)


def test_while_an_area_is_read_the_panel_says_so_and_the_newest_wins(
    halves, asked, panel, wait, monkeypatch
):
    layer, middle = halves
    may_read, begun = threading.Event(), []
    read = areas.LayerShapes._read

    def slowly(self, go_on):
        begun.append(self)
        may_read.wait(20)
        return read(self, go_on)

    monkeypatch.setattr(areas.LayerShapes, "_read", slowly)
    within(panel, layer)
    wait(lambda: panel.state.text() == "Reading the area…")
    layer.selectByIds([1])
    choose(panel.filters.area.kind, "layer")
    may_read.set()
    wait(lambda: "of 60 patches" in panel.state.text())
    assert len(begun) == 2
    assert len(panel.filters.filters().outline.polygons) == 1
    assert all(lon <= middle for lon in lons(panel))


def test_a_layer_without_polygons_is_an_area_by_its_extent(halves, panel, wait):
    layer, middle = halves
    box = layer.getFeature(1).geometry().boundingBox()
    corners = f"Point ({box.xMinimum()} {box.yMinimum()})", f"Point ({middle} {box.yMaximum()})"
    within(panel, shapes("EPSG:4326", *corners, kind="Point"))
    wait(lambda: "of 60 patches" in panel.state.text())
    assert lons(panel)
    assert all(lon <= middle for lon in lons(panel))


def test_a_layer_that_is_no_area_is_named_and_the_area_stays(halves, panel, iface, wait):
    within(panel, halves[0])
    wait(lambda: panel.filters.filters().outline is not None)
    before = panel.filters.filters()
    within(panel, shapes("EPSG:32632", "Polygon ((1e9 1e9, 2e9 1e9, 2e9 2e9, 1e9 1e9))"))
    wait(lambda: iface.said)
    assert "No polygon of Shapes lies anywhere on the Earth" in iface.said[0]
    assert panel.filters.filters() == before


def drag(iface, start, end):
    """Draw a box with the mouse."""
    viewport = iface.canvas.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, left, none, start)
    for at in (start + (end - start) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton, left, none
        )
        QCoreApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, left, none, end)


def in_degrees(iface, x, y):
    crs = iface.canvas.mapSettings().destinationCrs()
    point = iface.canvas.getCoordinateTransform().toMapCoordinates(x, y)
    return layers.lonlat_box(QgsRectangle(point, point), crs)[:2]


def test_a_box_dragged_on_the_map_is_the_area_and_is_outlined_there(asked, panel, iface, wait):
    asked._zoom_to_index()
    before = iface.canvas.mapTool()
    choose(panel.filters.area.kind, "drawn")
    drag(iface, QPoint(10, 10), QPoint(200, 390))
    wait(lambda: "of 60 patches" in panel.state.text())
    middle = in_degrees(iface, 200, 200)[0]
    hits = [panel.results.model.hit(row) for row in range(len(rows(panel)))]
    assert hits
    assert all(hit.lon <= middle for hit in hits)
    band = asked.area_filter.band.asGeometry()
    assert band.boundingBox().width() == pytest.approx(
        190 * iface.canvas.mapUnitsPerPixel(), rel=0.02
    )
    assert iface.canvas.mapTool() is before  # the next click is a query again
    panel.filters.reset.click()
    assert asked.area_filter.band.asGeometry().isEmpty()


def test_clicks_make_a_polygon_that_a_double_click_or_enter_closes(asked, panel, iface, wait):
    asked._zoom_to_index()
    choose(panel.filters.area.kind, "drawn")
    for x, y in ((20, 20), (380, 20), (300, 300), (20, 380)):
        click(iface, QPoint(x, y))
    tool = asked.area_filter.tool
    QTest.keyClick(iface.canvas, Qt.Key.Key_Backspace)
    QTest.keyClick(iface.canvas, Qt.Key.Key_Return)
    wait(lambda: "of 60 patches" in panel.state.text())
    corners = panel.filters.filters().outline.corners
    assert tuple(corners[0]) == pytest.approx(in_degrees(iface, 20, 20), abs=0.01)
    assert corners[:, 1].min() == pytest.approx(in_degrees(iface, 300, 300)[1], abs=0.01)
    assert iface.canvas.mapTool() is not tool


def test_esc_leaves_the_area_as_it_was(asked, panel, iface):
    choose(panel.filters.area.kind, "drawn")
    click(iface, QPoint(20, 20))
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)  # takes the corner back
    assert iface.canvas.mapTool() is asked.area_filter.tool
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert iface.canvas.mapTool() is not asked.area_filter.tool
    assert panel.filters.area.kind.currentData() == "everywhere"
    assert panel.filters.filters() == Filters()


def test_filters_that_nothing_passes_are_named_as_the_reason(asked, panel, wait):
    panel.filters.kilometres.setValue(5000)
    wait(lambda: panel.state.text() == "No patch passes the filters.")


def test_excluding_a_hits_image_takes_its_hits_away(asked, panel, wait):
    panel.results.table.selectRow(0)
    source = panel.results.model.hit(0).source_name
    panel.results.actions.exclude.trigger()
    wait(lambda: "59 of 60 patches" in panel.state.text())
    names = {panel.results.model.hit(row).source_name for row in range(len(rows(panel)))}
    assert source not in names


def test_a_project_brings_filters_back(asked, panel, wait, index_file, opened, tmp_path):
    panel.filters.labels.setCheckedItems(["dark"])
    panel.filters.kilometres.setValue(1.0)
    panel.filters.area.take(None, WIDE)
    wait(lambda: asked.memory.history.current.filters.active == 3)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    opened(index_file)
    assert panel.filters.filters() == Filters()
    assert QgsProject.instance().read(path)
    wait(lambda: rows(panel))
    kept = Filters(labels=("dark",), kilometres=1.0, outline=WIDE)
    assert panel.filters.filters() == kept
    assert not asked.area_filter.band.asGeometry().isEmpty()
