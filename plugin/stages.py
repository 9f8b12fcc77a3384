"""What QGIS has done by children, beside building: ``python -m lookalike.plugin.stages NAME JSON``.

Each stage takes keyword arguments as one JSON object and reports as `channel` says. Here is what
needs h5py, which shares no process with GDAL, and what may crash: the first import of a package.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import environment, folders, wheels
from .channel import report, report_error, reporting, stop_when_stdin_closes
from .core.errors import Cancelled, LookalikeError
from .core.saying import say, speak_as_told


def find_pip() -> list[str]:
    """Return the words that run pip with this interpreter; none where there is no pip.

    Python's own copy for new virtual environments will do: a wheel can be run as it is.
    """
    if _origin("pip"):
        return ["-m", "pip"]
    keeper = _origin("ensurepip")
    if not keeper:
        return []
    places = [sysconfig.get_config_var("WHEEL_PKG_DIR"), Path(keeper).parent / "_bundled"]
    copies = [copy for place in filter(None, places) for copy in Path(place).glob("pip-*.whl")]
    return [str(copies[0] / "pip")] if copies else []


def _origin(name: str) -> str:
    """File of a module; empty where it cannot be imported."""
    try:
        spec = importlib.util.find_spec(name)
    except ImportError:
        return ""
    return (spec.origin or "") if spec else ""


def unpack(source: str, folder: str) -> list[str]:
    """Unpack the wheels of a folder that fit this Python: one of each package.

    Returns
    -------
    list of str
        Their file names.
    """
    target = wheels.this_target()
    chosen = [wheels.choose(Path(source), name, target) for name in environment.PACKAGES]
    for number, wheel in enumerate(chosen):
        report(done=number, total=len(chosen), message=wheel.name)
        wheels.unpack(wheel, Path(folder))
    return [wheel.name for wheel in chosen]


def check(name: str) -> dict[str, str]:
    """Import a package as it will be used, and say what it is.

    onnxruntime is imported beside GDAL, as in QGIS, and loads the shipped model.
    """
    if name == "h5py":
        module = environment.provide(name)
        detail = f"HDF5 {module.version.hdf5_version}"
    else:
        from osgeo import gdal_array  # noqa: F401

        from .core.model import HashModel

        module = environment.provide(name)
        detail = ", ".join(module.get_available_providers())
        for model in sorted(folders.ZOO.glob("*.onnx"))[:1]:
            HashModel.open(model)
    return {"name": name, "version": module.__version__, "detail": detail}


def try_provider(provider: str) -> dict[str, float]:
    """Run the shipped model by another provider than the processor; return patches a second."""
    environment.provide("onnxruntime")
    from .core import providers

    return providers.try_out(folders.default_model(), provider)._asdict()


def verify(index: str) -> int:
    """Check an index thoroughly; return how many patches it holds."""
    environment.provide("h5py", say("Verifying an index"))
    from .core import index_writer

    return len(index_writer.verify(index))


def merge(paths: list[str], target: str, name: str = "") -> dict[str, Any]:
    """Write one index of several; return the report."""
    environment.provide("h5py", say("Merging indexes"))
    from .core import merge

    done = merge.merge(paths, target, name, reporting(stop_when_stdin_closes()))
    return dataclasses.asdict(done)


def encode_new(index: str, archive: str, model_folders: list[str]) -> dict[str, int]:
    """Encode what is new or changed in an index's archive; return how many images that is."""
    environment.provide("onnxruntime", say("Updating an index"))
    from .core import update

    progress = reporting(stop_when_stdin_closes())
    return update.encode_new(index, model_folders, archive, progress)._asdict()


def put_in(index: str, remove_gone: bool = False) -> dict[str, Any]:
    """Put into an index what was encoded, and take out what is gone; return the report."""
    environment.provide("h5py", say("Updating an index"))
    from .core import update

    return dataclasses.asdict(update.put_in(index, remove_gone))


STAGES: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (find_pip, unpack, check, try_provider, verify, merge, encode_new, put_in)
}


def main(words: Sequence[str]) -> int:
    """Run one stage; return the exit status."""
    speak_as_told()
    name, arguments = words
    try:
        report(result=STAGES[name](**json.loads(arguments)))
        return 0
    except LookalikeError as error:
        report_error(error)
    except Cancelled:
        report(error=say("Stopped."))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
