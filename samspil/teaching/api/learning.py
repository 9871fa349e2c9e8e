"""Learning by itself, by program: whether AI does, and how near it is."""

from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router, Schema

from samspil.core.evidence.learning import ENOUGH_LABELS
from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_see, check_may_teach
from samspil.teaching.models import LaneTrial, Version
from samspil.teaching.queries import version_at
from samspil.teaching.queries.curves import learning_curve_of
from samspil.teaching.queries.overview import using_of
from samspil.teaching.queries.trials import latest_trial, trial_words
from samspil.work.actions import let_learn
from samspil.work.models import Process
from samspil.work.queries import process_at

router = Router(tags=["skills"])


class LearningIn(Schema):
    """Whether AI learns anew by itself."""

    by_itself: bool = True


class TrialOut(Schema):
    """A new version beside the one in use then, on `cases` kept out of teaching.

    `better` were right with the new one only, `worse` with the other only; the shares (0 to 1) are
    what a certificate would let each finish alone. `open`: it waits for an answer.
    """

    version: UUID
    against: UUID
    verdict: str
    outcome: str
    words: str
    cases: int
    better: int
    worse: int
    new_share: float
    old_share: float
    open: bool


class MeasuredOut(Schema):
    """Who had learned from `examples` was right on so many of `tried` out of sight; `interval`
    bounds the share with 95 % confidence."""

    examples: int
    right: int
    tried: int
    interval: tuple[float, float]


class ExpectedOut(Schema):
    """The share right to expect with so many examples, 0 to 1, and where it lies with 95 %."""

    examples: int
    right: float
    low: float
    high: float


class LearningOut(Schema):
    """Whether AI learns anew by itself, once `wanted` examples are new; so many are `new` now.

    `to_look_at` decided cases of the last 90 days may become examples once somebody looked at them.
    `lesson` runs now. `trial` is the latest. `curve` was measured; `expected` goes as far as twice
    as many examples, and is empty where too few sizes were tried.
    """

    by_itself: bool
    new: int
    wanted: int
    to_look_at: int
    lesson: UUID | None
    trial: TrialOut | None
    curve: list[MeasuredOut]
    expected: list[ExpectedOut]


@router.get(
    "/processes/{uuid:process_id}/learning", response=LearningOut, summary="Read what AI learns"
)
def read_learning(request: WorkRequest, process_id: UUID) -> LearningOut:
    """How near AI is to learning anew."""
    check_may_see(request.colleague)
    return _learning(process_at(process_id))


@router.put(
    "/processes/{uuid:process_id}/learning",
    response=LearningOut,
    summary="Let AI learn by itself",
)
def change_learning(request: WorkRequest, process_id: UUID, payload: LearningIn) -> LearningOut:
    """Let AI learn anew by itself, or no longer; saying it twice changes nothing."""
    colleague = check_may_teach(request.colleague)
    found = process_at(process_id)
    let_learn(found, by_itself=payload.by_itself, by=colleague, at=timezone.now())
    return _learning(found)


@router.post("/versions/{uuid:version_id}/answer", response=LearningOut, summary="Leave it so")
def answer(request: WorkRequest, version_id: UUID) -> LearningOut:
    """An offered version is not used, one that took over stays; `use` does the other thing."""
    colleague = check_may_teach(request.colleague)
    try:
        found = version_at(version_id)
    except Version.DoesNotExist:
        raise Http404 from None
    actions.answer_trial(found, by=colleague, at=timezone.now())
    return _learning(found.process)


def _learning(process: Process) -> LearningOut:
    using, curve = using_of(process), learning_curve_of(process)
    return LearningOut(
        by_itself=process.learns_by_itself,
        new=using.new,
        wanted=ENOUGH_LABELS,
        to_look_at=using.to_look_at,
        lesson=using.lesson.public_id if using.lesson else None,
        trial=_trial(latest_trial(process)),
        curve=[
            MeasuredOut(
                examples=one.examples,
                right=one.share.hits,
                tried=one.share.n,
                interval=one.share.interval,
            )
            for one in curve.points
        ],
        expected=[
            ExpectedOut(examples=one.examples, right=one.right, low=one.low, high=one.high)
            for one in curve.ahead
        ],
    )


def _trial(trial: LaneTrial | None) -> TrialOut | None:
    if trial is None:
        return None
    return TrialOut(
        version=trial.version.public_id,
        against=trial.against.public_id,
        verdict=trial.verdict,
        outcome=trial.outcome,
        words=trial_words(trial),
        cases=trial.cases,
        better=trial.better,
        worse=trial.worse,
        new_share=trial.new_share,
        old_share=trial.old_share,
        open=trial.answered_at is None,
    )
