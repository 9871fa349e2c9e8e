"""How a process shares its work with AI, as a stage of an initiative lays it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from samspil.core.evidence.autonomy import Autonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """An organisation model by its name, the share of cases (0 to 1) that a person judges before
    seeing AI's answer, and the amount above which a person decides (None: no limit).

    `level` is how much AI might do when this was written down; None where it says nothing of it.
    """

    organisation_model: str
    judge_first: float = 0.0
    money_limit: Decimal | None = None
    level: Autonomy | None = None

    def kept(self) -> dict[str, str | float | int | None]:
        """As it is stored."""
        return {
            "organisation_model": self.organisation_model,
            "judge_first": self.judge_first,
            "money_limit": None if self.money_limit is None else str(self.money_limit),
            "level": None if self.level is None else int(self.level),
        }

    @classmethod
    def of(cls, kept: Mapping[str, str | float | int | None]) -> Self:
        """What was stored; raises `KeyError` where nothing was."""
        limit, level = kept.get("money_limit"), kept.get("level")
        return cls(
            organisation_model=str(kept["organisation_model"]),
            judge_first=float(kept["judge_first"] or 0),
            money_limit=None if limit is None else Decimal(str(limit)),
            level=None if level is None else Autonomy(int(level)),
        )
