"""Explain a case from its record: what was kept of it then, and nothing that is true only now."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from samspil.core.explaining.letter import letter
from samspil.core.explaining.lines import Line, Section, Value
from samspil.core.explaining.record import (
    Alone,
    Decided,
    Guess,
    Looked,
    Proposed,
    Round,
    Sent,
)
from samspil.core.explaining.short_letter import short_letter
from samspil.core.judging import Judging
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.journal.models import Entry
from samspil.journal.queries import about
from samspil.people.queries import role_names
from samspil.work.models import (
    Attachment,
    Case,
    Decision,
    LoneAnswer,
    Outgoing,
    Proposal,
    Topic,
)
from samspil.work.models import Entry as Filled
from samspil.work.queries.event_kinds import Names
from samspil.work.queries.happened import names_in, sentence, unnamed, who

BEGINS = frozenset({"opened", "reopened", "contested"})
LOOKS = frozenset(
    {"contested", "claimed", "judged_first", "released", "handed_over", "level_raised",
     "risk_raised", "reassigned", "taken_over"}
)  # fmt: skip
"""Events that tell who had a case in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A section of the explanation in the reader's language."""

    title: str
    lines: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """All rows of a case that explain it, each by its round."""

    case: Case
    entries: Mapping[int, list[Entry]]
    known: Names
    proposals: Mapping[int, Proposal]
    decisions: Mapping[int, Decision]
    lone: Mapping[int, LoneAnswer]
    outgoing: Mapping[int, list[Outgoing]]
    files: Sequence[datetime]
    filled: Filled | None
    topics: Mapping[str, Mapping[str, str]]


def explanation(case: Case) -> list[Told]:
    """The whole explanation, for colleagues; in a fixed number of statements."""
    return [_told(section) for section in letter(rounds_of(case))]


def short_explanation(case: Case, *, own: Iterable[str], names: bool) -> list[str]:
    """What the affected person is told of the last round that was decided; empty where none was.

    Only words in their `own` texts are quoted. `names`: the company names who decided.
    """
    decided = Decision.objects.filter(case=case), LoneAnswer.objects.filter(case=case)
    if not any(rows.exists() for rows in decided):
        return []
    rounds = [one for one in rounds_of(case) if one.decided or one.alone]
    if not rounds:
        return []
    lines = short_letter(_of_own(rounds[-1], list(own)), names=names)
    return [in_words(line) for line in lines]


def rounds_of(case: Case) -> tuple[Round, ...]:
    """What was recorded of a case, oldest round first, in a fixed number of statements."""
    kept = _kept(case)
    numbers = sorted({*kept.entries, case.round})
    starts = [_began(kept, number) for number in numbers]
    ends = [*starts[1:], None]
    return tuple(
        _round(kept, number, start, end)
        for number, start, end in zip(numbers, starts, ends, strict=True)
    )


def _kept(case: Case) -> _Kept:
    entries = list(about(str(case.public_id)))
    by_round = defaultdict[int, list[Entry]](list)
    for entry in entries:
        by_round[int(json.loads(entry.facts).get("round", 1))].append(entry)
    outgoing = defaultdict[int, list[Outgoing]](list)
    for letter_ in Outgoing.objects.filter(case=case).order_by("pk"):
        outgoing[letter_.round].append(letter_)
    lone = LoneAnswer.objects.filter(case=case).select_related("certificate__signed_by")
    files = Attachment.objects.filter(case=case, by__isnull=True, inline=False)
    return _Kept(
        case=case,
        entries=by_round,
        known=names_in(entries),
        proposals={one.round: one for one in Proposal.objects.filter(case=case)},
        decisions={
            one.round: one for one in Decision.objects.filter(case=case).select_related("by")
        },
        lone={one.round: one for one in lone},
        outgoing=outgoing,
        files=list(files.values_list("at", flat=True)),
        filled=Filled.objects.filter(case=case).first(),
        topics=dict(Topic.objects.filter(process=case.process_id).values_list("key", "names")),
    )


def _began(kept: _Kept, number: int) -> datetime:
    at = [one.at for one in kept.entries.get(number, ()) if one.event in BEGINS]
    return at[0] if at and number > 1 else kept.case.opened_at


def _round(kept: _Kept, number: int, start: datetime, end: datetime | None) -> Round:
    way = _way(kept, number)
    proposal, lone = kept.proposals.get(number), kept.lone.get(number)
    decision = kept.decisions.get(number)
    filled = kept.filled
    first, hides = number == 1, number == kept.case.round and kept.case.hides_answer
    return Round(
        came_at=start,
        filled=filled is not None and first and kept.case.channel == "form",
        wish=bool(filled and filled.wish and proposal is None),
        files=sum(start <= at and (end is None or at < end) for at in kept.files),
        masked=len(kept.case.masked) if first else 0,
        proposed=_proposed(kept, proposal, way) if proposal else None,
        route=_route_of(way),
        reason=None if hides else _reason_of(way),
        quote="" if hides else _quote(kept, number, proposal, way),
        looked=tuple(_looks(kept, number)),
        alone=_alone(lone) if lone else None,
        decided=_decided(kept, decision, lone=lone) if decision else None,
        sent=tuple(_sent(one) for one in kept.outgoing.get(number, ())),
        closed=number < kept.case.round or kept.case.closed_at is not None,
    )


def _way(kept: _Kept, number: int) -> Mapping[str, Any]:
    """What the journal says of the routing of a round, as it was last."""
    way: dict[str, Any] = {}
    for entry in kept.entries.get(number, ()):
        facts = json.loads(entry.facts)
        if entry.event == "routed":
            way = facts
        elif entry.event == "risk_raised":
            way = {**way, "reason": facts["reason"], "route": Route.PERSON}
        elif entry.event == "contested" and facts["contested"] != number:
            way = {"reason": Reason.CONTESTED, "route": Route.PERSON}
    return way


def _route_of(way: Mapping[str, Any]) -> Route | None:
    return Route(way["route"]) if way.get("route") in set(Route) else None


def _reason_of(way: Mapping[str, Any]) -> Reason | None:
    if way.get("checked"):
        return Reason.SPOT_CHECK
    return Reason(way["reason"]) if way.get("reason") in set(Reason) else None


def _quote(kept: _Kept, number: int, proposal: Proposal | None, way: Mapping[str, Any]) -> str:
    case = kept.case
    if number == case.round and way.get("reason") == case.reason:
        return case.quote
    if proposal is not None and proposal.at_the_time.get("quote"):
        return str(proposal.at_the_time["quote"])
    return kept.filled.wish if kept.filled and way.get("reason") == Reason.WANTS_PERSON else ""


def _proposed(kept: _Kept, made: Proposal, way: Mapping[str, Any]) -> Proposed:
    case = kept.case
    hidden = made.round == case.round and case.hides_answer
    if hidden:
        return Proposed(skill=made.skill, version=made.version, at=made.made_at, hidden=True)
    quotes = dict.fromkeys(str(one["quote"]) for one in made.evidence if one.get("quote"))
    return Proposed(
        skill=made.skill,
        version=made.version,
        at=made.made_at,
        guesses=tuple(
            Guess(
                topic=_named(kept, str(one["result"]), made.at_the_time.get("names", {})),
                percent=round(100 * float(one["confidence"])),
            )
            for one in made.options
        ),
        quotes=tuple(quotes),
        sources=tuple(str(one) for one in made.sources),
        drafted=bool(made.draft),
        unseen=way.get("judging") == Judging.WITHOUT,
    )


def _named(kept: _Kept, key: str, then: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """What a topic was called then; what it is called now only where that was not kept yet."""
    if not key:
        return {}
    names = then.get(key) or kept.topics.get(key) or {}
    return names if any(names.values()) else {"": key.replace("_", " ")}


def _looks(kept: _Kept, number: int) -> Iterable[Looked]:
    for entry in kept.entries.get(number, ()):
        if entry.event in LOOKS:
            hidden = unnamed(entry, kept.case)
            name = gettext("A colleague") if hidden else who(entry, kept.known)
            yield Looked(at=entry.at, who=f"({name})", what=sentence(entry, kept.known))


def _alone(lone: LoneAnswer) -> Alone:
    signed = lone.certificate
    return Alone(at=lone.at, signed_by=signed.signed_by.name, percent=100 * signed.alpha)


def _decided(kept: _Kept, made: Decision, *, lone: LoneAnswer | None) -> Decided:
    role = made.at_the_time.get("role", "")
    proposal = kept.proposals.get(made.round)
    best = proposal.likeliest if proposal else ""
    return Decided(
        at=made.at,
        by=made.by.name,
        role=role_names([Role(role)]) if role in set(Role) else "",
        verdict=made.verdict,
        topic=_named(kept, made.topic, {made.topic: made.at_the_time.get("topic", {})}),
        checks=lone is not None,
        right=made.topic == best,
    )


def _sent(reply: Outgoing) -> Sent:
    mark = str(reply.headers.get("X-AI-Generated", ""))
    return Sent(at=reply.created_at, with_ai=bool(mark), by_person=not mark.startswith("alone"))


def _of_own(one: Round, texts: Sequence[str]) -> Round:
    """The round without what AI quoted of anybody else's words."""

    def theirs(quote: str) -> bool:
        return any(quote in text for text in texts)

    made = one.proposed
    if made is not None:
        made = replace(made, quotes=tuple(quote for quote in made.quotes if theirs(quote)))
    return replace(one, proposed=made, quote=one.quote if theirs(one.quote) else "")


def _told(section: Section) -> Told:
    return Told(title=gettext(section.title), lines=[in_words(line) for line in section.lines])


def in_words(line: Line) -> str:
    """The sentence in the reader's language, with what fills it."""
    values = {name: _shown(value) for name, value in line.values.items()}
    return gettext(line.words).format(**values).strip()


def _shown(value: Value) -> str:
    if isinstance(value, datetime):
        at = timezone.localtime(value)
        return f"{date_format(at, 'SHORT_DATE_FORMAT')} {date_format(at, 'H:i')}"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, Line):
        return in_words(value)
    if isinstance(value, Mapping):
        language = (get_language() or "en")[:2]
        names = (value.get(language), value.get("en"), value.get(""), *value.values())
        return str(next(filter(None, names), ""))
    return str(value)
