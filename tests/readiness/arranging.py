"""Rounds, interviews and a vision, arranged through actions."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Model

from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import STATEMENTS
from samspil.core.readiness.vision import Sort, Wanted
from samspil.core.roles import Role
from samspil.people.models import Colleague, Team
from samspil.readiness import actions
from samspil.readiness.models import Finding, Goal, Interview, Round, Version
from tests.factories import MONDAY_9, make_colleague

FRIDAY = date(2026, 3, 6)
ANSWERS = {one.key: 3 for one in STATEMENTS}
SAME_DAY = Wanted(
    sentence="Customers get an answer the same day.", measure="answered within a day, of 100",
    sort=Sort.NUMBER, due=date(2027, 3, 2), now=60, then=90, unit="of 100",
)  # fmt: skip
AGREED = Wanted(
    sentence="Staff representatives are asked first.", measure="stands in the minutes",
    sort=Sort.YES_NO, due=date(2027, 3, 2),
)  # fmt: skip


READINESS_LISTS = (
    "/readiness/", "/readiness/compare/", "/readiness/interviews/", "/readiness/vision/",
)  # fmt: skip
READINESS_PAGES = {
    "readiness": READINESS_LISTS[0],
    "readiness-asked": "/readiness/asked/",
    "readiness-compare": READINESS_LISTS[1],
    "readiness-new": "/readiness/rounds/new/",
    "interviews": READINESS_LISTS[2],
    "interview-new": "/readiness/interviews/new/",
    "interview-guide": "/readiness/guides/hr/",
    "vision": READINESS_LISTS[3],
    "vision-goal-new": "/readiness/vision/goals/new/",
}
"""Pages that show something before anything is there."""


def make_people(n: int) -> list[Colleague]:
    """So many employees."""
    return [make_colleague(Role.EMPLOYEE) for _ in range(n)]


def make_round(
    by: Colleague, *, teams: Sequence[Team] = (), name: str = "Spring", closes: date = FRIDAY
) -> Round:
    """A round of this week."""
    return actions.open_round(name, closes=closes, teams=teams, by=by, at=MONDAY_9)


def hand_in(round_: Round, *people: Colleague, **other: int) -> None:
    """Each answers 3 to everything, but for some, and hands it in."""
    for one in people:
        actions.keep_answers(round_, {**ANSWERS, **other}, by=one, at=MONDAY_9)
        actions.hand_in(round_, by=one, at=MONDAY_9)


def over(by: Colleague, people: Sequence[Colleague], *, name: str, value: int = 3) -> Round:
    """A round in which all of them answered alike, and that is counted."""
    round_ = make_round(by, name=name)
    hand_in(round_, *people, **dict.fromkeys(ANSWERS, value))
    actions.close_round(round_, by=by, at=MONDAY_9)
    return Round.objects.get(pk=round_.pk)


def asked(person: Colleague, *, by: Colleague, seat: Seat = Seat.EMPLOYEE) -> Interview:
    """An interview that is arranged for tomorrow."""
    wanted = actions.Appointment(
        person=person, interviewer=by, seat=seat, day=(MONDAY_9 + timedelta(days=1)).date(),
        place="Room 2, 10:00",
    )  # fmt: skip
    return actions.arrange_interview(wanted, by=by, at=MONDAY_9)


def decided(by: Colleague, *wanted: Wanted) -> Version:
    """These goals, decided."""
    made = [actions.add_goal(one, owner=by, by=by, at=MONDAY_9) for one in wanted]
    seen = {str(one.public_id): one.version for one in made}
    return actions.decide(seen=seen, by=by, at=MONDAY_9)


def of_readiness(by: Colleague) -> dict[str, str]:
    """The pages of a round that is over and one that goes on, an interview, and a vision."""
    person, *people = make_people(5)
    done = over(by, [person, *people], name="Autumn")
    over(by, [person, *people], name="Winter", value=4)
    going = make_round(by, closes=date(2126, 1, 1))
    actions.keep_answers(going, ANSWERS, by=by, at=MONDAY_9)
    interview = asked(person, by=by)
    version = decided(by, SAME_DAY, AGREED)
    goal = actions.add_goal(AGREED, owner=by, by=by, at=MONDAY_9)
    whole = f"/readiness/rounds/{going.public_id}/"
    return {
        "readiness-round": whole,
        "readiness-told": f"/readiness/rounds/{done.public_id}/",
        "readiness-mine": f"{whole}mine/",
        "readiness-withdraw": f"{whole}mine/withdraw/",
        "interview": f"/readiness/interviews/{interview.public_id}/",
        "interview-move": f"/readiness/interviews/{interview.public_id}/move/",
        "vision-version": f"/readiness/vision/{version.public_id}/",
        "vision-look": f"/readiness/vision/{version.public_id}/look/3/",
        "vision-goal": f"/readiness/vision/goals/{goal.public_id}/",
    }


def things_of_readiness(owner: Colleague) -> list[Model]:
    """A round, an interview, a finding, a goal and a version."""
    asks = {"closes": date(2099, 1, 1), "by": owner}
    round_ = Round.objects.create(name="x", at=MONDAY_9, **asks)
    when = {"day": MONDAY_9.date(), "at": MONDAY_9}
    asked = Interview.objects.create(person=owner, interviewer=owner, seat="hr", **when)
    learned = Finding.objects.create(text="x", area="goals", at=MONDAY_9)
    said = {"sentence": "x", "measure": "x", "sort": "yes_no", "owner": owner}
    goal = Goal.objects.create(due=date(2099, 1, 1), at=MONDAY_9, **said)
    version = Version.objects.create(number=1, by=owner, **when)
    return [round_, asked, learned, goal, version]
