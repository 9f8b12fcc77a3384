"""Run pytest in the process that this file is run in: QGIS, started by `scripts/run_in_qgis.py`."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = [
    f"--rootdir={ROOT}",
    f"--config-file={ROOT / 'pyproject.toml'}",
    "--no-header",
    "-pno:cacheprovider",
    # Its application and its iface are stand-ins; here are the real ones.
    "-pno:pytest_qgis",
]

arguments = sys.argv[1:]
if not any(Path(argument.partition("::")[0]).exists() for argument in arguments):
    arguments.append(str(ROOT / "tests" / "app"))
sys.exit(pytest.main([*OPTIONS, *arguments]))
