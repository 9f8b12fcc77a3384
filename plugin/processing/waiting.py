"""Wait for a child in the thread of an algorithm: progress goes to the feedback, cancel comes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from ..tasks import BuildRun
from ..tasks.child_run import ChildRun
from ..tasks.update_run import UpdateRun
from ..words import tr

LISTEN_EVERY = 200  # ms between two looks at whether the user cancelled


def wait_for(
    job: BuildRun | ChildRun | UpdateRun, feedback: QgsProcessingFeedback, cancelled: str
) -> Any:
    """Start a job, and wait in this thread until it ends.

    Parameters
    ----------
    job : BuildRun, ChildRun or UpdateRun
    feedback : QgsProcessingFeedback
    cancelled : str
        What is said where the user cancelled it.

    Returns
    -------
    object
        What the job hands over when it is finished.

    Raises
    ------
    QgsProcessingException
        If it fails, or was cancelled.
    """
    loop = QEventLoop()
    outcome: dict[str, Any] = {"error": cancelled}

    def end(**what: Any) -> None:
        outcome.update(what)
        loop.quit()

    def show(done: int, total: int, text: str) -> None:
        if total:
            feedback.setProgress(100 * done / total)
        if text:
            feedback.setProgressText(text)

    def listen() -> None:
        if feedback.isCanceled():
            timer.stop()
            job.cancel()

    job.progress.connect(show)
    job.finished.connect(lambda result: end(result=result))
    job.failed.connect(lambda error: end(error=str(error)))
    job.cancelled.connect(lambda *_: end())
    timer = QTimer()
    timer.timeout.connect(listen)
    timer.start(LISTEN_EVERY)
    QTimer.singleShot(0, job.start)
    loop.exec()
    # Else they outlive the algorithm: they would listen to a feedback that is gone, and end in
    # whichever thread collects garbage, which may not stop their timers.
    for one in (timer, job):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if "result" not in outcome:
        raise QgsProcessingException(outcome["error"])
    return outcome["result"]


def run_stage(
    stage: str, arguments: dict[str, Any], feedback: QgsProcessingFeedback, cancelled: str = ""
) -> Any:
    """Run one stage of `stages` in a child, and wait for its result; see `wait_for`."""
    return wait_for(ChildRun(stage, arguments), feedback, cancelled or tr("Cancelled."))
