"""Our widgets on Qt 6: `make test-qt6`, in an environment that has PyQt6 and no QGIS."""

from __future__ import annotations

import os
import sys
import traceback

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PyQt6.QtCore import QSettings, QTimer
from PyQt6.QtWidgets import QApplication, QDialog, QMenu

from lookalike.tests.qt6 import qgis_on_qt6

qgis_on_qt6.install()


@pytest.fixture(scope="session")
def application():
    return QApplication([])


@pytest.fixture(autouse=True)
def _clean(application, tmp_path):
    """Settings of this test alone; no menu or dialog keeps it waiting; no exception is lost."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    application.setOrganizationName("lookalike")
    caught = []
    before, sys.excepthook = sys.excepthook, lambda *what: caught.append(what)
    closing = QTimer()
    closing.timeout.connect(close_popups)
    closing.start(20)
    yield
    closing.stop()
    for widget in application.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    application.processEvents()
    sys.excepthook = before
    assert not caught, "".join(traceback.format_exception(*caught[0]))


def close_popups():
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if isinstance(widget, (QMenu, QDialog)):
            widget.close()
