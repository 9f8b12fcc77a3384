"""Files dropped on QGIS: an index is opened, whatever else it is goes QGIS's own way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication

SMALL = Path(__file__).resolve().parents[1] / "data" / "index" / "v1.h5"


def drop(widget, path):
    """Drag a file onto a widget as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), *how))


@pytest.fixture
def index(tmp_path):
    return str(shutil.copy(SMALL, tmp_path / "dropped.h5"))


def test_an_index_dropped_on_the_window_opens_in_the_panel(plugin, iface, index, wait_until):
    plugin.panel.setUserVisible(False)
    drop(iface.mainWindow(), index)
    wait_until(lambda: plugin.panel.index is not None and plugin.panel.index.path == index)
    assert plugin.panel.isUserVisible()


def test_an_index_dropped_on_the_panel_opens(plugin, index, wait_until):
    drop(plugin.panel, index)
    wait_until(lambda: plugin.panel.index is not None and plugin.panel.index.path == index)


def test_any_other_file_is_qgis_business(plugin, iface, index, tmp_path, wait_until):
    drop(plugin.panel, index)
    wait_until(lambda: plugin.panel.index is not None and plugin.panel.index.path == index)
    points = tmp_path / "points.geojson"
    points.write_text('{"type": "Point", "coordinates": [9, 46]}', encoding="utf-8")
    drop(iface.mainWindow(), points)
    wait_until(lambda: QgsProject.instance().mapLayersByName("points"))
    QgsProject.instance().clear()
    assert plugin.panel.index.path == index
