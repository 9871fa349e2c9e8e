"""What the page of a case shows."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from samspil.core.evidence.together import FEWEST_LOOKS
from samspil.core.judging import UNJUDGED
from samspil.core.lifecycle import Stage
from samspil.core.mail_faults import WORDS as FAULTS
from samspil.core.mail_faults import Fault
from samspil.core.mail_kinds import WORDS as MACHINES
from samspil.core.mail_kinds import Automatic
from samspil.core.skill import Evidence
from samspil.work.models import (
    ApprovedUse,
    Attachment,
    Case,
    Complaint,
    Decision,
    Direction,
    Emptied,
    Entry,
    FirstJudgement,
    LoneAnswer,
    Message,
    Proposal,
)
from samspil.work.queries import filled_in
from samspil.work.queries.reaching import reply_address


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
    """Everything the page of a case shows; `hindrance` says why the reader may not take it.

    As long as a person has to judge the case first, there is nothing of AI's in it, and while it
    waits for that no topics to choose. `judgement` is what was found then. `lapsed` says what
    became of the approved answer that an open case's draft is; empty where it holds or is none. Of
    a case that was `emptied` no words are left.
    """

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
    judgement: FirstJudgement | None = None
    lone: LoneAnswer | None = None
    complaint: Complaint | None = None
    lapsed: str = ""
    emptied: Emptied | None = None

    @property
    def sent_alone(self) -> ApprovedUse | None:
        """The approved answer that AI sent without a look, and how often people had verified it."""
        if self.lone is None or self.proposal is None or not self.proposal.sources:
            return None
        return getattr(self.proposal, "approved", None)

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
    def judges(self) -> bool:
        """Whether the reader has to say what the case is about before AI's answer is seen."""
        return self.held_by_reader and self.case.judging in UNJUDGED

    @property
    def found(self) -> str:
        """The topic found by whoever judged last before AI's answer was seen; empty for none."""
        return (self.judgement.second or self.judgement.topic) if self.judgement else ""

    @property
    def differs(self) -> bool:
        """Whether a person found something else than AI, and has not decided yet."""
        return bool(self.found and self.guesses and self.guesses[0].key != self.found)

    def name_of(self, key: str) -> str:
        """A topic's name in the reader's language."""
        return dict(self.topics).get(key, key.replace("_", " "))

    @property
    def words(self) -> list[tuple[str, str]]:
        """Who found what before AI's answer was seen, in order; for whoever decides."""
        if self.judgement is None or not self.held_by_reader:
            return []
        first, second = self.judgement.topic, self.judgement.second
        if second:
            return [(gettext("A colleague"), self.name_of(first)), self._yours(second)]
        if self.judgement.by_id == self.case.claimed_by_id:
            return [self._yours(first)]
        return [(gettext("A colleague"), self.name_of(first))]

    def _yours(self, key: str) -> tuple[str, str]:
        return gettext("You"), self.name_of(key)

    @property
    def together(self) -> str:
        """What people and AI say together, as a topic's name; empty where too little is known."""
        return self.name_of(self.judgement.together) if self.judgement else ""

    @property
    def looks_missing(self) -> int:
        """How many judged cases were missing to weigh both."""
        return max(0, FEWEST_LOOKS - self.judgement.looks) if self.judgement else 0

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
        """What AI would answer; empty where it has nothing, sent it, it lapsed, or they wrote
        again.
        """
        if self.lone is not None or self.outdated or self.lapsed or self.proposal is None:
            return ""
        return self.proposal.draft

    @property
    def offers_draft(self) -> bool:
        """Whether AI's draft is there to agree with: not where the person found something else."""
        return bool(self.draft) and not self.differs

    @property
    def seen(self) -> int:
        """How many messages of the customer the page shows."""
        return sum(part.message.direction == Direction.IN for part in self.parts)

    @property
    def outdated(self) -> bool:
        """Whether an open case's customer wrote again after AI had made its proposal."""
        if self.proposal is None or self.case.stage == Stage.CLOSED:
            return False
        return any(later(part.message, self.proposal) for part in self.parts)

    @property
    def number(self) -> str:
        """The sender's own number for it; empty where they gave none."""
        given = self.case.external_id
        return "" if given == str(self.case.public_id) else given

    @property
    def topic(self) -> str:
        """The topic that stands unless a person chooses another: AI's first, if it was sure."""
        if self.differs:
            return self.found
        best = next(iter(self.guesses), None)
        sure = best and best.confidence >= self.case.process.least_confidence
        return best.key if best and sure else self.case.topic

    @property
    def decided_topic(self) -> str:
        """The name of the topic the case was closed with."""
        return self.name_of(self.decision.topic) if self.decision else ""

    @property
    def sent(self) -> str:
        """What a person made of AI's draft; empty where nothing was answered."""
        return self.decision.answer.strip() if self.decision else ""


def later(message: Message, proposal: Proposal) -> bool:
    """Whether the customer wrote this after AI had made its proposal."""
    return message.direction == Direction.IN and message.at > proposal.made_at
