"""What was open, asked and chosen is there again with the QGIS project."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProject

from lookalike.plugin import layers
from lookalike.plugin.control import project_store
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.outline import Outline
from lookalike.plugin.result_layers import find
from lookalike.tests.gui.managed import rows


@pytest.fixture
def twins(built, tmp_path):
    """Two indexes of one code space."""
    return str(built), str(shutil.copy(built, tmp_path / "twin.h5"))


@pytest.fixture
def again(managed, panel, wait, tmp_path):
    """Save the project, begin another, and open it again."""

    def again(extension="qgz"):
        path = str(tmp_path / f"project.{extension}")
        assert QgsProject.instance().write(path)
        QgsProject.instance().clear()
        wait(lambda: not rows(panel))
        managed.opening.open_together((str(tmp_path / "twin.h5"),))
        wait(lambda: len(panel.index.paths) == 1)
        panel.query_section.k.setValue(3)
        panel.query_section.overlapping.setChecked(True)
        panel.query_section.from_index.setChecked(True)
        panel.results.map_menu.in_view.setChecked(True)
        panel.filters.show_filters(Filters())
        assert QgsProject.instance().read(path)

    return again


def roles():
    """Roles of the layers in the project's group, from top to bottom."""
    group = QgsProject.instance().layerTreeRoot().findGroup("Lookalike")
    return [node.layer().customProperty(layers.MARK) for node in group.findLayers()]


@pytest.mark.parametrize("extension", ["qgz", "qgs"])
def test_a_project_opens_as_it_was_saved(
    managed, panel, twins, scene_layer, wait, again, extension
):
    managed.opening.open_together(twins)
    wait(lambda: panel.index is not None)
    query, results = panel.query_section, panel.results
    query.from_raster.click()
    query.radiometry.setCurrentIndex(2)
    query.k.setValue(20)
    results.map_menu.keep.trigger()
    results.map_menu.labels.trigger()
    results.map_menu.in_view.trigger()
    managed.marking.start(RowExample(40))
    wait(lambda: rows(panel))
    results.map_menu.similarity.trigger()
    managed.marking.start(RowExample(3))
    wait(lambda: managed.marking.confirmed[0].row == 3 and "kept" in roles())
    managed.marking.mark(results.model.hit(1), False)
    panel.filters.labels.setCheckedItems(["bright"])
    wait(lambda: len(managed.marking.confirmed) == 2 and len(managed.memory.history.searches) == 4)
    results.histogram.show_count(8)
    wait(lambda: find("similarity") is not None)
    found, filters, asked = rows(panel), panel.filters.filters(), managed.marking.examples
    choices = query.choices(), results.choices()
    searches = [one.title for one in managed.memory.history.searches]
    kept = next(one for one in QgsProject.instance().mapLayers().values() if "Plain" in one.name())
    kept, count = kept.name(), kept.featureCount()

    again(extension)
    wait(lambda: rows(panel) == found)
    assert panel.index.paths == twins
    assert panel.filters.filters() == filters
    assert managed.marking.examples == asked
    assert (query.choices(), results.choices()) == choices
    assert [one.title for one in managed.memory.history.searches] == searches
    assert roles() == ["query", "hits", "kept", "similarity"]
    assert find("hits").featureCount() == results.histogram.count
    assert not find("hits").labelsEnabled()
    (layer,) = QgsProject.instance().mapLayersByName(kept)
    assert layer.featureCount() == count
    wait(lambda: find("similarity").isValid() and find("similarity").featureCount() == 60)


def test_searches_in_one_area_of_many_corners_keep_it_once(qgis_app):
    ring = tuple((round(n * 1e-3, 6), float(n % 2)) for n in range(20_000))
    wide, small = Outline(((ring,),)), Outline(((((1.0, 2.0), (3.0, 4.0), (5.0, 0.0)),),))
    searches = [
        project_store.Stored(("/a.h5",), (RowExample(n),), Filters(outline=area))
        for n, area in enumerate((wide, wide, None, small, wide))
    ]
    project = QgsProject()
    project_store.save(project, searches[0], searches, None)
    assert project_store.load(project) == searches[0]
    assert project_store.load_history(project) == searches
    kept = [project.readEntry("lookalike", key)[0] for key in project.entryList("lookalike", "")]
    assert sum(map(len, kept)) < 10 * len(ring)


def test_a_new_project_has_no_filters_of_the_last_one(managed, panel, twins, wait):
    managed.opening.open_together(twins)
    wait(lambda: panel.index is not None)
    panel.filters.labels.setCheckedItems(["dark"])
    QgsProject.instance().clear()
    assert panel.filters.filters() == Filters()


def test_an_index_without_a_query_is_opened_again(managed, panel, twins, wait, again):
    managed.opening.open_together(twins)
    wait(lambda: panel.index is not None)
    managed.marking.start(RowExample(3))
    wait(lambda: rows(panel))
    panel.examples.clear.click()
    panel.filters.labels.setCheckedItems(["dark"])
    again()
    wait(lambda: panel.index.paths == twins)
    assert panel.filters.filters() == Filters(labels=("dark",))
    assert rows(panel) == []


def test_a_project_that_nothing_was_searched_in_is_left_alone(
    managed, panel, twins, wait, tmp_path
):
    managed.opening.open_together(twins)
    wait(lambda: panel.index is not None)
    assert QgsProject.instance().write(str(tmp_path / "plain.qgz"))
    assert QgsProject.instance().entryList(project_store.SCOPE, "") == []


def test_a_project_whose_index_has_gone_says_so_and_keeps_the_map_and_the_kept_hits(
    managed, panel, twins, iface, wait, tmp_path
):
    managed.opening.open_together(twins[1:])
    wait(lambda: panel.index is not None)
    panel.results.map_menu.keep.setChecked(True)
    panel.results.map_menu.similarity.setChecked(True)
    panel.index_section.zoom.click()
    for row in (3, 40):
        managed.marking.start(RowExample(row))
        wait(lambda row=row: managed.marking.confirmed and managed.marking.confirmed[0].row == row)
    wait(lambda: "kept" in roles() and "similarity" in roles())
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    managed.open_index(twins[0])
    wait(lambda: panel.index.path == twins[0])
    QgsProject.instance().clear()
    (tmp_path / "twin.h5").unlink()
    assert QgsProject.instance().read(path)
    wait(lambda: any("twin.h5" in text for text in iface.said))
    assert find("similarity").featureCount() == 60
    assert "kept" in roles()


@pytest.mark.parametrize("value", ["[]", "{", '{"query": {"hits": "many", "layer": 3}, "x": 1}'])
def test_what_somebody_else_wrote_under_our_name_does_no_harm(managed, panel, value, tmp_path):
    project = QgsProject.instance()
    project.writeEntry(project_store.SCOPE, project_store.CHOICES, value)
    assert project.write(str(tmp_path / "odd.qgz"))
    assert project.read(str(tmp_path / "odd.qgz"))
