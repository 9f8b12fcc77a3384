"""Find what works in Qt 5 alone: QGIS 4 has Qt 6. Run by QGIS's Python, which knows the classes.

Usage: check_qt6.py PATH...

Found are imports of PyQt beside `qgis.PyQt`, enumerators without their enumeration
(`Qt.DisplayRole` for `Qt.ItemDataRole.DisplayRole`), `exec_`, and names that Qt 6 lost.
"""

from __future__ import annotations

import ast
import enum
import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Gone in Qt 6, or of another meaning there.
GONE = {"QDesktopWidget", "QMatrix", "QRegExp", "QSignalMapper", "QStringRef", "QTextCodec"}
CALLS_GONE = {"exec_", "toTime_t", "setTime_t", "print_"}


def findings(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and sentence for each thing that Qt 6 refuses."""
    tree = ast.parse(source)
    known: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from foreign(node, [alias.name for alias in node.names])
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from foreign(node, [node.module or ""])
            known.update(imported(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield from attribute(node, known)
        elif isinstance(node, ast.Name) and node.id in GONE:
            yield node.lineno, f"{node.id} is not in Qt 6"


def foreign(node: ast.stmt, modules: list[str]) -> Iterator[tuple[int, str]]:
    """Refuse PyQt itself, under whatever number."""
    for module in modules:
        if module.split(".")[0] in {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}:
            yield node.lineno, f"import {module} by way of qgis.PyQt"


def imported(node: ast.ImportFrom) -> dict[str, object]:
    """Return what an import from QGIS or its PyQt brings, by the name that it has here."""
    if (node.module or "").split(".")[0] != "qgis":
        return {}
    module = importlib.import_module(node.module)
    found = {alias.asname or alias.name: getattr(module, alias.name, None) for alias in node.names}
    return {name: thing for name, thing in found.items() if isinstance(thing, type)}


def attribute(node: ast.Attribute, known: dict[str, object]) -> Iterator[tuple[int, str]]:
    """Judge one ``thing.name``."""
    if node.attr in CALLS_GONE:
        yield node.lineno, f"{node.attr} is not in Qt 6"
    owner = known.get(node.value.id) if isinstance(node.value, ast.Name) else None
    if owner is None or issubclass(owner, enum.Enum):
        return
    value = getattr(owner, node.attr, None)
    kind = type(value)
    is_enumerator = isinstance(value, (int, enum.Enum)) and kind not in (int, bool)
    if is_enumerator:
        scoped = f"{owner.__name__}.{kind.__name__}.{node.attr}"
        yield node.lineno, f"write {scoped} for {owner.__name__}.{node.attr}"


def python_files(paths: list[str]) -> list[Path]:
    """Return the files, and all that lie in the folders."""
    found = []
    for path in map(Path, paths):
        found += [path] if path.is_file() else path.rglob("*.py")
    return found


def main(paths: list[str]) -> int:
    """Print what is found in all the files."""
    count = 0
    for path in sorted(python_files(paths)):
        for line, sentence in findings(path.read_text(encoding="utf-8")):
            print(f"{path}:{line}: {sentence}")
            count += 1
    return min(count, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
