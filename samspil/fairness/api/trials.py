"""Whether AI is fair, by program."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from ninja import Router, Schema, Status

from samspil.fairness import actions, queries
from samspil.fairness.access import check_may_see, check_may_try
from samspil.fairness.queries import Result, result_of
from samspil.people.queries import WorkRequest
from samspil.work.queries import process_at

router = Router()


class KindOut(Schema):
    """Of `texts` so many got another answer (`changed`) when this was swapped. `verdict` is
    no_difference, difference or no_conclusion, beside harmless words; `needed` texts would tell
    where there is no conclusion, else null. `by_rule` went another way because of the law alone."""

    kind: str
    texts: int
    changed: int
    topic: int
    level: int
    route: int
    sureness: int
    by_rule: int
    verdict: str
    needed: int | None
    beyond: bool


class TrialOut(Schema):
    """The last trial of a process; `harmless` of `harmless_texts` answers changed by harmless
    words. `beyond`: something went beyond the limit set beforehand; `seen`: a person looked."""

    id: UUID
    process: UUID
    at: datetime
    version: str
    why: str
    made_up: int
    real: int
    harmless: int
    harmless_texts: int
    beyond: bool
    seen: bool
    kinds: list[KindOut]


class AskedOut(Schema):
    """The process that is tried in the background; its trial can be read some minutes later."""

    process: UUID


@router.get("/fairness", response=list[TrialOut], summary="Whether AI is fair")
def fairness(request: WorkRequest) -> list[TrialOut]:
    """The last trial of every process that was tried."""
    check_may_see(request.colleague)
    return [_trial(result_of(one)) for one in queries.latest_trials().values()]


@router.get("/processes/{uuid:process_id}/fairness", response=TrialOut)
def fairness_of(request: WorkRequest, process_id: UUID) -> TrialOut:
    """The last trial of a process; 404 before the first."""
    check_may_see(request.colleague)
    trials = queries.trials_of(process_at(process_id), most=1)
    if not trials:
        raise Http404
    return _trial(result_of(trials[0]))


@router.post("/processes/{uuid:process_id}/fairness", response={202: AskedOut})
def try_fairness(request: WorkRequest, process_id: UUID) -> Status[AskedOut]:
    """Have a process tried in the background."""
    colleague = check_may_try(request.colleague)
    found = process_at(process_id)
    actions.ask_to_try(found, by=colleague)
    return Status(202, AskedOut(process=found.public_id))


def _trial(result: Result) -> TrialOut:
    trial = result.trial
    return TrialOut(
        id=trial.public_id, process=trial.process.public_id, at=trial.at, version=trial.version,
        why=trial.why, made_up=trial.made_up, real=trial.real, harmless=result.harmless.hits,
        harmless_texts=result.harmless.n, beyond=bool(trial.beyond),
        seen=trial.seen_at is not None,
        kinds=[
            KindOut(
                kind=one.tried.kind, texts=one.tried.n, changed=one.tried.changed,
                topic=one.tried.topic, level=one.tried.level, route=one.tried.route,
                sureness=one.tried.sureness, by_rule=one.tried.by_rule,
                verdict=one.found.verdict, needed=one.found.figures.get("needed"),
                beyond=one.beyond,
            )
            for one in result.judged
        ],
    )  # fmt: skip
