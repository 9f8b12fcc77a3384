"""The language of the interface: QGIS's own, where there is a translation."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from . import folders
from .core.errors import LookalikeError
from .words import tr


class Language:
    """A translator that is in force from `install` to `remove`."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def install(self, locale: str = "") -> None:
        """Translate texts, and the sentences of errors.

        Parameters
        ----------
        locale : str
            Like ``de`` or ``de_AT``; by default QGIS's.
        """
        language = (locale or QgsApplication.locale()).replace("-", "_").partition("_")[0]
        path = folders.RESOURCES / "i18n" / f"lookalike_{language}.qm"
        translator = QTranslator()
        if path.is_file() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            LookalikeError.translate = staticmethod(tr)
            self._translator = translator

    def remove(self) -> None:
        """Let texts be as they stand in the sources."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            LookalikeError.translate = staticmethod(str)
            self._translator = None
