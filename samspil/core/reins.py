"""How far AI may go in a process at this moment, as the routing rule needs to know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from samspil.core.evidence.groups import GroupsBy, group_of
from samspil.core.evidence.learning import in_lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Reins:
    """AI finishes what it is surer of than the limit of its group (0 to 1; none: nothing).

    `limits` hold for groups of cases by language or topic, or one for all, as `groups_by` says.
    `stepped_back`: it proposes to nobody. Of the cases it might finish a share `lane` (0 to 1) is
    drawn for people, by `seed`. Above `money_limit` (None: there is none) a person decides.
    """

    limits: Mapping[str, float] = field(default_factory=dict)
    groups_by: GroupsBy = GroupsBy.PROCESS
    stepped_back: bool = False
    lane: float = 0.0
    seed: bytes = b""
    money_limit: Decimal | None = None
    covered: frozenset[tuple[str, str]] | None = None

    def covers(self, topic: str, language: str) -> bool:
        """Whether what was proved is about such cases too; without a certificate all are."""
        return self.covered is None or (topic, language) in self.covered

    def limit_of(self, topic: str, language: str) -> float | None:
        """The limit for such cases; None where none was proved, as of what was unknown then."""
        return self.limits.get(group_of(self.groups_by, topic=topic, language=language))

    def sure_enough(self, sureness: float, *, topic: str, language: str) -> bool:
        """Whether AI is surer of such a case than the limit of its group."""
        limit = self.limit_of(topic, language)
        return limit is not None and sureness > limit

    def draws(self, key: str) -> bool:
        """Whether lots give the case of this key to a person; none are drawn without a limit."""
        return bool(self.limits) and in_lane(key, seed=self.seed, share=self.lane)


HELD = Reins()
"""As every process begins."""
