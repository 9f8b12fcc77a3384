"""The language of the interface: QGIS's own, where there is a translation."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .core import saying
from .words import tr


class Language:
    """A translator that is in force from `install` to `remove`."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def install(self, locale: str = "") -> None:
        """Translate texts, and what core and the children say.

        Parameters
        ----------
        locale : str
            Like ``de`` or ``de_AT``; by default QGIS's.
        """
        path = saying.path_of(locale or QgsApplication.locale())
        translator = QTranslator()
        if path.is_file() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            saying.speak(tr, path)
            self._translator = translator

    def remove(self) -> None:
        """Let texts be as they stand in the sources."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            saying.speak()
            self._translator = None
