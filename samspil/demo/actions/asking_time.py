"""A round in which colleagues said what takes their time; some tasks are of too few to be told."""

from datetime import datetime, timedelta

from samspil.audit import actions as audit
from samspil.audit.models import Audit, Task
from samspil.core.audit import Given, Per
from samspil.demo.queries.cast import LEADER
from samspil.demo.queries.company import colleague_playing
from samspil.people.models import Colleague
from samspil.people.queries import day_of, people

NAME = "Hvad tager tid? Efteråret"
DAYS = timedelta(days=10)
USUAL = (
    ("Besvare mails fra kunder", 12, Per.DAY, 9, ("Outlook", "Navision")),
    ("Flytte ordrer fra mail til økonomisystemet", 8, Per.DAY, 7, ("Outlook", "Navision", "Excel")),
    ("Skrive tilbud", 5, Per.WEEK, 35, ("Word", "Navision")),
    ("Samle tal til ugerapporten", 1, Per.WEEK, 150, ("Excel", "Navision")),
)
"""What most of them do: how often, in which time, minutes each time, and with what."""
SELDOM = (
    "Afstemme konti",
    "Planlægge montørernes uge",
    "Bestille reservedele",
    "Oplære nye kolleger",
)
"""What only one in three does."""


def ask_what_takes_time(*, at: datetime) -> int:
    """Hold a round that is over, and returns how many handed in; 0 where there was one before."""
    if Audit.objects.exists():
        return 0
    leader, today = colleague_playing(LEADER), day_of(at)
    round_ = audit.open_audit(NAME, opens=today - DAYS, closes=today, teams=[], by=leader, at=at)
    tasks = [audit.add_task(audit.Wanted(title=one[0]), by=leader, at=at) for one in USUAL]
    asked = people()
    for number, one in enumerate(asked):
        _answer(round_, one, tasks, number=number, at=at)
    audit.close_audit(round_, by=leader, at=at)
    return len(asked)


def _answer(round_: Audit, who: Colleague, tasks: list[Task], *, number: int, at: datetime) -> None:
    sheet = audit.begin_sheet(round_, by=who, at=at)
    for place, (title, times, per, minutes, systems) in enumerate(USUAL):
        if (number + place) % 4 == 3:
            continue
        answer = audit.choose_task(sheet, tasks[place], at=at)
        said = Given(
            title=title, times=max(1, times - number % 3), per=per,
            minutes=minutes * (1 + 0.2 * (number % 4)), error_share=0.02 * (1 + number % 4),
            frustration=2 + (place + number) % 4, wish=1 + (place + place * (number % 3)) % 5,
            systems=systems,
        )  # fmt: skip
        audit.say(answer, said, at=at)
    if number % 3 == 0:
        own = SELDOM[number // 3 % len(SELDOM)]
        said = Given(title=own, times=2, per=Per.WEEK, minutes=45, wish=4)
        audit.say(audit.type_task(sheet, own, at=at), said, at=at)
    audit.hand_in(sheet, at=at)
