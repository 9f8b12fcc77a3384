"""Indexes are opened, alone or together, and everything that is shown knows of which file it is."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from lookalike.plugin.control import library
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.index import Index
from lookalike.tests.gui.managed import rows


@pytest.fixture
def twin(built, tmp_path):
    """Another index of the same model and layer."""
    return str(shutil.copy(built, tmp_path / "twin.h5"))


@pytest.fixture
def listed(opened, panel, built, twin, index_file, wait):
    """The built index is open; its twin fits, the small one of another model does not."""
    for path in (index_file, twin):
        library.remember(path)
    managed = opened(built)
    wait(lambda: len(companions(panel)) == 2)
    return managed


def companions(panel):
    """What may be ticked, by name."""
    actions = panel.index_section.company.choices.actions()
    return {action.text(): action for action in actions if action.isCheckable()}


def tick(panel, name):
    """Click an entry of the open menu."""
    menu = panel.index_section.company.choices
    menu.popup(menu.pos())
    place = menu.actionGeometry(companions(panel)[name]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def settled(managed):
    return managed.live._running is None


def test_what_does_not_fit_cannot_be_ticked_and_says_why(listed, panel, index_file, built):
    offered = companions(panel)
    assert offered["twin"].isEnabled()
    assert not offered["small"].isEnabled()
    why = offered["small"].toolTip()
    assert "different models" in why
    assert index_file in why
    assert str(built) in why


def test_a_ticked_index_is_searched_too_with_the_same_query(listed, panel, twin, built, wait):
    listed.marking.start(RowExample(3))
    wait(lambda: rows(panel) and settled(listed))
    tick(panel, "twin")
    wait(lambda: panel.index.paths == (str(built), twin) and rows(panel) and settled(listed))
    assert listed.marking.examples == (RowExample(3),)
    assert panel.index.rows == 120
    assert "Searched together with: twin" in panel.index_section.facts.text()
    model = panel.results.model
    files = {model.hit(row).index for row in range(model.rowCount())}
    assert files == {str(built), twin}
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "In the index " in tip
    features = list(listed.result_layers.find("hits").getFeatures())
    assert {one["index"] for one in features} == {"plain.h5", "twin.h5"}
    assert max(one["row"] for one in features) < 60  # each in its own file
    wait(lambda: companions(panel)["twin"].isChecked())
    tick(panel, "twin")
    wait(lambda: panel.index.paths == (str(built),) and rows(panel))


def test_a_row_of_the_second_file_can_be_asked_with(listed, panel, twin, built, wait):
    listed.opening.open_together((str(built), twin))
    wait(lambda: panel.index.rows == 120)
    listed.marking.start(RowExample(63))
    wait(lambda: rows(panel))
    source, window = Index.open(twin).place(3)
    assert listed.marking.confirmed[0].id == f"{source.name}@{window.col},{window.row}" or (
        listed.marking.confirmed[0].id == source.name
    )


def test_the_project_and_the_history_bring_all_of_them_back(
    listed, panel, twin, built, tmp_path, wait
):
    listed.opening.open_together((str(built), twin))
    wait(lambda: panel.index.rows == 120)
    listed.marking.start(RowExample(3))
    wait(lambda: rows(panel) and settled(listed))
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "a.qgs"))
    project.clear()
    listed.open_index(str(built))
    wait(lambda: panel.index.rows == 60)
    assert project.read(str(tmp_path / "a.qgs"))
    wait(lambda: panel.index.paths == (str(built), twin) and rows(panel))


def test_a_file_that_does_not_fit_is_said_and_the_open_ones_stay(
    listed, panel, iface, index_file, built, wait
):
    listed.opening.open_together((str(built), index_file))
    wait(lambda: iface.said)
    assert "different models" in iface.said[0]
    assert panel.index.paths == (str(built),)


def titled(path, title):
    library.remember(str(path), title)
    path.parent.mkdir(exist_ok=True)
    path.touch()


def test_indexes_are_listed_by_title_and_equal_ones_told_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "SAMPLE", tmp_path / "none.h5")
    titled(tmp_path / "old" / "alps.h5", "Alps")
    titled(tmp_path / "new" / "alps.h5", "Alps")
    titled(tmp_path / "a.h5", "Lakes")
    titled(tmp_path / "b.h5", "Lakes")
    titled(tmp_path / "plain.h5", "")
    titled(tmp_path / "x" / "1.h5", "Bays")
    titled(tmp_path / "x" / "2.h5", "Bays")
    titled(tmp_path / "y" / "2.h5", "Bays")
    names = [choice.name for choice in library.choices()]
    assert names[:3] == ["Bays (y)", "Bays (x/2.h5)", "Bays (1.h5)"]
    assert names[3:] == ["plain", "Lakes (b.h5)", "Lakes (a.h5)", "Alps (new)", "Alps (old)"]


def test_an_opened_index_is_listed_by_its_title_with_its_file_in_the_tooltip(
    opened, panel, tmp_path, built
):
    file = shutil.copy(built, tmp_path / "x.h5")
    opened(file)
    choices = panel.index_section.choices
    assert choices.currentText() == panel.index.name != "x"
    assert str(file) in choices.toolTip()
    library.remember(str(file))  # searched together with another one, its title is not asked for
    assert library.choices()[0].name == panel.index.name


def test_only_indexes_opened_of_late_keep_their_titles():
    for number in range(library.MOST_RECENT + 3):
        library.remember(f"/{number}.h5", f"Index {number}")
    assert len(QgsSettings().value(library.TITLES)) == library.MOST_RECENT
