"""The report of a problem: complete, and without the user's paths."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar

from lookalike.plugin import diagnostics, environment
from lookalike.plugin.diagnostics import Inquiry, LastProblem
from lookalike.tests.gui.made import SUMMARY

needs_packages = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


@pytest.fixture
def bar(qgis_app):
    bar = QgsMessageBar()
    yield bar
    bar.deleteLater()


@pytest.fixture
def last(bar):
    last = LastProblem(bar)
    yield last
    last.stop()


def test_the_report_names_all_versions_the_index_and_the_model(last):
    text = diagnostics.report({"onnxruntime": "1.2", "h5py": "3.4 (HDF5 1.14)"}, SUMMARY, last)
    for part in (
        f"QGIS: {Qgis.QGIS_VERSION}, Qt 5" if Qgis.QGIS_VERSION.startswith("3") else "QGIS: ",
        f"numpy {np.__version__}",
        "GDAL 3.",
        "onnxruntime: 1.2",
        "h5py: 3.4 (HDF5 1.14)",
        "21600 patches of 5 sources, 128 bits, model tiny",
        "s2rgb-128.onnx",
        "threads=0",
        "Last error: none",
    ):
        assert part in text


def test_without_an_index_it_says_so(last):
    assert "Index: none open" in diagnostics.report({}, None, last)


def test_the_last_error_of_ours_is_in_it(bar, last):
    bar.pushMessage("Lookalike", "The index is damaged.", Qgis.MessageLevel.Warning)
    bar.pushMessage("Lookalike", "All is built.", Qgis.MessageLevel.Success)
    bar.pushMessage("Other", "Of another plugin.", Qgis.MessageLevel.Warning)
    QgsMessageLog.logMessage("Traceback: here", "Lookalike", Qgis.MessageLevel.Critical)
    QgsMessageLog.logMessage("Traceback: there", "Other", Qgis.MessageLevel.Critical)
    text = diagnostics.report({}, None, last)
    assert "Last error: The index is damaged." in text
    assert text.rstrip().endswith("Traceback: here")


def test_no_path_below_the_home_folder_is_told(last):
    home = Path.home()
    QgsMessageLog.logMessage(f'File "{home}/a.py"', "Lookalike", Qgis.MessageLevel.Critical)
    text = diagnostics.report({"h5py": f"from {home}/x"}, None, last)
    assert str(home) + "/" not in text
    assert 'File "~/a.py"' in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"C:\Users\Ann Lee\a.h5", r"~\a.h5"),
        ("C:/Users/Ann Lee/a.h5", "~/a.h5"),
        (r'"C:\\Users\\Ann Lee\\a.h5"', r'"~\\a.h5"'),
        (r"D:\data\a.h5", r"D:\data\a.h5"),
    ],
)
def test_a_home_folder_is_found_however_it_is_spelt(text, shown):
    assert diagnostics.without_home(text, [r"C:\Users\Ann Lee"]) == shown


def asked(wait):
    inquiry, said = Inquiry(), []
    inquiry.answered.connect(said.append)
    inquiry.start()
    wait(lambda: said)
    inquiry.stop()
    return said[0]


@needs_packages
def test_the_packages_say_in_children_what_they_are(qgis_app, wait):
    said = asked(wait)
    assert "CPUExecutionProvider" in said["onnxruntime"]
    assert "HDF5 " in said["h5py"]


def test_a_package_that_is_missing_is_said_in_the_report(qgis_app, wait, monkeypatch, tmp_path):
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path))
    said = asked(wait)
    assert "h5py" in said
    if environment.missing(["h5py"]):
        assert "not installed" in said["h5py"]
