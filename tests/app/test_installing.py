"""The zip, installed by QGIS's own Install from ZIP: `run_in_qgis.py --plugin ZIP`."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
import qgis.utils
from qgis.core import QgsApplication, QgsSettings

INSTALLED = os.environ.get("LOOKALIKE_INSTALL", "")


@pytest.mark.skipif(not INSTALLED, reason="QGIS has not installed the plugin in this run")
def test_qgis_installs_starts_and_remembers_the_plugin():
    folder = Path(QgsApplication.qgisSettingsDirPath(), "python", "plugins", "lookalike")
    there = {str(path.relative_to(folder.parent)) for path in folder.rglob("*") if path.is_file()}
    assert there == set(zipfile.ZipFile(INSTALLED).namelist())
    assert qgis.utils.isPluginLoaded("lookalike")
    assert QgsSettings().value("PythonPlugins/lookalike", False, type=bool)
