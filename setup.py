"""The two facts of the package that stand elsewhere: its version, and which folders it has."""

from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

root = Path(__file__).parent
metadata = ConfigParser(interpolation=None)
metadata.read(root / "metadata.txt", encoding="utf-8")

setup(
    version=metadata["general"]["version"],
    # The repository root is the package (QGIS wants the plugin folder so).
    package_dir={"lookalike": "."},
    packages=[
        "lookalike",
        *(
            f"lookalike.{name}"
            for name in find_packages(str(root), include=["plugin", "plugin.*", "models", "models.*"])
        ),
    ],
)
