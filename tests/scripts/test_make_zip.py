"""The zip has what QGIS needs, nothing else, and bounds."""

from __future__ import annotations

from lookalike.scripts import make_zip

SHIPPED = [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "__init__.py",
    "metadata.txt",
    "models/zoo/SHA256SUMS",
    "models/zoo/s2.onnx",
    "plugin/__init__.py",
    "plugin/core/bits.py",
    "resources/i18n/de.qm",
    "resources/icon.svg",
    "resources/sample/europe.h5",
]
KEPT_BACK = [
    ".ci/run",
    ".gitignore",
    "Makefile",
    "models/train.py",
    "models/zoo/card.md",
    "plugin/gui/.hidden",
    "pyproject.toml",
    "resources/i18n/de.ts",
    "scripts/make_zip.py",
    "setup.py",
    "tests/core/test_bits.py",
]


def test_what_ships_is_the_plugin_its_resources_and_its_models():
    assert make_zip.shipped(KEPT_BACK + SHIPPED[::-1]) == SHIPPED


def test_a_small_whole_plugin_has_no_complaint():
    assert make_zip.complaints({"LICENSE": 1, "__init__.py": 1, "metadata.txt": 1}, 10) == []


def test_what_is_missing_or_too_large_is_named():
    sizes = {"LICENSE": 1, "metadata.txt": 1}
    sizes |= {"models/zoo/a.onnx": 7_000_000, "models/zoo/b.onnx": 7_000_000}
    sizes |= {"resources/sample/europe.h5": 9_000_000}
    assert make_zip.complaints(sizes, 26_000_000) == [
        "__init__.py is missing",
        "the zip has 26.0 MB, 25 are allowed",
        "models/ has 14.0 MB, 12 are allowed",
        "resources/sample/ has 9.0 MB, 8 are allowed",
    ]


def test_the_same_files_give_the_same_bytes(tmp_path):
    paths = ["LICENSE", "metadata.txt"]
    for name in ("one.zip", "two.zip"):
        make_zip.pack(tmp_path / name, paths)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
