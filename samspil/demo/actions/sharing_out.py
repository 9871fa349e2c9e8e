"""Tasks of the company judged, some given otherwise than is suggested, some estimated, and one
that is a live process."""

from datetime import datetime

from samspil.allocation import actions as allocation
from samspil.allocation.models import Judgement
from samspil.audit.actions import Wanted, add_task, change_task
from samspil.audit.queries import listed_tasks
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.divisions import Division
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.portfolio import Part, Range
from samspil.demo.queries.cast import DANISH, LEADER
from samspil.demo.queries.company import colleague_playing, process_of

MAILS, ORDERS, OFFERS, FIGURES = (
    "Besvare mails fra kunder",
    "Flytte ordrer fra mail til økonomisystemet",
    "Skrive tilbud",
    "Samle tal til ugerapporten",
)
HIRING, TALKS, STRATEGY = (
    "Udvælge ansøgere til samtale",
    "Holde svære samtaler med kunder",
    "Lægge næste års strategi",
)
SAID = {
    MAILS: ((4, 3, 3, 3, 3, 3, 4, 1), About.CUSTOMERS, False),
    ORDERS: ((5, 5, 5, 1, 2, 1, 1, 1), About.NOBODY, False),
    OFFERS: ((3, 4, 3, 2, 3, 4, 2, 1), About.CUSTOMERS, False),
    FIGURES: ((5, 5, 4, 1, 2, 2, 1, 1), About.NOBODY, False),
    HIRING: ((3, 3, 2, 4, 4, 4, 4, 1), About.APPLICANTS, True),
    TALKS: ((1, 1, 1, 5, 5, 4, 5, 2), About.CUSTOMERS, False),
    STRATEGY: ((1, 3, 1, 2, 5, 5, 3, 1), About.NOBODY, False),
}
"""Criteria in the order of `Criterion`, whom it is about, and whether it decides about a person."""
EXPECTED = {
    MAILS: (0.15, 0.4, 10, 25, 2, Part.ASSIST),
    ORDERS: (0.5, 0.8, 5, 15, 2, Part.AUTOMATE),
    OFFERS: (0.2, 0.5, 8, 20, 3, Part.ASSIST),
    FIGURES: (0.4, 0.8, 3, 8, 1, Part.AUTOMATE),
    STRATEGY: (0.0, 0.2, 2, 5, 2, Part.TRY),
}
"""Shares saved, days to set up, risk, and where the gain comes from."""
WHY = "Tilbud er det første, kunden ser af os: Vi skriver dem selv og lader AI give tal."
MONEY = Range(low=0, high=12_000)


def share_out_work(*, at: datetime) -> int:
    """Judge, overrule and estimate; returns how many were judged, 0 where some were before."""
    if Judgement.objects.exists():
        return 0
    leader = colleague_playing(LEADER)
    tasks = {one.title: one for one in listed_tasks()}
    for title in SAID:
        if title not in tasks:
            tasks[title] = add_task(Wanted(title=title), by=leader, at=at)
    live = Wanted(title=MAILS, process=process_of(DANISH))
    change_task(tasks[MAILS], live, by=leader, at=at)
    for title, (criteria, about, decides) in SAID.items():
        said = allocation.Said(
            criteria=dict(zip(Criterion, criteria, strict=True)),
            touch=Touch(about=about, decides=decides, feels=False),
        )
        allocation.judge(tasks[title], said, by=leader, at=at)
    for title, (low, high, least, most, risk, part) in EXPECTED.items():
        expected = allocation.Expected(
            saved=Range(low=low, high=high), days=Range(low=least, high=most), money=MONEY,
            risk=risk, part=part,
        )  # fmt: skip
        allocation.estimate(tasks[title], expected, by=leader, at=at)
    allocation.choose(tasks[OFFERS], Division.PERSON_INFORMED, why=WHY, by=leader, at=at)
    return len(SAID)
