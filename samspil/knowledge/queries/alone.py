"""How near a standard answer is to being sent without a look, process by process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.evidence.approved import Uses, missing
from samspil.core.evidence.certificate import Promise
from samspil.core.skill import Senders
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.people.queries import day_of
from samspil.web.words import between
from samspil.work.models import Process, ProcessAutonomy
from samspil.work.queries.approved import uses_by_process
from samspil.work.queries.autonomy import lets_ai_finish


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What people made of an answer in one process and language.

    `missing` more right uses let AI send it without a look; 0: it is enough; None: too many were
    wrong. At most `allowed` in 100 may be wrong. `finishes`: AI may finish cases there at all.
    """

    process: Process
    language: str
    uses: Uses
    missing: int | None
    allowed: float
    finishes: bool

    @property
    def verified(self) -> int:
        """How often people verified it."""
        return self.uses.verified

    @property
    def may_be_wrong(self) -> str:
        """The share of wrong uses in words, as an interval that holds with 95 in 100."""
        return between(*self.uses.between)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Whether an answer may be sent without a look, and what people made of it so far.

    `holds`: it is for everybody, has not ended, and its owner still works here.
    """

    holds: bool
    lines: Sequence[Line]

    @property
    def somewhere(self) -> bool:
        """Whether it is verified often enough in some process where AI may finish cases."""
        return any(line.finishes and line.missing == 0 for line in self.lines)


def alone_of(answer: StandardAnswer, *, at: datetime) -> Alone | None:
    """What the page of an answer says of it; None of those that are not for customers.

    Four statements, however many processes there are.
    """
    if answer.secrecy != Secrecy.PUBLIC:
        return None
    uses = uses_by_process(answer.public_id, since=answer.said_since)
    asked = Process.objects.filter(senders=Senders.CUSTOMERS).order_by("name", "pk")
    kept = {one.process_id: one for one in ProcessAutonomy.objects.filter(process__in=asked)}
    lines = [
        _line(process, language, uses.get((process.pk, language), Uses()), kept.get(process.pk))
        for process in asked
        for language in answer.texts
        if lets_ai_finish(process) or (process.pk, language) in uses
    ]
    holds = answer.valid_until >= day_of(at) and answer.owner.left_at is None
    return Alone(holds=holds and answer.removed_at is None, lines=lines)


def _line(process: Process, language: str, uses: Uses, kept: ProcessAutonomy | None) -> Line:
    terms = kept or ProcessAutonomy(process=process)
    return Line(
        process=process,
        language=language,
        uses=uses,
        missing=missing(uses, Promise(alpha=terms.alpha, delta=terms.delta)),
        allowed=100 * terms.alpha,
        finishes=lets_ai_finish(process),
    )
