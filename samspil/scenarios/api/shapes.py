"""What programs say of comparisons, and what they are told."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

Number = Annotated[float, Field(ge=0, le=1_000_000_000, allow_inf_nan=False)]
Three = tuple[Number, Number, Number]


class OptionIn(Schema):
    """An option, each number as at least, most likely, at most; `share` from 0 to 1."""

    name: str = Field(min_length=1, max_length=120)
    one_off: Three
    running: Three
    hours: Three
    months: Three
    share: Three
    risk: str = Field(default="", max_length=1000)


class ComparisonIn(Schema):
    """What is to be decided, an hour being worth `hour_cost` of `currency`, with its options."""

    name: str = Field(min_length=1, max_length=200)
    currency: Literal["EUR", "DKK", "SEK", "NOK", "CHF", "GBP", "PLN", "USD"]
    hour_cost: Decimal = Field(gt=0, max_digits=10, decimal_places=2)
    horizon: Literal[12, 24, 36] = 24
    options: list[OptionIn] = Field(default_factory=list, max_length=6)


class ChoiceIn(Schema):
    """What is decided and why; `option` is null for none of them. `seen` is the version that was
    read. `look_again_on` needs `otherwise`."""

    option: UUID | None
    reason: str = Field(min_length=1, max_length=2000)
    otherwise: str = Field(default="", max_length=1000)
    look_again_on: date | None = None
    seen: int


class RangeOut(Schema):
    """What 10, 50 and 90 in 100 draws stay below; months are null where it takes more than 60."""

    p10: float | None
    p50: float | None
    p90: float | None


class OptionOut(Schema):
    """An option: what was guessed, and what it brings by months; `best` from 0 to 1. Without `net`
    where some of it is unknown."""

    id: UUID
    name: str
    risk: str
    guesses: dict[str, list[float]]
    unknown: list[str]
    net: dict[int, RangeOut] | None
    best: dict[int, float] | None
    payback: RangeOut | None


class ChoiceOut(Schema):
    """What was decided; `option` is null for none of them."""

    id: UUID
    option: str | None
    reason: str
    otherwise: str
    look_again_on: date | None
    by: str
    at: datetime


class BriefOut(Schema):
    """A comparison and what was decided last."""

    id: UUID
    name: str
    currency: str
    horizon: int
    version: int
    decided: ChoiceOut | None


class ComparisonOut(BriefOut):
    """The same with its options and every decision, the newest first; `none` is the share of draws
    in which no option brings anything, `changed` whether figures are otherwise since."""

    options: list[OptionOut]
    none: dict[int, float]
    decisions: list[ChoiceOut]
    changed: bool
