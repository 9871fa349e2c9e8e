"""AI looks at cases that arrived, proposes, and the rule routes them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from samspil.core.evidence.ladder import Thing
from samspil.core.judging import Lots, judging_of
from samspil.core.knowing import Message as Asked
from samspil.core.knowing import ReadyReply
from samspil.core.lifecycle import Stage
from samspil.core.looking import Rules, Seen, ask, facts_of
from samspil.core.masking import DataClass
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import BY_HABIT, Reason, Routing
from samspil.core.skill import Proposal as Suggestion
from samspil.core.skill import Senders, Skill
from samspil.governance.actions import mark
from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, Actor, actor, ai_colleague
from samspil.work.actions.approving import Approved, hold_approved, keep_uses
from samspil.work.actions.autonomy import Coming, held_autonomy, note_change, watch_coming
from samspil.work.actions.both_ways import BothWays, both_ways
from samspil.work.actions.drafting import Draft, drafted
from samspil.work.actions.finishing import Finishing, finish
from samspil.work.actions.noting import about_case
from samspil.work.actions.showing import hide_answer
from samspil.work.models import Case, Entry, Process, ProcessAutonomy, Proposal, Topic
from samspil.work.queries import (
    Beside,
    Timings,
    beside_of,
    entries_of,
    rules_of,
    skill_of,
    stopped,
    team_of_level,
    text_of,
    timings,
    topics_about_people,
    wishes_of,
    with_files,
    written_by_staff,
)
from samspil.work.queries.autonomy import autonomy_of, lots_of
from samspil.work.queries.knowing import knowledge

ROUTED = [
    "stage",
    "route",
    "sorted_alone",
    "level",
    "reason",
    "judging",
    "quote",
    "topic",
    "language",
    "confidence",
    "risk",
    "team",
    "routed_at",
    "due_at",
    "escalates_at",
    "first_response_at",
    "closed_at",
]


def propose_and_route(case_ids: Sequence[int], *, at: datetime) -> int:
    """Route those of these cases that have just arrived; returns how many.

    Safe to run twice and by two workers at once: the skill works outside any transaction, and
    only a case that still is where it arrived is moved.
    """
    arrived = Case.objects.among(case_ids).filter(stage=Stage.ARRIVED).select_related("process")
    by_process: dict[Process, list[Case]] = {}
    for case in arrived.order_by("pk"):
        by_process.setdefault(case.process, []).append(case)
    return sum(_route(process, cases, at=at) for process, cases in by_process.items())


def _route(process: Process, cases: Sequence[Case], *, at: datetime) -> int:
    texts = text_of(cases)
    skill = skill_of(process)
    wishes = wishes_of(cases)
    shown = [case for case in cases if case.pk not in wishes]
    ours, about_people = written_by_staff(shown), topics_about_people(process)
    made = ask(
        skill,
        [texts[case.pk] for case in shown],
        senders=Senders(process.senders),
        moved=process.moved_topics,
        stopped=stopped(process, about_people=about_people),
        of_staff=[case.pk in ours for case in shown],
        about_people=about_people,
    )
    suggestions = {case.pk: one for case, one in zip(shown, made, strict=True) if one is not None}
    replies = _replies(process, texts, suggestions, at=at)
    return _write(process, texts, suggestions, replies=replies, skill=skill, at=at)


@transaction.atomic
def _write(
    process: Process,
    texts: dict[int, str],
    suggestions: dict[int, Suggestion],
    *,
    replies: Mapping[int, ReadyReply],
    skill: Skill,
    at: datetime,
) -> int:
    """Write what AI suggested, unless AI was stopped, or a person wished for, while it thought.

    Autonomy is read with its row locked, so that nothing is finished past a fall, and approved
    answers with theirs, so that nothing leaves that was withdrawn.
    """
    kept = _autonomy(process, skill=skill, at=at)
    still = Case.objects.among(texts).filter(stage=Stage.ARRIVED)
    ours = list(still.select_for_update().order_by("pk"))
    topics = {topic.key: topic for topic in process.topics.all()}
    rules = rules_of(process, topics.values(), kept=kept, version=skill.version)
    if rules.rests:
        suggestions = {}
    entries = entries_of(ours)
    wishes = {pk: entry.wish for pk, entry in entries.items() if entry.wish}
    suggestions = {pk: one for pk, one in suggestions.items() if pk not in wishes}
    approved = hold_approved(replies, suggestions, kept=kept, levels=rules.levels, at=at)
    teams, clocks, lots = team_of_level(process), timings(process, at=at), lots_of(kept)
    filed, beside, both = with_files(ours), beside_of(ours, entries), both_ways(process, at=at)
    ways = {}
    for case in ours:
        suggestion = suggestions.get(case.pk)
        seen = replace(
            _seen(case, texts[case.pk], beside=beside[case.pk], entry=entries.get(case.pk)),
            files=case.pk in filed,
            reply_ready=case.pk in approved.verified,
        )
        ways[case.pk] = way = both.route(case, facts_of(seen, proposal=suggestion, rules=rules))
        _settle(case, way, suggestion, process=process, at=at)
        _judge_first(case, way, suggestion, lots=lots)
        case.language = case.language or _filled_in(entries.get(case.pk))
        _set_times(case, clocks, process=process)
        case.team_id = both.team(case) or teams.get(way.level)
    made = _keep_proposals(ours, suggestions, topics, both, approved=approved, skill=skill, at=at)
    lone = [case for case in ours if case.route == Route.ALONE]
    ai = ai_colleague(skill.name)
    finish(lone, Finishing(kept=kept, proposals=made, ai=ai), at=at)
    _save_routing(ours, both, at=at)
    record(_happenings(ours, ways, approved=approved, skill=skill, ai=ai), at=at)
    _watch(kept, ours, suggestions, rules=rules, at=at)
    return len(ours)


def _autonomy(process: Process, *, skill: Skill, at: datetime) -> ProcessAutonomy:
    """The process's autonomy; locked, and taken away first, where it was another version's."""
    kept = autonomy_of(process)
    if kept.certificate_id is None:
        return kept
    kept = held_autonomy(process)
    if kept.certificate is not None and kept.certificate.version != skill.version:
        note_change(process, Thing.MODEL, by=None, at=at)
        return held_autonomy(process)
    return kept


def _seen(case: Case, text: str, *, beside: Beside, entry: Entry | None) -> Seen:
    return Seen(
        text=text,
        identity_found=bool(case.masked),
        hidden_text=case.hidden_text,
        key=str(case.public_id),
        again=case.round > 1 or beside.several,
        beside=beside.words,
        special=case.data_class == DataClass.SPECIAL,
        wish=entry.wish if entry else "",
        grave=_is_grave(entry),
    )


def _watch(
    kept: ProcessAutonomy,
    cases: Sequence[Case],
    suggestions: Mapping[int, Suggestion],
    *,
    rules: Rules,
    at: datetime,
) -> None:
    """Follow how sure AI is where it might finish; too often unsure takes autonomy away."""
    if not rules.reins.limits:
        return
    free = [
        suggestions[case.pk] for case in cases if case.reason in BY_HABIT and case.pk in suggestions
    ]
    coming = [Coming(sureness=one.sureness, unsure=not _sure(one, rules)) for one in free]
    watch_coming(kept, coming, at=at)


def _sure(suggestion: Suggestion, rules: Rules) -> bool:
    topic = suggestion.best.result if suggestion.best else ""
    language = suggestion.language or ""
    return rules.reins.sure_enough(suggestion.sureness, topic=topic, language=language)


def _save_routing(cases: Sequence[Case], both: BothWays, *, at: datetime) -> None:
    """Write the routed columns of locked cases: an upsert, five times as fast as bulk_update."""
    Case.objects.bulk_create(
        cases, update_conflicts=True, unique_fields=["id"], update_fields=ROUTED
    )
    both.keep(at=at)


def _settle(
    case: Case, way: Routing, suggestion: Suggestion | None, *, process: Process, at: datetime
) -> None:
    best = suggestion.best if suggestion else None
    case.stage, case.route, case.level, case.reason = (
        Stage.WAITING,
        way.route,
        way.level,
        way.reason,
    )
    case.sorted_alone, case.risk, case.quote = way.sorted_alone, way.risk, way.quote[:300]
    case.topic = best.result if best and best.confidence >= process.least_confidence else ""
    case.language = (suggestion.language if suggestion else None) or ""
    case.confidence = best.confidence if best else None
    case.routed_at = at


def _judge_first(case: Case, way: Routing, suggestion: Suggestion | None, *, lots: Lots) -> None:
    """Hide AI's answer where lots, or AI's stepping back, let a person judge without it."""
    judging = judging_of(
        str(case.public_id),
        reason=way.reason,
        route=way.route,
        proposed=bool(suggestion and suggestion.options),
        lots=lots,
    )
    hide_answer(case, judging)


def _is_grave(entry: Entry | None) -> bool:
    """Whether it came with words that are an experienced person's."""
    return entry is not None and entry.grave


def _filled_in(entry: Entry | None) -> str:
    """The language of the form, for what AI did not read or did not recognise."""
    return entry.language if entry else ""


def _set_times(case: Case, clocks: Timings, *, process: Process) -> None:
    times = clocks.times(process, began=case.began_at, level=case.level)
    case.due_at, case.escalates_at = times.due_at, times.escalates_at


def _keep_proposals(
    cases: Sequence[Case],
    suggestions: dict[int, Suggestion],
    topics: dict[str, Topic],
    both: BothWays,
    *,
    approved: Approved,
    skill: Skill,
    at: datetime,
) -> dict[int, Proposal]:
    """The proposals for cases that are routed already."""
    made = [(case, suggestions[case.pk]) for case in cases if case.pk in suggestions]
    drafts = {
        case.pk: _draft(case, one, topics, way=both.way_of(case), approved=approved)
        for case, one in made
    }
    proposals = [
        Proposal(
            case=case,
            round=case.round,
            skill=skill.name,
            version=skill.version,
            options=[asdict(option) for option in one.options],
            evidence=[asdict(passage) for passage in one.evidence],
            sources=[*one.sources, *drafts[case.pk].sources],
            language=one.language or "",
            draft=drafts[case.pk].text,
            sureness=one.sureness,
            at_the_time=_at_the_time(case, one, topics),
            made_at=at,
        )
        for case, one in made
    ]
    Proposal.objects.bulk_create(proposals)
    keep_uses(proposals, {pk: one.approved for pk, one in drafts.items()}, approved=approved)
    shown = [proposal.draft for proposal in proposals if proposal.draft]
    mark(shown, skill=skill.name, version=skill.version, at=at)
    return {proposal.case_id: proposal for proposal in proposals}


def _at_the_time(
    case: Case, suggestion: Suggestion, topics: Mapping[str, Topic]
) -> dict[str, object]:
    """What explains the proposal, as it was called when it was made."""
    named = {one.result: topics[one.result].names for one in suggestion.options
             if one.result in topics}  # fmt: skip
    return {"names": named, "quote": case.quote}


def _draft(
    case: Case,
    suggestion: Suggestion,
    topics: dict[str, Topic],
    *,
    way: str,
    approved: Approved,
) -> Draft:
    return drafted(
        suggestion,
        topics,
        reply=approved.replies.get(case.pk),
        way=way,
        unseen=case.pk in approved.verified,
    )


def _replies(
    process: Process,
    texts: Mapping[int, str],
    suggestions: Mapping[int, Suggestion],
    *,
    at: datetime,
) -> Mapping[int, ReadyReply]:
    """Approved answers to what customers ask; what employees ask a person answers."""
    if process.senders != Senders.CUSTOMERS:
        return {}
    asked = {
        pk: Asked(text=texts[pk], language=one.language)
        for pk, one in suggestions.items()
        if one.language
    }
    return knowledge().replies(asked, at=at) if asked else {}


def _happenings(
    cases: Sequence[Case],
    ways: dict[int, Routing],
    *,
    approved: Approved,
    skill: Skill,
    ai: Colleague | None,
) -> list[Happening]:
    who: Actor = actor(ai) if ai else SYSTEM
    return [
        about_case(
            case,
            "routed",
            by=who,
            route=ways[case.pk].route,
            reason=ways[case.pk].reason,
            level=ways[case.pk].level,
            topic=case.topic,
            confidence=round(case.confidence, 4) if case.confidence is not None else None,
            sorted_alone=case.sorted_alone,
            judging=case.judging,
            checked=case.reason == Reason.SPOT_CHECK,
            skill=skill.name,
            version=skill.version,
            **(approved.told(case.pk) if case.route == Route.ALONE else {}),
        )
        for case in cases
    ]
