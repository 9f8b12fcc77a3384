"""The words of the interface: translated, with numbers as the user's language writes them."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QCoreApplication, QLocale


def tr(text: str) -> str:
    """Translate a text of the interface."""
    return QCoreApplication.translate("Lookalike", text)


def index_title(name: str) -> str:
    """Return an index's title as a person reads it: that of the sample is translated."""
    return tr("Europe (sample)") if name == "Europe (sample)" else name


def count(number: int) -> str:
    """Write a whole number with its thousands apart."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # QGIS may leave them out
    return locale.toString(int(number))


def patches(number: int) -> str:
    """Write how many patches."""
    return tr("1 patch") if number == 1 else tr("{count} patches").format(count=count(number))


def images(number: int) -> str:
    """Write how many images."""
    return tr("1 image") if number == 1 else tr("{count} images").format(count=count(number))


def decimal(number: float, digits: int) -> str:
    """Write a number with so many digits after the point."""
    return QLocale().toString(float(number), "f", digits)


def percent(share: float) -> str:
    """Write a share (0..1) as percent, rounded down: 100 % is reserved for what is exactly so."""
    digits = 1 if share < 0.99 else 2
    value = math.floor(share * 100 * 10**digits + 1e-9) / 10**digits
    return decimal(value, 0 if value >= 100 else digits) + " %"


def duration(seconds: float) -> str:
    """Write a time span in the unit that fits."""
    if seconds < 1:
        return f"{max(1, round(seconds * 1000))} ms"
    if seconds < 100:
        return decimal(seconds, 1 if seconds < 10 else 0) + " s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return decimal(seconds / 3600, 1) + " h"
