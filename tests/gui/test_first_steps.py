"""The card of first steps: each ticks itself, it can be closed for ever and comes back."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel

from lookalike.plugin import folders
from lookalike.plugin.control import manager
from lookalike.plugin.gui.first_steps import FirstSteps
from lookalike.tests.gui.managed import pick_row, rows


def ticks(panel):
    lines = [label.text() for label in panel.first_steps.findChildren(QLabel)]
    return [line[0] == "✓" for line in lines if line[0] in "✓○"]


def how(panel):
    return panel.first_steps.findChild(QLabel, "lookalikeFirstStepsHow").text()


def test_each_step_ticks_itself_when_it_is_done(opened, panel, iface, built, wait, tmp_path):
    managed = opened(built)
    assert not panel.first_steps.isHidden()
    assert ticks(panel) == [False] * 5
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    assert ticks(panel) == [True, False, False, False, False]
    assert "Click a result" in how(panel)
    panel.show()
    at = panel.results.table.visualRect(panel.results.model.index(1, 1)).center()
    viewport = panel.results.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert ticks(panel) == [True, True, False, False, False]
    QTest.keyClicks(panel.results.table, "+")
    wait(lambda: ticks(panel)[2])
    panel.filters.labels.setCheckedItems(["dark"])
    wait(lambda: ticks(panel)[3])
    managed.saving.save_hits(str(tmp_path / "found.gpkg"), panel.results.on_map())
    wait(lambda: ticks(panel) == [True] * 5)
    assert "That is all" in how(panel)


def test_an_open_index_leaves_of_it_the_next_step_unless_all_are_wanted(
    opened, panel, index_file, built
):
    card = panel.first_steps
    panel.resize(360, 800)
    panel.show()
    whole = card.sizeHint().height()
    opened(built)
    assert card.sizeHint().height() < 0.6 * whole
    title = card.findChild(QLabel, "lookalikeFirstStepsTitle")
    assert title.text() == "Step 1 of 5: Search from a place"
    card.tick(0)
    assert title.text() == "Step 2 of 5: Look at the hits"
    card.fold_button.click()
    opened(index_file)
    assert not card.is_folded
    assert title.text() == "First steps"


def test_once_closed_it_stays_so_until_the_menu_brings_it_back(managed, panel, iface):
    panel.first_steps.close_button.click()
    again = manager.Manager(iface, panel)
    assert panel.first_steps.isHidden()
    again.stop()
    panel.first_steps.tick(0)
    panel.first_steps.reopen.trigger()
    assert not panel.first_steps.isHidden()
    assert ticks(panel) == [False] * 5
    panel.first_steps.hide()
    manager.Manager(iface, panel).stop()
    assert not panel.first_steps.isHidden()


@pytest.mark.parametrize("has_layers", [False, True])
def test_the_sample_comes_onto_a_map(managed, panel, iface, wait, has_layers, request):
    if has_layers:
        request.getfixturevalue("scene_layer")
    before = len(QgsProject.instance().mapLayers())
    panel.first_steps.map.click()
    wait(lambda: panel.index is not None)
    assert panel.index.path == str(folders.SAMPLE)
    assert len(QgsProject.instance().mapLayers()) == max(before, 1)
    wait(lambda: iface.canvas.extent().width() > 1_000_000)  # metres: Europe


def test_it_fits_the_narrowest_panel(qgis_app):
    card = FirstSteps()
    assert card.minimumSizeHint().width() <= 330
    card.deleteLater()
