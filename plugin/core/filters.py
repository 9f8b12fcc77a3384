"""What a user restricts a search to. Plain frozen values; `filtering` applies them."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .outline import Outline


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
    one_a_cluster : bool
        Of hits that look nearly the same only the best.
    apart : float
        Kilometres that hits lie from each other at least.
    outline : Outline or None
        In degrees; longitudes beyond 180 where it reaches across the antimeridian.
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
    one_a_cluster: bool = False
    apart: float = 0.0
    outline: Outline | None = None

    @property
    def active(self) -> int:
        """How many filters restrict something; a period is one, however it is bounded."""
        return sum(
            map(
                bool,
                (
                    self.box is not None or self.outline is not None,
                    self.since or self.until,
                    self.months,
                    self.labels,
                    self.cloud is not None,
                    self.without_sources,
                    self.kilometres > 0,
                    self.one_a_source,
                    self.one_a_cluster,
                    self.apart > 0,
                ),
            )
        )

    @property
    def of_patches(self) -> Filters:
        """What is asked of each patch for itself, not of the examples or the other hits."""
        return dataclasses.replace(
            self, kilometres=0.0, one_a_source=False, one_a_cluster=False, apart=0.0
        )

    @property
    def want_different(self) -> bool:
        """Whether a hit is left out for what better hits are."""
        return self.one_a_source or self.one_a_cluster or self.apart > 0

    def to_fields(self) -> dict[str, Any]:
        """Plain values for JSON; only those that restrict."""
        names = [field.name for field in dataclasses.fields(self)]
        values = {name: getattr(self, name) for name in names}
        found = {n: value for n, value in values.items() if value != getattr(Filters(), n)}
        if self.outline is not None:
            found["outline"] = self.outline.to_fields()
        return found

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Filters:
        """Inverse of `to_fields`.

        Raises
        ------
        ValueError
            If the values are not what `to_fields` makes.
        """
        try:
            values: dict[str, Any] = {
                n: tuple(value) if _is_list(value) else value for n, value in fields.items()
            }
            if values.get("outline") is not None:
                values["outline"] = Outline.from_fields(values["outline"])
            for name in ("kilometres", "apart", "cloud"):
                if values.get(name) is not None:
                    values[name] = number(values[name])
            for name, kind in (("months", int), ("labels", str), ("without_sources", str)):
                values[name] = tuple(map(kind, values.get(name, ())))
            made = cls(**values)
            for day in filter(None, (made.since, made.until)):
                np.datetime64(day, "D")
            if made.box is not None:
                _west, _south, _east, _north = map(float, made.box)
            return made
        except (KeyError, TypeError, ValueError) as problem:
            raise ValueError(f"no filters: {problem}") from problem


def number(value: Any) -> float:
    """Return a finite number; ValueError or TypeError where it is none."""
    found = float(value)
    if not math.isfinite(found):
        raise ValueError(f"{value} is no number")
    return found


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))
