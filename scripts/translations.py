"""Bring the translations up to date with the sources, and compile them.

Usage: translations.py [--check]

Collects every text that goes through `tr` or `say` and every sentence of an error, writes them into
resources/i18n/lookalike_*.ts (what is translated stays, what is new is marked unfinished, what is
gone goes) and compiles each to the .qm that ships. With --check nothing is written; the exit status
says whether all is translated.
"""

from __future__ import annotations

import ast
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr")
CONTEXT = "Lookalike"
ERRORS = ROOT / "plugin" / "core" / "errors"


# -- what there is to translate -----------------------------------------------------------------


def texts(files: Iterable[Path] = ()) -> list[str]:
    """Return all texts of the interface, each once, in the order of files and lines."""
    trees = [ast.parse(path.read_text("utf-8")) for path in files or sources()]
    named = {name for tree in trees for name in names_translated(tree)}
    found = [text for tree in trees for text in (*direct(tree), *assigned(tree, named))]
    for path in sorted(ERRORS.glob("*.py")):
        found += assigned(ast.parse(path.read_text("utf-8")), {"sentence"})
    return [text for text in dict.fromkeys(found) if text.strip() and text != "{problem}"]


def sources() -> list[Path]:
    """Return the files whose texts are shown."""
    return sorted((ROOT / "plugin").rglob("*.py"))


def calls(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the first argument of each call of `tr` or `say`."""
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args
        if is_call and node.func.id in ("tr", "say"):
            yield node.args[0]


def direct(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that are given to them as they are."""
    for argument in calls(tree):
        for node in (argument.body, argument.orelse) if is_choice(argument) else (argument,):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def is_choice(node: ast.expr) -> bool:
    return isinstance(node, ast.IfExp)


def names_translated(tree: ast.AST) -> Iterator[str]:
    """Yield the names of constants that are given to `tr`: NAME, self.NAME."""
    for argument in calls(tree):
        if isinstance(argument, ast.Attribute):
            yield argument.attr
        elif isinstance(argument, ast.Name) and argument.id.isupper():
            yield argument.id


def assigned(tree: ast.AST, names: set[str]) -> list[str]:
    """Return the texts that are assigned to these names."""
    found = []
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        if any(isinstance(target, ast.Name) and target.id in names for target in targets):
            value = node.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.append(value.value)
    return found


# -- .ts and .qm ----------------------------------------------------------------------------------


def path_of(language: str) -> Path:
    return FOLDER / f"lookalike_{language}.ts"


def read(language: str) -> dict[str, str]:
    """Return what is translated into a language."""
    path = path_of(language)
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def write(language: str, wanted: list[str], known: dict[str, str]) -> None:
    """Write a .ts of all texts, unfinished where they are not translated."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in sorted(wanted):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    FOLDER.mkdir(parents=True, exist_ok=True)
    body = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path_of(language).write_text(head + body + "\n", encoding="utf-8")


def fields(text: str) -> set[str]:
    """Return what a text has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wrong(known: dict[str, str]) -> list[str]:
    """Name the translations that would not be filled in as their sources are."""
    return [source for source, text in known.items() if fields(source) != fields(text)]


def compile_all() -> int:
    """Compile every .ts; without the tool the .qm of before stay."""
    tool = next(filter(None, map(shutil.which, ("lrelease", "lrelease-qt5", "lrelease6"))), None)
    if tool is None:
        print("lrelease is not installed (Debian: qttools5-dev-tools).", file=sys.stderr)
        return 1
    for language in LANGUAGES:
        words = [tool, "-silent", "-removeidentical", str(path_of(language))]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return 0


def main(arguments: list[str]) -> int:
    """Update and compile, or check."""
    wanted, failed = texts(), False
    for language in LANGUAGES:
        known = {text: one for text, one in read(language).items() if text in set(wanted)}
        lacking = [text for text in wanted if text not in known]
        bad = wrong(known)
        failed |= bool(lacking or bad)
        print(f"{language}: {len(known)} of {len(wanted)} texts translated")
        for text in bad:
            print(f"  other fields than its source: {text!r}")
        if "--check" in arguments:
            for text in lacking:
                print(f"  not translated: {text!r}")
        else:
            write(language, wanted, known)
    return int(failed) if "--check" in arguments else compile_all()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
