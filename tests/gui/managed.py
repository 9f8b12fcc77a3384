"""QGIS's interface as far as a manager needs it, and a manager at work on a real index."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial

import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

from lookalike.plugin import layers
from lookalike.plugin.control import library, manager
from lookalike.plugin.core.index import Index
from lookalike.plugin.gui.panel import Panel

CENTRE = QPoint(200, 200)


class Iface:
    """As much of QGIS's interface as the manager needs."""

    def __init__(self):
        self.window = QMainWindow()
        self.canvas, self.bar = QgsMapCanvas(), QgsMessageBar()
        self.canvas.resize(400, 400)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        self.canvas.show()

    def mapCanvas(self):
        return self.canvas

    def mapCanvases(self):
        return [self.canvas]

    def messageBar(self):
        return self.bar

    def mainWindow(self):
        return self.window

    @property
    def said(self):
        return [item.text() for item in self.bar.items()]


@pytest.fixture
def iface(qgis_app):
    iface = Iface()
    yield iface
    for widget in (iface.canvas, iface.bar, iface.window):
        widget.deleteLater()


@pytest.fixture
def panel(qgis_app, tiny_model):
    panel = Panel([str(tiny_model.parent)])
    yield panel
    panel.deleteLater()


@pytest.fixture
def managed(iface, panel, models, monkeypatch, tmp_path):
    """A manager without a sample index."""
    monkeypatch.setattr(library, "SAMPLE", tmp_path / "none.h5")
    one = manager.Manager(iface, panel)
    yield one
    one.stop()


@pytest.fixture
def opened(managed, panel, wait):
    """Open an index and go there."""

    def open_index(path):
        managed.open_index(str(path))
        wait(lambda: panel.index is not None and panel.index.path == str(path))
        panel.index_section.zoom.click()
        return managed

    return open_index


def click(iface, at=CENTRE, keys=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(iface.canvas.viewport(), Qt.MouseButton.LeftButton, keys, at)


def pick_row(managed, iface, row, keys=Qt.KeyboardModifier.NoModifier):
    """Click on a patch of the index that is open."""
    source, window = Index.open(managed._panel.index.path).place(row)
    managed.looking.zoom(layers.lonlat_edges(source.footprint(window), source.crs), 3)
    click(iface, keys=keys)


def rows(panel):
    model = panel.results.model
    return [model.hit(row).row for row in range(model.rowCount())]


def query(managed):
    return list(managed.result_layers.find("query").getFeatures())


@pytest.fixture
def drawing(opened, panel, built_scene, scene_layer, iface):
    """Ready to draw on the scene, whose index is open."""
    managed = opened(built_scene)
    panel.query_section.from_raster.click()
    panel.query_section.tool.trigger()
    assert iface.canvas.mapTool() is managed.map_query.draw
    return managed


@contextmanager
def busy(worker):
    """Let a worker answer nothing for a while, as if its disk were slow."""
    go = threading.Event()
    worker.give(partial(go.wait, 20), lambda *_: None)
    try:
        yield
    finally:
        go.set()


def all_answered(worker, wait):
    """Wait until a worker has answered all that it was asked."""
    answered = []
    worker.give(lambda: None, lambda *_: answered.append(True))
    wait(lambda: answered)


def states_of(*paths):
    """States of the files of indexes, as the panel knows them of those that are open."""
    return tuple(Index.open(path).state() for path in paths)
