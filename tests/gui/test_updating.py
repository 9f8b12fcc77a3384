"""An index is updated from the panel, in children, while the search goes on."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from lookalike.plugin import environment
from lookalike.plugin.core.index import Index
from lookalike.plugin.gui.update_dialog import UpdateDialog
from lookalike.tests.gui.managed import pick_row, rows

pytestmark = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def asked(opened, panel, growing, wait):
    """The dialog for an index of three images, in whose folder there are five."""
    managed = opened(growing)
    panel.index_section.update_button.click()
    wait(lambda: managed.updater.dialog is not None)
    return managed


@pytest.fixture
def finish(asked, wait):
    """Press the button, and wait for the end."""

    def start():
        press(asked.updater.dialog.start)
        assert asked.updater.is_updating
        wait(lambda: not asked.updater.is_updating)
        return asked.updater.dialog

    return start


def test_new_images_come_in_and_the_query_stays(asked, panel, iface, finish, wait):
    panel.query_section.tool.trigger()
    pick_row(asked, iface, 1)
    wait(lambda: rows(panel) == [0, 2])
    examples = asked.marking.confirmed[0].id
    dialog = finish()
    assert dialog.message.text() == "New images: 2."
    assert iface.said == ["a.h5: New images: 2."]
    wait(lambda: panel.index.rows == 5 and len(rows(panel)) == 4)
    assert asked.marking.confirmed[0].id == examples
    assert not dialog.bar.isVisible()
    assert dialog.start.text() == "&Update"


def test_it_is_searched_while_the_update_runs(asked, panel, iface, wait):
    panel.query_section.tool.trigger()
    press(asked.updater.dialog.start)
    pick_row(asked, iface, 1)
    wait(lambda: rows(panel))
    assert asked.updater.is_updating
    wait(lambda: not asked.updater.is_updating)


def test_what_is_changed_moved_and_gone_is_said(asked, panel, growing, finish, iface, wait):
    finish()
    wait(lambda: panel.index.rows == 5)
    changed, moved, gone, *_ = sorted((growing.parent / "growing").rglob("*.tif"))
    changed.write_bytes(changed.read_bytes() + b" ")
    (moved.parent / "elsewhere").mkdir()
    moved.rename(moved.parent / "elsewhere" / moved.name)
    gone.unlink()
    asked.updater.dialog.remove.setChecked(True)
    dialog = finish()
    said = "Changed, and encoded anew: 1. Moved: 1. Gone, and removed: 1."
    assert dialog.message.text().startswith(said)
    assert dialog.list.toPlainText() == f"removed: {gone}"
    wait(lambda: panel.index.rows == 4)
    finish()
    assert "Nothing has changed" in dialog.message.text()


def test_a_stopped_update_leaves_the_index_and_goes_on(asked, growing, finish, wait):
    before = growing.read_bytes()
    dialog = asked.updater.dialog
    press(dialog.start)
    assert dialog.start.text() == "&Stop"
    press(dialog.start)
    wait(lambda: not asked.updater.is_updating)
    assert "Stopped; the index is as it was" in dialog.message.text()
    assert growing.read_bytes() == before
    finish()
    assert len(Index.open(growing)) == 5


def test_the_properties_offer_it_too(opened, panel, growing, wait):
    managed = opened(growing)
    panel.index_section.properties.click()
    page = managed.properties.dialog.pages[str(growing)]
    wait(lambda: page.update_button.isVisible())
    press(page.update_button)
    wait(lambda: managed.updater.dialog is not None)
    assert managed.updater.dialog.windowTitle() == "Update growing"
    assert managed.updater.dialog.archive.filePath() == str(growing.parent / "growing")
    managed.properties.dialog.close()


def test_without_images_or_packages_it_cannot_start_and_says_why(qgis_app):
    dialog, asked = UpdateDialog(), []
    dialog.packages_asked.connect(lambda: asked.append(1))
    dialog.show_index("Europe", "")
    assert "Choose their folder" in dialog.message.text()
    assert not dialog.start.isEnabled()
    dialog.archive.setFilePath("/images")
    assert dialog.start.isEnabled()
    dialog.show_missing(["h5py"])
    assert not dialog.start.isEnabled()
    dialog.findChild(type(dialog.start), "lookalikeInstallMissing").click()
    assert asked == [1]
    dialog.deleteLater()
