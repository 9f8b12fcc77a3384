"""Marks, filters, pictures and going back, by mouse and key in QGIS's own window."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def asked(unloaded, load, iface, wait_until):
    """The plugin with a query to the sample answered."""
    QgsSettings().remove("lookalike")
    plugin = load()
    from lookalike.plugin.core.examples import PlaceExample
    from lookalike.plugin.folders import SAMPLE

    if not SAMPLE.is_file():
        pytest.skip("there is no sample index in this plugin")
    wait_until(lambda: plugin.panel.index is not None)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    plugin.panel.index_section.zoom.click()
    plugin.manager.marking.start(PlaceExample(14.446, 48.241, 5_000))  # the Danube below Linz
    wait_until(lambda: plugin.panel.results.model.rowCount() and is_idle(plugin))
    yield plugin
    iface.messageBar().clearWidgets()
    QgsProject.instance().clear()


def is_idle(plugin):
    return plugin.manager.live._running is None


def hit(plugin, row):
    return plugin.panel.results.model.hit(row)


def test_keys_mark_hits_and_ctrl_z_takes_a_mark_back(asked, wait_until):
    panel = asked.panel
    asked.panel.activateWindow()
    panel.results.table.setFocus()
    panel.results.table.selectRow(0)
    best = hit(asked, 0).row
    QTest.keyClicks(panel.results.table, "-")
    wait_until(lambda: is_idle(asked) and len(asked.manager.marking.confirmed) == 2)
    assert best not in [hit(asked, row).row for row in range(100)]
    QTest.keyClick(panel.results.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: is_idle(asked) and len(asked.manager.marking.confirmed) == 1)
    assert hit(asked, 0).row == best


def test_three_rounds_of_the_walk_by_key(asked, wait_until):
    panel, marking = asked.panel, asked.manager.marking
    panel.examples.refine.click()
    for number in range(30):
        wait_until(lambda: panel.refine.hit is not None)
        river = panel.refine.hit.label == "River"
        QTest.keyClick(panel.refine, Qt.Key.Key_Up if river else Qt.Key.Key_Down)
        wait_until(lambda: is_idle(asked) and len(marking.confirmed) == number + 2)  # noqa: B023
    assert panel.refine.rounds.text().startswith("Round 4")
    labels = [hit(asked, row).label for row in range(50)]
    assert labels.count("River") >= 45


def test_a_filter_and_the_threshold_act_at_once(asked, wait_until):
    asked.panel.filters.labels.setCheckedItems(["Highway"])
    wait_until(lambda: is_idle(asked) and "of 21,600 patches" in asked.panel.state.text())
    assert {hit(asked, row).label for row in range(100)} == {"Highway"}
    asked.panel.results.histogram.show_count(7)
    layer = asked.manager.result_layers.find("hits")
    assert layer.featureCount() == 7


def test_the_window_never_waits_long_while_hits_are_marked_and_pictures_shown(asked, wait_until):
    asked.panel.results.as_grid.setChecked(True)
    gaps, last = [], [time.perf_counter()]

    def tick():
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)
    for number in range(10):
        asked.manager.marking.mark(hit(asked, number), number % 3 > 0)
        end = time.monotonic() + 0.15
        wait_until(lambda: time.monotonic() > end)  # noqa: B023
    timer.stop()
    gaps.sort()
    assert gaps[len(gaps) * 99 // 100] < 0.05  # 99 of 100: other programs take the processor too
