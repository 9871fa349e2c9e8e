"""Two rounds half a year apart, two interviews, and a vision looked at after three months."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils.translation import override

from samspil.core.months import months_after
from samspil.core.readiness.answers import UNKNOWN
from samspil.core.readiness.looking import MONTHS, State
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import STATEMENTS, Area
from samspil.core.readiness.vision import HORIZON, Sort, Wanted
from samspil.demo.queries.cast import BENT, LEADER, OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.people.models import Colleague
from samspil.people.queries import day_of, people
from samspil.readiness import actions as readiness
from samspil.readiness.models import Round, Version

AGO, DECIDED_AGO = timedelta(days=182), timedelta(days=100)
NAMES = ("Første runde", "Anden runde")
STOOD = {Area.GOALS: 2, Area.WORK: 3, Area.PEOPLE: 2, Area.RULES: 3, Area.MEANS: 3}
"""What most answer in the first round."""
GREW = {Area.GOALS: 2, Area.PEOPLE: 1, Area.RULES: 1}
"""By how much it is higher in the second."""
SAID = {
    OWNER.key: (
        Seat.DIRECTOR,
        "Kunderne skal have svar samme dag, også i sommerferien. Reklamationer bliver hos os.",
    ),
    BENT.key: (
        Seat.EMPLOYEE,
        "Jeg taster serienumre ind to gange. De svære samtaler vil jeg selv have.",
    ),
}
LEARNED = (
    ("Serienumre tastes ind i to systemer.", Area.MEANS),
    ("Svære samtaler med kunder skal blive hos mennesker.", Area.RULES),
    ("Kolleger vil høre om ændringer, før de sker.", Area.GOALS),
)
GOALS = (
    ("Kunder får svar samme dag.", "Besvaret inden for en arbejdsdag", 62, 90, "af 100", 78),
    ("Ingen taster serienumre to gange.", "Timer om ugen til at taste om", 9, 1, "timer", 9),
    ("Alle ved, hvad de må give til AI.", "Har læst og bekræftet retningslinjerne", 0, 100,
     "af 100", 100),
    ("Tillidsrepræsentanten er med, før noget nyt begynder.", "Står i referatet", None, None, "",
     None),
)  # fmt: skip
"""Sentence, measure, now, then, unit, and what it was after three months."""


def say_where_we_stand(*, at: datetime) -> bool:
    """Live through it once; tells whether it was done now."""
    if Round.objects.exists():
        return False
    leader = colleague_playing(LEADER)
    _round(NAMES[0], leader, grew=False, at=at - AGO)
    with override("da"):
        _interviews(leader, at=at)
    _vision(leader, at=at)
    _round(NAMES[1], leader, grew=True, at=at)
    return True


def _round(name: str, leader: Colleague, *, grew: bool, at: datetime) -> None:
    named = f"{name} {day_of(at).year}"
    made = readiness.open_round(named, closes=day_of(at), teams=[], by=leader, at=at)
    for number, one in enumerate(people()):
        readiness.keep_answers(made, _answers(number, grew=grew), by=one, at=at)
        readiness.hand_in(made, by=one, at=at)
    readiness.close_round(made, by=leader, at=at)


def _answers(number: int, *, grew: bool) -> dict[str, int]:
    """What one of them says: around what most do, one up or down; some do not know."""
    found = {}
    for place, one in enumerate(STATEMENTS):
        usual = STOOD[one.area] + (GREW.get(one.area, 0) if grew else 0)
        up = (number + place) % 3 - 1
        unknown = one.area is Area.RULES and (number + place) % (5 if grew else 2) == 0
        found[one.key] = UNKNOWN if unknown else min(5, max(1, usual + up))
    return found


def _interviews(leader: Colleague, *, at: datetime) -> None:
    for player in (OWNER, BENT):
        seat, said = SAID[player.key]
        who = colleague_playing(player)
        wanted = readiness.Appointment(
            person=who, interviewer=leader, seat=seat, day=day_of(at) - timedelta(days=7),
            place="Mødelokale 2, kl. 10",
        )  # fmt: skip
        made = readiness.arrange_interview(wanted, by=leader, at=at)
        sentences = dict(enumerate(f"{one.strip('. ')}." for one in said.split(". ")))
        readiness.write_notes(made, sentences, seen=0, by=leader, at=at)
        if player is OWNER:
            readiness.agree(made, seen=1, by=who, at=at)
    for text, area in LEARNED:
        readiness.add_finding(text, area=area, by=leader, at=at)


def _vision(leader: Colleague, *, at: datetime) -> None:
    then = at - DECIDED_AGO
    due = months_after(day_of(then), HORIZON)
    owners = [leader, colleague_playing(BENT)]
    made = [
        readiness.add_goal(_wanted(one, due), owner=owners[place % 2], by=leader, at=then)
        for place, one in enumerate(GOALS)
    ]
    seen = {str(one.public_id): one.version for one in made}
    version = readiness.decide(seen=seen, by=leader, at=then)
    _look(version, leader, at=at)


def _wanted(goal: Sequence[object], due: date) -> Wanted:
    sentence, measure, now, then, unit, _value = goal
    number = isinstance(now, int) and isinstance(then, int)
    return Wanted(
        sentence=str(sentence), measure=str(measure), due=due, unit=str(unit),
        sort=Sort.NUMBER if number else Sort.YES_NO,
        now=now if isinstance(now, int) else None, then=then if isinstance(then, int) else None,
    )  # fmt: skip


def _look(version: Version, leader: Colleague, *, at: datetime) -> None:
    values = dict(zip((one[0] for one in GOALS), (one[-1] for one in GOALS), strict=True))
    said = {
        one.pk: readiness.Said(
            state=State.REACHED if one.sort == Sort.YES_NO else None,
            value=None if (value := values[one.sentence]) is None else float(value),
        )
        for one in version.goals.all()
    }
    readiness.look_again(version, MONTHS[0], said, by=leader, at=at)
