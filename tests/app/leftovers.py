"""What a plugin can leave in QGIS: everything that it could have registered, counted."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtBoundSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QShortcut, QToolBar, QToolButton, QWidget
from qgis.utils import iface

Snapshot = dict[str, Counter]


def snapshot() -> Snapshot:
    """Count what is in QGIS now, kind by kind."""
    settle()
    window = iface.mainWindow()
    canvas = iface.mapCanvas()
    project = QgsProject.instance()
    providers = QgsApplication.processingRegistry().providers()
    return {
        "actions": Counter(map(name, filter(is_in_use, window.findChildren(QAction)))),
        "docks": Counter(map(name, window.findChildren(QDockWidget))),
        "menus": Counter(entries(window.menuBar())),
        "shortcuts": Counter(s.key().toString() for s in window.findChildren(QShortcut)),
        "toolbars": Counter(map(name, window.findChildren(QToolBar))),
        "buttons": Counter(map(name, window.findChildren(QToolButton))),
        "canvas items": Counter(type(item).__name__ for item in canvas.scene().items()),
        "map tool": Counter([type(canvas.mapTool()).__name__]),
        "listeners of the canvas": listeners(canvas),
        "listeners of the interface": listeners(iface),
        "listeners of the layer tree": listeners(project.layerTreeRoot()),
        "listeners of the project": listeners(project),
        "objects of the canvas": ours(canvas),
        "objects of the window": ours(window),
        "layers": Counter(project.mapLayers()),
        "providers": Counter(provider.id() for provider in providers),
        "tasks": Counter(task.description() for task in QgsApplication.taskManager().tasks()),
        "threads": Counter(thread.name for thread in threading.enumerate()),
        "processes": Counter(processes()),
    }


def difference(before: Snapshot, after: Snapshot) -> dict[str, dict[str, int]]:
    """Say how many more (or fewer) of what there are now; empty where all is as it was."""
    found = {}
    for kind, counts in after.items():
        names = counts.keys() | before[kind].keys()
        changes = {key: counts[key] - before[kind][key] for key in sorted(names)}
        if changes := {key: change for key, change in changes.items() if change}:
            found[kind] = changes
    return found


def settle() -> None:
    """Let QGIS do what it has put off, deletions included."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def name(thing: QAction | QWidget) -> str:
    """Name a widget or an action by what a developer and a user call it."""
    words = getattr(thing, "text", getattr(thing, "windowTitle", str))()
    return f"{thing.objectName()} {words}".strip()


def is_in_use(action: QAction) -> bool:
    """Leave out what QGIS keeps of a plugin's emptied submenu: its title and the separator."""
    of_a_menu = action.isSeparator() or action.menu() is not None
    return not of_a_menu or bool(action.associatedWidgets())


def entries(menu: QWidget, path: str = "") -> Iterator[str]:
    """Name every entry that a user can reach from a menu."""
    for action in menu.actions():
        here = f"{path}/{action.text()}"
        yield here
        if action.menu() is not None:
            yield from entries(action.menu(), here)


def listeners(thing: QObject) -> Counter:
    """Count how many listen to each signal of an object."""
    members = {key: getattr(thing, key) for key in dir(type(thing)) if not key.startswith("_")}
    signals = {key: value for key, value in members.items() if isinstance(value, pyqtBoundSignal)}
    return Counter({key: thing.receivers(signal) for key, signal in signals.items()})


def ours(thing: QObject) -> Counter:
    """Name what is a part of QGIS's object, and of a class of ours: it lives as long as that."""
    parts = (type(part) for part in thing.findChildren(QObject))
    return Counter(kind.__name__ for kind in parts if kind.__module__.startswith("lookalike."))


def processes() -> Iterator[str]:
    """Name the processes that this one has started and that are not gone."""
    for children in Path("/proc/self/task").glob("*/children"):
        for child in children.read_text().split():
            command = Path("/proc", child, "comm")
            if command.exists():
                yield command.read_text().strip()
