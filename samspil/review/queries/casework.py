"""One case as a person judges it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.translation import gettext

from samspil.core.lifecycle import Stage
from samspil.core.mail_faults import WORDS as FAULTS
from samspil.core.mail_faults import Fault
from samspil.core.mail_kinds import WORDS as MACHINES
from samspil.core.mail_kinds import Automatic
from samspil.core.roles import Action, NotAllowed
from samspil.core.skill import Evidence, Ground
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.work.models import (
    Attachment,
    Case,
    Decision,
    Direction,
    Enclosure,
    Entry,
    LoneAnswer,
    Message,
    Proposal,
)
from samspil.work.queries import (
    enclosures,
    entries_of,
    filled_in,
    reason_words,
    thread,
    topic_name,
    topics_of,
)
from samspil.work.queries.reaching import reply_address
from samspil.work.queries.taking import check_may_take

SUGGESTED, DECIDED, ALONE = "suggested_now", "decided_now", "alone_now"
"""What `case_to_show` puts beside a case: what belongs to its present round."""
OfRound = TypeVar("OfRound", Proposal, Decision, LoneAnswer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message of the thread with the passages AI went by, and the files it brought."""

    message: Message
    evidence: list[Evidence]
    files: list[Attachment]

    @property
    def at(self) -> datetime:
        """When it was written, as far as that is known."""
        return self.message.written_at or self.message.at

    @property
    def who(self) -> str:
        """Who wrote it, by name and address; empty where neither is known."""
        name, address = self.message.sender_name, self.message.sender
        return f"{name} <{address}>" if name and address else name or address

    @property
    def machine(self) -> str:
        """What kind of machine wrote it; empty for a person's."""
        kind = self.message.automatic
        return gettext(MACHINES[Automatic(kind)]) if kind else ""

    @property
    def flaws(self) -> list[str]:
        """What was wrong with the mail, as sentences."""
        return [
            gettext(FAULTS[Fault(fault)]).format(detail=detail)
            for fault, detail in self.message.flaws
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One topic AI thought of; `confidence` is from 0 to 1."""

    key: str
    name: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """Everything the page of a case shows; `hindrance` says why the reader may not take it."""

    case: Case
    parts: list[Part]
    evidence: list[Evidence]
    reason: str
    proposal: Proposal | None
    guesses: list[Guess]
    decision: Decision | None
    topics: list[tuple[str, str]]
    held_by_reader: bool
    hindrance: str
    enclosed: list[Attachment]
    other_files: list[Attachment]
    entry: Entry | None
    lone: LoneAnswer | None = None

    @property
    def checks(self) -> bool:
        """Whether AI answered this round alone, and a person is to say whether it was right."""
        return self.lone is not None and self.case.stage != Stage.CLOSED

    @property
    def lone_topic(self) -> str:
        """By what AI answered alone."""
        return self.guesses[0].key if self.guesses else ""

    @property
    def lone_topic_name(self) -> str:
        """The same, as people call it."""
        return self.guesses[0].name if self.guesses else ""

    @property
    def filled(self) -> list[tuple[str, str]]:
        """What the sender filled in on a form beside the message."""
        return filled_in(self.entry) if self.entry else []

    @property
    def by_mail(self) -> bool:
        """Whether the sender of a form left a mail address."""
        first = next((part.message for part in self.parts if part.message.direction == "in"), None)
        return first is not None and "@" in first.sender

    @property
    def unreachable(self) -> bool:
        """Whether a reply to the open case would be sent to nobody, nor fetched by anybody."""
        if self.case.stage == Stage.CLOSED or self.entry or self.number:
            return False
        own = (part.message for part in self.parts if part.message.case_id == self.case.pk)
        by_people = [one for one in own if one.direction == Direction.IN and not one.automatic]
        first = min(by_people, key=lambda one: (one.at, one.pk), default=None)
        return not reply_address(first)

    @property
    def draft(self) -> str:
        """What AI would answer; empty where it has nothing, sent it, or they wrote again."""
        if self.lone is not None or self.outdated or self.proposal is None:
            return ""
        return self.proposal.draft

    @property
    def seen(self) -> int:
        """How many messages of the customer the page shows."""
        return sum(part.message.direction == Direction.IN for part in self.parts)

    @property
    def outdated(self) -> bool:
        """Whether an open case's customer wrote again after AI had made its proposal."""
        if self.proposal is None or self.case.stage == Stage.CLOSED:
            return False
        return any(_later(part.message, self.proposal) for part in self.parts)

    @property
    def number(self) -> str:
        """The sender's own number for it; empty where they gave none."""
        given = self.case.external_id
        return "" if given == str(self.case.public_id) else given

    @property
    def topic(self) -> str:
        """The topic that stands unless a person chooses another: AI's first, if it was sure."""
        best = next(iter(self.guesses), None)
        sure = best and best.confidence >= self.case.process.least_confidence
        return best.key if best and sure else self.case.topic

    @property
    def decided_topic(self) -> str:
        """The name of the topic the case was closed with."""
        key = self.decision.topic if self.decision else ""
        return dict(self.topics).get(key, key.replace("_", " "))

    @property
    def sent(self) -> str:
        """What a person made of AI's draft; empty where nothing was answered."""
        return self.decision.answer.strip() if self.decision else ""


def case_to_show(public_id: UUID) -> Case:
    """One case with all of its round, which `case_sheet` would else ask for one by one.

    Raises `Case.DoesNotExist`.
    """
    of_round = {
        name: FilteredRelation(many, condition=Q(**{f"{many}__round": F("round")}))
        for name, many in (
            (SUGGESTED, "proposals"),
            (DECIDED, "decisions"),
            (ALONE, "lone_answers"),
        )
    }
    people = ("claimed_by", f"{DECIDED}__by", f"{ALONE}__certificate__signed_by")
    beside = ("process", "team", *of_round, *people)
    found = Case.objects.annotate(**of_round).select_related(*beside).get(public_id=public_id)
    for name in of_round:
        vars(found).setdefault(name, None)  # Django leaves out what is not there
    return found


def case_sheet(case: Case, *, reader: Colleague) -> CaseSheet:
    """Read all of a case that its page shows."""
    decision = _decision(case)
    proposal = _proposal(case) if decision is None or decision.proposal_id else None
    topics = [(topic.key, topic_name(topic)) for topic in topics_of(case.process)]
    messages = thread(case)
    files = list(_files_of(case, messages))
    going = enclosures(case) if files else []
    next_time = [one for one in going if one.message_id is None and one.round == case.round]
    enclosed = [one.attachment for one in next_time]
    parts = _parts(messages, proposal, files=files, going=going)
    return CaseSheet(
        case=case,
        parts=parts,
        evidence=[passage for part in parts for passage in part.evidence],
        reason=reason_words(case),
        proposal=proposal,
        guesses=_guesses(proposal, dict(topics)),
        decision=decision,
        topics=topics,
        held_by_reader=case.claimed_by_id == reader.pk,
        hindrance=why_not(reader, case) if case.stage == Stage.WAITING else "",
        enclosed=enclosed,
        other_files=[
            one
            for one in files
            if one.case_id == case.pk and not one.inline and one not in enclosed
        ],
        entry=entries_of([case]).get(case.pk) if case.channel else None,
        lone=lone_answer(case),
    )


def lone_answer(case: Case) -> LoneAnswer | None:
    """What AI answered alone in this round; what nobody has answered costs no statement."""
    if case.first_response_at is None:
        return None
    return _of_round(case, ALONE, LoneAnswer.objects.select_related("certificate__signed_by"))


def why_not(reader: Colleague, case: Case) -> str:
    """Why this colleague may not take the case, as a sentence; empty where they may."""
    try:
        check_may_take(reader, case)
    except NotAllowed:
        if not may_do(reader, Action.DECIDE_CASES):
            return gettext("Your role lets you read cases; others decide them.")
        return gettext(
            "This case waits for %(team)s. Someone there decides it, or a leader gives it to you."
        ) % {"team": case.team}
    return ""


def evidence_in(text: str, proposal: Proposal | None) -> list[Evidence]:
    """The passages the proposal went by, as far as they stand in this text."""
    passages = [
        Evidence(
            ground=Ground(one["ground"]), start=one["start"], end=one["end"], quote=one["quote"]
        )
        for one in (proposal.evidence if proposal else [])
    ]
    return [one for one in passages if one.quote and text[one.start : one.end] == one.quote]


def _files_of(case: Case, messages: Sequence[Message]) -> QuerySet[Attachment]:
    found = Attachment.objects.filter(Q(case=case) | Q(message__in=messages))
    return found.order_by("inline", "pk")


def _parts(
    messages: Sequence[Message],
    proposal: Proposal | None,
    *,
    files: Sequence[Attachment],
    going: Sequence[Enclosure],
) -> list[Part]:
    incoming = [
        message
        for message in messages
        if message.direction == Direction.IN and not (proposal and _later(message, proposal))
    ]
    read_by_ai = incoming[-1] if incoming else None
    with_it: dict[int | None, list[Attachment]] = defaultdict(list)
    for file in files:
        with_it[file.message_id].append(file)
    for one in going:
        with_it[one.message_id].append(one.attachment)
    return [
        Part(
            message=message,
            evidence=evidence_in(message.text, proposal) if message is read_by_ai else [],
            files=with_it[message.pk],
        )
        for message in messages
    ]


def _later(message: Message, proposal: Proposal) -> bool:
    return message.direction == Direction.IN and message.at > proposal.made_at


def _guesses(proposal: Proposal | None, names: dict[str, str]) -> list[Guess]:
    return [
        Guess(
            key=option["result"],
            name=names.get(option["result"], option["result"].replace("_", " ")),
            confidence=min(max(float(option["confidence"]), 0.0), 1.0),
        )
        for option in (proposal.options if proposal else [])
    ]


def _proposal(case: Case) -> Proposal | None:
    return _of_round(case, SUGGESTED, Proposal.objects.all())


def _decision(case: Case) -> Decision | None:
    if case.stage != Stage.CLOSED:
        return None
    return _of_round(case, DECIDED, Decision.objects.select_related("by"))


def _of_round(case: Case, name: str, made: QuerySet[OfRound]) -> OfRound | None:
    """As `case_to_show` put it there, or else asked for."""
    if hasattr(case, name):
        there: OfRound | None = getattr(case, name)
        return there
    return made.filter(case=case, round=case.round).first()
