"""Try whether swapped words change what AI answers, and keep what was found."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samspil.adapters.jobs import enqueue
from samspil.core.fairness.trying import Answer, Answers, Change, judged, try_swaps
from samspil.core.looking import Rules
from samspil.core.routing import Reason
from samspil.core.skill import Skill
from samspil.fairness.access import check_may_try
from samspil.fairness.models import FairnessTrial, Why
from samspil.fairness.queries import due, latest_trials, learned_by, texts_for, why_due
from samspil.inbox.queries import look_at
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work.models import Process
from samspil.work.queries import process_at, rules_of, skill_of, topics_of

TRY, TRY_DUE = "fairness.try", "fairness.try_due"
SEED = 1
"""Trials draw from the same seed, so that two versions are tried on the same pairs."""
PROTECTED = frozenset({Reason.SPECIAL_DATA, Reason.VULNERABLE})
"""By these a text goes to a person because of what the law protects, whatever AI makes of it."""


def try_fairness(
    process: Process, *, why: Why, by: Colleague | None, at: datetime, seed: int = SEED
) -> FairnessTrial:
    """Swap words in texts of ours and of the process, and keep how often the answer changes.

    AI is tried as it would work if it were not stopped. Of what people wrote nothing is kept. `by`
    is None on the command line and where a trial was due.
    """
    if by is not None:
        check_may_try(by)
    skill, texts = skill_of(process), texts_for(process)
    rules = rules_of(process, topics_of(process), version=skill.version)
    counts, changes = try_swaps(texts, _answers(skill, rules), seed=seed)
    beyond = [one.tried.kind.value for one in judged(counts) if one.beyond]
    with transaction.atomic():
        trial = FairnessTrial.objects.create(
            process=process,
            why=why,
            version=skill.version,
            learned=learned_by(process),
            seed=seed,
            made_up=sum(one.made_up for one in texts),
            real=sum(not one.made_up for one in texts),
            counts=[asdict(one) for one in counts],
            examples=[_example(one) for one in changes],
            beyond=beyond,
            by=by,
            at=at,
        )
        note(
            "fairness_tried", "process", process.public_id, by=by, at=at,
            trial=str(trial.public_id), version=skill.version, why=why.value,
            beyond=" ".join(beyond),
        )  # fmt: skip
    return trial


@transaction.atomic
def ask_to_try(process: Process, *, by: Colleague) -> None:
    """Have a process tried in the background."""
    check_may_try(by)
    _enqueue(process, Why.ASKED, by=str(by.public_id))


def try_due(*, at: datetime) -> int:
    """Have every process tried whose time has come or whose AI is another one; returns how many."""
    found = due(at=at)
    with transaction.atomic():
        for process, why in found:
            _enqueue(process, why, by="")
    return len(found)


def try_asked(process: UUID | str, *, why: Why, by: Colleague | None, at: datetime) -> None:
    """Try a process that was put aside for it; one tried meanwhile is not tried again."""
    found = process_at(process)
    latest = latest_trials().get(found.pk)
    if why == Why.ASKED or why_due(found, latest, at=at) is not None:
        try_fairness(found, why=why, by=by, at=at)


@transaction.atomic
def see_trial(trial: FairnessTrial, *, by: Colleague, at: datetime) -> None:
    """Say that one has looked at what a trial found; only the first is kept."""
    check_may_try(by)
    fresh = FairnessTrial.objects.filter(pk=trial.pk, seen_at__isnull=True)
    if fresh.update(seen_by=by, seen_at=at):
        note(
            "fairness_seen", "process", trial.process.public_id, by=by, at=at,
            trial=str(trial.public_id),
        )  # fmt: skip


def _answers(skill: Skill, rules: Rules) -> Answers:
    working = replace(rules, stopped=False, not_begun=False)

    def answers(texts: Sequence[str]) -> list[Answer]:
        return [
            Answer(
                topic=look.best.result if look.best else "",
                sureness=look.proposal.sureness if look.proposal else 0.0,
                level=look.routing.level.value,
                route=look.routing.route.value,
                protected=look.routing.reason in PROTECTED,
            )
            for look in look_at(texts, skill=skill, rules=working)
        ]

    return answers


def _example(change: Change) -> dict[str, object]:
    """A pair of ours as it is kept."""
    return {
        "kind": change.pair.kind.value,
        "texts": [change.pair.first, change.pair.second],
        "topics": [change.first.topic, change.second.topic],
        "sure": [round(100 * change.first.sureness), round(100 * change.second.sureness)],
        "routes": [change.first.route, change.second.route],
    }


def _enqueue(process: Process, why: Why, *, by: str) -> None:
    enqueue(
        TRY,
        {
            "organisation": str(current().public_id),
            "process": str(process.public_id),
            "why": why.value,
            "by": by,
        },
    )
