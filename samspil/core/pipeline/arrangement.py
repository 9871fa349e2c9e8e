"""How a process shares its work with AI, as a stage of an initiative lays it down."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from samspil.core.evidence.autonomy import Autonomy


class Part(StrEnum):
    """What may differ between two arrangements."""

    MODEL = "model"
    FIRST = "first"
    LIMIT = "limit"
    TAKERS = "takers"
    WAITS = "waits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """An organisation model by its name, the share of cases (0 to 1) that a person judges before
    seeing AI's answer, and the amount above which a person decides (None: no limit).

    `level` is how much AI might do when this was written down; None where it says nothing of it.
    `takers` are pairs of a service level and the id of the team that approves there; who is not
    named stays. `waits`: people work without AI, as a process does that was made for a pilot.
    """

    organisation_model: str
    judge_first: float = 0.0
    money_limit: Decimal | None = None
    level: Autonomy | None = None
    takers: tuple[tuple[str, str], ...] = ()
    waits: bool = False

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        more: dict[str, Any] = {"takers": dict(self.takers)} if self.takers else {}
        if self.waits:
            more["waits"] = True
        return {
            "organisation_model": self.organisation_model,
            "judge_first": self.judge_first,
            "money_limit": None if self.money_limit is None else str(self.money_limit),
            "level": None if self.level is None else int(self.level),
            **more,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """What was stored; raises `KeyError` where nothing was."""
        limit, level = kept.get("money_limit"), kept.get("level")
        return cls(
            organisation_model=str(kept["organisation_model"]),
            judge_first=float(kept["judge_first"] or 0),
            money_limit=None if limit is None else Decimal(str(limit)),
            level=None if level is None else Autonomy(int(level)),
            takers=tuple(sorted(kept.get("takers", {}).items())),
            waits=bool(kept.get("waits")),
        )


def after(now: Arrangement, wanted: Arrangement) -> Arrangement:
    """How a process is shared once a stage that wants this has begun.

    An amount that was laid down stays where the stage names none, and so do teams it does not name.
    """
    return Arrangement(
        organisation_model=wanted.organisation_model,
        judge_first=wanted.judge_first,
        money_limit=now.money_limit if wanted.money_limit is None else wanted.money_limit,
        level=now.level,
        takers=tuple(sorted({**dict(now.takers), **dict(wanted.takers)}.items())),
    )


def like(now: Arrangement, wanted: Arrangement) -> Arrangement:
    """How a process is shared now, with model and first judgements as wanted; all else stays."""
    return replace(
        now, organisation_model=wanted.organisation_model, judge_first=wanted.judge_first
    )


def changed(now: Arrangement, then: Arrangement) -> tuple[Part, ...]:
    """What is otherwise then, in the order in which it is told."""
    pairs = {
        Part.MODEL: (now.organisation_model, then.organisation_model),
        Part.FIRST: (now.judge_first, then.judge_first),
        Part.LIMIT: (now.money_limit, then.money_limit),
        Part.TAKERS: (now.takers, then.takers),
        Part.WAITS: (now.waits, then.waits),
    }
    return tuple(part for part, (before, later) in pairs.items() if before != later)
