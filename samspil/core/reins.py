"""How far AI may go in a process at this moment, as the routing rule needs to know it."""

from dataclasses import dataclass
from decimal import Decimal

from samspil.core.evidence.learning import in_lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Reins:
    """AI finishes what it is surer of than `limit` (0 to 1; None: nothing).

    `stepped_back`: it proposes to nobody. Of the cases it might finish a share `lane` (0 to 1) is
    drawn for people, by `seed`. Above `money_limit` (None: there is none) a person decides.
    """

    limit: float | None = None
    stepped_back: bool = False
    lane: float = 0.0
    seed: bytes = b""
    money_limit: Decimal | None = None
    covered: frozenset[tuple[str, str]] | None = None

    def covers(self, topic: str, language: str) -> bool:
        """Whether what was proved is about such cases too; without a certificate all are."""
        return self.covered is None or (topic, language) in self.covered

    def draws(self, key: str) -> bool:
        """Whether lots give the case of this key to a person; none are drawn without a limit."""
        return self.limit is not None and in_lane(key, seed=self.seed, share=self.lane)


HELD = Reins()
"""As every process begins."""
