"""Files that travel inside the QGIS project, and go with the layers that show them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject


class Attachments(QObject):
    """Takes files into the project: its .qgz holds them, so what was made is there again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leaving: list[str] = []  # files of layers that are being removed
        project = QgsProject.instance()
        project.layersWillBeRemoved.connect(self._on_leaving)
        project.layersRemoved.connect(self._on_left)

    def stop(self) -> None:
        """Listen to the project no more."""
        project = QgsProject.instance()
        project.layersWillBeRemoved.disconnect(self._on_leaving)
        project.layersRemoved.disconnect(self._on_left)

    def take(self, path: str) -> str:
        """Move a finished file into the project; return where it is now."""
        taken = QgsProject.instance().createAttachedFile(Path(path).name)
        shutil.move(path, taken)
        return taken

    def drop(self, path: str) -> None:
        """Delete a file of the project, unless it is somebody else's."""
        project = QgsProject.instance()
        if path in project.attachedFiles():
            project.removeAttachedFile(path)

    def _on_leaving(self, layers: Sequence[str]) -> None:
        project = QgsProject.instance()
        sources = (project.mapLayer(layer).source() for layer in layers)
        self._leaving += [source.split("|")[0] for source in sources]

    def _on_left(self) -> None:
        leaving, self._leaving = self._leaving, []
        for path in leaving:
            self.drop(path)
