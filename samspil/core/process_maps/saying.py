"""What people may say of a step: a name, and estimates for one case."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import isfinite

from samspil.core.audit import Per
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.faults import (
    LONGEST_NAME,
    LONGEST_OWNER,
    MOST_MINUTES,
    MOST_TIMES,
    Fault,
    Unfit,
)
from samspil.core.process_maps.walking import Line

HUNDRED = 100
ROUNDING = 0.005
"""Shares that were rounded may add up to so much more than everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is estimated of a step. Raises `Unfit` where it cannot be.

    `minutes` of work and `waiting` before it, in minutes of clock time, are for one case that comes
    there. `errors` are how many go wrong, `ai_share` how many AI finishes alone, `begins` how many
    cases begin there (each 0 to 1). It is done `times` a `per`. `route` is who does it, None where
    links say so. None: nobody said.
    """

    minutes: float | None = None
    waiting: float | None = None
    errors: float | None = None
    ai_share: float | None = None
    begins: float | None = None
    times: float | None = None
    per: Per = Per.MONTH
    route: Route | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name in ("minutes", "waiting"):
            _check_amount(name, getattr(self, name), most=MOST_MINUTES)
        _check_amount("times", self.times, most=MOST_TIMES)
        for name in ("errors", "ai_share", "begins"):
            check_share(name, getattr(self, name))


def _check_amount(name: str, value: float | None, *, most: int) -> None:
    if value is None:
        return
    if not isfinite(value) or value > most:
        raise Unfit(Fault.ABOVE, field=name, most=most)
    if value < 0:
        raise Unfit(Fault.BELOW, field=name)


def check_share(name: str, value: float | None) -> None:
    """Raise `Unfit` unless it lies from 0 to 1."""
    if value is not None and not 0 <= value <= 1:
        raise Unfit(Fault.SHARE, field=name)


def fit_name(typed: str, others: Collection[str] = (), *, field: str = "name") -> str:
    """The name without needless spaces; raises `Unfit`, also where another step is called so."""
    name = " ".join(typed.split())
    if not name:
        raise Unfit(Fault.NO_NAME, field=field)
    if len(name) > LONGEST_NAME:
        raise Unfit(Fault.LONG, field=field, n=len(name), most=LONGEST_NAME)
    if name.casefold() in {one.casefold() for one in others}:
        raise Unfit(Fault.SAME, field=field, name=name)
    return name


def fit_owner(typed: str) -> str:
    """Who has a step, in words; raises `Unfit`."""
    name = " ".join(typed.split())
    if len(name) > LONGEST_OWNER:
        raise Unfit(Fault.LONG, field="owner", n=len(name), most=LONGEST_OWNER)
    return name


def check_out(name: str, lines: Iterable[Line]) -> None:
    """Raise `Unfit` where more leaves a step than came to it; `lines` are its ways out."""
    total = sum(one.share for one in lines if one.share is not None)
    if total > 1 + ROUNDING:
        raise Unfit(Fault.OUT, field="share", name=name, n=round(HUNDRED * total))


def check_begins(shares: Iterable[float | None]) -> None:
    """Raise `Unfit` where more cases begin than there are."""
    total = sum(one for one in shares if one is not None)
    if total > 1 + ROUNDING:
        raise Unfit(Fault.BEGIN, field="begins", n=round(HUNDRED * total))
