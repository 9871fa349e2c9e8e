"""What the gate before an initiative's next stage waits for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Max, OuterRef, Q, Subquery

from samspil.allocation.queries import caps_of
from samspil.core.allocation.law import Cap
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import fewest_without_error
from samspil.core.evidence.climbing import HALF
from samspil.core.pipeline.gates import Facts, Missing, missing
from samspil.core.pipeline.stages import Stage, after
from samspil.core.pipeline.stopping import drill_due
from samspil.core.pipeline.taking_over import within_law
from samspil.measures.models import Baseline
from samspil.measures.queries import latest_baselines
from samspil.parallel_runs.queries import Shows, latest_shown
from samspil.people.queries import day_of
from samspil.pipeline.models import Drill, Initiative, StageMove
from samspil.pipeline.queries.differing import laid_down_by
from samspil.uses.models import PublicNotice
from samspil.uses.queries import Standing as Use
from samspil.uses.queries import standings as uses_of
from samspil.work.models import Process, ProcessAutonomy, VerifiedAnswer
from samspil.work.queries import use_in, with_people_topics

DOUBT = 0.05
FEWEST = fewest_without_error(HALF, DOUBT)
"""Without so many verified answers nobody can prove that AI may draft again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An initiative with what is known of it, and what its next gate waits for.

    `into` is the next stage, None after the last. `drill_on` is the day on which stopping is to be
    tested, None where AI does not work by it. `both_ways` is what a parallel
    run in its process shows.
    """

    initiative: Initiative
    facts: Facts
    into: Stage | None
    missing: Sequence[Missing]
    halt: StageMove | None
    drill_on: date | None
    both_ways: Shows | None

    @property
    def open(self) -> bool:
        """Whether it may go on to the next stage."""
        return self.into is not None and not self.missing


def standing_of(initiative: Initiative, *, on: date) -> Standing:
    """One initiative."""
    return standings([initiative], on=on)[0]


def standings(initiatives: Sequence[Initiative], *, on: date) -> list[Standing]:
    """Each of these; fourteen statements at most, however many there are."""
    known = _known(initiatives, on=on)
    return [_standing(one, known, on=on) for one in initiatives]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """By primary keys of processes, of initiatives (verified, drills, halts) or tasks (caps)."""

    baselines: Mapping[int, Baseline]
    uses: Mapping[int, Use]
    published: frozenset[str]
    verified: Mapping[int, tuple[int, int]]
    drills: Mapping[int, date]
    halts: Mapping[int, StageMove]
    proofs: Mapping[int, bool]
    both_ways: Mapping[int, Shows]
    caps: Mapping[int, Cap]


def _known(initiatives: Sequence[Initiative], *, on: date) -> _Known:
    keys = [one.pk for one in initiatives]
    places = {one.process_id for one in initiatives if one.process_id}
    there = with_people_topics(Process.objects.filter(pk__in=places))
    things = {one.pk: use_in(one, about_people=about_people) for one, about_people in there}
    published = PublicNotice.objects.filter(
        thing__in=[one.thing for one in things.values()], published_at__isnull=False
    )
    drills = Drill.objects.filter(initiative__in=keys, passed=True)
    halts = StageMove.objects.filter(initiative__in=keys, by__isnull=True, noted_at__isnull=True)
    return _Known(
        baselines=latest_baselines(),
        uses=dict(zip(things, uses_of(things.values(), on=on), strict=True)),
        published=frozenset(published.values_list("thing", flat=True)),
        verified=_verified(keys),
        drills={
            row["initiative"]: day_of(row["last"])
            for row in drills.values("initiative").annotate(last=Max("at"))
        },
        halts={one.initiative_id: one for one in halts.order_by("pk")},
        proofs=_proofs(places),
        both_ways=latest_shown(places),
        caps=caps_of(one.task for one in initiatives if one.task),
    )


def _verified(keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many answers people verified in each one's process since its stage began, and how many
    of them AI was right in; one statement."""
    made = VerifiedAnswer.objects.filter(
        process=OuterRef("process"), at__gte=OuterRef("stage_at")
    ).order_by()
    counted = made.values("process")
    all_ = counted.annotate(found=Count("pk")).values("found")
    right = counted.annotate(found=Count("pk", filter=Q(wrong=False))).values("found")
    rows = Initiative.objects.filter(pk__in=keys).values_list("pk", Subquery(all_), Subquery(right))
    return {pk: (n or 0, hits or 0) for pk, n, hits in rows}


def _proofs(processes: Collection[int]) -> dict[int, bool]:
    """Whether AI drafts in each, or enough was verified to prove that it may again."""
    since = VerifiedAnswer.objects.filter(
        process=OuterRef("process"), at__gt=OuterRef("since"), proves=True
    ).order_by()
    found = since.values("process").annotate(found=Count("pk")).values("found")
    rows = ProcessAutonomy.objects.filter(process__in=processes).values_list(
        "process", "level", Subquery(found), F("doubled")
    )
    return {
        process: level > Autonomy.PERSON or (n or 0) >= FEWEST * (2 if doubled else 1)
        for process, level, n, doubled in rows
    }


def _standing(one: Initiative, known: _Known, *, on: date) -> Standing:
    both_ways = _since(one, known)
    facts = _facts(one, known, both_ways=both_ways, on=on)
    into = after(Stage(one.stage)) if one.ended_at is None else None
    return Standing(
        initiative=one,
        facts=facts,
        into=into,
        missing=missing(into, facts, on=on) if into else (),
        halt=known.halts.get(one.pk),
        both_ways=both_ways,
        drill_on=None
        if one.live_at is None
        else drill_due(
            began=day_of(one.live_at),
            last=facts.drilled_on,
            every=timedelta(days=one.drill_every),
        ),
    )


def _facts(one: Initiative, known: _Known, *, both_ways: Shows | None, on: date) -> Facts:
    here = one.process_id or 0
    use, baseline = known.uses.get(here), known.baselines.get(here)
    cases, agreed = known.verified.get(one.pk, (0, 0))
    evaluator = one.evaluator
    shown = both_ways is not None and both_ways.run.over_at and not both_ways.result.missing
    told = use is not None and use.use.people_told is not None and use.use.people_told <= on
    return Facts(
        process=one.process is not None,
        answerable=one.owner.left_at is None,
        criteria=bool(one.criteria.strip()),
        ends_on=one.ends_on if one.starts_on else None,
        takes_part=sum(each.colleague.left_at is None for each in one.participants.all()),
        evaluator=evaluator is not None
        and evaluator.left_at is None
        and evaluator.pk != one.owner_id,
        baseline=baseline.cases if baseline else 0,
        settled=use is not None and use.settled and use.gate.open,
        told=told or (use is not None and use.thing.thing in known.published),
        overseers=len(use.overseers) if use else 0,
        trained=sum(each.training is not None for each in use.overseers) if use else 0,
        stops=len(one.stops.all()),
        halted=one.pk in known.halts,
        proof=known.proofs.get(here, True),
        cases=cases,
        agreed=agreed,
        cases_wanted=one.cases_wanted,
        agreement=one.agreement,
        drilled_on=known.drills.get(one.pk),
        evaluated=one.evaluated_at is not None and one.evaluated_at >= one.stage_at,
        both_ways=both_ways.result.agreed_between[0] if both_ways and shown else None,
        worse=both_ways is not None and both_ways.result.worse,
        within_law=one.task_id is None
        or within_law(laid_down_by(one), known.caps[one.task_id].most),
    )


def _since(one: Initiative, known: _Known) -> Shows | None:
    """What a parallel run in its process shows that was begun after the initiative was."""
    found = known.both_ways.get(one.process_id or 0)
    return found if found is not None and found.run.began_at >= one.made_at else None
