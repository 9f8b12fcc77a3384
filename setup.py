"""The two facts of the package that stand elsewhere: its version, and which folders it has."""

from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

root = Path(__file__).parent
metadata = ConfigParser(interpolation=None)
metadata.read(root / "metadata.txt", encoding="utf-8")

folders = find_packages(str(root), include=["plugin", "plugin.*", "models", "models.*"])
setup(
    version=metadata["general"]["version"],
    # The repository root is the package: so QGIS wants its plugin folders.
    package_dir={"lookalike": "."},
    packages=["lookalike", *(f"lookalike.{folder}" for folder in folders)],
)
