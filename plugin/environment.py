"""What this process stands on: QGIS's own interpreter, and the private folder of packages.

Inside QGIS, `sys.executable` is QGIS itself (Windows, macOS) or whatever `python3` comes first on
the PATH (Linux); and QGIS has neither onnxruntime nor h5py, while a ``pip install`` beside it may
replace its numpy and break GDAL. So the interpreter is looked for where the platform puts it, and
accepted only after a handshake; and the two packages live in a folder of their own, one a Python
version, which is on `sys.path` only while they are imported.

Nothing here starts a process: inside QGIS, that is what `tasks` does.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType

from .core.errors import BrokenPackageError, MissingPackageError
from .core.saying import say

#: What the private folder holds.
PACKAGES = ("onnxruntime", "h5py")

_importing = threading.RLock()


# -- the private folder of packages -------------------------------------------------------------


def data_folder(platform: str, environ: Mapping[str, str], home: Path) -> Path:
    """Return the folder where applications of this user keep their data.

    Parameters
    ----------
    platform
        As `sys.platform` says it.
    environ
        The process's environment.
    home
        The user's home folder.
    """
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def packages_folder() -> Path:
    """Return the private package folder of this Python version (it need not exist).

    The environment variable ``LOOKALIKE_PACKAGES`` names another one.
    """
    if chosen := os.environ.get("LOOKALIKE_PACKAGES"):
        return Path(chosen)
    data = data_folder(sys.platform, os.environ, Path.home())
    return data / "lookalike" / "packages" / f"cp{sys.version_info[0]}{sys.version_info[1]}"


@contextmanager
def _packages_first() -> Iterator[None]:
    """Put the private folder before all others: it is newer than what a platform ships."""
    folder = str(packages_folder())
    with _importing:
        sys.path.insert(0, folder)
        try:
            yield
        finally:
            sys.path.remove(folder)


def missing(names: Iterable[str] = PACKAGES) -> list[str]:
    """Return those of the packages that cannot be found, without importing any."""
    with _packages_first():
        importlib.invalidate_caches()  # it may have been installed or removed a second ago
        return [name for name in names if not _is_there(name)]


def _is_there(name: str) -> bool:
    try:
        spec = importlib.util.find_spec(name)
        # Of an imported package it is the spec by which it was imported: its files may be gone.
        return spec is not None and (not spec.has_location or os.path.exists(spec.origin or ""))
    except (ImportError, ValueError):  # blocked, or a half-made module in sys.modules
        return False


def provide(name: str, purpose: str = "") -> ModuleType:
    """Import a package of the private folder, or take it as it is where it is imported already.

    After this, a plain ``import`` of the same name gives the same module.

    Parameters
    ----------
    name
        ``onnxruntime`` or ``h5py``. The latter never in a process that has GDAL: two copies of
        HDF5 in one process fail or crash.
    purpose
        What the user wanted, as the beginning of the error's sentence.

    Raises
    ------
    MissingPackageError
        It is not there.
    BrokenPackageError
        It is there and does not load.
    """
    if module := sys.modules.get(name):
        return module
    with _packages_first():
        importlib.invalidate_caches()  # it may have been installed a second ago
        purpose = purpose or _purpose(name)
        if not _is_there(name):
            raise MissingPackageError(purpose=purpose, name=name, remedy=_remedy())
        try:
            return importlib.import_module(name)
        except (ImportError, OSError) as error:  # OSError: a library that does not load
            raise BrokenPackageError(
                purpose=purpose,
                name=name,
                problem=error,
                cause=usual_cause(name, sys.platform, error),
                remedy=_remedy(),
            ) from error


def require(names: Iterable[str], purpose: str) -> None:
    """Say which package is missing before a child is started that needs it; nothing is imported.

    Raises
    ------
    MissingPackageError
    """
    for name in missing(names):
        raise MissingPackageError(purpose=purpose, name=name, remedy=_remedy())


def _purpose(name: str) -> str:
    """Say what a package is needed for."""
    if name == "onnxruntime":
        return say("Encoding patches")
    return say("Writing an index") if name == "h5py" else say("This step")


def usual_cause(name: str, platform: str, error: BaseException) -> str:
    """Say why a package mostly fails to load like this, and what helps; empty where unknown.

    Parameters
    ----------
    name
        Of the package.
    platform
        As `sys.platform` says it.
    error
        What its import raised.
    """
    if platform == "win32" and name == "onnxruntime" and "DLL" in str(error):
        return say(
            "The usual cause on Windows is a Microsoft Visual C++ runtime that is missing or too "
            "old: install the newest Visual C++ Redistributable (x64) and restart QGIS. "
        )
    return ""


def install_command(
    interpreter: Path | str,
    folder: Path | None = None,
    wheels: Path | str = "",
    pip: Sequence[str] = ("-m", "pip"),
) -> list[str]:
    """Return the command that fills the private folder, and nothing else.

    Dependencies are left out on purpose: pip would put a numpy of its own into the folder, and
    that one kills GDAL's bindings. Neither package needs anything that QGIS lacks.

    Parameters
    ----------
    interpreter
    folder
        To fill; by default the private one.
    wheels
        A folder of wheels to install from, without network.
    pip
        How that interpreter runs pip.
    """
    words = [str(interpreter), *pip, "install", "--upgrade", "--no-deps"]
    words += ["--only-binary", ":all:"]  # nothing is compiled
    if wheels:
        words += ["--no-index", "--find-links", str(wheels)]
    return [*words, "--target", str(folder or packages_folder()), *PACKAGES]


def as_typed(words: Iterable[str]) -> str:
    """Return a command as it is typed in a terminal."""
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _remedy() -> str:
    interpreter = next(iter(interpreters()), Path("python3"))
    return say("Install it with: {command}", command=as_typed(install_command(interpreter)))


# -- QGIS's interpreter -------------------------------------------------------------------------


def interpreter_candidates(prefix: Path, platform: str, version: tuple[int, int]) -> list[Path]:
    """Return where the interpreter of a Python with this prefix may lie, likeliest first.

    Parameters
    ----------
    prefix
        `sys.prefix` of the running Python, also where it runs embedded in QGIS.
    platform
        As `sys.platform` says it.
    version
        Major and minor version of the running Python.
    """
    numbered = f"python{version[0]}.{version[1]}"
    if platform == "win32":
        # OSGeo4W and the stand-alone installer: ROOT/apps/Python312 is the prefix.
        tools = prefix.parent.parent / "bin"
        return [prefix / "python.exe", prefix / "python3.exe", tools / "python3.exe"]
    folders = [prefix / "bin"]
    if platform == "darwin":
        folders += [folder for folder in _bundle_folders(prefix, version) if folder not in folders]
    return [folder / name for folder in folders for name in (numbered, "python3")]


def _bundle_folders(prefix: Path, version: tuple[int, int]) -> list[Path]:
    """Return the folders of a macOS application that hold its Python, in one release or other."""
    contents = next((p for p in (prefix, *prefix.parents) if p.name == "Contents"), None)
    if contents is None:
        return []
    framework = Path("Python.framework", "Versions", f"{version[0]}.{version[1]}")
    return [
        contents / "MacOS" / "bin",
        contents / "MacOS",
        contents / "Frameworks" / "bin",
        contents / "Frameworks" / framework / "bin",
        contents / "Resources" / "python" / "bin",
    ]


def interpreters() -> list[Path]:
    """Return the interpreters of this very Python that exist; each still owes a handshake."""
    version = (sys.version_info[0], sys.version_info[1])
    candidates = interpreter_candidates(Path(sys.prefix), sys.platform, version)
    return [path for path in candidates if path.is_file()]


# -- the handshake ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Handshake:
    """What two processes must have in common before one works for the other.

    Attributes
    ----------
    python, numpy
        Versions; compiled packages fit only these.
    gdal
        The version of GDAL's bindings; empty where there are none.
    """

    python: str
    numpy: str
    gdal: str

    def refusal(self, other: Handshake) -> str:
        """Say why `other` cannot work for this process; empty where it can."""
        for name, own in asdict(self).items():
            theirs = asdict(other)[name]
            if theirs != own:
                return say(
                    "it has {name} {found} where QGIS has {wanted}",
                    name=name,
                    found=theirs or say("(none)"),
                    wanted=own or say("(none)"),
                )
        return ""


def own_handshake() -> Handshake:
    """Return the handshake of this process."""
    import numpy

    try:
        from osgeo import gdal
    except ImportError:
        version = ""
    else:
        version = gdal.__version__
    return Handshake(".".join(map(str, sys.version_info[:3])), numpy.__version__, version)


_HANDSHAKE = """\
import json, sys, numpy
from osgeo import gdal, gdal_array
python = ".".join(map(str, sys.version_info[:3]))
print(json.dumps({"python": python, "numpy": numpy.__version__, "gdal": gdal.__version__}))
"""


def handshake_command(interpreter: Path) -> list[str]:
    """Return the command whose output `read_handshake` reads."""
    return [str(interpreter), "-c", _HANDSHAKE]


def read_handshake(output: str) -> Handshake | None:
    """Read what the handshake command printed; None where it did not come so far.

    Lines before the last are not ours: a site's start-up files may print.
    """
    lines = output.strip().splitlines()
    try:
        said = json.loads(lines[-1])
        return Handshake(said["python"], said["numpy"], said["gdal"])
    except (IndexError, KeyError, TypeError, ValueError):
        return None
