"""What the plugin repository would refuse is said before."""

from __future__ import annotations

import pytest

from lookalike.scripts import check_metadata

GOOD = dict.fromkeys(check_metadata.REQUIRED, "something") | {
    "about": "needs onnxruntime and h5py; *.onnx and *.h5 are data",
    "qgisMaximumVersion": "4.99",
    "version": "0.1.0",
    "icon": "icon.png",
    **dict.fromkeys(check_metadata.LINKS, "https://example.org/lookalike"),
}
CHANGELOG = "# Changelog\n\n## [0.1.0] - unreleased\n\n## [0.0.9] - 2026-01-01\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "icon.png").touch()
    return tmp_path


def test_good_metadata_have_no_complaint(folder):
    assert check_metadata.complaints(GOOD, CHANGELOG, folder) == []


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        ("license", "", "license is missing"),
        ("tracker", "http://example.org/lookalike", "no https link"),
        ("homepage", "example.org", "no https link"),
        ("version", "0.1", "1.2.3"),
        ("version", "0.2.0", "CHANGELOG"),
        ("icon", "none.png", "icon"),
        ("about", "needs onnxruntime", "h5py"),
        ("about", "needs onnxruntime and h5py", "are data"),
        ("qgisMaximumVersion", "3.99", "QGIS 4"),
        ("supportsQt6", "yes", "obsolete"),
    ],
)
def test_each_fault_is_named(folder, key, value, word):
    said = check_metadata.complaints({**GOOD, key: value}, CHANGELOG, folder)
    assert any(word in sentence for sentence in said)


def test_ours_is_good(root):
    assert check_metadata.main([str(root)]) == 0
