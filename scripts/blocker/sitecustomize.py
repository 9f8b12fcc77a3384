"""Make the packages named in LOOKALIKE_BLOCK impossible to import, here and in child processes.

This folder is put on PYTHONPATH, so Python reads the file at its start, before any plugin.
"""

from __future__ import annotations

import importlib.abc
import os
import sys


class Blocker(importlib.abc.MetaPathFinder):
    """Refuse the named packages, wherever they are installed."""

    def __init__(self, names: list[str]) -> None:
        self.names = frozenset(names)

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raise for a blocked package, know nothing of others."""
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r} (blocked)", name=name)


if blocked := os.environ.get("LOOKALIKE_BLOCK", "").split(","):
    sys.meta_path.insert(0, Blocker(blocked))
