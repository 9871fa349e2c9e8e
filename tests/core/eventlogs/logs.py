"""Small logs to try the rules on."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from samspil.core.eventlogs.gathering import Gathering, Log, Raw
from samspil.core.eventlogs.instants import reader

UTC = ZoneInfo("UTC")


def log_of(*cases: str, people: Iterable[str] = (), hours: float = 1) -> Log:
    """A log of cases, each a word whose letters are its steps, so many hours apart.

    `people` did the events in the order in which they stand here.
    """
    who = iter(people)
    gathering = Gathering(read_time=reader(zone=UTC, month_first=False))
    for case, steps in enumerate(cases):
        for place, step in enumerate(steps):
            at = f"{1_700_000_000 + 86_400 * 9 * case + int(3600 * hours * place)}"
            person, _, group = next(who, "").partition("/")
            gathering.add(
                Raw(
                    row=len(gathering) + 2, case=str(case), activity=step, time=at, person=person,
                    group=group,
                )
            )  # fmt: skip
    return gathering.log()
