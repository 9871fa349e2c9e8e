"""Ask people in a round where the company stands, and settle what may be told once it is over."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.anonymity import enough
from samspil.core.readiness.figures import Person, Told, settled
from samspil.core.roles import Role
from samspil.people.actions import note
from samspil.people.models import Colleague, Kind, Team
from samspil.people.queries import day_of
from samspil.readiness.access import check_may_ask
from samspil.readiness.models import AskedTeam, Figure, Round, Sheet
from samspil.readiness.models.rounds import LONGEST_NAME
from samspil.readiness.queries import asked_people, mark_of
from samspil.tenancy.actions import delete_rows

SEE_TO = "readiness.see_to"
LEAD = frozenset({Role.OWNER, Role.LEADER})
"""Who answers as leadership."""


class UnfitRound(ValueError):
    """There can be no such round; the message is fit to show. `field` is where, "" for nowhere."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def open_round(
    name: str, *, closes: date, teams: Sequence[Team], by: Colleague, at: datetime
) -> Round:
    """Begin a round that asks these teams, or everybody where none is named.

    Raises `UnfitRound` where it has no name or day, asks too few people, or another goes on.
    """
    check_may_ask(by)
    close_due(at=at)
    named = " ".join(name.split())
    _check(named, closes=closes, teams=teams, today=day_of(at))
    made = _made(named, closes=closes, by=by, at=at)
    AskedTeam.objects.bulk_create([AskedTeam(round=made, team=team) for team in teams])
    if not enough(asked_people(made).count()):
        raise UnfitRound(
            _("This asks fewer than five people, of whom nothing could be told: ask more teams."),
            field="teams",
        )
    note("readiness_opened", "readiness", made.public_id, by=by, at=at, teams=len(teams))
    return made


def _made(name: str, *, closes: date, by: Colleague, at: datetime) -> Round:
    try:
        with transaction.atomic():
            return Round.objects.create(name=name, closes=closes, by=by, at=at)
    except IntegrityError:
        raise UnfitRound(_("A round goes on already: end it before you begin another.")) from None


@transaction.atomic
def change_last_day(round_: Round, closes: date, *, by: Colleague, at: datetime) -> None:
    """Let the round go on until another day. Raises `UnfitRound`, also where it is over."""
    check_may_ask(by)
    _check_day(closes, today=day_of(at))
    if not Round.objects.filter(pk=round_.pk, settled_at=None).update(closes=closes):
        raise UnfitRound(_("This round is over: begin another."))
    note("readiness_day", "readiness", round_.public_id, by=by, at=at)


@transaction.atomic
def close_round(round_: Round, *, by: Colleague | None, at: datetime) -> bool:
    """End the round: count what may be told, and delete every answer; drafts are not counted.

    False where it was over before. `by` is None when its last day has passed.
    """
    if by is not None:
        check_may_ask(by)
    if not Round.objects.filter(pk=round_.pk, settled_at=None).update(settled_at=at):
        return False
    found = settled(_people(round_))
    Figure.objects.bulk_create([_row(round_, one) for one in found.told])
    Round.objects.filter(pk=round_.pk).update(
        people=found.people, leaders=found.leaders, others=found.others
    )
    delete_rows(Sheet.objects.filter(round=round_))
    note("readiness_closed", "readiness", round_.public_id, by=by, at=at)
    return True


def close_due(*, at: datetime) -> int:
    """End every round whose last day has passed; returns how many."""
    over = Round.objects.filter(settled_at=None, closes__lt=day_of(at)).order_by("pk")
    return sum(close_round(one, by=None, at=at) for one in over)


def _check(name: str, *, closes: date, teams: Sequence[Team], today: date) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise UnfitRound(_("A round needs a name of at most 120 characters."), field="name")
    _check_day(closes, today=today)
    if any(team.closed_at is not None for team in teams):
        raise UnfitRound(_("One of these teams is closed: choose others."), field="teams")


def _check_day(closes: date, *, today: date) -> None:
    if closes < today:
        raise UnfitRound(_("The last day lies in the past."), field="closes")


def _people(round_: Round) -> list[Person]:
    """Who handed in, each with whether they lead: known only here, and kept nowhere."""
    known = Colleague.objects.filter(kind=Kind.PERSON)
    leading = {mark_of(one, round_) for one in known if one.role_set & LEAD}
    sheets = Sheet.objects.filter(round=round_, handed_in=True).order_by("mark")
    return [Person(answers=one.answers, leads=one.mark in leading) for one in sheets]


def _row(round_: Round, told: Told) -> Figure:
    return Figure(
        round=round_,
        of=told.of,
        group=told.group,
        mean=told.mean,
        spread=told.spread,
        people=told.people,
        agree=told.agree.size,
        agree_n=told.agree.n,
        unsure=told.unsure.size,
        unsure_n=told.unsure.n,
    )
