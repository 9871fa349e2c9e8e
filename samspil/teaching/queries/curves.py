"""How often AI was right against how many examples it had, and what more of them would bring."""

from dataclasses import dataclass

from samspil.core.evidence.learning_curve import FURTHEST, Tried, expected
from samspil.teaching.models import Origin, Version
from samspil.teaching.queries.reports import CurvePoint, curve_of
from samspil.work.models import Process

SEED = 7
"""Fixed, so that the same trials always say the same."""
FURTHER = (1.5, FURTHEST)
"""How many times as many examples as were tried are spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The share right to expect with so many examples, 0 to 1, and where it lies with 95 %."""

    examples: int
    right: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningCurve:
    """What the newest version that was tried so showed: `points` from few examples to many, each
    tried on examples out of sight; `ahead` is empty where too few sizes were tried."""

    version: Version | None = None
    points: tuple[CurvePoint, ...] = ()
    ahead: tuple[Forecast, ...] = ()


def learning_curve_of(process: Process) -> LearningCurve:
    """The process's learning curve; without points where nothing was tried at two sizes."""
    taught = Version.objects.filter(process=process, origin=Origin.TAUGHT).order_by("-pk")
    for version in taught.only("report", "process_id", "public_id"):
        points = curve_of(version)
        if len({point.examples for point in points}) > 1:
            return LearningCurve(version=version, points=points, ahead=_ahead(points))
    return LearningCurve()


def _ahead(points: tuple[CurvePoint, ...]) -> tuple[Forecast, ...]:
    tried = [
        Tried(
            examples=point.examples,
            wrong=point.share.n - point.share.hits,
            tested=point.share.n,
        )
        for point in points
    ]
    most = max(point.examples for point in points)
    found = []
    for times in FURTHER:
        examples = int(most * times)
        wrong = expected(tried, examples=examples, seed=SEED)
        if wrong is not None:
            found.append(
                Forecast(
                    examples=examples,
                    right=1 - wrong.wrong,
                    low=1 - wrong.high,
                    high=1 - wrong.low,
                )
            )
    return tuple(found)
