"""Messages can be read to their end, though QGIS's message bar shows one line."""

from __future__ import annotations

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageViewer
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QWidget

from lookalike.plugin.control.builder import Builder
from lookalike.plugin.message_bar import put

LONG = "Cannot read the raster: it is damaged. " * 20


@pytest.fixture
def bar(qgis_app):
    bar = QgsMessageBar()
    bar.resize(800, 40)
    yield bar
    bar.deleteLater()


def buttons(message):
    return [one.text() for one in message.findChildren(QPushButton)]


def read_all(message):
    """What a click on "Read all…" shows."""
    message.findChild(QPushButton, "lookalikeReadAll").click()
    (viewer,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QgsMessageViewer))
    text = "\n".join(edit.toPlainText() for edit in viewer.children() if hasattr(edit, "toHtml"))
    viewer.close()
    viewer.deleteLater()
    return text


def test_what_fits_is_shown_as_it_is(bar):
    message = put(bar, "Saved.", Qgis.MessageLevel.Success)
    assert message.text() == "Saved."
    assert buttons(message) == []


def test_a_bar_that_is_not_seen_yet_has_the_room_that_it_will_have(qgis_app):
    window = QWidget()
    window.resize(800, 600)
    bar = QgsMessageBar(window)
    bar.resize(100, 40)
    assert buttons(put(bar, "The index was built.", Qgis.MessageLevel.Success)) == []


def test_what_does_not_fit_can_be_read_in_a_window(bar):
    assert LONG.strip() in read_all(put(bar, LONG, Qgis.MessageLevel.Warning, 0))


def test_details_can_be_read_and_what_to_do_comes_last(bar):
    install = QPushButton("Install…")
    message = put(bar, "Short.", Qgis.MessageLevel.Warning, 0, "a.tif: broken", install)
    assert buttons(message) == ["Read all…", "Install…"]
    assert read_all(message) == "Short.\n\na.tif: broken"


def test_a_build_names_the_files_that_it_skipped(iface):
    builder = Builder(iface)
    skipped = [[f"/a/{name}.tif", f"Cannot read /a/{name}.tif."] for name in "pqrs"]
    builder._on_finished({"rows": 1, "sources": 1, "index": "/a.h5", "skipped": skipped})
    assert "Skipped files: 4 (p.tif, q.tif, r.tif, …)." in iface.said[0]
    assert read_all(iface.bar.items()[0]).count("s.tif") == 1
