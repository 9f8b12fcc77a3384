"""Print an apt source for a release's backports, made from the source that serves the release.

Usage: backports_source.py SOURCES_FILE LINE SUITE, as `apt-get indextargets` names them.
The mirror, keys and options of this machine's own source are kept; only the suite differs.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def from_list(text: str, line: int, suite: str) -> str:
    """Derive from a one-line source: ``deb [options] URI SUITE COMPONENT...``."""
    entry = text.splitlines()[line - 1]
    return (
        re.sub(rf"(?<=\s){re.escape(suite)}/?(?=\s)", f"{suite}-backports", entry, count=1) + "\n"
    )


def from_stanza(text: str, line: int, suite: str) -> str:
    """Derive from the deb822 stanza that holds the line."""
    lines = text.splitlines()
    start = end = line - 1
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    stanza = [entry for entry in lines[start:end] if not entry.startswith("#")]
    suites = f"Suites: {suite}-backports"
    return "\n".join(suites if s.lower().startswith("suites:") else s for s in stanza) + "\n"


def main(arguments: list[str]) -> int:
    """Print the source; its form is that of the file it comes from."""
    path, line, suite = arguments
    derive = from_stanza if path.endswith(".sources") else from_list
    print(derive(Path(path).read_text(encoding="utf-8"), int(line), suite), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
