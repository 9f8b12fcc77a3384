"""The static check finds what only Qt 5 understands. Here, since it asks the real classes."""

from __future__ import annotations

import pytest

from lookalike.scripts.check_qt6 import findings

IMPORTS = """\
from qgis.core import Qgis, QgsMapLayerType, QgsTask
from qgis.PyQt.QtCore import QEvent, Qt, QVariant
from qgis.PyQt.QtWidgets import QDialog, QMessageBox as Box
"""


@pytest.mark.parametrize(
    "line",
    [
        "role = Qt.DisplayRole",
        "yes = Box.Yes",
        "level = Qgis.Warning",
        "flag = QgsTask.CanCancel",
        "QDialog().exec_()",
        "from PyQt5.QtCore import QObject",
        "import PyQt6",
        "expression = QRegExp('a')",
    ],
)
def test_what_qt_6_refuses_is_found(line):
    assert [number for number, _ in findings(f"{IMPORTS}{line}\n")] == [4]


@pytest.mark.parametrize(
    "line",
    [
        "role = Qt.ItemDataRole.DisplayRole",
        "level = Qgis.MessageLevel.Warning",
        "kind = QEvent.Type.DeferredDelete",
        "kind = QgsMapLayerType.RasterLayer",
        "version = Qgis.QGIS_VERSION_INT",
        "QDialog().exec()",
        "from . import sibling",
    ],
)
def test_what_both_understand_is_left_alone(line):
    assert list(findings(f"{IMPORTS}{line}\n")) == []


def test_the_scoped_name_is_told():
    (finding,) = findings(f"{IMPORTS}Box.Yes\n")
    assert finding[1] == "write QMessageBox.StandardButton.Yes for QMessageBox.Yes"
