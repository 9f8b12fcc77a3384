"""Which provider runs the network: what is offered, and the trial of one before it is used."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import environment, settings
from ..core import providers
from ..core.errors import LookalikeError
from ..tasks.child_run import ChildRun
from ..words import count, tr


class Accelerator(QObject):
    """Asks children, as no crash of a driver's may be QGIS's.

    Signals
    -------
    offered(list of (str, str))
        Names and titles of what the installed onnxruntime offers beside the processor.
    taken(str)
        The one that was tried runs the network from now on; a sentence says how fast.
    refused(LookalikeError)
        It cannot; everything is as before.
    """

    offered = pyqtSignal(object)
    taken = pyqtSignal(str)
    refused = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[tuple[str, str]] | None = None
        self._run: ChildRun | None = None

    def look(self) -> None:
        """Find out what is offered; `offered` tells."""
        if self._known is not None:
            self.offered.emit(self._known)
        elif self._run is None and not environment.missing(["onnxruntime"]):
            self._start("check", {"name": "onnxruntime"}, self._on_looked)

    def forget(self) -> None:
        """Begin anew: another onnxruntime offers others, and none of them was tried."""
        self._known = None
        chosen = settings.load()
        if chosen.provider:
            settings.save(settings.with_provider(chosen, ""))

    def try_out(self, provider: str) -> None:
        """Let a provider run the network if it can; `taken` or `refused` tells."""
        self.stop()
        self._start("try_provider", {"provider": provider}, self._on_tried)
        self._run.failed.connect(self.refused)
        self._tried = provider

    def stop(self) -> None:
        """End the child."""
        if self._run is not None:
            self._run.stop()
            self._forget_run()

    def _start(self, stage: str, arguments: dict[str, str], then: Any) -> None:
        self._run = ChildRun(stage, arguments, parent=self)
        self._run.finished.connect(then)
        self._run.failed.connect(self._forget_run)
        self._run.start()

    def _forget_run(self, _error: LookalikeError | None = None) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _on_looked(self, result: dict[str, str]) -> None:
        self._forget_run()
        names = providers.offered(result["detail"].split(", "))
        self._known = [(name, providers.TITLES[name]) for name in names]
        self.offered.emit(self._known)

    def _on_tried(self, rates: dict[str, float]) -> None:
        self._forget_run()
        settings.save(settings.with_provider(settings.load(), self._tried))
        text = tr(
            "{title} runs the network at {rate} patches a second; the processor does {other}."
        )
        if rates["provider"] < rates["processor"]:
            text += " " + tr("That is slower: you can go back to the processor in the options.")
        self.taken.emit(
            text.format(
                title=providers.TITLES.get(self._tried, self._tried),
                rate=count(round(rates["provider"])),
                other=count(round(rates["processor"])),
            )
        )
