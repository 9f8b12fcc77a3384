"""The panel shows what it is told and says what the user chose."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QMenu, QScrollArea, QWidget

from lookalike.plugin.core.errors import NoIndexError
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.gui.elided_label import ElidedLabel
from lookalike.plugin.gui.examples_section import Line
from lookalike.plugin.gui.hits_model import DISTANCE, LABEL, PLACE, RANK, SIMILARITY
from lookalike.plugin.gui.index_section import Choice
from lookalike.plugin.gui.panel import Panel
from lookalike.plugin.tasks import RasterSummary
from lookalike.tests.gui.made import SUMMARY, make_asked, make_hit, make_hits


@pytest.fixture
def panel(qgis_app):
    panel = Panel(["/models"])
    panel.query_section.show_profiles([("s2", "numbers"), ("tci", "eight bits")])
    panel.resize(360, 800)
    panel.show()
    yield panel
    panel.close()


@pytest.fixture
def open_panel(panel):
    panel.show_index(SUMMARY)
    return panel


def cell(panel, row, column):
    model = panel.results.model
    return model.data(model.index(row, column))


# -- index


def test_without_an_index_nothing_can_be_asked(panel):
    assert not panel.query_section.isEnabled()
    assert "build an index" in panel.state.text()
    with pytest.raises(NoIndexError):
        panel.request([RowExample(1)])


def test_an_open_index_says_what_it_holds(open_panel):
    facts = open_panel.index_section.facts.text()
    assert "21,600 patches of 5 images · 128 bits" in facts
    assert "Model: tiny · 2 labels" in facts
    assert "Forest, Lake" in open_panel.index_section.facts.toolTip()
    assert open_panel.query_section.isEnabled()


def test_a_missing_model_and_an_own_hash_layer_are_said(panel):
    panel.show_index(dataclasses.replace(SUMMARY, has_model=False, adapted=True))
    facts = panel.index_section.facts.text()
    assert "adapted to this archive" in facts
    assert "not on this computer: queries cannot be drawn" in facts


def test_choosing_an_index_asks_for_it_and_open_asks_for_a_file(panel):
    section, chosen, asked = panel.index_section, [], []
    section.chosen.connect(chosen.append)
    section.open_asked.connect(lambda: asked.append(1))
    section.show_choices([Choice("Europe", "/e.h5"), Choice("Alps", "/a.h5")], "/e.h5")
    assert section.choices.currentText() == "Europe"
    section.choices.activated.emit(1)
    section.choices.activated.emit(section.choices.count() - 1)
    assert (chosen, asked) == (["/a.h5"], [1])


def test_the_list_of_indexes_opens_by_key(panel):
    section, chosen = panel.index_section, []
    section.chosen.connect(chosen.append)
    section.show_choices([Choice("Europe", "/e.h5"), Choice("Alps", "/a.h5")], "/e.h5")
    QTest.keyClick(section.choices, Qt.Key.Key_Down)
    assert chosen == ["/a.h5"]


# -- query


def test_a_request_carries_what_is_chosen(open_panel):
    query = open_panel.query_section
    query.k.setValue(7)
    query.overlapping.setChecked(True)
    request = open_panel.request([RowExample(3)])
    assert request.indexes == SUMMARY.paths
    assert request.examples == (RowExample(3),)
    assert (request.k, request.keep_overlapping) == (7, True)
    assert request.model_folders == ("/models",)


def test_the_raster_is_asked_for_only_where_it_is_drawn_on(open_panel):
    query, kinds = open_panel.query_section, []
    query.kind_changed.connect(lambda: kinds.append(query.draws))
    assert not query.layer.isVisible()
    query.from_raster.click()
    assert query.layer.isVisible()
    assert "Draw" in query.tool.text()
    query.from_index.click()
    assert "Pick" in query.tool.text()
    assert kinds == [True, False]


def test_a_profile_is_none_until_one_is_chosen(open_panel):
    query = open_panel.query_section
    assert query.profile is None
    query.radiometry.setCurrentIndex(2)
    assert query.profile == "tci"


def test_how_the_numbers_are_read_is_said(open_panel):
    query = open_panel.query_section
    query.show_reading(RasterSummary("a.tif", "s2 L2A", "s2", True), ["s2 L2A"])
    assert query.reading.text() == "Read as “s2 L2A”, stated by the file."
    query.show_reading(RasterSummary("a.tif", "s2", "s2", False), [])
    assert "assumed" in query.reading.text()


def test_a_mismatch_with_the_index_is_said(open_panel):
    query = open_panel.query_section
    query.show_reading(RasterSummary("a.tif", "s2 L2A", "s2", True), ["eurosat-rgb"])
    assert query.reading.text() == "⚠ Read as “s2 L2A”, but the index as “eurosat-rgb”."


def test_an_offset_that_nobody_stated_is_said_before_and_beside_the_hits(open_panel):
    query = open_panel.query_section
    raster = RasterSummary("a.tif", "s2", "s2", stated=False, looks_offset=True)
    query.show_reading(raster, ["s2"])
    open_panel.show_hits(make_hits(reading="s2", looks_offset=True))
    for said in (query.reading.text(), open_panel.state.text()):
        assert said.startswith("⚠ Read as “s2”, but no number of this image is below 1000")
        assert "choose “s2-offset” under “Read as”" in said


def test_a_sample_of_a_large_query_is_said(open_panel):
    open_panel.show_hits(make_hits(asked=(make_asked(whole=1_234),)))
    assert "a regular sample of 1 of the query's 1,234 patches" in open_panel.state.text()


def test_a_typed_number_of_hits_asks_once(open_panel):
    query, asked = open_panel.query_section, []
    query.options_changed.connect(lambda: asked.append(query.k.value()))
    query.k.setFocus()
    query.k.selectAll()
    QTest.keyClicks(query.k, "250")
    QTest.keyClick(query.k, Qt.Key.Key_Return)
    assert asked == [250]


# -- results


def test_hits_are_listed_with_their_similarity(open_panel):
    open_panel.show_hits(make_hits(3))
    assert [cell(open_panel, 0, column) for column in range(5)] == [
        "1", "99.90 %", "1.3", "Forest", "scene@1",
    ]  # fmt: skip
    assert (
        open_panel.results.model.headerData(SIMILARITY, Qt.Orientation.Horizontal) == "Similarity"
    )
    assert open_panel.state.text() == "21,600 patches searched in 4 ms"


def test_a_distance_without_logits_is_whole(open_panel):
    open_panel.show_hits(make_hits(hits=[make_hit(1, distance=4, score=4.0)]))
    assert cell(open_panel, 0, DISTANCE) == "4"
    assert cell(open_panel, 0, RANK) == "1"


def test_an_archive_without_labels_has_no_column_for_them(open_panel):
    open_panel.show_hits(make_hits(hits=[make_hit(1, label="")]))
    assert open_panel.results.table.isColumnHidden(LABEL)
    open_panel.show_hits(make_hits())
    assert not open_panel.results.table.isColumnHidden(LABEL)
    assert not open_panel.results.table.isColumnHidden(PLACE)


def test_selecting_says_the_hit_and_new_hits_take_it_back(open_panel):
    results, selected = open_panel.results, []
    results.hit_selected.connect(selected.append)
    hits = make_hits(3)
    open_panel.show_hits(hits)
    QTest.keyClick(results.table, Qt.Key.Key_Down)
    results.table.selectRow(2)
    assert selected[-1] == hits.hits[2]
    open_panel.show_hits(make_hits(2))
    assert selected[-1] is None


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_hit_is_gone_to_by_double_click_and_by_enter(open_panel, by):
    results, gone_to = open_panel.results, []
    results.hit_activated.connect(lambda hit: gone_to.append(hit.rank))
    open_panel.show_hits(make_hits(3))
    results.table.selectRow(1)
    if by == "key":
        results.table.setFocus()
        QTest.keyClick(results.table, Qt.Key.Key_Return)
    else:
        at = results.table.visualRect(results.model.index(1, 0)).center()
        how = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(results.table.viewport(), *how, at)
        QTest.mouseDClick(results.table.viewport(), *how, at)
    assert gone_to == [2]


def test_no_hits_and_fewer_hits_than_asked_are_said(open_panel):
    open_panel.show_hits(make_hits(hits=()))
    assert open_panel.state.text().startswith("No hits except patches that overlap the query")
    few = make_hits(3)
    open_panel.show_hits(dataclasses.replace(few, request=dataclasses.replace(few.request, k=9)))
    assert " · only 3 found" in open_panel.state.text()


def test_a_notice_stands_before_the_numbers(open_panel):
    open_panel.show_hits(make_hits(notice="Mixed up.", reading="s2"))
    assert open_panel.state.text().startswith("⚠ Mixed up.\n")
    assert "query read as “s2”" in open_panel.state.text()


def test_searching_is_said_only_where_it_takes_a_while(open_panel, wait):
    open_panel.show_hits(make_hits())
    open_panel.show_busy(True)
    assert "searched" in open_panel.state.text()
    wait(lambda: open_panel.state.text() == "Searching…")
    open_panel.show_busy(False)
    assert open_panel.state.text() != "Searching…"


def test_what_still_goes_on_is_said_where_something_else_ends(open_panel, wait):
    open_panel.show_busy(True)
    open_panel.show_busy(True, "Reading…")
    open_panel.show_hits(make_hits())
    open_panel.show_busy(False)
    wait(lambda: open_panel.state.text() == "Reading…")
    open_panel.show_busy(False, "Reading…")
    assert not open_panel.state.text()


def test_a_failure_keeps_the_hits(open_panel):
    open_panel.show_hits(make_hits(3))
    open_panel.show_failure()
    assert open_panel.results.model.rowCount() == 3
    assert "still shown" in open_panel.state.text()


# -- looks


def test_it_fits_into_360_pixels(open_panel):
    open_panel.query_section.from_raster.click()
    open_panel.show_hits(make_hits(100))
    assert open_panel.minimumSizeHint().width() <= 360
    for label in open_panel.findChildren(QLabel):
        assert (
            label.wordWrap() or label.width() >= label.sizeHint().width() or not label.isVisible()
        )


def test_large_letters_make_it_hardly_wider(open_panel, wait):
    open_panel.first_steps.show()
    open_panel.examples.show_examples([Line(True, "Forest_1")])
    title = open_panel.examples.title()
    assert title == "Examples: 1 wanted, 0 unwanted"
    font = open_panel.font()
    font.setPointSize(14)
    for one in (open_panel, *open_panel.findChildren(QWidget)):
        one.setFont(font)
    font.setBold(True)  # as QGIS's style has the titles of groups
    open_panel.examples.setFont(font)
    open_panel.resize(300, 800)
    wait(lambda: open_panel.examples.title().endswith("…"))
    assert open_panel.minimumSizeHint().width() <= 400
    open_panel.resize(600, 800)
    wait(lambda: open_panel.examples.title() == title)


def test_labels_and_places_are_read_whole(open_panel):
    hits = [make_hit(1, label="Forest", id="Forest/Forest_1"), make_hit(2, label="Lake")]
    open_panel.show_hits(make_hits(hits=hits))
    table = open_panel.results.table
    assert cell(open_panel, 0, PLACE) == "Forest_1"
    assert table.horizontalScrollBar().maximum() == 0
    for column in range(5):
        assert table.sizeHintForColumn(column) <= table.columnWidth(column)


def test_a_long_name_is_scrolled_to_in_the_table_and_has_two_lines_in_the_grid(open_panel):
    results = open_panel.results
    results.as_grid.setChecked(True)
    open_panel.show_hits(make_hits(3))
    low = results.grid.visualRect(results.model.index(0, 0)).height()
    hits = [make_hit(1, label="HerbaceousVegetation", id="HerbaceousVegetation_in_the_north_1")]
    open_panel.show_hits(make_hits(hits=hits))
    high = results.grid.visualRect(results.model.index(0, 0)).height()
    assert high == low + results.grid.fontMetrics().height()
    results.as_grid.setChecked(False)
    assert results.table.horizontalScrollBar().maximum() > 0
    assert results.table.sizeHintForColumn(PLACE) <= results.table.columnWidth(PLACE)


def test_hits_get_more_than_half_of_the_height(open_panel, wait):
    open_panel.first_steps.show()
    assert open_panel.results.height() < 400
    open_panel.show_hits(make_hits(100))
    wait(lambda: open_panel.results.height() > 350)
    open_panel.show_nothing()
    wait(lambda: open_panel.results.height() < 350)


def test_no_two_controls_share_a_key(open_panel):
    for draws in (open_panel.query_section.from_raster, open_panel.query_section.from_index):
        draws.click()
        titles = [
            one.text()
            for kind in (QAbstractButton, QLabel)
            for one in open_panel.widget().findChildren(kind)
        ]
        menus = [menu.actions() for menu in open_panel.findChildren(QMenu)]
        for texts in (titles, *([one.text() for one in menu] for menu in menus)):
            keys = [QKeySequence.mnemonic(text).toString() for text in texts]
            keys = [key for key in keys if key]
            assert sorted(set(keys)) == sorted(keys), texts


def test_it_fits_into_a_low_window_and_scrolls_what_has_no_room(open_panel, wait):
    open_panel.filters.setCollapsed(False)
    open_panel.show_hits(make_hits(100))
    open_panel.resize(360, 560)
    wait(lambda: open_panel.height() == 560)
    assert open_panel.minimumSizeHint().height() <= 560
    assert open_panel.results.height() >= 200
    assert open_panel.index_section.isVisible()


def test_in_a_low_window_the_button_to_ask_with_stays_in_sight(open_panel, wait):
    open_panel.first_steps.show()
    open_panel.resize(360, 560)
    open_panel.show_hits(make_hits(100))
    open_panel.say("searched", "It looks as if it carried an offset. " * 8)
    upper = open_panel.findChild(QScrollArea, "lookalikeUpper")
    wait(lambda: upper.height() < 200)
    ways = open_panel.query_section.ways
    wait(lambda: ways.visibleRegion().boundingRect() == ways.rect())


def tab_stops(panel):
    """Names of what Tab leads to, in its order."""
    stops, one = [], panel.nextInFocusChain()
    while one is not panel:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(panel):
            stops.append(one.objectName())
        one = one.nextInFocusChain()
    return stops


def test_tab_goes_through_the_query_from_top_to_bottom(open_panel):
    open_panel.query_section.from_raster.click()
    open_panel.query_section.show_problem("No bands.", of_bands=True)
    seen = ["Layer", "Radiometry", "QueryBands", "Ways", "K", "Overlapping", "Together"]
    named = [f"lookalike{one}" for one in seen]
    assert [stop for stop in tab_stops(open_panel) if stop in named] == named
    assert "lookalikeUpper" not in tab_stops(open_panel)


def test_whatever_can_be_used_has_a_name_and_an_explanation(open_panel):
    ours = [
        w for w in open_panel.widget().findChildren(QWidget) if w.objectName()[:9] == "lookalike"
    ]
    buttons = [w for w in ours if isinstance(w, QAbstractButton)]
    assert len(buttons) >= 5
    for button in buttons:
        assert button.toolTip(), button.objectName()


def test_ten_thousand_hits_are_listed_to_the_last(open_panel):
    open_panel.show_hits(make_hits(hits=[make_hit(rank) for rank in range(1, 10_001)]))
    assert open_panel.results.model.rowCount() == 10_000
    assert cell(open_panel, 9_999, RANK) == "10000"


def test_refining_hardly_makes_the_panel_wider(open_panel):
    open_panel.show_hits(make_hits())
    before = open_panel.widget().minimumSizeHint().width()
    open_panel.refine.show_hit(make_hits().hits[0], 7)
    assert open_panel.widget().minimumSizeHint().width() < 1.05 * before


def test_where_a_text_has_no_room_it_ends_in_an_ellipsis(qgis_app):
    label = ElidedLabel()
    label.setText("79 of 81 on the map")
    label.resize(400, 20)
    assert label.shown == label.text()
    label.resize(60, 20)
    assert label.shown.startswith("79")
    assert label.shown.endswith("…")
    label.deleteLater()


def test_a_new_panel_is_wide_enough_to_be_read(panel):
    assert 312 <= panel.minimumSizeHint().width() <= 360
