"""Examples wanted and unwanted: the ranking follows, the map shows and projects keep them."""

from __future__ import annotations

import json
import re

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton

from lookalike.plugin.control import project_store
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.index import Index
from lookalike.tests.gui.managed import click, pick_row, query, rows

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def answered(managed):
    """Collect the answers."""
    answers = []
    managed.live.answered.connect(lambda hits, _features: answers.append(hits))
    return answers


@pytest.fixture
def asked(opened, panel, iface, built, answered, wait):
    """A query for patch 7 has been answered."""
    managed = opened(built)
    panel.query_section.tool.trigger()
    panel.query_section.k.setValue(20)
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    return managed


def settled(managed, answered, wait, count):
    wait(lambda: len(answered) >= count and managed.live._running is None)
    return answered[-1]


def lines(panel):
    items = panel.examples.list
    return [items.item(n).text() for n in range(items.count())]


def signs(managed):
    return [(example.row, example.wanted) for example in managed.marking.examples]


def test_there_is_no_list_until_there_is_an_example(opened, panel, built):
    opened(built)
    assert panel.examples.isHidden()


def test_a_query_is_the_first_example_and_is_named(asked, panel, built):
    assert signs(asked) == [(7, True)]
    source, _ = Index.open(built).place(7)
    assert lines(panel) == [f"{Index.open(built).label(7)} · {source.name}"]
    assert panel.examples.title() == "Examples: 1 wanted, 0 unwanted"


@pytest.mark.parametrize("by", ["key", "button", "menu"])
def test_a_marked_hit_is_an_example_and_no_hit_any_more(asked, panel, answered, wait, by):
    panel.results.table.selectRow(2)
    marked = rows(panel)[2]
    if by == "key":
        QTest.keyClicks(panel.results.table, "+")
    elif by == "button":
        panel.results.findChild(QToolButton, "lookalikeHitWantedButton").click()
    else:
        panel.results.actions.wanted.trigger()
    hits = settled(asked, answered, wait, 2)
    assert signs(asked) == [(7, True), (marked, True)]
    assert marked not in rows(panel)
    assert [one.row for one in hits.asked] == [7, marked]


def test_minus_marks_unwanted_and_the_map_tells_them_apart(asked, panel, answered, wait):
    panel.results.table.selectRow(0)
    QTest.keyClicks(panel.results.table, "-")
    settled(asked, answered, wait, 2)
    assert [feature["wanted"] for feature in query(asked)] == [1, 0]
    renderer = asked.result_layers.find("query").renderer()
    assert [category.label() for category in renderer.categories()] == ["wanted", "unwanted"]
    assert panel.examples.title() == "Examples: 1 wanted, 1 unwanted"


def test_marks_made_faster_than_answers_come_are_all_kept(asked, panel, answered, wait):
    hits = [panel.results.model.hit(row) for row in range(4)]
    for number, hit in enumerate(hits):
        asked.marking.mark(hit, number % 2 == 0)
    settled(asked, answered, wait, 2)
    assert signs(asked)[1:] == [(hit.row, n % 2 == 0) for n, hit in enumerate(hits)]
    assert answered[-1].request.examples == asked.marking.examples


def test_a_hit_marked_twice_is_one_example_of_the_last_sign(asked, panel, answered, wait):
    hit = panel.results.model.hit(0)
    asked.marking.mark(hit, True)
    asked.marking.mark(hit, False)
    settled(asked, answered, wait, 2)
    assert signs(asked) == [(7, True), (hit.row, False)]


def test_a_hit_says_and_shows_which_example_it_is_nearest_to(asked, panel, answered, wait):
    model, tip = panel.results.model, Qt.ItemDataRole.ToolTipRole
    assert "Nearest example" not in model.data(model.index(0, 0), tip)  # there is but one
    asked.marking.start(RowExample(7), RowExample(40))  # a bright one and a dark one
    hits = settled(asked, answered, wait, 2)
    row = next(n for n, hit in enumerate(hits.hits) if hit.example == 1)
    assert f"Nearest example: {hits.asked[1].name}" in model.data(model.index(row, 0), tip)
    seen = []
    asked.marking.shown.connect(seen.append)
    panel.results.table.selectRow(row)
    panel.results.actions.example.trigger()
    assert seen == [hits.asked[1]]
    assert panel.examples.list.currentRow() == 1


def test_keys_in_the_list_change_and_remove_examples(asked, panel, answered, wait):
    hit = panel.results.model.hit(0)
    asked.marking.mark(hit, True)
    settled(asked, answered, wait, 2)
    panel.examples.list.setCurrentRow(1)
    QTest.keyClicks(panel.examples.list, "-")
    settled(asked, answered, wait, 3)
    assert signs(asked) == [(7, True), (hit.row, False)]
    assert panel.examples.list.currentRow() == 1
    QTest.keyClick(panel.examples.list, Qt.Key.Key_Delete)
    settled(asked, answered, wait, 4)
    assert signs(asked) == [(7, True)]


def test_without_a_wanted_example_it_asks_for_one_and_keeps_the_hits(asked, panel, answered):
    panel.examples.list.setCurrentRow(0)
    panel.examples.unwanted.click()
    assert "No wanted example is left" in panel.state.text()
    assert len(rows(panel)) == 20


def test_removing_the_last_example_empties_list_and_map(asked, panel):
    panel.examples.clear.click()
    assert rows(panel) == []
    assert query(asked) == []
    assert asked.result_layers.find("hits").featureCount() == 0
    assert panel.examples.isHidden()


def test_shift_adds_a_wanted_example_and_ctrl_an_unwanted_one(asked, panel, iface, answered, wait):
    pick_row(asked, iface, 9, SHIFT)
    settled(asked, answered, wait, 2)
    pick_row(asked, iface, 40, CTRL)
    settled(asked, answered, wait, 3)
    assert signs(asked) == [(7, True), (9, True), (40, False)]
    pick_row(asked, iface, 12)
    settled(asked, answered, wait, 4)
    assert signs(asked) == [(12, True)]


def test_a_patch_that_is_picked_twice_is_one_example_of_the_last_sign(
    asked, panel, iface, answered, wait
):
    pick_row(asked, iface, 9, SHIFT)
    settled(asked, answered, wait, 2)
    pick_row(asked, iface, 9, CTRL)
    settled(asked, answered, wait, 4)
    assert signs(asked) == [(7, True), (9, False)]


def test_a_click_that_fails_leaves_the_examples_as_they_were(asked, panel, iface, wait):
    click(iface, QPoint(1, 1), SHIFT)
    wait(lambda: iface.said)
    assert signs(asked) == [(7, True)]
    assert len(lines(panel)) == 1


def test_a_drawn_box_and_a_marked_hit_are_asked_together(drawing, panel, iface, answered, wait):
    click(iface)
    settled(drawing, answered, wait, 1)
    (line,) = lines(panel)
    assert re.fullmatch(r"scene \(-?\d+\.\d{4}°, -?\d+\.\d{4}°\), 1 patch", line)
    drawing.marking.mark(panel.results.model.hit(0), False)
    hits = settled(drawing, answered, wait, 2)
    assert [one.example.wanted for one in hits.asked] == [True, False]


def test_what_is_drawn_twice_on_one_image_is_told_apart(drawing, panel, iface, answered, wait):
    click(iface)
    settled(drawing, answered, wait, 1)
    click(iface, QPoint(150, 150), SHIFT)
    hits = settled(drawing, answered, wait, 2)
    assert len(set(lines(panel))) == 2
    assert len(set(hits.example_names)) == 2  # what a hit is nearest to
    click(iface, QPoint(150, 150))
    settled(drawing, answered, wait, 1)
    titles = [action.text() for action in panel.history.menu.actions()]
    assert len(set(titles)) == 3


# -- the walk


def test_a_judgement_that_was_undone_is_asked_for_again(asked, panel, answered, wait):
    panel.examples.refine.click()
    bar = panel.refine
    first = bar.hit
    QTest.keyClick(bar, Qt.Key.Key_Up)
    settled(asked, answered, wait, 2)
    assert bar.hit.row != first.row
    panel.history.undo.click()
    settled(asked, answered, wait, 3)
    assert bar.hit.row == first.row


def test_the_walk_marks_by_arrow_and_counts_rounds(asked, panel, answered, wait):
    panel.examples.refine.click()
    bar = panel.refine
    assert bar.isVisibleTo(panel)
    first = bar.hit
    assert first.row == rows(panel)[0]
    QTest.keyClick(bar, Qt.Key.Key_Up)
    settled(asked, answered, wait, 2)
    second = bar.hit
    assert second.row not in (first.row, 7)
    QTest.keyClick(bar, Qt.Key.Key_Down)
    settled(asked, answered, wait, 3)
    assert signs(asked) == [(7, True), (first.row, True), (second.row, False)]
    assert bar.rounds.text() == "Round 1, 2 of 10 judged"
    assert not asked.looking.highlight._outline.asGeometry().isEmpty()


def test_a_skipped_hit_is_not_shown_again(asked, panel, answered, wait):
    panel.examples.refine.click()
    bar = panel.refine
    skipped = bar.hit
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.hit.row == rows(panel)[1]
    QTest.keyClick(bar, Qt.Key.Key_Up)
    settled(asked, answered, wait, 2)
    assert bar.hit.row != skipped.row
    assert skipped.row not in [row for row, _ in signs(asked)]


def test_after_ten_words_the_second_round_begins_and_esc_ends_it(asked, panel, answered, wait):
    panel.examples.refine.click()
    for number in range(10):
        wait(lambda: panel.refine.hit is not None)
        QTest.keyClick(panel.refine, Qt.Key.Key_Up)
        settled(asked, answered, wait, number + 2)
    assert panel.refine.rounds.text() == "Round 2, 0 of 10 judged"
    QTest.keyClick(panel.refine, Qt.Key.Key_Escape)
    assert panel.refine.isHidden()
    assert panel.refine.hit is None
    assert len(signs(asked)) == 11


# -- the project


def test_a_project_brings_index_and_examples_back(
    asked, panel, answered, wait, built, tmp_path, index_file, opened
):
    hit = panel.results.model.hit(3)
    asked.marking.mark(hit, False)
    before = settled(asked, answered, wait, 2)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    opened(index_file)
    assert signs(asked) == []
    assert QgsProject.instance().read(path)
    wait(lambda: len(answered) > 2)
    assert panel.index.path == str(built)
    assert signs(asked) == [(7, True), (hit.row, False)]
    assert [one.row for one in answered[-1].hits] == [one.row for one in before.hits]


def test_a_new_project_has_no_examples(asked, panel):
    QgsProject.instance().clear()
    assert signs(asked) == []
    assert rows(panel) == []


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", '{"index": "x"}', '{"index": "x", "examples": [{"kind": "?"}]}']
)
def test_a_project_with_other_values_under_our_name_brings_nothing(text):
    project = QgsProject.instance()
    project.writeEntry(project_store.SCOPE, project_store.KEY, text)
    assert project_store.load(project) is None


def test_examples_are_kept_by_place_as_plain_values(asked, panel, built):
    project = QgsProject.instance()
    asked.memory._save()
    kept = json.loads(project.readEntry(project_store.SCOPE, project_store.KEY)[0])
    [example] = kept["examples"]
    assert example["kind"] == "place"
    assert example["lon"] == pytest.approx(float(Index.open(built).column("lon")[7]))
