"""The company's budget of a first year, of which some months are spent."""

from datetime import datetime
from decimal import Decimal

from samspil.core.months import months_after
from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.guessing import Guess
from samspil.demo.queries.cast import OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.people.queries import day_of
from samspil.scenarios import actions as scenarios
from samspil.scenarios.models import Budget

HOUR, PEOPLE, OVER = Decimal(425), 42, 4
LINES = (
    (Kind.LICENCES, "Licenser", (38_000, 48_000, 66_000), False, (3_900, 4_100, 4_400, 4_600)),
    (Kind.TRAINING, "Timer til oplæring", (90, 140, 220), False, (6_800, 5_100, 3_400, 4_250)),
    (Kind.HELP, "Rådgiver ved opstart", (15_000, 25_000, 40_000), True, (0, 18_500)),
    (Kind.EQUIPMENT, "Headset og skærme", (6_000, 9_000, 14_000), True, (7_850,)),
    (Kind.BUFFER, "Buffer", (15_000, 15_000, 15_000), True, ()),
)  # fmt: skip
"""Kind, name, plan, whether it is paid once, and what was spent in the first months."""


def plan_the_year(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    if Budget.objects.exists():
        return False
    owner = colleague_playing(OWNER)
    year = scenarios.Year(
        name="Vores første år med AI", currency="DKK", hour_cost=HOUR, people=PEOPLE,
        first_month=months_after(day_of(at).replace(day=1), -OVER), hours=None,
        months=Guess(low=1, likely=3, high=6),
    )  # fmt: skip
    budget = scenarios.begin_budget(year, by=owner, at=at)
    for kind, name, (low, likely, high), once, spent in LINES:
        plan = Guess(low=low, likely=likely, high=high)
        said = scenarios.Planned(kind=kind, name=name, plan=plan, once=once)
        line = scenarios.add_line(budget, said, by=owner, at=at)
        amounts = {month: Decimal(each) for month, each in enumerate(spent, 1) if each}
        if amounts:
            scenarios.spend(line, amounts, seen=line.version, by=owner, at=at)
    return True
