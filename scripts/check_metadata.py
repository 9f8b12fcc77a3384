"""Check metadata.txt and CHANGELOG.md against what the QGIS plugin repository asks for.

Usage: check_metadata.py FOLDER
"""

from __future__ import annotations

import re
import sys
from configparser import ConfigParser
from pathlib import Path

REQUIRED = [
    *("about", "author", "description", "email", "hasProcessingProvider", "homepage", "icon"),
    *("license", "name", "qgisMaximumVersion", "qgisMinimumVersion", "repository", "tags"),
    *("tracker", "version"),
]
LINKS = ("homepage", "repository", "tracker")


def complaints(entries: dict[str, str], changelog: str, root: Path) -> list[str]:
    """Say what is wrong; empty where all is well.

    Parameters
    ----------
    entries
        The section ``general`` of metadata.txt.
    changelog
        The text of CHANGELOG.md.
    root
        Where the paths that the metadata name begin.
    """
    said = [f"{key} is missing" for key in REQUIRED if not entries.get(key, "").strip()]
    for key in LINKS:
        if not re.fullmatch(r"https://[\w.-]+/\S+", entries.get(key, "")):
            said.append(f"{key} is no https link")
    if not re.fullmatch(r"\d+\.\d+\.\d+", entries.get("version", "")):
        said.append("version is not of the form 1.2.3")
    newest = re.search(r"^## \[(.*?)\]", changelog, re.MULTILINE)
    if newest is None or newest[1] != entries.get("version"):
        said.append("CHANGELOG.md does not begin with the version of metadata.txt")
    if "supportsQt6" in entries:
        said.append("supportsQt6 is obsolete; qgisMaximumVersion=4.99 says it")
    if not (root / entries.get("icon", "")).is_file():
        said.append("the icon is not there")
    for package in ("onnxruntime", "h5py"):
        if package not in entries.get("about", ""):
            said.append(f"about does not name the dependency {package}")
    for data in (".onnx", ".h5"):
        if f"*{data}" not in entries.get("about", ""):
            said.append(f"about does not say that {data} files are data")
    if entries.get("qgisMaximumVersion", "").partition(".")[0] != "4":
        said.append("qgisMaximumVersion leaves QGIS 4 out")
    return said


def main(arguments: list[str]) -> int:
    """Print what is wrong."""
    folder = Path(arguments[0])
    metadata = ConfigParser(interpolation=None)
    metadata.optionxform = str  # keys are told apart by case
    metadata.read(folder / "metadata.txt", encoding="utf-8")
    changelog = (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    said = complaints(dict(metadata["general"]), changelog, folder)
    for sentence in said:
        print(f"metadata.txt: {sentence}")
    return bool(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
