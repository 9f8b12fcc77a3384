"""Lookalike: find every place that looks like this one. QGIS enters here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin.plugin import LookalikePlugin


def classFactory(iface: QgisInterface) -> LookalikePlugin:
    """Make the plugin object that QGIS loads, unloads and asks for algorithms."""
    # Imported here, because this package is also the command line's, where there is no QGIS.
    from .plugin.plugin import LookalikePlugin

    return LookalikePlugin(iface)
