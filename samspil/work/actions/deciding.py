"""A person decides, and the case closes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.adapters.jobs import enqueue
from samspil.core.judging import UNJUDGED
from samspil.core.lifecycle import Stage
from samspil.core.marking import sentences
from samspil.core.masking import mask
from samspil.core.roles import Action, role_for
from samspil.governance.actions import approve_mark
from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague, Kind
from samspil.people.queries import actor
from samspil.tenancy.queries import current
from samspil.work.access import check_may_take
from samspil.work.actions.delivering import DELIVER
from samspil.work.actions.enclosing import send_along
from samspil.work.actions.holding import NoPerson, StaleCase, claim, move_stage
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.judging import NotJudged, settle_judgement
from samspil.work.actions.noting import about_case
from samspil.work.actions.overturning import changes, overturn
from samspil.work.actions.planting import note_planted
from samspil.work.actions.verdicts import Said, draft_lapsed, verdict_on
from samspil.work.actions.verifying import keep_verified
from samspil.work.models import (
    Case,
    Complaint,
    Decision,
    Direction,
    LoneAnswer,
    Message,
    Outgoing,
    PlantedItem,
    Proposal,
    Topic,
)
from samspil.work.queries import thread_of
from samspil.work.queries.contesting import open_complaint
from samspil.work.queries.reaching import address_of


class IdentityInReply(Exception):
    """The reply holds an identity number; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a person had read who decides: so many `messages` of the customer (None: not asked), and
    that AI's draft has lapsed, if it has (`lapse`)."""

    messages: int | None = None
    lapse: bool = False


UNSAID = Read()
"""Nobody said what was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How it came to a decision; `anew`: what was contested, with its outcome."""

    simulated: bool = False
    read: Read = UNSAID
    why: str = ""
    anew: Complaint | None = None


class NoTopic(Exception):
    """A check of AI's answer needs to say what the case is about; the message is fit to show."""


class NeedsOutcome(StaleCase):
    """What was contested needs an outcome and reasons; the message is fit to show."""


class NewMessage(StaleCase):
    """The customer wrote again while the reply was written; the message is fit to show."""


@transaction.atomic
def decide(
    case: Case,
    *,
    answer: str,
    topic: str,
    by: Colleague,
    at: datetime,
    simulated: bool = False,
    read: Read = UNSAID,
    why: str = "",
) -> Decision:
    """Close the case with this answer; an empty one closes it without a reply.

    Of what AI finished alone this is the check: the topic says whether AI was right, and an answer
    goes out as a correction. Raises `StaleCase` unless `by` holds the case, `NoPerson`, `NotJudged`
    where it is more than closed and somebody has to judge it first, `IdentityInReply`, `NoTopic`,
    `NeedsOutcome` of what was contested, `NewMessage` where the customer wrote more than was
    `read`, and `AnswerLapsed` where the reply holds an approved answer that lapsed, and `by` had
    not read so. `simulated`: a demonstration's; `why` says in a word why nothing was answered.
    """
    if open_complaint(case) is not None:
        raise NeedsOutcome(_("This was contested: say whether the decision stands, and why."))
    how = How(simulated=simulated, read=read, why=why)
    return keep_decision(case, answer=answer, topic=topic, by=by, at=at, how=how)


def keep_decision(
    case: Case, *, answer: str, topic: str, by: Colleague, at: datetime, how: How
) -> Decision:
    """The same for what was contested as well. Inside the caller's transaction."""
    _check_decider(case, by)
    _check_judged(case, answer=answer, topic=topic)
    _check_reply(answer)
    _hold(case, by, seen=how.read.messages)
    proposal = Proposal.objects.filter(case=case, round=case.round).first()
    seen_by_person = None if case.hides_answer else proposal
    lone = _lone_answer(case, topic)
    lapsed = lone is None and draft_lapsed(
        seen_by_person, answer=answer, told=how.read.lapse, at=at
    )
    said = Said(answer=answer, topic=topic, sent=lone is not None, lapsed=lapsed)
    decision = Decision.objects.create(
        case=case,
        round=case.round,
        proposal=proposal,
        by=by,
        verdict=verdict_on(seen_by_person, said),
        topic=topic,
        answer=answer,
        simulated=how.simulated,
        seconds=_seconds(case, at),
        at_the_time=_at_the_time(case, topic, proposal=proposal, by=by),
        at=at,
    )
    _close(case, by=by, at=at)
    if planted := PlantedItem.objects.filter(case=case).first() if lone else None:
        return note_planted(decision, planted, at=at)
    keep_verified(decision, case=case, proposal=proposal, lone=lone, changed=changes(how.anew))
    overturn(decision, lone=lone, anew=how.anew)
    settle_judgement(decision)
    if answer.strip():
        _reply(decision, proposal=seen_by_person, correction=lone is not None)
    record([_happened(decision, why=how.why)], at=at)
    return decision


def _happened(decision: Decision, *, why: str) -> Happening:
    made = decision
    facts = {"verdict": made.verdict, "topic": made.topic, "simulated": made.simulated}
    facts |= {"why": why} if why else {}
    return about_case(made.case, "decided", by=actor(made.by), **facts)


def _check_decider(case: Case, by: Colleague) -> None:
    if by.kind != Kind.PERSON:
        raise NoPerson(_("Only a person may decide a case."))
    check_may_take(by, case)


def _check_judged(case: Case, *, answer: str, topic: str) -> None:
    if case.judging in UNJUDGED and (topic or answer.strip()):
        raise NotJudged(_("Say first what the case is about: AI's answer comes after."))


def _check_seen(case: Case, seen: int | None) -> None:
    if seen is not None and thread_of(case).filter(direction=Direction.IN).count() > seen:
        raise NewMessage(_("A new message came in meanwhile, so nothing was sent: read it first."))


def _lone_answer(case: Case, topic: str) -> LoneAnswer | None:
    """What AI finished of this round; then this is the check of it.

    What nobody has answered costs no statement.
    """
    if case.first_response_at is None:
        return None
    lone = LoneAnswer.objects.filter(case=case, round=case.round).first()
    if lone is not None and not topic:
        raise NoTopic(_("Say what the case is about: by that AI's answer is checked."))
    return lone


@transaction.atomic
def close_unanswered(case: Case, *, why: str, by: Colleague, at: datetime) -> Decision:
    """Close a case without a reply that waits, or that `by` holds: take it first, then decide it.

    `why` is a word for the journal. Raises what `claim` and `decide` raise.
    """
    if case.stage == Stage.WAITING:
        claim(case, by=by, at=at)
    return decide(case, answer="", topic="", by=by, at=at, why=why)


def _check_reply(answer: str) -> None:
    if found := mask(answer).found:
        kinds = ", ".join(sorted(set(found)))
        raise IdentityInReply(
            _("Take the identity number ({kinds}) out of the reply first.").format(kinds=kinds)
        )


def _hold(case: Case, by: Colleague, *, seen: int | None) -> None:
    """Keep the case from everybody else: what is recorded comes first, and then it closes."""
    ours = Case.objects.filter(pk=case.pk, stage=Stage.CLAIMED, claimed_by=by)
    if not ours.select_for_update().values_list("pk", flat=True):
        raise StaleCase(_lost())
    _check_seen(case, seen)


def _close(case: Case, *, by: Colleague, at: datetime) -> None:
    closed = {"claimed_by": None, "closed_at": at}
    move_stage(case, stage=Stage.CLOSED, holder=by, told=_lost(), changes=closed)


def _lost() -> str:
    return _("You no longer hold this case. Your text is kept on this page.")


def _seconds(case: Case, at: datetime) -> int:
    return max(0, int((at - case.claimed_at).total_seconds())) if case.claimed_at else 0


def _at_the_time(
    case: Case, topic: str, *, proposal: Proposal | None, by: Colleague
) -> dict[str, object]:
    """What explains the decision later: as what `by` decided, and what the topic was called."""
    known = proposal.at_the_time.get("names", {}) if proposal else {}
    names = known.get(topic)
    if names is None and topic:
        found = Topic.objects.filter(process=case.process_id, key=topic)
        names = found.values_list("names", flat=True).first()
    role = role_for(by.role_set, Action.DECIDE_CASES)
    unseen = {"unseen": True} if proposal is not None and case.hides_answer else {}
    return {"topic": names or {}, "role": role or "", **unseen}


def _reply(made: Decision, *, proposal: Proposal | None, correction: bool) -> None:
    case, answer, by, at = made.case, made.answer, made.by, made.at
    with_ai = proposal is not None and not set(sentences(answer)).isdisjoint(
        sentences(proposal.draft)
    )
    if with_ai:
        approve_mark(answer, at=at)
    text = answer.strip()
    if with_ai:
        text = f"{text}\n\n{_mark_line(case, by)}"
    reply = Message.objects.create(
        case=case, direction=Direction.OUT, at=at, author=by, text=text, made_with_ai=with_ai
    )
    send_along(case, reply)
    Case.objects.filter(pk=case.pk, first_response_at__isnull=True).update(first_response_at=at)
    outgoing = Outgoing.objects.create(
        case=case,
        round=case.round,
        recipient=address_of(case),
        subject=case.subject,
        text=text,
        headers=_headers(proposal) if with_ai else {},
        correction=correction,
        created_at=at,
    )
    if outgoing.recipient:
        enqueue(DELIVER, {"organisation": str(current().public_id), "outgoing": [outgoing.pk]})
    index_cases([case.pk])


def _headers(proposal: Proposal | None) -> dict[str, str]:
    made_by = f"{proposal.skill}/{proposal.version}" if proposal else ""
    return {"X-AI-Generated": f"assisted; skill={made_by}; approved=person"}


def _mark_line(case: Case, by: Colleague) -> str:
    with override(case.language or current().language):
        return _("Written with AI, approved by %(name)s. Check it: %(address)s") % {
            "name": by.name,
            "address": f"{settings.BASE_URL}/verify/",
        }
