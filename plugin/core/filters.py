"""What a user restricts a search to. Plain frozen values; `filtering` applies them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Filters:
    """What the user restricts a search to; the default restricts nothing.

    A patch of which the index does not know what is asked for does not pass.

    Attributes
    ----------
    box : (west, south, east, north) or None
        In degrees, for the patches' centres; west of more than east reaches across the
        antimeridian.
    since, until : str
        First and last day of acquisition (``2024-05-31``, UTC); empty: open.
    months : tuple of int
        Of acquisition, 1 to 12; none: all.
    labels : tuple of str
        None: all.
    cloud : float or None
        Cloud cover of the source, in percent at most.
    without_sources : tuple of str
        Names of sources that are left out.
    kilometres : float
        At least so far from every example.
    one_a_source : bool
        Of each source only the best hit.
    """

    box: tuple[float, float, float, float] | None = None
    since: str = ""
    until: str = ""
    months: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    cloud: float | None = None
    without_sources: tuple[str, ...] = ()
    kilometres: float = 0.0
    one_a_source: bool = False

    @property
    def active(self) -> int:
        """How many filters restrict something; a period is one, however it is bounded."""
        return sum(
            map(
                bool,
                (
                    self.box is not None,
                    self.since or self.until,
                    self.months,
                    self.labels,
                    self.cloud is not None,
                    self.without_sources,
                    self.kilometres > 0,
                    self.one_a_source,
                ),
            )
        )

    def to_fields(self) -> dict[str, Any]:
        """Plain values for JSON; only those that restrict."""
        default = Filters()
        return {
            name: value
            for name, value in dataclasses.asdict(self).items()
            if value != getattr(default, name)
        }

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Filters:
        """Inverse of `to_fields`.

        Raises
        ------
        ValueError
            If the values are not what `to_fields` makes.
        """
        try:
            lists = {name: tuple(value) for name, value in fields.items() if _is_list(value)}
            made = cls(**{**fields, **lists})
            for day in filter(None, (made.since, made.until)):
                np.datetime64(day, "D")
            if made.box is not None:
                _west, _south, _east, _north = map(float, made.box)
            return made
        except (TypeError, ValueError) as problem:
            raise ValueError(f"no filters: {problem}") from problem


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))
