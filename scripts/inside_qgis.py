"""What QGIS runs first of all for `run_in_qgis.py`: the wanted script, once the window is whole.

The script's `sys.exit` code is QGIS's exit code, its end means 0, and an exception 1 with its
traceback in the terminal. QGIS closes as it does for a user, so that a crash at the end is seen.
"""

import faulthandler
import os
import runpy
import sys
import traceback

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer


def run() -> None:
    """Run the script, then close QGIS unless it is to stay."""
    # A hang says where, shortly before whoever waits for us loses patience.
    faulthandler.dump_traceback_later(float(os.environ["LOOKALIKE_HANG"]))
    faulthandler.enable()  # a crash says where in Python, too
    del sys.argv[0]  # ourselves
    code = 0
    try:
        if path := os.environ.get("LOOKALIKE_INSTALL"):
            install(path)
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    faulthandler.cancel_dump_traceback_later()
    sys.stdout.flush()
    sys.stderr.flush()
    if code or not os.environ.get("LOOKALIKE_STAY"):
        # A project that is open when the application exits crashes it in its last breath: closing
        # the window would have cleared it.
        QgsProject.instance().clear()
        QgsApplication.exit(code)


def install(path: str) -> None:
    """Do what Plugins > Manage and Install Plugins > Install from ZIP does."""
    import pyplugin_installer

    pyplugin_installer.instance().installFromZipFile(path)


QTimer.singleShot(0, run)
