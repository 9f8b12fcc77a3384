"""Print an apt source (.sources) for other suites than this Debian's own: apt_source.py SUITE...

It is made from the source that serves this release: mirror, keys and options are kept.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

#: Options of one-line sources that have another name in a stanza.
LONGER = {"arch": "Architectures", "lang": "Languages", "target": "Targets"}


def from_list(text: str, line: int, suites: list[str]) -> str:
    """Derive from a one-line source: ``deb [options] URI SUITE COMPONENT...``."""
    entry = text.splitlines()[line - 1]
    found = re.fullmatch(r"deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+\S+\s+(.*)", entry.strip())
    if found is None:
        raise ValueError(f"not a source of packages: {entry}")
    options, uri, components = found.groups(default="")
    stanza = ["Types: deb", f"URIs: {uri}", f"Suites: {' '.join(suites)}"]
    stanza.append(f"Components: {components}")
    for option in options.split():
        key, _, value = option.partition("=")
        stanza.append(f"{LONGER.get(key, key.title())}: {value.replace(',', ' ')}")
    return "\n".join(stanza) + "\n"


def from_stanza(text: str, line: int, suites: list[str]) -> str:
    """Derive from the stanza that holds the line."""
    lines = text.splitlines()
    start = end = line - 1
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    stanza = [entry for entry in lines[start:end] if not entry.startswith("#")]
    wanted = f"Suites: {' '.join(suites)}"
    return "\n".join(wanted if s.lower().startswith("suites:") else s for s in stanza) + "\n"


def own_source() -> tuple[str, int]:
    """Return file and line of the source that serves this release."""
    release = Path("/etc/os-release").read_text(encoding="utf-8")
    codename = re.search(r"^VERSION_CODENAME=(\w+)", release, re.MULTILINE)
    if codename is None:
        sys.exit("this system has no release name that apt would know")
    wanted = [f"Release: {codename[1]}", "Component: main", "Created-By: Packages"]
    command = ["apt-get", "indextargets", "--format", "$(SOURCESENTRY)", *wanted]
    entries = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    path, _, line = entries[0].rpartition(":")
    if not path:
        sys.exit(f"apt has no source of {codename[1]}")
    return path, int(line)


def main(suites: list[str]) -> int:
    """Print the source."""
    path, line = own_source()
    derive = from_stanza if path.endswith(".sources") else from_list
    print(derive(Path(path).read_text(encoding="utf-8"), line, suites), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
