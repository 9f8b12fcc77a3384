"""Shrink the screenshots of ``make demo`` for README and help: JPEG, 1400 pixels wide.

Run by QGIS's Python: ``python scripts/publish_screenshots.py FROM TO``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

NAMES = ("drawn", "europe")
WIDTH, QUALITY = 1_400, 85


def main(made: Path, published: Path) -> None:
    """Shrink each screenshot."""
    published.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        image = QImage(str(made / f"{name}.png"))
        if image.isNull():
            sys.exit(f"{made / name}.png is not there; make demo makes it.")
        small = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        small.save(str(published / f"{name}.jpg"), quality=QUALITY)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
