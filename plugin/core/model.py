"""An ONNX hashing model and its card: patches in, embeddings and logits out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits
from .errors import (
    Cancelled,
    FileMissingError,
    MissingPackageError,
    ModelFileError,
    PatchShapeError,
)
from .saying import say
from .search import Progress

PROCESSOR = "CPUExecutionProvider"
CARD_KEY = "lookalike_card"
BATCH = 64  # patches at a time: larger batches gain nothing and cost memory
LARGEST_EMBEDDING = 512


@dataclass(frozen=True)
class ModelCard:
    """What a model says of itself; the fields that the engine needs, and the whole text.

    Attributes
    ----------
    name : str
    bands : tuple of str
        Channel order of the input.
    patch_size : int
        In pixels.
    gsd : float
        Ground sampling distance of a pixel, in metres.
    bits : int
        Length K of the model's own codes.
    embedding : int
        Length D of an embedding.
    text : dict
        The card as it stands in the file.
    """

    name: str
    bands: tuple[str, ...]
    patch_size: int
    gsd: float
    bits: int
    embedding: int
    text: dict[str, Any]

    @classmethod
    def from_dict(cls, text: dict[str, Any], path: object) -> ModelCard:
        """Validate a card.

        Raises
        ------
        ModelFileError
            Naming the first field that is missing or impossible.
        """
        try:
            card = cls(
                name=str(text["name"]),
                bands=tuple(map(str, text["bands"])),
                patch_size=int(text["patch_size"]),
                gsd=float(text["gsd"]),
                bits=int(text["bits"]),
                embedding=int(text["embedding"]),
                text=text,
            )
        except (KeyError, TypeError, ValueError) as problem:
            raise ModelFileError(
                path=path, problem=say("its card lacks or misstates {what}", what=problem)
            ) from problem
        if not card.bands or card.patch_size < 1 or not card.gsd > 0:
            raise ModelFileError(path=path, problem=say("its card has no bands, patch size or GSD"))
        if card.bits < bits.WORD or card.bits % bits.WORD:
            raise ModelFileError(
                path=path, problem=say("{bits} bits are no multiple of 64", bits=card.bits)
            )
        if not 0 < card.embedding <= LARGEST_EMBEDDING:
            raise ModelFileError(
                path=path, problem=say("its embedding has {count} numbers", count=card.embedding)
            )
        return card

    @property
    def patch_metres(self) -> float:
        """Side of a patch on the ground, in metres."""
        return self.patch_size * self.gsd


class Encoded(NamedTuple):
    """What a model makes of n patches.

    Attributes
    ----------
    embeddings : (n, D) array of float32
        L2-normalised.
    logits : (n, K) array of float32
        The model's own hash layer applied to them.
    """

    embeddings: npt.NDArray[np.float32]
    logits: npt.NDArray[np.float32]


class Runtime(NamedTuple):
    """What runs a network.

    Attributes
    ----------
    threads : int
        Of the processor; 0: as many as there are cores.
    provider : str
        An execution provider of ONNX Runtime that is tried before the processor; empty: none.
    """

    threads: int = 0
    provider: str = ""


def runtime_wanted() -> Runtime:
    """Return what the environment variables ``LOOKALIKE_THREADS`` and ``…_PROVIDER`` say."""
    said = os.environ.get("LOOKALIKE_THREADS", "")
    threads = int(said) if said.isdigit() else 0
    return Runtime(threads, os.environ.get("LOOKALIKE_PROVIDER", ""))


class HashModel:
    """A hashing model, ready to run on this machine.

    Attributes
    ----------
    path : Path
    card : ModelCard
    digest : str
        SHA-256 of the file: the model's identity.
    runtime : Runtime
        As it was asked for.
    """

    def __init__(
        self, path: Path, card: ModelCard, digest: str, session: Any, runtime: Runtime
    ) -> None:
        self.path, self.card, self.digest = path, card, digest
        self._session, self.runtime = session, runtime

    @property
    def fell_back(self) -> bool:
        """Whether the processor runs it although another provider was asked for."""
        wanted = self.runtime.provider
        return bool(wanted) and self._session.get_providers()[:1] != [wanted]

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], threads: int = 0, provider: str | None = None
    ) -> HashModel:
        """Load a model and check that it keeps the contract.

        Parameters
        ----------
        path : path-like
        threads : int
            For the runtime; 0 takes as many as the environment variable ``LOOKALIKE_THREADS``
            says, else as there are cores.
        provider : str, optional
            Execution provider; by default what ``LOOKALIKE_PROVIDER`` says. Where it is not
            there or does not start, the processor runs the model, and `fell_back` says so.

        Raises
        ------
        FileMissingError, ModelFileError
        MissingPackageError
            If onnxruntime is not installed.
        """
        path = Path(path)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise FileMissingError(path=path) from None
        except OSError as problem:
            raise ModelFileError(path=path, problem=problem.strerror) from problem
        wanted = runtime_wanted()
        wanted = Runtime(
            threads or wanted.threads, wanted.provider if provider is None else provider
        )
        session = _session(path, content, wanted)
        card = _card(path, session)
        _check_contract(path, card, session)
        return cls(path, card, hashlib.sha256(content).hexdigest(), session, wanted)

    def encode(
        self, patches: npt.NDArray[np.float32], progress: Progress = None, batch: int = BATCH
    ) -> Encoded:
        """Embed and hash patches.

        Parameters
        ----------
        patches : (n, C, H, W) array of float32
            Reflectance, channels in the card's band order.
        progress : callable, optional
            ``progress(patches_done, patches) -> bool``; False stops.
        batch : int
            Patches at a time.

        Raises
        ------
        PatchShapeError
            If C, H or W are not the card's.
        Cancelled
            If `progress` answered False.
        """
        size = self.card.patch_size
        wanted = (len(self.card.bands), size, size)
        if patches.ndim != 4 or patches.shape[1:] != wanted:
            raise PatchShapeError(
                model=self.card.name, wanted=f"(n, {wanted})", given=patches.shape
            )
        parts = [
            (
                np.zeros((0, self.card.embedding), np.float32),
                np.zeros((0, self.card.bits), np.float32),
            )
        ]
        for start in range(0, len(patches), batch):
            part = np.ascontiguousarray(patches[start : start + batch], dtype=np.float32)
            parts.append(self._session.run(["embedding", "logits"], {"patches": part}))
            if progress is not None and not progress(start + len(part), len(patches)):
                raise Cancelled
        embeddings, logits = zip(*parts)
        return Encoded(np.concatenate(embeddings), np.concatenate(logits))


def _session(path: Path, content: bytes, runtime: Runtime) -> Any:
    try:
        import onnxruntime
    except ImportError as problem:
        raise MissingPackageError(
            purpose=say("Encoding patches"),
            name="onnxruntime",
            remedy=say("Install it into Lookalike's package folder (README, Install)."),
        ) from problem
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = runtime.threads
    options.log_severity_level = 3  # the runtime's warnings are for its developers
    there = onnxruntime.get_available_providers()
    wanted = [name for name in (runtime.provider, PROCESSOR) if name in there]
    providers = list(dict.fromkeys(wanted))
    try:
        # From bytes, not from the path: a model of one file cannot refer to data beside it.
        return onnxruntime.InferenceSession(content, options, providers=providers)
    except Exception as problem:  # the runtime's own exceptions share no base class
        if len(providers) > 1:
            return _session(path, content, runtime._replace(provider=""))
        reason = str(problem)
        external = "external" in reason.lower()
        raise ModelFileError(
            path=path,
            problem=say("it keeps data outside the file; export it as one file")
            if external
            else say("ONNX Runtime cannot load it ({why})", why=reason.splitlines()[0][:200]),
        ) from problem


def _card(path: Path, session: Any) -> ModelCard:
    text = session.get_modelmeta().custom_metadata_map.get(CARD_KEY)
    if text is None:
        raise ModelFileError(path=path, problem=say("it has no model card of Lookalike"))
    try:
        fields = json.loads(text)
    except ValueError as problem:
        raise ModelFileError(
            path=path, problem=say("its card is no JSON ({why})", why=problem)
        ) from problem
    if not isinstance(fields, dict):
        raise ModelFileError(path=path, problem=say("its card is not a JSON object"))
    return ModelCard.from_dict(fields, path)


def _check_contract(path: Path, card: ModelCard, session: Any) -> None:
    """Refuse a graph whose inputs or outputs are not what its card says."""
    inputs = {one.name: one for one in session.get_inputs()}
    outputs = {one.name: one for one in session.get_outputs()}
    if set(inputs) != {"patches"} or not {"embedding", "logits"} <= set(outputs):
        raise ModelFileError(
            path=path,
            problem=say("it must have one input `patches`, outputs `embedding` and `logits`"),
        )
    shape = (len(card.bands), card.patch_size, card.patch_size)
    if inputs["patches"].type != "tensor(float)" or not _fits(inputs["patches"].shape[1:], shape):
        raise ModelFileError(
            path=path,
            problem=say(
                "its input is {found}, but its card says {wanted}",
                found=inputs["patches"].shape,
                wanted=list(shape),
            ),
        )
    for name, length in (("embedding", card.embedding), ("logits", card.bits)):
        if not _fits(outputs[name].shape[1:], (length,)):
            raise ModelFileError(
                path=path,
                problem=say(
                    "its output {name} is {found}, but its card says {wanted}",
                    name=name,
                    found=outputs[name].shape,
                    wanted=length,
                ),
            )


def _fits(found: list[Any], wanted: tuple[int, ...]) -> bool:
    """Compare shapes; a dimension without a number may be any."""
    return len(found) == len(wanted) and all(
        not isinstance(one, int) or one == other for one, other in zip(found, wanted)
    )


def find_model(digest: str, folders: Iterable[str | os.PathLike[str]]) -> Path | None:
    """Find the model file with a given SHA-256 in some folders; None where there is none."""
    for folder in folders:
        for path in sorted(Path(folder).glob("*.onnx")):
            status = path.stat()
            if _digest(str(path), status.st_size, status.st_mtime_ns) == digest:
                return path
    return None


@lru_cache(maxsize=256)
def _digest(path: str, size: int, modified: int) -> str:
    """SHA-256 of a file, computed once for as long as size and time stay as they are."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
