"""The footprints of an index as a layer, made by the algorithm of the toolbox in a task."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import ChildFailedError
from ..layers import MARK
from ..processing.export_footprints import ExportFootprints
from ..words import tr

IN_MEMORY = 100_000  # patches; more go to a temporary file, whose spatial index draws them faster


class FootprintLayers(QObject):
    """Runs the algorithm; QGIS shows its progress and lets the user cancel it.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[_Run] = []
        QgsProject.instance().cleared.connect(self._drop)

    def make(self, path: str, rows: int) -> None:
        """Make the layer of one index; it comes into the project when it is whole."""
        run = _Run(path, rows, self)
        run.ended.connect(self._on_ended)
        self._runs.append(run)
        run.start()

    def stop(self) -> None:
        """Cancel what runs, and wait for its end."""
        QgsProject.instance().cleared.disconnect(self._drop)
        self._drop()
        for run in self._runs:
            run.wait()

    def _drop(self) -> None:
        """Let nothing come of what runs: it was for a project that has gone."""
        for run in self._runs:
            run.drop()

    def _on_ended(self, run: _Run, problem: str) -> None:
        self._runs.remove(run)
        if problem:
            self.failed.emit(ChildFailedError(problem=problem))


class _Run(QObject):
    """One run of the algorithm."""

    ended = pyqtSignal(object, str)

    def __init__(self, path: str, rows: int, parent: QObject) -> None:
        super().__init__(parent)
        self._name = tr("Footprints of {index}").format(index=Path(path).stem)
        self._context, self._feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        self._context.setProject(QgsProject.instance())
        self._algorithm = ExportFootprints().create()
        large = QgsProcessingUtils.generateTempFilename("footprints.gpkg")
        target = "TEMPORARY_OUTPUT" if rows <= IN_MEMORY else large
        parameters = {ExportFootprints.INDEX: path, ExportFootprints.OUTPUT: target}
        self.task = QgsProcessingAlgRunnerTask(
            self._algorithm, parameters, self._context, self._feedback
        )
        self.task.setDescription(self._name)
        self._is_dropped = False
        self.task.executed.connect(self._on_executed)
        # It may end when we have gone, and works with these until then.
        self.task.executed.connect(partial(_keep, self._algorithm, self._context, self._feedback))

    def start(self) -> None:
        """Queue it."""
        QgsApplication.taskManager().addTask(self.task)

    def drop(self) -> None:
        """Cancel it; what it may have made already is not shown."""
        self._is_dropped = True
        self.task.cancel()

    def wait(self) -> None:
        """Wait until its thread has left our code, which may go next."""
        while not self.task.waitForFinished(1):
            time.sleep(0.005)  # in which that thread gets Python

    def _on_executed(self, done: bool, results: dict[str, Any]) -> None:
        problem = ""
        if self._is_dropped:
            pass
        elif done and results:
            self._add(results[ExportFootprints.OUTPUT])
        elif not self.task.isCanceled():
            problem = self._feedback.textLog().strip().splitlines()[-1:] or [tr("see the log")]
            problem = problem[0].rstrip(".")
        self.ended.emit(self, problem)

    def _add(self, target: str) -> None:
        """Put the layer into the project, below the hits."""
        found = QgsProcessingUtils.mapLayerFromString(target, self._context)
        layer = self._context.takeResultLayer(found.id())
        layer.setName(self._name)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # can be made again at any time
        project = QgsProject.instance()
        project.addMapLayer(layer, False)
        root = project.layerTreeRoot()
        above = [n for n, one in enumerate(root.children()) if one.customProperty(MARK) == "group"]
        root.insertLayer(above[0] + 1 if above else 0, layer)


def _keep(*_what: Any) -> None:
    """Have been connected: that keeps it alive."""
