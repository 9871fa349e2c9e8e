"""Where a process stands and what has become of each message."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bench.shift.coming import Coming, World
from bench.shift.mind import Mind
from samspil.core.evidence.autonomy import LEAST_CHECKED, Autonomy
from samspil.core.evidence.certificate import Certificate, Promise
from samspil.core.evidence.climbing import Plan, Standing
from samspil.core.evidence.spot_checks import LEAST, Risk, rate
from samspil.core.evidence.strangeness import Tail, TailWatch, nearest
from samspil.core.evidence.watching import Watch

PLAN = Plan(promise=Promise(alpha=0.04, delta=0.05))
A_DAY = 100
"""So many messages arrive in a day."""
MOST_BEFORE_ALARM = 500
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def at_of(number: int) -> datetime:
    """When the message of this number arrives."""
    return BEGAN + timedelta(days=(number + 1) / A_DAY)


@dataclass(slots=True, kw_only=True, eq=False)
class Life:
    """Where the process stands and what has become of each message, by its number.

    `proof` are the numbers of messages that prove something for the next step, `lane` of those
    that lots drew; `taught` are places in the world. `since_fall` counts labels since AI last fell
    by an alarm that nobody has noted yet; None: there is none.
    """

    world: World
    coming: Coming
    run: int
    mind: Mind
    standing: Standing
    taught: list[int]
    certificates: dict[Autonomy, Certificate] = field(default_factory=dict)
    tails: dict[Autonomy, tuple[Tail, ...]] = field(default_factory=dict)
    errors: Watch | None = None
    unsure: Watch | None = None
    strange: tuple[TailWatch, ...] = ()
    proof: list[int] = field(default_factory=list)
    lane: list[int] = field(default_factory=list)
    doubts: list[float] = field(default_factory=list)
    new_labels: int = 0
    since_fall: int | None = None
    sure: dict[int, tuple[float, bool]] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)
    checked: set[int] = field(default_factory=set)
    alarms: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    lessons: int = 0

    @property
    def limit(self) -> float | None:
        """Above what AI is sure enough; None: it finishes nothing."""
        signed = self.certificates.get(self.standing.level)
        return signed.threshold if signed else None

    @property
    def alarm(self) -> bool:
        """Whether any watch sounds."""
        every = (self.errors, self.unsure, nearest(self.strange))
        return any(watch is not None and watch.alarm for watch in every)

    @property
    def share_checked(self) -> float:
        """The share of lone work that is checked."""
        risk = Risk(alpha=PLAN.promise.alpha, most_before_alarm=MOST_BEFORE_ALARM)
        return rate(risk, least=LEAST_CHECKED.get(self.standing.level, LEAST))
