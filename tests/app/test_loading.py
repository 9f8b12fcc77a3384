"""The plugin comes into an empty profile, and goes from it without a trace."""

from __future__ import annotations

import os

import pytest
import qgis.utils
from qgis.core import QgsApplication

from . import leftovers

#: The packages that `run_in_qgis.py --block` keeps from this QGIS.
BLOCKED = os.environ.get("LOOKALIKE_BLOCK", "").replace(",", " ").split()


def test_qgis_lists_the_plugin_with_its_metadata():
    qgis.utils.updateAvailablePlugins()
    assert "lookalike" in qgis.utils.available_plugins
    assert qgis.utils.pluginMetadata("lookalike", "name") == "Lookalike"
    assert qgis.utils.pluginMetadata("lookalike", "hasProcessingProvider") == "yes"


@pytest.mark.usefixtures("plugin")
def test_the_plugin_runs_from_where_qgis_has_it():
    assert qgis.utils.isPluginLoaded("lookalike")
    assert qgis.utils.plugins["lookalike"].__module__ == "lookalike.plugin.plugin"


@pytest.mark.usefixtures("plugin")
def test_the_processing_provider_is_there():
    assert QgsApplication.processingRegistry().providerById("lookalike") is not None


@pytest.mark.usefixtures("unloaded")
def test_load_unload_load_unload_leaves_nothing_behind(load):
    before = leftovers.snapshot()
    for _ in range(2):
        load()
        assert "providers" in leftovers.difference(before, leftovers.snapshot())
        assert qgis.utils.unloadPlugin("lookalike")
        assert leftovers.difference(before, leftovers.snapshot()) == {}


@pytest.mark.skipif(not BLOCKED, reason="nothing is blocked in this run")
def test_what_is_blocked_cannot_be_imported():
    for name in BLOCKED:
        with pytest.raises(ImportError):
            __import__(name)
