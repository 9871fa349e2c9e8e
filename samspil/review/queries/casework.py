"""One case as a person judges it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.core.roles import Action, NotAllowed
from samspil.core.skill import Evidence, Ground
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.review.queries.sheet import CaseSheet, Guess, Part, later
from samspil.work.models import (
    Attachment,
    Case,
    Complaint,
    Decision,
    Direction,
    Emptied,
    Enclosure,
    FirstJudgement,
    LoneAnswer,
    Message,
    Proposal,
)
from samspil.work.queries import (
    reason_words,
    thread,
    topic_name,
    topics_of,
    visible,
)
from samspil.work.queries.approved import lapse_of, lapse_words
from samspil.work.queries.contesting import open_complaint
from samspil.work.queries.taking import DecidedBefore, check_may_look, check_may_take

SUGGESTED, DECIDED, ALONE = "suggested_now", "decided_now", "alone_now"
JUDGED, CONTESTED = "judged_now", "contested_now"
"""What `case_to_show` puts beside a case: what belongs to its present round."""
Going = Sequence[tuple[Attachment, Enclosure]]
"""Files, each with the reply that it goes along with."""
OfRound = TypeVar("OfRound", Proposal, Decision, LoneAnswer, FirstJudgement)


def case_to_show(public_id: UUID, *, reader: Colleague) -> Case:
    """One case with all of its round, which `case_sheet` would else ask for one by one.

    Raises `Case.DoesNotExist`, also where the reader may not see it.
    """
    of_round = {
        name: FilteredRelation(many, condition=Q(**{f"{many}__round": F("round")}))
        for name, many in (
            (SUGGESTED, "proposals"),
            (DECIDED, "decisions"),
            (ALONE, "lone_answers"),
            (JUDGED, "first_judgements"),
        )
    }
    of_round[CONTESTED] = FilteredRelation("complaints", condition=Q(complaints__outcome=""))
    people = (
        "claimed_by",
        f"{SUGGESTED}__approved",
        f"{DECIDED}__by",
        f"{ALONE}__certificate__signed_by",
    )
    beside = ("process", "team", "entry", "emptied", *of_round, *people)
    cases = Case.objects.annotate(**of_round).select_related(*beside)
    found = visible(cases, to=reader).get(public_id=public_id)
    for name in of_round:
        vars(found).setdefault(name, None)  # Django leaves out what is not there
    return found


def case_sheet(case: Case, *, reader: Colleague) -> CaseSheet:
    """Read all of a case that its page shows."""
    decision = _decision(case)
    judgement = _judgement(case)
    proposal = _proposal(case) if decision is None or decision.proposal_id else None
    unjudged = case.hides_answer and case.stage == Stage.WAITING
    topics = [] if unjudged else topic_choices(case)
    messages = thread(case)
    files, going = _files_of(case, messages)
    enclosed = [file for file, to in going if to.message_id is None and to.round == case.round]
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
        hindrance=_hindrance(reader, case) if case.stage == Stage.WAITING else "",
        enclosed=enclosed,
        other_files=[
            one
            for one in files
            if one.case_id == case.pk and not one.inline and one not in enclosed
        ],
        entry=getattr(case, "entry", None) if case.channel else None,
        lone=lone_answer(case),
        judgement=judgement,
        complaint=_complaint(case),
        lapsed=_lapsed(case, proposal),
        emptied=emptied_of(case),
    )


def emptied_of(case: Case) -> Emptied | None:
    """When and why the words of the case were taken out; an open one's never were."""
    found: Emptied | None = getattr(case, "emptied", None) if case.stage == Stage.CLOSED else None
    return found


def _complaint(case: Case) -> Complaint | None:
    """What waits to be decided anew; read along with a case that is to be shown."""
    known = vars(case)
    found: Complaint | None = known[CONTESTED] if CONTESTED in known else open_complaint(case)
    return found


def _lapsed(case: Case, proposal: Proposal | None) -> str:
    """What became of the approved answer that the draft of an open case is, as a sentence."""
    if case.stage == Stage.CLOSED:
        return ""
    found = lapse_of(proposal, at=timezone.now())
    return lapse_words(found) if found else ""


def lone_answer(case: Case) -> LoneAnswer | None:
    """What AI answered alone in this round; what nobody has answered costs no statement."""
    if case.first_response_at is None:
        return None
    return _of_round(case, ALONE, LoneAnswer.objects.select_related("certificate__signed_by"))


def why_not(reader: Colleague, case: Case) -> str:
    """Why this colleague may not take the case, as a sentence; empty where they may."""
    try:
        check_may_take(reader, case)
    except DecidedBefore as why:
        return str(why)
    except NotAllowed:
        if not may_do(reader, Action.DECIDE_CASES):
            return gettext("Your role lets you read cases; others decide them.")
        return gettext(
            "This case waits for %(team)s. Someone there decides it, or a leader gives it to you."
        ) % {"team": case.team}
    return ""


def _hindrance(reader: Colleague, case: Case) -> str:
    if said := why_not(reader, case):
        return said
    try:
        check_may_look(reader, case, at=timezone.now(), judgement=getattr(case, JUDGED, None))
    except NotAllowed as why:
        return str(why)
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


def topic_choices(case: Case) -> list[tuple[str, str]]:
    """What a case may be about, by key and name."""
    return [(topic.key, topic_name(topic)) for topic in topics_of(case.process)]


def _files_of(case: Case, messages: Sequence[Message]) -> tuple[list[Attachment], Going]:
    """The files of the thread, and which of them go along with a reply, in one statement."""
    along = {"along": FilteredRelation("enclosures", condition=Q(enclosures__case=case))}
    found = Attachment.objects.filter(Q(case=case) | Q(message__in=messages))
    rows = found.annotate(**along).select_related(*along).order_by("inline", "pk")
    going = [(row, one) for row in rows if (one := getattr(row, "along", None))]
    going.sort(key=lambda pair: (pair[1].round, pair[1].pk))
    return list({row.pk: row for row in rows}.values()), going


def _parts(
    messages: Sequence[Message],
    proposal: Proposal | None,
    *,
    files: Sequence[Attachment],
    going: Going,
) -> list[Part]:
    incoming = [
        message
        for message in messages
        if message.direction == Direction.IN and not (proposal and later(message, proposal))
    ]
    read_by_ai = incoming[-1] if incoming else None
    with_it: dict[int | None, list[Attachment]] = defaultdict(list)
    for file in files:
        with_it[file.message_id].append(file)
    for file, to in going:
        with_it[to.message_id].append(file)
    return [
        Part(
            message=message,
            evidence=evidence_in(message.text, proposal) if message is read_by_ai else [],
            files=with_it[message.pk],
        )
        for message in messages
    ]


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
    """What AI proposed, unless people judge without it."""
    return None if case.hides_answer else _of_round(case, SUGGESTED, Proposal.objects.all())


def _judgement(case: Case) -> FirstJudgement | None:
    """What was found before AI's answer was seen, for whoever decides it now; later not shown."""
    if case.judging != Judging.JUDGED or case.stage != Stage.CLAIMED:
        return None
    return _of_round(case, JUDGED, FirstJudgement.objects.all())


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
