"""Back to earlier searches, by button, key and list; the project keeps them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QMainWindow

from lookalike.plugin.control import history as history_module
from lookalike.plugin.control import project_store
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.tests.gui.managed import click, rows


@pytest.fixture
def ask(opened, panel, built, wait):
    """Ask with some rows of the index and wait for the answer."""
    managed = opened(built)
    panel.query_section.k.setValue(20)

    def ask(*examples):
        managed.marking.start(*examples)
        wait(lambda: settled(managed) and rows(panel))
        return managed

    return ask


def settled(managed):
    return managed.live._running is None


def press_down(combo):
    """Choose what comes next in a list, by key."""
    QTest.keyClick(combo, Qt.Key.Key_Down)


def titles(panel):
    return [action.text() for action in panel.history.menu.actions()]


def test_at_first_there_is_nothing_to_go_back_to(opened, panel, built):
    opened(built)
    section = panel.history
    assert not any(b.isEnabled() for b in (section.undo, section.redo, section.list))


def test_undo_asks_the_search_before_and_redo_the_next(ask, panel, wait):
    ask(RowExample(3))
    managed = ask(RowExample(40))
    panel.history.undo.click()
    wait(lambda: managed.marking.examples == (RowExample(3),) and settled(managed))
    assert not panel.history.undo.isEnabled()
    panel.history.redo.click()
    wait(lambda: managed.marking.examples == (RowExample(40),) and settled(managed))
    assert len(managed.memory.history.searches) == 2


def test_undo_takes_a_mark_and_a_filter_back(ask, panel, wait):
    managed = ask(RowExample(3))
    managed.marking.mark(panel.results.model.hit(0), False)
    wait(lambda: settled(managed))
    panel.filters.labels.setCheckedItems(["dark"])
    wait(lambda: settled(managed) and len(managed.memory.history.searches) == 3)
    panel.history.undo.click()
    wait(lambda: settled(managed) and panel.filters.filters() == Filters())
    assert len(managed.marking.examples) == 2
    panel.history.undo.click()
    wait(lambda: managed.marking.examples == (RowExample(3),))


def test_what_was_cleared_comes_back_by_one_undo(ask, panel, wait):
    managed = ask(RowExample(3))
    panel.examples.clear.click()
    panel.history.undo.click()
    wait(lambda: rows(panel))
    assert managed.marking.examples == (RowExample(3),)


def test_the_keys_of_undo_are_those_of_the_whole_panel(panel):
    back, forward = panel.history.steps
    assert back.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    assert forward.shortcut() == QKeySequence(QKeySequence.StandardKey.Redo)
    assert forward.shortcuts().count(QKeySequence("Ctrl+Y")) == 1  # as the help says
    assert {back, forward} <= set(panel.widget().actions())


@pytest.fixture
def beside_edits(panel, wait):
    """The panel in a window whose own undo and redo have the same keys, as QGIS's have."""
    window, own = QMainWindow(), []
    for key in ("Ctrl+Z", "Ctrl+Y"):
        action = QAction(window)
        action.setShortcut(key)
        action.triggered.connect(lambda _on, key=key: own.append(key))
        window.addAction(action)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    window.show()
    window.activateWindow()
    wait(window.isActiveWindow)
    yield window, own
    panel.setParent(None)
    window.close()
    window.deleteLater()


def test_with_the_focus_in_the_panel_its_undo_wins_over_that_of_edits(
    beside_edits, ask, panel, wait
):
    window, own = beside_edits
    ask(RowExample(3))
    managed = ask(RowExample(40))
    table = panel.results.table
    table.setFocus()
    wait(lambda: window.focusWidget() is table)
    for key, row in (("Z", 3), ("Y", 40), ("Z", 3)):
        QTest.keyClick(table, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        wait(lambda row=row: managed.marking.examples == (RowExample(row),) and settled(managed))
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert own == []  # also where there is nothing to go back to


def test_other_numbers_of_hits_are_no_other_search(ask, panel, wait):
    managed = ask(RowExample(3))
    panel.query_section.k.setValue(5)
    wait(lambda: len(rows(panel)) == 5)
    assert len(managed.memory.history.searches) == 1


def test_undo_asks_in_the_way_that_was_asked(ask, panel, wait, tmp_path):
    managed = ask(RowExample(3), RowExample(40))
    found = rows(panel)
    press_down(panel.query_section.together)
    wait(lambda: settled(managed) and len(managed.memory.history.searches) == 2)
    assert rows(panel) != found
    assert [title.endswith("each for itself") for title in titles(panel)] == [True, False]
    panel.history.undo.click()
    wait(lambda: settled(managed) and rows(panel) == found)
    assert not panel.query_section.each
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    wait(lambda: rows(panel) == found and settled(managed))
    panel.history.redo.click()
    wait(lambda: settled(managed) and rows(panel) != found)
    assert panel.query_section.each
    assert len(managed.memory.history.searches) == 2


def test_how_several_patches_ask_is_no_other_search_for_one(ask, panel, wait):
    managed = ask(RowExample(3))
    press_down(panel.query_section.together)
    assert panel.query_section.each
    wait(lambda: settled(managed))
    ask(RowExample(40))
    panel.history.undo.click()
    wait(lambda: managed.marking.examples == (RowExample(3),) and settled(managed))
    assert len(managed.memory.history.searches) == 2
    assert panel.query_section.each  # what the user chose stays


def test_the_list_names_searches_and_goes_to_the_chosen_one(ask, panel, wait):
    for row in (3, 40, 8):
        managed = ask(RowExample(row))
    actions = panel.history.menu.actions()
    assert len(actions) == 3
    assert titles(panel)[0].endswith(" · Plain")
    assert actions[0].isChecked()
    actions[2].trigger()
    wait(lambda: managed.marking.examples == (RowExample(3),) and settled(managed))
    assert [a.isChecked() for a in panel.history.menu.actions()] == [0, 0, 1]


def test_a_search_in_another_index_opens_it(ask, opened, panel, index_file, built, wait):
    managed = ask(RowExample(3))
    opened(index_file)
    managed.marking.start(RowExample(1))
    wait(lambda: rows(panel) and settled(managed))
    panel.history.undo.click()
    wait(lambda: panel.index.path == str(built) and rows(panel))
    assert managed.marking.examples == (RowExample(3),)
    assert len(managed.memory.history.searches) == 2


def test_only_so_many_searches_are_kept(ask, monkeypatch):
    monkeypatch.setattr(history_module, "MOST", 3)
    for row in range(5):
        managed = ask(RowExample(row))
    assert len(managed.memory.history.searches) == 3


def test_a_box_that_is_still_being_drawn_is_no_search(drawing, panel, iface, wait):
    click(iface)
    wait(lambda: rows(panel) and settled(drawing))
    drawing.map_query.previewed.emit((RowExample(1),))
    wait(lambda: settled(drawing))
    assert len(drawing.memory.history.searches) == 1


def test_a_project_keeps_its_searches(ask, panel, wait, tmp_path):
    ask(RowExample(3))
    managed = ask(RowExample(40))
    before = titles(panel)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert titles(panel) == []
    assert QgsProject.instance().read(path)
    wait(lambda: rows(panel) and settled(managed))
    assert titles(panel) == before
    panel.history.undo.click()
    wait(lambda: managed.marking.examples == (RowExample(3),))


def test_a_project_that_was_cleared_of_searches_keeps_none(ask, panel):
    managed = ask(RowExample(3))
    managed.memory._save()
    managed.memory.history.replace(())
    panel.examples.clear.click()
    managed.memory._save()
    assert QgsProject.instance().entryList(project_store.SCOPE, "") == []


def test_the_buttons_say_their_keys(panel):
    back, forward = panel.history.steps
    assert back.shortcut().toString() in panel.history.undo.toolTip()
    assert forward.shortcut().toString() in panel.history.redo.toolTip()
    assert "(Ctrl+Z)" in back.toolTip()
