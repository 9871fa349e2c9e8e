"""Propose, change and withdraw; and put together what is the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import NotAllowed
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.proposing import check_new, fit_text, fit_title
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.work.models import Process
from samspil.workshops.access import check_joined, check_may_lead
from samspil.workshops.actions.refusing import Refused, held, in_words
from samspil.workshops.models import Proposal, Seat, Workshop
from samspil.workshops.queries import open_proposals

BEFORE_VOTING = (Phase.GATHER, Phase.ESTIMATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """What is proposed: in which team or process, and who would be helped."""

    title: str
    helps: str = ""
    team: Team | None = None
    process: Process | None = None


@transaction.atomic
def propose(workshop: Workshop, idea: Idea, *, by: Colleague) -> Proposal:
    """Propose something; nobody sees who did, and the journal does not know. Raises `Refused`."""
    now = held(workshop, Phase.GATHER)
    seat = check_joined(by, now)
    title, helps = _fit(idea, open_proposals(now).values_list("title", flat=True))
    return Proposal.objects.create(
        workshop=now, author=seat, title=title, helps=helps, team=idea.team, process=idea.process
    )


@transaction.atomic
def change_proposal(proposal: Proposal, idea: Idea, *, by: Colleague) -> None:
    """Say one's own proposal otherwise, until the first vote. Raises `Refused`, `NotAllowed`."""
    now = held(proposal.workshop, *BEFORE_VOTING)
    check_own(proposal, check_joined(by, now))
    others = open_proposals(now).exclude(pk=proposal.pk)
    title, helps = _fit(idea, others.values_list("title", flat=True))
    changed = {"title": title, "helps": helps, "team": idea.team, "process": idea.process}
    Proposal.objects.filter(pk=proposal.pk).update(**changed)


@transaction.atomic
def remove_proposal(proposal: Proposal, *, by: Colleague, at: datetime) -> None:
    """Withdraw one's own proposal, or, leading the room, take one off that does not belong there.

    Raises `Refused` once a vote is open, `NotAllowed` for others'. It can be restored till the end.
    """
    _set(proposal, removed_at=at, by=by, at=at, event="workshop_proposal_removed")


@transaction.atomic
def restore_proposal(proposal: Proposal, *, by: Colleague, at: datetime) -> None:
    """Put it back."""
    _set(proposal, removed_at=None, by=by, at=at, event="workshop_proposal_restored")


@transaction.atomic
def join_proposals(proposal: Proposal, into: Proposal, *, by: Colleague, at: datetime) -> None:
    """Put two that are the same together: one stands for both. Raises `Refused`."""
    check_may_lead(by)
    now = held(proposal.workshop, *BEFORE_VOTING)
    there = set(open_proposals(now).values_list("pk", flat=True))
    if proposal.pk == into.pk or not {proposal.pk, into.pk} <= there:
        raise Refused(_("One of these is not there any more: look again."))
    Proposal.objects.filter(joined=proposal).update(joined=into)
    Proposal.objects.filter(pk=proposal.pk).update(joined=into)
    note("workshop_proposals_joined", "workshop", now.public_id, by=by, at=at)


@transaction.atomic
def part_proposals(proposal: Proposal, *, by: Colleague, at: datetime) -> None:
    """Let a proposal stand for itself again."""
    check_may_lead(by)
    now = held(proposal.workshop, *BEFORE_VOTING)
    Proposal.objects.filter(pk=proposal.pk).update(joined=None)
    note("workshop_proposals_parted", "workshop", now.public_id, by=by, at=at)


def check_own(proposal: Proposal, seat: Seat | None) -> None:
    """Raise `NotAllowed` unless whoever sits there proposed it."""
    if seat is None or proposal.author_id != seat.pk:
        raise NotAllowed(_("Only whoever proposed it changes it, until the vote begins."))


def _set(
    proposal: Proposal, *, removed_at: datetime | None, by: Colleague, at: datetime, event: str
) -> None:
    """The journal knows of it only where whoever leads the room did it, with others' proposals."""
    now = held(proposal.workshop, *BEFORE_VOTING)
    seat = Seat.objects.filter(workshop=now, colleague=by).first()
    own = seat is not None and proposal.author_id == seat.pk
    if not own:
        check_may_lead(by)
    Proposal.objects.filter(pk=proposal.pk).update(removed_at=removed_at)
    if not own:
        note(event, "workshop", now.public_id, by=by, at=at)


def _fit(idea: Idea, others: Iterable[str]) -> tuple[str, str]:
    with in_words():
        title = fit_title(idea.title)
        check_new(title, list(others))
        return title, fit_text(idea.helps, field="helps")
