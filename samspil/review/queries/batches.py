"""What can be done to the cases chosen, and what became of those that something was done to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samspil.core.bulk import WORDS, BulkAction, LeftOut, Standing, left_out
from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.review.models import Batch, BatchCase, CaseTag
from samspil.review.models.batches import DONE, UNDONE
from samspil.work.models import Case, Direction, Message
from samspil.work.queries import seen_by, sight_of, visible

MOST = 1_000
"""How many cases can be chosen by hand."""
MOST_MATCHING = 10_000
"""How many something can be done to at once where all that match a filter are taken."""
SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be done, and with what; only what the action needs. Keys are primary keys."""

    action: BulkAction
    until: datetime | None = None
    tag: int | None = None
    team: int | None = None
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which of the cases an action takes, what each is merged into, and why others are left out."""

    cases: list[Case]
    why: dict[int, LeftOut]
    into: dict[int, int]

    @property
    def taken(self) -> int:
        """How many cases it takes; one that others are merged into stays as it is."""
        return len(self.cases) - len(self.why) - len(set(self.into.values()))

    @property
    def reasons(self) -> list[str]:
        """Why cases are left out, as sentences, the commonest first."""
        return told(Counter(self.why.values()))


def chosen_cases(ids: Sequence[UUID], *, reader: Colleague) -> list[Case]:
    """These cases with what the rule looks at, in the order given; unknown ones are left out."""
    cases = seen_by(reader).select_related("process", "team")
    known = cases.in_bulk(ids, field_name="public_id")
    return [known[one] for one in dict.fromkeys(ids) if one in known]


def plan(cases: Sequence[Case], asked: Asked, *, by: Colleague) -> Plan:
    """Ask the rule about each of the cases; at most three statements."""
    mine = sight_of(by).teams
    any_team = may_do(by, Action.REASSIGN_CASES)
    wearing = _wearing(cases, asked)
    standings = {
        case.pk: Standing(
            stage=Stage(case.stage),
            level=case.level,
            reason=case.reason,
            held_by_other=case.claimed_by_id not in (None, by.pk),
            may_take=any_team or case.team_id is None or case.team_id in mine,
            already=_already(case, asked, wearing=case.pk in wearing),
            judging=Judging(case.judging),
        )
        for case in cases
    }
    why = {pk: left_out(asked.action, one) for pk, one in standings.items()}
    into: dict[int, int] = {}
    if asked.action is BulkAction.MERGE:
        able = [case for case in cases if why[case.pk] in (None, LeftOut.RIGHTS)]
        into = merging(able)
        for case in able:  # a grave case is never merged away, but others may join it
            if case.pk in into.values():
                why[case.pk] = None
            elif case.pk not in into:
                alone = replace(standings[case.pk], alone=True)
                why[case.pk] = left_out(asked.action, alone)
    left = {pk: reason for pk, reason in why.items() if reason is not None}
    return Plan(cases=list(cases), why=left, into=into)


def merging(cases: Sequence[Case]) -> dict[int, int]:
    """Into which case each is merged: the gravest, then oldest, of the same sender.

    A customer's case and a colleague's never become one, and one of a closed process stays in it.
    """
    senders = _senders(cases)
    first: dict[tuple[str, str, int], int] = {}
    into: dict[int, int] = {}
    for case in sorted(cases, key=lambda case: (_common(case), case.opened_at, case.pk)):
        sender = senders.get(case.pk, "")
        within = case.process_id if case.process.closed else 0
        alike = (sender, case.process.senders, within)
        target = first.setdefault(alike, case.pk) if sender else case.pk
        if target != case.pk and _common(case):
            into[case.pk] = target
    return into


def _common(case: Case) -> bool:
    return case.level != Level.EXPERIENCED


def _senders(cases: Sequence[Case]) -> dict[int, str]:
    """The sender of each case's first message, in small letters."""
    rows = Message.objects.filter(
        case__in=[case.pk for case in cases], direction=Direction.IN
    ).order_by("at", "pk")
    found: dict[int, str] = {}
    for case_id, sender in rows.values_list("case_id", "sender"):
        found.setdefault(case_id, sender.casefold())
    return found


def _wearing(cases: Sequence[Case], asked: Asked) -> set[int]:
    if asked.tag is None:
        return set()
    worn = CaseTag.objects.filter(tag=asked.tag, case__in=[case.pk for case in cases])
    return set(worn.values_list("case_id", flat=True))


def _already(case: Case, asked: Asked, *, wearing: bool) -> bool:
    """Whether nothing would change; False as long as it is not said with what it is done."""
    match asked.action:
        case BulkAction.TAG:
            return wearing
        case BulkAction.UNTAG:
            return asked.tag is not None and not wearing
        case BulkAction.MOVE:
            same = case.stage == Stage.WAITING and case.team_id == asked.team
            return asked.team is not None and same
        case BulkAction.RAISE:
            return bool(asked.level) and asked.level <= (case.level or Level.STANDARD)
        case BulkAction.PUT_ASIDE:
            return asked.until is not None and case.snoozed_until == asked.until
        case _:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How far a batch is and what became of its cases."""

    batch: Batch
    done: int
    undone: int
    left: int
    reasons: list[str]
    left_cases: list[tuple[Case, str]]

    @property
    def share(self) -> float:
        """How much of it is over, from 0 to 1."""
        return (self.done + self.undone + self.left) / self.batch.size if self.batch.size else 1.0


def batch_at(public_id: UUID | str) -> Batch:
    """One batch; raises `Batch.DoesNotExist`."""
    return Batch.objects.select_related("by").get(public_id=public_id)


def outcome_of(batch: Batch, *, reader: Colleague) -> Outcome:
    """What became of the batch's cases, in at most two statements."""
    counted = Counter(BatchCase.objects.filter(batch=batch).values_list("outcome", flat=True))
    left = {LeftOut(name): n for name, n in counted.items() if name not in ("", DONE, UNDONE)}
    lines = BatchCase.objects.filter(batch=batch).exclude(outcome__in=("", DONE, UNDONE))
    named = visible(lines, to=reader, case="case__").select_related("case")
    rows = named.order_by("pk")[:SHOWN]
    return Outcome(
        batch=batch,
        done=counted[DONE],
        undone=counted[UNDONE],
        left=sum(left.values()),
        reasons=told(left),
        left_cases=[(row.case, gettext(WORDS[LeftOut(row.outcome)])) for row in rows],
    )


def told(why: Mapping[LeftOut, int]) -> list[str]:
    """How many were left out for which reason, as sentences, the commonest first."""
    common = sorted(why.items(), key=lambda one: (-one[1], one[0]))
    return [
        ngettext("%(n)d left out: %(why)s", "%(n)d left out: %(why)s", n)
        % {"n": n, "why": gettext(WORDS[reason])}
        for reason, n in common
    ]
