"""Make dist/lookalike-VERSION.zip, the plugin as QGIS installs it, from the files that git tracks.

The version is that of metadata.txt. Nothing that is not committed or added gets in.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from configparser import ConfigParser
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MB = 1_000_000

#: What ships. A star goes through folders, too.
SHIPPED = [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "__init__.py",
    "metadata.txt",
    "models/zoo/*.onnx",
    "models/zoo/SHA256SUMS",
    "plugin/*",
    "resources/*",
]
#: What does not, although it lies there.
KEPT_BACK = ["*/.*", "*.pyc", "*.ts"]

#: How large it may be: the plugin repository's own bound, and ours for what grows by itself.
BOUNDS = {"": 25 * MB, "models/": 12 * MB, "resources/sample/": 8 * MB}

#: Without these a zip is no plugin.
NEEDED = ["LICENSE", "__init__.py", "metadata.txt"]


def shipped(tracked: list[str]) -> list[str]:
    """Return those of the tracked files that belong in the zip, sorted."""

    def matches(path: str, patterns: list[str]) -> bool:
        return any(fnmatch(path, pattern) for pattern in patterns)

    return sorted(p for p in tracked if matches(p, SHIPPED) and not matches(f"/{p}", KEPT_BACK))


def complaints(sizes: dict[str, int], total: int) -> list[str]:
    """Say what keeps a zip from being published.

    Parameters
    ----------
    sizes
        Bytes of each file, packed.
    total
        Bytes of the zip.
    """
    said = [f"{name} is missing" for name in NEEDED if name not in sizes]
    for folder, bound in BOUNDS.items():
        size = sum(s for path, s in sizes.items() if path.startswith(folder)) if folder else total
        if size > bound:
            said.append(f"{folder or 'the zip'} has {size / MB:.1f} MB, {bound / MB:g} are allowed")
    return said


def pack(target: Path, paths: list[str]) -> dict[str, int]:
    """Write the zip; the same files give the same bytes. Returns each file's packed size."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in paths:
            entry = zipfile.ZipInfo(f"lookalike/{path}", date_time=(2020, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (ROOT / path).read_bytes())
        return {
            entry.filename.partition("/")[2]: entry.compress_size for entry in archive.infolist()
        }


def version() -> str:
    """Return the plugin's version, which stands in metadata.txt."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def main() -> int:
    """Make the zip, or say why it cannot be published."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z"]
    tracked = subprocess.run(listing, check=True, capture_output=True, text=True).stdout
    target = ROOT / "dist" / f"lookalike-{version()}.zip"
    target.parent.mkdir(exist_ok=True)
    sizes = pack(target, shipped([path for path in tracked.split("\0") if path]))
    said = complaints(sizes, target.stat().st_size)
    if said:
        target.unlink()
        print(*said, sep="\n", file=sys.stderr)
        return 1
    print(f"{target.relative_to(ROOT)}: {len(sizes)} files, {target.stat().st_size / MB:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
