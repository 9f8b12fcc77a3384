"""What a child says to the process that started it, and how it hears that it shall stop.

A child writes one JSON object a line on its standard output, and stops when its standard input
closes: so it also ends when QGIS dies.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from .core.errors import LookalikeError

REPORT_EVERY = 0.1  # seconds


def report(**what: Any) -> None:
    """Write one JSON line for the process that started this one."""
    print(json.dumps(what), flush=True)


def report_error(error: LookalikeError) -> None:
    """Write what went wrong, in the language that this process was told to speak."""
    report(error=str(error))


def reporting(stopped: threading.Event) -> Callable[[int, int], bool]:
    """Return a progress callable that reports, and that answers False once `stopped` is set."""
    last = 0.0

    def progress(done: int, total: int) -> bool:
        nonlocal last
        if time.monotonic() - last >= REPORT_EVERY or done == total:
            last = time.monotonic()
            report(done=done, total=total)
        return not stopped.is_set()

    return progress


def stop_when_stdin_closes() -> threading.Event:
    """Watch standard input on a thread of its own; the event is set when it ends."""
    stopped = threading.Event()

    def watch() -> None:
        # Not through sys.stdin: its lock, held here, would abort the interpreter at its end.
        while os.read(sys.stdin.fileno(), 1):
            pass
        stopped.set()

    threading.Thread(target=watch, daemon=True).start()
    return stopped
