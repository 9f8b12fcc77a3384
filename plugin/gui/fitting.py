"""A dialog takes the height that it needs: a layout with wrapped text does not by itself."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """Give a dialog the height that its layout needs at its width."""
    layout = dialog.layout()
    layout.activate()
    dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))
