"""Draw resources/icon.svg as the PNG that the plugin repository shows. Run by QGIS's Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtGui import QGuiApplication, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

SIZE = 128  # pixels


def main() -> int:
    """Write resources/icon.png beside the SVG."""
    resources = Path(__file__).parents[1] / "resources"
    application = QGuiApplication(sys.argv)
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(resources / "icon.svg")).render(painter)
    painter.end()
    written = image.save(str(resources / "icon.png"))
    del application
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
