"""The real QGIS: its window, its registries, and the plugin as QGIS itself loads it.

Run by `scripts/run_in_qgis.py tests/app/inside.py`; elsewhere there is no `iface`.
"""

from __future__ import annotations

import sys
import time
import traceback

import pytest
import qgis.utils as qgis_utils
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication

NAME = "lookalike"


def pytest_collection_modifyitems(items):
    """Outside QGIS's window there is nothing to test here."""
    if not isinstance(qgis_utils.iface, QgisInterface):
        for item in items:
            item.add_marker(pytest.mark.skip(reason="runs inside QGIS: make test-app"))


@pytest.fixture(autouse=True)
def _no_exception_is_lost(monkeypatch):
    """Fail a test when a slot raises, or when QGIS swallows what a plugin raised.

    QGIS turns both into a message on the screen, which no test would see.
    """
    caught = []

    def catch(kind, value, trace, *_where, **_how):
        caught.append("".join(traceback.format_exception(kind, value, trace)))

    monkeypatch.setattr(sys, "excepthook", catch)
    monkeypatch.setattr(qgis_utils, "showException", catch)
    yield
    assert not caught, "\n".join(caught)


@pytest.fixture
def iface():
    """QGIS's own interface object."""
    return qgis_utils.iface


@pytest.fixture
def unloaded():
    """QGIS without the plugin, as it is before a user enables it; afterwards as it was."""
    was_loaded = NAME in qgis_utils.active_plugins
    if was_loaded:
        assert qgis_utils.unloadPlugin(NAME)
    yield
    if NAME in qgis_utils.active_plugins:
        qgis_utils.unloadPlugin(NAME)
    if was_loaded:
        load_plugin()


@pytest.fixture
def plugin():
    """The running plugin object; loaded for this test unless QGIS has it running already."""
    was_loaded = NAME in qgis_utils.active_plugins
    yield qgis_utils.plugins[NAME] if was_loaded else load_plugin()
    if not was_loaded:
        assert qgis_utils.unloadPlugin(NAME)


def load_plugin():
    """Load and start the plugin as QGIS's plugin manager does."""
    qgis_utils.updateAvailablePlugins()
    assert qgis_utils.loadPlugin(NAME)
    assert qgis_utils.startPlugin(NAME)
    return qgis_utils.plugins[NAME]


@pytest.fixture
def load():
    """The act of loading, for tests that are about it."""
    return load_plugin


@pytest.fixture
def wait_until():
    """Let QGIS go on until a condition holds; fail where it does not within some seconds."""

    def wait(condition, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"not within {seconds} s: {condition}"
            QCoreApplication.processEvents()
            time.sleep(0.005)

    return wait
