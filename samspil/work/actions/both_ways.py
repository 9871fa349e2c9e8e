"""Some of the cases that arrive go both ways: which, by lots, and how."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from samspil.core.parallel_runs.drawing import Drawn, Lots, may_be_drawn
from samspil.core.routing import Facts, Routing, route
from samspil.work.models import Case, Process
from samspil.work.queries.parallel import parallel_runs


@dataclass(slots=True, kw_only=True)
class BothWays:
    """What lots draw while cases are routed, and what they drew so far, by primary key."""

    lots: Lots
    drawn: dict[int, Drawn] = field(default_factory=dict)

    def route(self, case: Case, facts: Facts) -> Routing:
        """How the case goes: where lots draw it and it may go both ways, a person decides it
        without AI, and what would have become of it is noted."""
        way = route(facts)
        if not self.lots.draw(str(case.public_id)) or not self.lots.allow(len(self.drawn)):
            return way
        blind = route(replace(facts, parallel=True))
        proposed = bool(facts.proposal and facts.proposal.options)
        if not may_be_drawn(blind.reason, round_=case.round, proposed=proposed):
            return way
        self.drawn[case.pk] = Drawn(
            case=case.pk, round=case.round, reason=blind.reason, would=way.route
        )
        return blind

    def team(self, case: Case) -> int | None:
        """The team that has the case because it goes both ways; None: whoever would anyhow."""
        return self.lots.team if case.pk in self.drawn else None

    def way_of(self, case: Case) -> str:
        """The way for which AI drafts: of what goes both ways the new one."""
        return self.drawn[case.pk].would if case.pk in self.drawn else case.route

    def keep(self, *, at: datetime) -> None:
        """Keep what was drawn; costs no statement where nothing was."""
        if self.drawn:
            parallel_runs().keep(self.lots, self.drawn, at=at)


def both_ways(process: Process, *, at: datetime) -> BothWays:
    """What is drawn in this process now; inside the caller's transaction."""
    return BothWays(lots=parallel_runs().lots(process.pk, at=at))
