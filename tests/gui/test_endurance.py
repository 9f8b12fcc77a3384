"""A panel that is used all day keeps nothing, and survives whatever ends in the middle."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsFeatureStore, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QTimer

from lookalike.plugin import environment, folders
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.hits import Hit, Hits, Ranking
from lookalike.tests.gui.managed import rows

SEARCHES = 500
ANSWER = 20_000  # bytes that one answer of 50 hits takes at least, features included
#: Kinds of which a search makes some, and leaves none.
KINDS = (Hits, Ranking, Hit, QgsFeature, QgsFeatureStore, QgsMapLayer, QTimer)

needs_packages = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


def search(managed, row, wait):
    """Ask with an indexed patch, alone, until its hits are on the map."""
    managed.marking.start(RowExample(row))
    wait(lambda: is_idle(managed))


def is_idle(managed):
    filling = managed.result_layers._filling.values()
    return managed.live._running is None and not any(one._turn.isActive() for one in filling)


def settle():
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def alive(managed, panel):
    """Count what is there now."""
    settle()
    kinds = Counter()
    for thing in gc.get_objects():
        kinds.update(kind.__name__ for kind in KINDS if isinstance(thing, kind))
    return {
        **kinds,
        "layers": len(QgsProject.instance().mapLayers()),
        "children": sum(len(one.findChildren(QObject)) for one in (managed, panel)),
        "threads": len(list(Path("/proc/self/task").glob("*"))),
    }


def resident():
    """Bytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts in /proc")
def test_five_hundred_searches_leave_nothing(opened, panel, built, wait):
    managed = opened(built)
    for number in range(60):  # histories and caches are full
        search(managed, number, wait)
    before, memory = alive(managed, panel), resident()
    for number in range(SEARCHES):
        search(managed, number % 60, wait)
    after = alive(managed, panel)
    assert {name: after[name] - before.get(name, 0) for name in after if name != "threads"} == {
        name: 0 for name in after if name != "threads"
    }
    assert after["threads"] <= before["threads"] + 2  # QGIS's own pool comes and goes
    assert resident() - memory < SEARCHES * ANSWER


# -- in the middle -----------------------------------------------------------------------------


def close_project(_managed):
    QgsProject.instance().clear()


def stop(managed):
    managed.stop()
    managed.stop = settle  # the fixture's turn comes too late


IN_THE_MIDDLE = pytest.mark.parametrize("end", [close_project, stop])


def quiet(managed, wait):
    """Wait until nothing works any more; a thread that was stopped is gone."""
    settle()
    wait(lambda: is_idle(managed))
    settle()


@IN_THE_MIDDLE
def test_ending_in_the_middle_of_a_search_is_safe(opened, panel, built, wait, end):
    managed = opened(built)
    search(managed, 3, wait)
    managed.marking.start(RowExample(7))
    assert managed.live._running is not None
    end(managed)
    quiet(managed, wait)
    if end is close_project:
        assert managed.result_layers.find("hits") is None or not rows(panel)
        search(managed, 9, wait)
        assert len(rows(panel)) > 0
    else:
        assert not managed._worker.is_running


@IN_THE_MIDDLE
def test_ending_while_pictures_are_read_is_safe(opened, panel, built, wait, end):
    managed = opened(built)
    panel.resize(360, 900)
    panel.show()
    panel.results.as_grid.setChecked(True)
    search(managed, 3, wait)
    wait(lambda: managed.thumbnails._is_reading or managed.thumbnails._kept)
    end(managed)
    quiet(managed, wait)
    assert end is close_project or not managed.thumbnails._worker.is_running
    panel.hide()


@IN_THE_MIDDLE
def test_ending_while_footprints_are_made_is_safe_and_leaves_none(opened, panel, wait, end):
    managed = opened(folders.SAMPLE)
    tasks = QgsApplication.taskManager()
    panel.index_section.footprints.click()
    wait(lambda: tasks.tasks() and tasks.tasks()[0].progress() > 0)
    end(managed)
    wait(lambda: not tasks.tasks())
    settle()
    assert QgsProject.instance().mapLayers() == {}


@needs_packages
@IN_THE_MIDDLE
def test_ending_in_the_middle_of_a_build_is_safe(
    managed, panel, scene, tiny_model, tmp_path, wait, end
):
    index = tmp_path / "new.h5"
    request = BuildRequest(str(scene), str(index), str(tiny_model), stride=16, layer="model")
    told = []
    managed.builder.built.connect(told.append)
    managed.builder.build(request)
    wait(lambda: managed.builder._run is not None and managed.builder._run.is_running)
    process = managed.builder._run._child._process.processId()
    end(managed)
    if end is close_project:  # a build is of no project: it goes on
        wait(lambda: told, 120)
        assert index.exists()
    else:
        wait(lambda: not Path(f"/proc/{process}").exists())
        assert not told
        assert not index.exists()
