"""What programs are told of a case."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Schema

from samspil.core.lifecycle import Stage
from samspil.core.masking import DataClass
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Level
from samspil.journal.models import Entry
from samspil.journal.queries import about
from samspil.review.models import Tag
from samspil.review.queries.casework import emptied_of
from samspil.work.models import ApprovedUse, Attachment, Case, Complaint, Decision, Proposal
from samspil.work.queries import (
    attachments,
    thread,
)
from samspil.work.queries.approved import lapse_of
from samspil.work.queries.contesting import complaints_of
from samspil.work.queries.happened import unnamed
from samspil.work.queries.judging import judgement_of


class CaseLine(Schema):
    """A case as a list shows it. What routing gives is null until AI has looked at it.

    `judging` is `first` or `second` as long as a person has to judge the case before AI's answer is
    told, then `judged`; `without` where it is told once the case is decided; else null.
    """

    id: UUID
    external_id: str
    process: UUID
    subject: str
    stage: Stage
    data_class: DataClass
    route: Route | None
    level: Level | None
    reason: str | None
    judging: str | None
    topic: str | None
    language: str | None
    confidence: float | None
    opened_at: datetime
    due_at: datetime
    closed_at: datetime | None


class MessageOut(Schema):
    """One part of the thread: in, out, or a note between colleagues.

    Of a mail, `text` is what is new in it. `automatic` names the kind of machine that wrote it.
    """

    direction: str
    at: datetime
    sender: str
    author: str | None
    text: str
    made_with_ai: bool
    quoted: str
    signature: str
    sender_name: str
    written_at: datetime | None
    automatic: str


class ApprovedOut(Schema):
    """The standard answer that a draft is.

    `verified` is how often people had verified it, where it was good enough to be sent without a
    look; else null. `lapsed` is `withdrawn`, `ended` or `changed`, and null where it still says so.
    """

    answer: UUID
    version: int
    verified: int | None
    lapsed: str | None


class ProposalOut(Schema):
    """What a skill suggested, and the passages that it quotes."""

    skill: str
    version: str
    options: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    draft: str
    approved: ApprovedOut | None
    made_at: datetime


class JudgementOut(Schema):
    """What was found before AI's answer was told, and what people and AI say together.

    `together` is null where too little is known; `looks` is how many judged cases it rests on. How
    sure it is would tell how often a small team is right, so that is for whoever decides.
    """

    topic: str
    second: str | None
    together: str | None
    looks: int
    at: datetime


class DecisionOut(Schema):
    """How a person closed the case."""

    verdict: str
    topic: str
    answer: str
    by: str
    at: datetime


class Happened(Schema):
    """One entry of the journal; actors are ids."""

    at: datetime
    event: str
    actor: str
    actor_kind: str
    facts: dict[str, Any]


class FileLine(Schema):
    """A file of a case; `size` is in bytes."""

    id: UUID
    name: str
    media_type: str
    size: int


class ComplaintOut(Schema):
    """Somebody disagreed with the decision of one round. `outcome` is upheld or changed, null as
    long as nobody has decided anew; `alone`: AI had decided without a person.
    """

    round: int
    at: datetime
    due_at: datetime
    alone: bool
    outcome: str | None
    by: str | None
    decided_at: datetime | None


class EmptiedOut(Schema):
    """The words of the case are gone: `why` is `over` (its time was) or `asked` (by a person)."""

    at: datetime
    why: str


class SectionOut(Schema):
    """A part of an explanation: its heading, and sentences in the language asked for."""

    title: str
    lines: list[str]


class CaseOut(CaseLine):
    """A case with all that belongs to it."""

    snoozed_until: datetime | None
    tags: list[str]
    files: list[FileLine]
    thread: list[MessageOut]
    proposal: ProposalOut | None
    judgement: JudgementOut | None
    decision: DecisionOut | None
    complaints: list[ComplaintOut]
    emptied: EmptiedOut | None
    history: list[Happened]


def line_of(case: Case) -> dict[str, Any]:
    """What a list says of a case."""
    return {
        "id": case.public_id,
        "external_id": case.external_id,
        "process": case.process.public_id,
        "subject": case.subject,
        "stage": case.stage,
        "data_class": case.data_class,
        "route": case.route or None,
        "level": case.level or None,
        "reason": None if case.hides_answer else case.reason or None,
        "judging": case.judging or None,
        "topic": case.topic or None,
        "language": case.language or None,
        "confidence": case.confidence,
        "opened_at": case.opened_at,
        "due_at": case.due_at,
        "closed_at": case.closed_at,
    }


def whole(case: Case) -> CaseOut:
    """A case with all that belongs to it."""
    return CaseOut(
        **line_of(case),
        snoozed_until=case.snoozed_until,
        tags=list(
            Tag.objects.filter(cases__case=case).order_by("name").values_list("name", flat=True)
        ),
        files=[file_line(one) for one in attachments(case)],
        thread=list(_thread(case)),
        proposal=_proposal(case),
        judgement=_judgement(case),
        decision=_decision(case),
        complaints=[_complaint(one) for one in complaints_of(case)],
        emptied=_emptied(case),
        history=[_happened(entry, case) for entry in about(str(case.public_id))],
    )


def _emptied(case: Case) -> EmptiedOut | None:
    found = emptied_of(case)
    return EmptiedOut(at=found.at, why=found.why) if found else None


def _complaint(one: Complaint) -> ComplaintOut:
    made = one.decision
    return ComplaintOut(
        round=one.round,
        at=one.at,
        due_at=one.due_at,
        alone=one.alone,
        outcome=one.outcome or None,
        by=made.by.name if made else None,
        decided_at=made.at if made else None,
    )


def _happened(entry: Entry, case: Case) -> Happened:
    """As long as a person has to judge the case first, without what gives AI or a judge away."""
    facts = json.loads(entry.facts)
    if case.hides_answer:
        facts.pop("reason", None)
    return Happened(
        at=entry.at,
        event=entry.event,
        actor="" if unnamed(entry, case) else entry.actor,
        actor_kind=entry.actor_kind,
        facts=facts,
    )


def _thread(case: Case) -> Iterator[MessageOut]:
    for message in thread(case):
        yield MessageOut(
            direction=message.direction,
            at=message.at,
            sender=message.sender,
            author=message.author.name if message.author else None,
            text=message.text,
            made_with_ai=message.made_with_ai,
            quoted=message.quoted,
            signature=message.signature,
            sender_name=message.sender_name,
            written_at=message.written_at,
            automatic=message.automatic,
        )


def file_line(one: Attachment) -> FileLine:
    """What is said of a file beside its content."""
    return FileLine(id=one.public_id, name=one.name, media_type=one.media_type, size=one.size)


def _proposal(case: Case) -> ProposalOut | None:
    if case.hides_answer:
        return None
    made = Proposal.objects.filter(case=case, round=case.round).select_related("approved").first()
    if made is None:
        return None
    return ProposalOut(
        skill=made.skill,
        version=made.version,
        options=made.options,
        evidence=made.evidence,
        draft=made.draft,
        approved=_approved(made),
        made_at=made.made_at,
    )


def _approved(made: Proposal) -> ApprovedOut | None:
    use: ApprovedUse | None = getattr(made, "approved", None)
    if use is None:
        return None
    found = lapse_of(made, at=timezone.now())
    return ApprovedOut(
        answer=use.answer,
        version=use.version,
        verified=use.verified,
        lapsed=found.lapse if found else None,
    )


def _judgement(case: Case) -> JudgementOut | None:
    found = None if case.hides_answer else judgement_of(case)
    if found is None:
        return None
    return JudgementOut(
        topic=found.topic,
        second=found.second or None,
        together=found.together or None,
        looks=found.looks,
        at=found.at,
    )


def _decision(case: Case) -> DecisionOut | None:
    made = Decision.objects.filter(case=case, round=case.round).select_related("by").first()
    if made is None:
        return None
    return DecisionOut(
        verdict=made.verdict, topic=made.topic, answer=made.answer, by=made.by.name, at=made.at
    )
