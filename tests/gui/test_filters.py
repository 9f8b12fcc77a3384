"""The section of filters: what it offers, what it says, and what the search makes of it."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest

from lookalike.plugin import layers
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.gui.filters_section import FiltersSection
from lookalike.tests.gui.made import SUMMARY
from lookalike.tests.gui.managed import pick_row, rows

FULL = dataclasses.replace(
    SUMMARY,
    period=("2018-03-01", "2021-10-31"),
    has_clouds=True,
    source_names=("east", "west"),
    one_each=False,
)
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
)


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
    assert section.title() == "Filters: 8 active"
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
    panel.filters.area.kind.setCurrentIndex(1)
    panel.filters.area.kind.activated.emit(1)
    box = panel.filters.filters().box
    wait(lambda: "of 60 patches" in panel.state.text())
    asked._zoom_to_index()
    assert panel.filters.filters().box == box
    hits = [panel.results.model.hit(row) for row in range(len(rows(panel)))]
    assert all(box[0] <= hit.lon <= box[2] and box[1] <= hit.lat <= box[3] for hit in hits)


def test_the_extent_of_a_layer_is_an_area(asked, panel, wait):
    area = panel.index.extent
    middle = (area[0] + area[2]) / 2
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "West", "memory")
    QgsProject.instance().addMapLayer(layer)
    layer.setExtent(QgsRectangle(area[0], area[1], middle, area[3]))
    panel.filters.area.kind.setCurrentIndex(2)
    panel.filters.area.kind.activated.emit(2)
    panel.filters.area.layer.setLayer(layer)
    wait(lambda: "of 60 patches" in panel.state.text())
    hits = [panel.results.model.hit(row) for row in range(len(rows(panel)))]
    assert hits
    assert all(hit.lon <= middle for hit in hits)


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
    wait(lambda: asked.memory.history.current.filters.active == 2)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    opened(index_file)
    assert panel.filters.filters() == Filters()
    assert QgsProject.instance().read(path)
    wait(lambda: rows(panel))
    assert panel.filters.filters() == Filters(labels=("dark",), kilometres=1.0)


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ((20_000_000, -1_000_000, 20_100_000, 1_000_000), (179.66, -8.95, -179.44, 8.95)),
        ((0, 0, 111_319.49, 111_325.14), (0, 0, 1, 1)),
    ],
    ids=["antimeridian", "plain"],
)
def test_an_extent_becomes_degrees(edges, expected, iface):
    box = layers.lonlat_box(QgsRectangle(*edges), iface.canvas.mapSettings().destinationCrs())
    assert box == pytest.approx(expected, abs=0.02)
