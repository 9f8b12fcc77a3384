"""Where things lie: what the plugin ships, and what the user adds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .core.errors import LookalikeError
from .core.saying import say
from .environment import data_folder

ROOT = Path(__file__).resolve().parents[1]
ZOO = ROOT / "models" / "zoo"
RESOURCES = ROOT / "resources"
SAMPLE = RESOURCES / "sample" / "europe.h5"


def usual_models() -> Path:
    """Return the folder for models that the user adds, where no other was chosen."""
    return data_folder(sys.platform, os.environ, Path.home()) / "lookalike" / "models"


def user_models() -> Path:
    """Return the folder for models that the user adds (it need not exist).

    The environment variable ``LOOKALIKE_MODELS`` names another one.
    """
    return Path(os.environ.get("LOOKALIKE_MODELS") or usual_models())


def pictures() -> Path:
    """Return the file where pictures of hits are kept (it need not exist).

    The environment variable ``LOOKALIKE_PICTURES`` names another one.
    """
    usual = data_folder(sys.platform, os.environ, Path.home()) / "lookalike" / "pictures.sqlite"
    return Path(os.environ.get("LOOKALIKE_PICTURES") or usual)


def model_folders() -> tuple[str, ...]:
    """Return the folders where the model of an index is looked for."""
    return str(ZOO), str(user_models())


def default_model() -> Path:
    """Return the model that the plugin ships.

    Raises
    ------
    LookalikeError
        If there is none: somebody removed it.
    """
    models = sorted(ZOO.glob("*.onnx"))
    if not models:
        raise LookalikeError(
            problem=say("There is no model in {folder}. Install the plugin again.", folder=ZOO)
        )
    return models[0]
