"""What all errors are made of, and those that are of nothing in particular."""

from __future__ import annotations

from typing import Any, ClassVar

from ..saying import say


class Cancelled(Exception):  # noqa: N818 - stopping is what the user asked for, not an error
    """Raised where `progress` answered False; never shown to the user."""


class LookalikeError(Exception):
    """Root of all errors that a user can cause.

    Parameters
    ----------
    **facts
        The values that the class's `sentence` names in braces.
    """

    sentence: ClassVar[str] = "{problem}"

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(say(self.sentence, **facts))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes by the facts, which the sentence is made of anew."""
        return _again, (type(self), self.facts)


def _again(error: type[LookalikeError], facts: dict[str, Any]) -> LookalikeError:
    return error(**facts)


class UnexpectedError(LookalikeError):
    """A bug, told to the user in one line."""

    sentence = (
        "Something went wrong inside Lookalike ({problem}). "
        "The details are in View > Panels > Log Messages, under Lookalike."
    )
