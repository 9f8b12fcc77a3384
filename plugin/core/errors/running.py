"""Errors about what has to run: packages, child processes, builds and merges."""

from __future__ import annotations

from ..saying import say
from .base import LookalikeError


class MissingPackageError(LookalikeError):
    """A Python package that this step needs is not installed."""

    sentence = "{purpose} needs the Python package {name}, which is not installed. {remedy}"

    @property
    def lack(self) -> str:
        """The sentence without its remedy, for where the remedy is a button."""
        return say(self.sentence, **{**self.facts, "remedy": ""}).strip()


class BrokenPackageError(MissingPackageError):
    """A Python package that this step needs is there and does not load."""

    sentence = (
        "{purpose} needs the Python package {name}, which is installed but does not load "
        "({problem}). {cause}{remedy}"
    )


class ProviderError(LookalikeError):
    """A graphics card or the like that cannot run the network."""

    sentence = "{provider} cannot run the network here: {problem}. The processor goes on doing it."


class InstallFailedError(LookalikeError):
    """The packages did not get into the private folder."""

    sentence = "The packages were not installed: {problem}. What was installed before is unchanged."


class FolderInUseError(LookalikeError):
    """Packages that are loaded cannot be replaced or deleted (Windows)."""

    sentence = (
        "{path} cannot be replaced or removed now ({reason}): QGIS has loaded what it holds. "
        "Restart QGIS and do it before the first search."
    )


class BuildFailedError(LookalikeError):
    """A building child process ended without an index."""

    sentence = "Building {path} stopped: {problem}. What was done is kept; build again to go on."


class ChildFailedError(LookalikeError):
    """A child process ended without a word of its own."""

    sentence = "This could not be done: {problem}."


class CodeSpaceError(LookalikeError):
    """Codes of two indexes cannot be compared."""

    sentence = (
        "{one} and {other} cannot be put together: their codes were made by {reason}. "
        "Build one of them again like the other."
    )


class NothingToMergeError(LookalikeError):
    """Fewer than two indexes."""

    sentence = "There is nothing to merge: choose two indexes or more."


class TooManyBitsError(LookalikeError):
    """More differing bits than duplicates can be looked for."""

    sentence = "Duplicates of codes of {bits} bits may differ in at most {largest}, not in {most}."


class NoArchiveError(LookalikeError):
    """An index that was passed on without its imagery."""

    sentence = (
        "The index {index} does not say where its imagery lies. "
        "Name the folder or file to look for new images in."
    )


class JournalError(LookalikeError):
    """A half-built index that belongs to another archive or model."""

    sentence = (
        "{path} holds a half-built index with a different {what}. Delete that folder, or choose "
        "another name for the new index."
    )


class BrokenJournalError(LookalikeError):
    """A half-built index that makes no sense, as after a power cut."""

    sentence = (
        "{path} holds a half-built index that cannot be read ({problem}). Delete that folder, and "
        "start again: an index that is there already stays as it is."
    )


class JournalGoneError(LookalikeError):
    """What was encoded is not there any more when it is to be written."""

    sentence = (
        "{path} is gone, and with it what was to be written: another QGIS has probably finished "
        "the same index. See whether it has what you wanted; if not, start again."
    )


class JournalInUseError(LookalikeError):
    """Another process is building or updating the same index."""

    sentence = (
        "{path} is in use: the same index is being built or updated already, perhaps by another "
        "QGIS. Wait until that is done and try again, or choose another name for a new index."
    )
