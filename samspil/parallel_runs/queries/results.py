"""What a run shows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from samspil.core.organisation_models.contract import Route
from samspil.core.parallel_runs.answers import Right, rights
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.results import FEWEST, Result, result_of
from samspil.core.parallel_runs.results import Pair as Compared
from samspil.core.parallel_runs.stages import Stage
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.parallel_runs.queries.runs import many_took_part, progress_of, runs_in

MINUTE = 60


def results_of(run: ParallelRun) -> Result:
    """What its finished pairs show, in two statements.

    Minutes and errors are told once the run is over, all at once: whoever looked before and after
    a single case could tell what that one person did.
    """
    pairs = Pair.objects.filter(run=run, stage=Stage.DONE).order_by("pk")
    return _result(run, list(pairs), many_took_part(run))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shows:
    """A run with what it shows."""

    run: ParallelRun
    result: Result


def latest_shown(processes: Collection[int]) -> dict[int, Shows]:
    """What was last shown in each process, by primary key; four statements.

    That is the newest run that is over and had enough cases, so that beginning another takes
    nothing away; where there is none, the newest.
    """
    runs = _telling(runs_in(processes))
    members = Member.objects.filter(run__in=runs.values(), took_part=True)
    people = Counter(members.values_list("run", "part"))
    pairs = defaultdict[int, list[Pair]](list)
    for one in Pair.objects.filter(run__in=runs.values(), stage=Stage.DONE).order_by("pk"):
        pairs[one.run_id].append(one)
    return {
        process: Shows(
            run=run,
            result=_result(
                run,
                pairs[run.pk],
                {part: people[run.pk, part.value] for part in (Part.OLD, Part.NEW)},
            ),
        )
        for process, run in runs.items()
    }


def _telling(runs: Sequence[ParallelRun]) -> dict[int, ParallelRun]:
    progress = progress_of(runs)
    found = {one.process_id: one for one in runs}
    found |= {
        one.process_id: one
        for one in runs
        if one.over_at is not None and progress[one.pk].done >= FEWEST
    }
    return found


def _result(run: ParallelRun, pairs: Sequence[Pair], people: Mapping[Part, int]) -> Result:
    return result_of(
        [_compared(one) for one in pairs],
        old_people=people.get(Part.OLD, 0),
        new_people=people.get(Part.NEW, 0),
        over=run.over_at is not None,
    )


def _compared(pair: Pair) -> Compared:
    old, new = rights(Right(pair.right))
    return Compared(
        old_minutes=(pair.old_seconds or 0) / MINUTE,
        new_minutes=pair.new_seconds / MINUTE,
        same=bool(pair.same),
        old_right=old,
        new_right=new,
        alone=pair.would == Route.ALONE,
    )
