"""Everything that is held of one person, as rows: of nobody else, and of this organisation only.

A person is found as `forget_person` finds them: by the address that their messages name. What other
people wrote beside them in the same case is disguised, and who they are is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from samspil.audit.queries import answers_of
from samspil.chat.models import Turn
from samspil.core.gateway.disguise import disguise
from samspil.journal.queries import about
from samspil.knowledge.queries import held_mails
from samspil.people.models import Colleague, Kind
from samspil.people.queries import role_names
from samspil.readiness.queries import interviews_of, open_answers_of
from samspil.rollouts.queries import turns_by
from samspil.teaching.models import Example
from samspil.teaching.queries import traces_of
from samspil.work.models import (
    Attachment,
    Case,
    Complaint,
    Decision,
    Direction,
    Entry,
    Message,
    Proposal,
)
from samspil.work.queries import filled_in, written_by
from samspil.work.queries.explaining import short_explanation
from samspil.work.queries.happened import names_in, sentence
from samspil.workshops.queries import seats_of

Row = Mapping[str, str]
KINDS = (
    "account", "cases", "messages", "filled_in", "attachments", "proposals", "decisions",
    "complaints", "chats", "mails", "examples", "tasks", "support", "workshops", "readiness",
    "journal",
)  # fmt: skip
"""The tables of a pack, in the order in which one reads them."""
OTHER = "another person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose data is asked for, and the cases in which they wrote, as primary keys."""

    address: str
    messages: frozenset[int]
    cases: tuple[int, ...]


def person_at(address: str) -> Person:
    """Whoever writes from this address, in one statement."""
    rows = list(written_by(address).order_by("case").values_list("pk", "case"))
    return Person(
        address=address.strip(),
        messages=frozenset(pk for pk, _case in rows),
        cases=tuple(dict.fromkeys(case for _pk, case in rows)),
    )


def held_in(person: Person, pk: int, *, staff: Sequence[str]) -> dict[str, list[Row]]:
    """What is held of a person in one of their cases, by kind; `staff` names are taken out of what
    others wrote."""
    case = Case.objects.select_related("process").get(pk=pk)
    thread = list(Message.objects.filter(case=case).select_related("author").order_by("at", "pk"))
    told = _Told(case=case, person=person, thread=thread, names=staff)
    return {
        "cases": [told.case_row()],
        "messages": [told.message(one) for one in thread],
        "filled_in": told.filled() if told.began else [],
        "attachments": _attachments(case, person),
        "proposals": [told.proposal(one) for one in Proposal.objects.filter(case=case)],
        "decisions": [told.decision(one) for one in Decision.objects.filter(case=case)],
        "complaints": [
            _complaint(one, case)
            for one in Complaint.objects.filter(case=case)
            if one.message_id in person.messages
        ],
        "chats": list(_turns(case)) if told.began else [],
        "journal": list(_journal(case)),
    }


def held_beside(person: Person) -> dict[str, list[Row]]:
    """What is held of a person outside their cases: their account here, and what AI was taught."""
    return {
        "account": list(_account(person.address)),
        "mails": list(_mails(person.address)),
        "examples": list(_examples(person)),
        "tasks": list(_tasks(person.address)),
        "support": list(_support(person.address)),
        "workshops": list(seats_of(person.address)),
        "readiness": [*open_answers_of(person.address), *interviews_of(person.address)],
    }


def staff_names() -> list[str]:
    """The names of all people who work here, or did."""
    return list(Colleague.objects.filter(kind=Kind.PERSON).values_list("name", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Tells of one case what its person may read of it."""

    case: Case
    person: Person
    thread: Sequence[Message]
    names: Sequence[str]

    @property
    def began(self) -> bool:
        """Whether the case began with them, so that what was decided was theirs."""
        first = next((one.pk for one in self.thread if one.direction == Direction.IN), None)
        return first in self.person.messages

    def case_row(self) -> Row:
        """The case itself; its subject is the words of who began it."""
        case, own = self.case, self._own()
        return {
            "number": case.external_id,
            "subject": case.subject if self.began else "",
            "process": case.process.name,
            "opened": case.opened_at.isoformat(),
            "closed": case.closed_at.isoformat() if case.closed_at else "",
            "explanation": " ".join(short_explanation(case, own=own, names=False))
            if self.began
            else "",
        }

    def message(self, one: Message) -> Row:
        """Their own words as they are, what was written to them, and others' words disguised."""
        theirs = one.pk in self.person.messages
        to_them = one.direction == Direction.OUT and self.began
        return {
            "case": self.case.external_id,
            "at": one.at.isoformat(),
            "kind": one.direction,
            "by": self._who(one),
            "text": one.text if theirs or to_them else self._disguised(one.text),
            "quoted": one.quoted if theirs else "",
            "signature": one.signature if theirs else "",
            "with_ai": "yes" if one.made_with_ai else "no",
        }

    def filled(self) -> list[Row]:
        """What they filled in on a form."""
        entry = Entry.objects.filter(case=self.case).first()
        number = self.case.external_id
        return [
            {"case": number, "field": label, "typed": typed}
            for label, typed in (filled_in(entry) if entry else [])
        ]

    def proposal(self, made: Proposal) -> Row:
        """What AI proposed, with the words of theirs that it went by."""
        own = self._own()
        quotes = [str(one["quote"]) for one in made.evidence]
        return {
            "case": self.case.external_id,
            "at": made.made_at.isoformat(),
            "made_by": f"{made.skill} {made.version}",
            "topics": "; ".join(f"{one['result']} {one['confidence']:.2f}" for one in made.options),
            "words": "; ".join(quote for quote in quotes if any(quote in text for text in own)),
            "draft": made.draft if self.began else "",
        }

    def decision(self, made: Decision) -> Row:
        """What a person decided, as what; never who."""
        return {
            "case": self.case.external_id,
            "at": made.at.isoformat(),
            "role": made.at_the_time.get("role", ""),
            "verdict": made.verdict,
            "topic": made.topic,
            "answer": made.answer if self.began else "",
        }

    def _own(self) -> list[str]:
        return [one.text for one in self.thread if one.pk in self.person.messages]

    def _who(self, one: Message) -> str:
        if one.pk in self.person.messages:
            return "you"
        if one.direction == Direction.IN:
            return OTHER
        return "AI" if one.author and one.author.kind == Kind.AI else "a colleague"

    def _disguised(self, text: str) -> str:
        others = [one.sender_name for one in self.thread if one.pk not in self.person.messages]
        return disguise([text], names=[*self.names, *filter(None, others)]).texts[0]


def _attachments(case: Case, person: Person) -> list[Row]:
    sent = Attachment.objects.filter(case=case, message__in=person.messages).order_by("pk")
    return [
        {"case": case.external_id, "at": one.at.isoformat(), "name": one.name,
         "kind": one.media_type, "bytes": str(one.size)}
        for one in sent
    ]  # fmt: skip


def _complaint(one: Complaint, case: Case) -> Row:
    return {
        "case": case.external_id,
        "at": one.at.isoformat(),
        "due": one.due_at.isoformat(),
        "outcome": one.outcome or "open",
    }


def _turns(case: Case) -> Iterator[Row]:
    for turn in Turn.objects.filter(conversation__case=case).order_by("number"):
        quotes = " ".join(str(one.get("text", "")) for one in turn.quotes)
        yield {"case": case.external_id, "at": turn.at.isoformat(), "said": turn.said,
               "told": quotes}  # fmt: skip


def _journal(case: Case) -> Iterator[Row]:
    """What happened to their case; of a colleague it says only that a person did it."""
    entries = list(about(str(case.public_id)))
    known = replace(names_in(entries), colleagues={})
    for entry in entries:
        yield {"case": case.external_id, "number": str(entry.sequence), "at": entry.at.isoformat(),
               "by": entry.actor_kind, "what": sentence(entry, known)}  # fmt: skip


def _mails(address: str) -> Iterator[Row]:
    """Mails in documents: their own as they are, others' disguised as far as rules can."""
    mails = held_mails(address)
    names = staff_names() if mails else []
    for one in mails:
        told = [one.subject, one.text]
        subject, text = told if one.sent else disguise(told, names=names).texts
        yield {"document": one.name, "by": "you" if one.sent else OTHER, "subject": subject,
               "text": text}  # fmt: skip


def _account(address: str) -> Iterator[Row]:
    """The colleague who signs in with this address."""
    found = Colleague.objects.filter(kind=Kind.PERSON, user__email__iexact=address)
    for one in found.select_related("user"):
        yield {"name": one.name, "roles": role_names(one.role_set),
               "languages": ", ".join(one.languages),
               "left": one.left_at.isoformat() if one.left_at else ""}  # fmt: skip


def _tasks(address: str) -> Iterator[Row]:
    """What they said takes their time, in rounds that asked them."""
    for one in answers_of(address):
        yield {
            "round": one.sheet.audit.name,
            "task": one.task.title,
            "times": "" if one.times is None else str(one.times),
            "per": one.per,
            "minutes": "" if one.minutes is None else str(one.minutes),
            "error_share": "" if one.error_share is None else str(one.error_share),
            "frustration": str(one.frustration or ""),
            "wish": str(one.wish or ""),
            "systems": ", ".join(one.systems),
            "handed_in": one.sheet.handed_in_at.isoformat() if one.sheet.handed_in_at else "",
        }


def _support(address: str) -> Iterator[Row]:
    """What they said in requests for help."""
    for one in turns_by(address):
        yield {"about": one.request.place.rollout.initiative.name, "what": one.deed,
               "text": one.text, "at": one.at.isoformat()}  # fmt: skip


def _examples(person: Person) -> Iterator[Row]:
    wanted = [pk for traces in traces_of(person.address).processes for pk in traces.examples]
    for one in Example.objects.filter(pk__in=wanted).order_by("pk"):
        yield {"topic": one.topic, "text": one.text}
