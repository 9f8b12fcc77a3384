"""What the user set in QGIS's options: kept in QGIS's settings, in force through the environment.

Folders and threads reach core, children and `qgis_process` alike as environment variables, which a
user of the command line sets just so: ``LOOKALIKE_MODELS``, ``LOOKALIKE_THREADS``,
``LOOKALIKE_PROVIDER``.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields, replace

from qgis.core import QgsSettings

PREFIX = "lookalike/options"
MODELS, THREADS, PROVIDER = "LOOKALIKE_MODELS", "LOOKALIKE_THREADS", "LOOKALIKE_PROVIDER"
MOST_HITS = 10_000  # as many as are made and shown without a stutter


@dataclass(frozen=True)
class Settings:
    """What can be set; the defaults are what a new user has.

    Attributes
    ----------
    models : str
        Folder of further models; empty is the usual one.
    indexes : str
        Folder whose indexes are listed, and where new ones are suggested; empty is none.
    threads : int
        For the network; 0 takes as many as there are cores.
    hits : int
        How many hits a new panel asks for.
    overlapping : bool
        Whether it lists patches that overlap the query.
    pictures : int
        Megabytes of pictures of hits that are kept on the disk; 0 keeps none.
    provider : str
        What runs the network, as ONNX Runtime names it; empty is the processor.
    """

    models: str = ""
    indexes: str = ""
    threads: int = 0
    hits: int = 100
    overlapping: bool = False
    pictures: int = 200
    provider: str = ""


def load() -> Settings:
    """Read the settings; what was stored in another type is as good as not stored."""
    stored = QgsSettings()
    found = {}
    for one in fields(Settings):
        try:
            value = stored.value(f"{PREFIX}/{one.name}", one.default, type=type(one.default))
        except TypeError:
            value = one.default
        found[one.name] = value
    return Settings(**found)


def save(settings: Settings) -> None:
    """Keep the settings, and put them in force."""
    stored = QgsSettings()
    for name, value in asdict(settings).items():
        stored.setValue(f"{PREFIX}/{name}", value)
    enforce(settings)


def with_provider(settings: Settings, provider: str) -> Settings:
    """Return the same settings but for what runs the network."""
    return replace(settings, provider=provider)


def enforce(settings: Settings) -> None:
    """Put the settings in force in this process, and in the children that it starts."""
    _set(MODELS, settings.models)
    _set(THREADS, str(settings.threads) if settings.threads else "")
    _set(PROVIDER, settings.provider)


def _set(name: str, value: str) -> None:
    """Set a variable, and remember that it was us: what the user's shell set is left alone."""
    if value:
        os.environ[name] = value
        _ours.add(name)
    elif name in _ours:
        os.environ.pop(name, None)
        _ours.discard(name)


_ours: set[str] = set()
