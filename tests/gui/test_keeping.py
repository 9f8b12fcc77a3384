"""Hits of the search before, kept as a layer that the project holds; ranks on and off."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QToolButton

from lookalike.plugin import layers
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.result_layers import find
from lookalike.tests.gui.managed import rows


@pytest.fixture
def ask(opened, panel, built, wait):
    managed = opened(built)

    def ask(*examples):
        managed.marking.start(*examples)
        wait(lambda: managed.live._running is None and rows(panel))
        return managed

    return ask


def kept():
    project = QgsProject.instance()
    return [
        one for one in project.mapLayers().values() if one.customProperty(layers.MARK) == "kept"
    ]


def choose(panel, name):
    menu = panel.findChild(QToolButton, "lookalikeMapMenu").menu()
    next(one for one in menu.actions() if one.objectName() == name).trigger()


def test_a_new_search_replaces_the_last_unless_the_user_wants_to_keep_it(ask, panel, wait):
    ask(RowExample(3))
    ask(RowExample(40))
    assert kept() == []
    choose(panel, "lookalikeMapKeep")
    found = rows(panel)[:7]
    panel.results.histogram.show_count(7)
    ask(RowExample(5))
    wait(kept)
    (layer,) = kept()
    assert [one["row"] for one in layer.getFeatures()] == found  # those that were on the map
    assert " · Plain · " in layer.name()
    assert layer.renderer().type() == "graduatedSymbol"
    assert find("hits").featureCount() == len(rows(panel))


def test_marks_refine_a_search_and_begin_none(ask, panel, wait):
    choose(panel, "lookalikeMapKeep")
    managed = ask(RowExample(3))
    managed.marking.mark(panel.results.model.hit(0), False)
    wait(lambda: managed.live._running is None and len(managed.marking.confirmed) == 2)
    ask(RowExample(30))
    wait(kept)
    assert len(kept()) == 1


def test_hits_of_another_index_are_kept(ask, opened, panel, index_file, wait):
    choose(panel, "lookalikeMapKeep")
    ask(RowExample(3))
    opened(index_file)
    wait(kept)


def test_what_is_kept_is_in_the_project_and_its_file_goes_with_it(ask, panel, wait, tmp_path):
    choose(panel, "lookalikeMapKeep")
    ask(RowExample(3))
    ask(RowExample(40))
    wait(kept)
    path = str(tmp_path / "project.qgz")
    count = kept()[0].featureCount()
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    assert [one.featureCount() for one in kept()] == [count]
    wait(lambda: rows(panel))
    QgsProject.instance().removeMapLayer(kept()[0].id())
    assert not [one for one in QgsProject.instance().attachedFiles() if "hits" in one]


def test_hits_of_a_project_that_is_closed_do_not_come_into_the_next(ask, panel, wait):
    choose(panel, "lookalikeMapKeep")
    managed = ask(RowExample(3))
    managed.keeping.make_way(None)  # begins to write
    QgsProject.instance().clear()
    ended = []
    managed._worker.give(lambda: None, lambda *_: ended.append(True))
    wait(lambda: ended)
    assert QgsProject.instance().mapLayers() == {}


def test_hits_whose_layer_was_removed_are_kept_as_well(ask, panel, wait):
    choose(panel, "lookalikeMapKeep")
    ask(RowExample(3))
    found = rows(panel)
    QgsProject.instance().removeMapLayer(find("hits").id())
    ask(RowExample(40))
    wait(kept)
    assert [one["row"] for one in kept()[0].getFeatures()] == found


def test_ranks_are_written_beside_the_hits_or_not(ask, panel):
    ask(RowExample(3))
    assert find("hits").labelsEnabled()
    choose(panel, "lookalikeMapLabels")
    assert not find("hits").labelsEnabled()
    QgsProject.instance().removeMapLayer(find("hits").id())
    ask(RowExample(40))
    assert not find("hits").labelsEnabled()
