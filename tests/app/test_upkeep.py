"""Options, packages and the report in QGIS's own window."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QPushButton

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture(autouse=True)
def _clean(iface):
    QgsSettings().remove("lookalike")
    yield
    QgsSettings().remove("lookalike")
    iface.messageBar().clearWidgets()


@pytest.fixture
def running(unloaded, load):
    """The plugin, loaded into settings that know nothing of it."""
    return load()


def in_options(plugin, act):
    """Do something on our page while QGIS's options are open; they are accepted afterwards."""
    seen = []

    def visit():
        dialog = QApplication.activeModalWidget()
        try:
            page = dialog.findChild(QgsOptionsPageWidget, "lookalikeOptions")
            seen.append(page is not None and page.isVisible())
            act(page)
        finally:
            dialog.findChild(QDialogButtonBox, "buttonBox").button(OK).click()

    QTimer.singleShot(1_000, visit)
    plugin.upkeep.show_options()
    assert seen == [True]


def test_options_open_at_our_page_and_the_panel_follows_them(running):
    in_options(running, lambda page: page.hits.setValue(33))
    assert running.panel.query_section.k.value() == 33


def test_the_next_start_begins_with_the_options(running, load):
    import qgis.utils

    in_options(running, lambda page: page.overlapping.setChecked(True))
    assert qgis.utils.unloadPlugin("lookalike")
    assert load().panel.query_section.overlapping.isChecked()


def test_packages_can_be_managed_while_the_options_are_open(running):
    def manage(page):
        page.findChild(QPushButton, "lookalikeManagePackages").click()
        dialog = running.upkeep.packager._dialog
        assert dialog.isVisible()
        assert dialog.isModal()  # else QGIS's options would keep the mouse from it
        dialog.close()

    in_options(running, manage)


def test_the_menu_of_the_panel_copies_a_report(running, iface, wait_until):
    QApplication.clipboard().clear()
    actions = {one.objectName(): one for one in running.panel.index_section.menu.menu().actions()}
    actions["lookalikeMenuReport"].trigger()
    wait_until(lambda: "QGIS: " in QApplication.clipboard().text())
    assert "The report is on the clipboard" in iface.messageBar().items()[0].text()


def test_the_menu_of_the_panel_opens_the_help(running):
    actions = {one.objectName(): one for one in running.panel.index_section.menu.menu().actions()}
    actions["lookalikeMenuHelp"].trigger()
    assert running.upkeep._help.isVisible()
    assert "Five steps" in running.upkeep._help.pages.toPlainText()


def test_the_build_dialog_leads_to_the_packages(running):
    running.manager.builder.show()
    running.manager.builder._dialog.show_missing(["h5py"])
    running.manager.builder._dialog.missing.install.click()
    assert running.upkeep.packager._dialog.isVisible()
    assert not running.upkeep.packager.is_installing


def test_a_missing_package_is_said_with_a_button_that_leads_there(running, iface):
    from lookalike.plugin.core.errors import MissingPackageError

    error = MissingPackageError(purpose="Drawing", name="onnxruntime", remedy="Type this.")
    running.manager.messages.tell(error)
    item = iface.messageBar().currentItem()
    assert item.text() == "Drawing needs the Python package onnxruntime, which is not installed."
    buttons = {one.text(): one for one in item.findChildren(QPushButton)}
    buttons["Install…"].click()
    assert running.upkeep.packager._dialog.isVisible()


def test_a_package_that_was_missing_and_is_installed_is_complained_of_no_longer(
    running, iface, tmp_path, monkeypatch
):
    from lookalike.plugin.core.errors import MissingPackageError

    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path))
    error = MissingPackageError(purpose="Drawing", name="lookalike_fake", remedy="Type this.")
    running.manager.messages.tell(error)
    running.panel.show_failure()
    running.upkeep.packager.changed.emit()  # another one came
    assert iface.messageBar().currentItem() is not None
    (tmp_path / "lookalike_fake.py").touch()
    running.upkeep.packager.changed.emit()
    assert iface.messageBar().currentItem() is None
    assert "the message above" not in running.panel.state.text()
