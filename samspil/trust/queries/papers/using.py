"""What papers say of each use of AI: what people recorded, and what was measured."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.fairness.swaps import Kind
from samspil.core.figures import Figures
from samspil.core.filings.facts import Noted, Promised, Swapped, Use, Version, Watcher
from samspil.core.filings.words import NAMES
from samspil.fairness.models import FairnessTrial
from samspil.fairness.queries import latest_trials, tried_of
from samspil.people.queries import day_of
from samspil.teaching.models import Use as InUse
from samspil.teaching.models import Version as Taught
from samspil.trust.queries.overseeing import LATELY, figures_between
from samspil.trust.queries.uses import uses
from samspil.uses.queries import Standing
from samspil.work.models import Certificate, Process, ProcessAutonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What only processes have, by their primary key."""

    figures: Mapping[int, Figures]
    kept: Mapping[int, ProcessAutonomy]
    in_use: Mapping[int, InUse]
    versions: Mapping[int, int]
    trials: Mapping[int, FairnessTrial]


def used(*, now: datetime) -> list[Use]:
    """Every use of AI as it stands; a fixed number of statements."""
    processes = {str(one.public_id): one for one in Process.objects.all()}
    known = _known(list(processes.values()), now=now)
    return [
        _use(one, process=processes.get(one.thing.thing), known=known)
        for one in uses(on=day_of(now))
    ]


def _known(processes: list[Process], *, now: datetime) -> _Known:
    levels = ProcessAutonomy.objects.select_related("certificate__signed_by")
    chosen = InUse.objects.filter(to_at=None).select_related("version")
    counted = Taught.objects.order_by().values("process").annotate(n=Count("pk"))
    return _Known(
        figures=figures_between(processes, now - LATELY, now, now=now),
        kept={one.process_id: one for one in levels},
        in_use={one.process_id: one for one in chosen},
        versions={row["process"]: row["n"] for row in counted},
        trials=latest_trials(),
    )


def _use(one: Standing, *, process: Process | None, known: _Known) -> Use:
    use = Use(
        about=one.thing.thing,
        named=NAMES.get(one.thing.kind, one.thing.name),
        kind=one.thing.kind,
        facts=one.facts,
        found=one.found,
        part=one.part,
        owed=tuple(one.owed),
        gate=one.gate,
        noted=_noted(one),
        watchers=tuple(_watchers(one)),
        answers=one.answers.name if one.answers else "",
    )
    return use if process is None else _of_process(use, process, known)


def _of_process(use: Use, process: Process, known: _Known) -> Use:
    key, kept = process.pk, known.kept.get(process.pk)
    chosen, trial = known.in_use.get(key), known.trials.get(key)
    signed = kept.certificate if kept else None
    return replace(
        use,
        level=Autonomy(kept.level) if kept else Autonomy.DRAFT,
        version=_version(chosen) if chosen else None,
        versions=known.versions.get(key, 0),
        promised=_promised(signed) if signed and signed.ended_at is None else None,
        measured=known.figures[key],
        days=LATELY.days,
        swapped=_swapped(trial) if trial else None,
    )


def _noted(one: Standing) -> Noted:
    use = one.use
    settled = use.settled_by if one.settled else None
    return Noted(
        people_told=use.people_told,
        people_told_how=use.people_told_how,
        representatives_told=use.representatives_told,
        representatives_told_how=use.representatives_told_how,
        assessed=use.assessed,
        assessment=use.assessment,
        stop_plan=use.stop_plan,
        settled_by=settled.name if settled else "",
        settled_on=day_of(use.settled_at) if settled and use.settled_at else None,
    )


def _watchers(one: Standing) -> list[Watcher]:
    return [
        Watcher(
            name=each.colleague.name,
            what=each.training.what if each.training else "",
            on=each.training.day if each.training else None,
        )
        for each in one.overseers
    ]


def _version(chosen: InUse) -> Version:
    one = chosen.version
    return Version(
        number=one.number, since=day_of(chosen.from_at), examples=one.examples, tried=one.tried,
        right=one.right, gone=one.gone,
    )  # fmt: skip


def _promised(signed: Certificate) -> Promised:
    return Promised(
        alpha=signed.alpha, delta=signed.delta, cases=signed.cases, by=signed.signed_by.name,
        on=day_of(signed.at),
    )  # fmt: skip


def _swapped(trial: FairnessTrial) -> Swapped:
    return Swapped(
        on=day_of(trial.at),
        rows=tuple((one.kind, one.n, one.changed) for one in tried_of(trial)),
        beyond=tuple(Kind(one) for one in trial.beyond if one in list(Kind)),
    )
