"""Requests for help: one's own, those one answers, and what all may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from samspil.core.anonymity import told
from samspil.core.retention.periods import Reach
from samspil.core.rollouts.support import State, Whose, whose
from samspil.people.models import Colleague
from samspil.people.queries import day_of, midnight
from samspil.rollouts.models import (
    ChangeAgent,
    CommonQuestion,
    Rollout,
    SupportRequest,
    SupportTurn,
    TeamRollout,
)

WEEK = timedelta(days=7)
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request with what was said, and who is to answer it now."""

    request: SupportRequest
    turns: Sequence[SupportTurn]
    whose: Whose


def request_at(public_id: UUID) -> SupportRequest:
    """The request of this address; raises `SupportRequest.DoesNotExist`."""
    return _requests().get(public_id=public_id)


def asked(request: SupportRequest, *, now: datetime) -> Asked:
    """A request as it stands now."""
    accepted = sum(one.accepted_at is not None for one in request.place.agents.all())
    return Asked(
        request=request,
        turns=list(request.turns.all()),
        whose=whose(due_at=request.due_at, agents=accepted, now=now),
    )


def own_requests(colleague: Colleague, *, now: datetime) -> list[Asked]:
    """What the colleague asked, newest first."""
    found = _requests().filter(asked_by=colleague).order_by("-pk")[:MOST]
    return [asked(one, now=now) for one in found]


def to_answer(colleague: Colleague, *, now: datetime) -> list[Asked]:
    """Open requests of others that are this colleague's to answer now, the first to be due first.

    Change agents have those of their team from the start; owners once time has passed, or where
    nobody is an agent.
    """
    agent = ChangeAgent.objects.filter(colleague=colleague, accepted_at__isnull=False)
    mine = Q(place__in=agent.values("place"))
    owned = Q(place__owner=colleague) | Q(place__rollout__owner=colleague)
    open_ = _requests().filter(mine | owned, state=State.OPEN, place__rollout__ended_at=None)
    open_ = open_.exclude(asked_by=colleague).order_by("due_at", "pk")
    found = [asked(one, now=now) for one in open_[:MOST]]
    return [one for one in found if _has(one, colleague)]


def questions_of(rollout: Rollout) -> list[CommonQuestion]:
    """What is asked often in a rollout, with its answers."""
    found = CommonQuestion.objects.filter(rollout=rollout, removed_at__isnull=True)
    return list(found.order_by("pk"))


def question_at(public_id: UUID) -> CommonQuestion:
    """One of them, removed ones too; raises `CommonQuestion.DoesNotExist`."""
    return CommonQuestion.objects.select_related("rollout__initiative", "rollout__owner").get(
        public_id=public_id
    )


def weeks_of(place: TeamRollout, *, now: datetime) -> tuple[list[tuple[date, int]], bool]:
    """How often the team asked in each week that is over, and whether the newest may be told.

    From the week of the first request on; for the alarm, which shows no other week.
    """
    today = day_of(now)
    this_week = today - timedelta(days=today.weekday())
    rows = SupportRequest.objects.filter(place=place, asked_at__lt=midnight(this_week))
    days = [(day_of(at), who) for at, who in rows.values_list("asked_at", "asked_by")]
    if not days:
        return [], False
    first = min(day for day, _who in days)
    monday = first - timedelta(days=first.weekday())
    weeks: list[tuple[date, int]] = []
    askers: set[int] = set()
    while monday < this_week:
        askers = {who for day, who in days if monday <= day < monday + WEEK}
        weeks.append((monday, sum(monday <= day < monday + WEEK for day, _who in days)))
        monday += WEEK
    return weeks, bool(told(weeks[-1][1], people=len(askers)))


def told_of(place: TeamRollout, *, now: datetime) -> int | None:
    """How often the team asked last week; None of too few people, or none at all."""
    weeks, may_tell = weeks_of(place, now=now)
    return weeks[-1][1] if weeks and may_tell else None


def may_write_in(rollout: Rollout, colleague: Colleague) -> bool:
    """Whether the colleague answers for any team of a rollout, and so writes for all."""
    agents = ChangeAgent.objects.filter(colleague=colleague, accepted_at__isnull=False)
    mine = Q(owner=colleague) | Q(rollout__owner=colleague) | Q(pk__in=agents.values("place"))
    return TeamRollout.objects.filter(mine, rollout=rollout).exists()


def over_support(reach: Reach) -> QuerySet[SupportRequest]:
    """Requests that nobody touched for long enough."""
    return SupportRequest.objects.filter(at__lt=reach.before)


def turns_by(address: str) -> list[SupportTurn]:
    """What whoever signs in with this address said in requests, oldest first."""
    found = SupportTurn.objects.filter(by__user__email__iexact=address)
    return list(found.select_related("request__place__rollout__initiative").order_by("pk"))


def _has(one: Asked, colleague: Colleague) -> bool:
    place = one.request.place
    agent = any(
        each.colleague_id == colleague.pk and each.accepted_at is not None
        for each in place.agents.all()
    )
    owns = colleague.pk in (place.owner_id, place.rollout.owner_id)
    return agent or (owns and one.whose is Whose.OWNER)


def _requests() -> QuerySet[SupportRequest]:
    found = SupportRequest.objects.select_related(
        "asked_by", "place__team", "place__owner", "place__rollout__owner",
        "place__rollout__initiative__process",
    )  # fmt: skip
    said = SupportTurn.objects.select_related("by").order_by("pk")
    return found.prefetch_related("place__agents__colleague", Prefetch("turns", queryset=said))
