"""What tests of every tier share."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

try:
    from hypothesis import settings
except ImportError:
    pass  # not every interpreter that runs tests has it
else:
    # The same examples every time: a failure on one machine is a failure on all.
    settings.register_profile("lookalike", derandomize=True, deadline=None)
    settings.load_profile("lookalike")

ROOT = Path(__file__).resolve().parents[1]

#: Tiers that this interpreter cannot run; so `pytest` alone runs what it can.
collect_ignore = [
    tier
    for tier, package in [("app", "qgis"), ("gui", "qgis"), ("models", "torch"), ("qt6", "PyQt6")]
    if find_spec(package) is None
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real Sentinel-2 data, beside the clone or where LOOKALIKE_DATA says."""
    folder = Path(os.environ.get("LOOKALIKE_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"no real imagery at {folder}; LOOKALIKE_DATA names another place")
    return folder
