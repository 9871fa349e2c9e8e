"""AI looks at cases that arrived, proposes, and the rule routes them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from samspil.core.deadlines import due_at
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models import MODELS
from samspil.core.reading import MOST_CHARACTERS, read
from samspil.core.routing import Facts, Level, Routing, route
from samspil.core.skill import Brief, Skill
from samspil.core.skill import Proposal as Suggestion
from samspil.governance.actions import mark
from samspil.journal.actions import Happening, record
from samspil.people.queries import SYSTEM, Actor, actor, ai_colleague
from samspil.work.actions.drafting import draft_of
from samspil.work.models import Case, Process, Proposal, Topic
from samspil.work.noting import about_case
from samspil.work.queries import skill_of, stopped, team_of_level, text_of

ROUTED = [
    "stage",
    "route",
    "sorted_alone",
    "level",
    "reason",
    "quote",
    "topic",
    "language",
    "confidence",
    "risk",
    "team",
    "routed_at",
    "due_at",
]


def propose_and_route(case_ids: Sequence[int], *, at: datetime) -> int:
    """Route those of these cases that have just arrived; returns how many.

    Safe to run twice and by two workers at once: the skill works outside any transaction, and
    only a case that still is where it arrived is moved.
    """
    arrived = Case.objects.filter(pk__in=case_ids, stage=Stage.ARRIVED).select_related("process")
    by_process: dict[Process, list[Case]] = {}
    for case in arrived.order_by("pk"):
        by_process.setdefault(case.process, []).append(case)
    return sum(_route(process, cases, at=at) for process, cases in by_process.items())


def _route(process: Process, cases: Sequence[Case], *, at: datetime) -> int:
    texts = text_of(cases)
    skill = skill_of(process)
    suggestions: dict[int, Suggestion] = {}
    if not stopped(process):
        asked = [case for case in cases if len(texts[case.pk]) <= MOST_CHARACTERS]
        made = skill.propose([Brief(text=texts[case.pk]) for case in asked])
        suggestions = {case.pk: one for case, one in zip(asked, made, strict=True)}
    return _write(process, cases, texts, suggestions, skill=skill, at=at)


@transaction.atomic
def _write(
    process: Process,
    cases: Sequence[Case],
    texts: dict[int, str],
    suggestions: dict[int, Suggestion],
    *,
    skill: Skill,
    at: datetime,
) -> int:
    still = Case.objects.filter(pk__in=[case.pk for case in cases], stage=Stage.ARRIVED)
    ours = list(still.select_for_update().order_by("pk"))
    topics = {topic.key: topic for topic in process.topics.all()}
    halted = stopped(process)
    if halted:
        suggestions = {}
    levels = {key: Level(topic.level) for key, topic in topics.items()}
    ways = {
        case.pk: route(
            _facts(
                case,
                texts[case.pk],
                process=process,
                suggestion=suggestions.get(case.pk),
                levels=levels,
                halted=halted,
            )
        )
        for case in ours
    }
    proposals = _proposals(ours, suggestions, topics, skill=skill, at=at)
    Proposal.objects.bulk_create(proposals)
    drafts = [proposal.draft for proposal in proposals if proposal.draft]
    mark(drafts, skill=skill.name, version=skill.version, at=at)
    teams = team_of_level(process)
    for case in ours:
        way = ways[case.pk]
        _settle(case, way, suggestions.get(case.pk), process=process, at=at)
        case.team_id = teams.get(way.level)
    _save_routing(ours)
    record(_happenings(ours, ways, skill=skill), at=at)
    return len(ours)


def _save_routing(cases: Sequence[Case]) -> None:
    """Write the routed columns of locked cases: an upsert, five times as fast as bulk_update."""
    Case.objects.bulk_create(
        cases, update_conflicts=True, unique_fields=["id"], update_fields=ROUTED
    )


def _facts(
    case: Case,
    text: str,
    *,
    process: Process,
    suggestion: Suggestion | None,
    levels: dict[str, Level],
    halted: bool,
) -> Facts:
    return Facts(
        proposal=suggestion,
        model=MODELS[process.organisation_model],
        levels=levels,
        stopped=halted,
        readable=read(text).readable,
        identity_found=bool(case.masked),
        hidden_text=case.hidden_text,
        too_long=len(text) > MOST_CHARACTERS,
        least_confidence=process.least_confidence,
    )


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
    case.due_at = due_at(case.opened_at, minutes=process.first_response_minutes, level=way.level)


def _proposals(
    cases: Sequence[Case],
    suggestions: dict[int, Suggestion],
    topics: dict[str, Topic],
    *,
    skill: Skill,
    at: datetime,
) -> list[Proposal]:
    made = ((case, suggestions[case.pk]) for case in cases if case.pk in suggestions)
    return [
        Proposal(
            case=case,
            round=case.round,
            skill=skill.name,
            version=skill.version,
            options=[asdict(option) for option in one.options],
            evidence=[asdict(passage) for passage in one.evidence],
            sources=list(one.sources),
            language=one.language or "",
            draft=draft_of(one, topics),
            made_at=at,
        )
        for case, one in made
    ]


def _happenings(
    cases: Sequence[Case], ways: dict[int, Routing], *, skill: Skill
) -> list[Happening]:
    ai = ai_colleague(skill.name)
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
            skill=skill.name,
            version=skill.version,
        )
        for case in cases
    ]
