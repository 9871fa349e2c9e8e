"""Answers of AI that are decided, overturned, certified and finished alone."""

from datetime import timedelta

from samspil.core.contesting import Outcome
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.watching import Watch
from samspil.core.lifecycle import Stage
from samspil.core.routing import Reason
from samspil.people.models import Colleague
from samspil.work import actions
from samspil.work.actions.autonomy import note_overturned
from samspil.work.models import (
    Case,
    Certificate,
    LoneAnswer,
    Process,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.evidence import evidence_of
from samspil.work.queries.watched import overturned_watch
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_verified,
)

LATER = MONDAY_9 + timedelta(hours=1)
AFTER = MONDAY_9 + timedelta(days=2)
TEN = Promise(alpha=0.1)


def decided(process: Process, by: Colleague, *, topic: str = "", answer: str = "Friday.") -> Case:
    case = make_claimed(process, by)
    actions.decide(case, answer=answer, topic=topic or case.topic, by=by, at=LATER)
    case.refresh_from_db()
    return case


def contested(case: Case, by: Colleague, outcome: Outcome, *, topic: str = "", at=AFTER) -> None:
    actions.contest(case, text="No.", at=at)
    anew(case, by, outcome, topic=topic, at=at)


def anew(case: Case, by: Colleague, outcome: Outcome, *, topic: str = "", at=AFTER) -> None:
    case.refresh_from_db()
    actions.claim(case, by=by, at=at)
    actions.decide_anew(case, outcome=outcome, reasons="Read anew.", topic=topic, by=by, at=at)


def written_again(case: Case, by: Colleague, *, topic: str, answer: str = "Sorry.") -> None:
    actions.receive(actions.Arrival(text="And now?"), case=case, at=AFTER)
    actions.propose_and_route([case.pk], at=AFTER)
    case.refresh_from_db()
    actions.claim(case, by=by, at=AFTER)
    actions.decide(case, answer=answer, topic=topic, by=by, at=AFTER)


def wrong_ones(process: Process) -> int:
    return evidence_of(process, promise=TEN, at=AFTER).wrong


def signed_now(process: Process) -> Certificate:
    found = autonomy_of(process).certificate
    assert found is not None
    return found


def overturned_now(process: Process) -> Watch:
    kept = autonomy_of(process)
    lone = lone_figures(kept)
    assert lone is not None
    found = overturned_watch(kept, lone.overturned)
    assert found is not None
    return found


def checks_now(process: Process) -> tuple[int, int]:
    """How many checks the watch has seen, and how many of those found AI wrong."""
    watch = autonomy_of(process).watch
    assert watch is not None
    return watch["checks"], watch["found"]


def climbed(process: Process, by: Colleague, *, times: int) -> None:
    actions.change_terms(process, actions.Terms(alpha=0.1, lane=0.0), by=by, at=MONDAY_9)
    for step in range(times):
        at = MONDAY_9 + timedelta(minutes=step + 1)
        make_verified(process, n=250, wrong=0, at=at)
        actions.climb(process, by=by, at=at)


def overturn(answer: VerifiedAnswer, process: Process, by: Colleague) -> None:
    """As a contest does it, of an answer that has no case of its own."""
    VerifiedAnswer.objects.filter(pk=answer.pk).update(wrong=True, overturned_at=AFTER)
    answer.refresh_from_db()
    note_overturned(process, answer=answer, lone=None, at=AFTER)


def surest(at, *, n: int) -> list[VerifiedAnswer]:
    return list(VerifiedAnswer.objects.filter(at=at).order_by("-sureness")[:n])


def finished(process: Process, *, drawn: bool = False) -> Case:
    """A case that AI finished without a person; lots drew it, or did not."""
    case = make_case(process, ORDINARY)
    actions.propose_and_route([case.pk], at=LATER)
    reason = Reason.SPOT_CHECK if drawn else Reason.CERTIFIED
    stage, closed = (Stage.WAITING, None) if drawn else (Stage.CLOSED, LATER)
    Case.objects.filter(pk=case.pk).update(stage=stage, reason=reason, closed_at=closed)
    LoneAnswer.objects.filter(case=case).update(drawn=drawn, weight=1.0)
    case.refresh_from_db()
    return case


def checked(process: Process, by: Colleague) -> Case:
    """A case that AI finished and a check found right."""
    case = finished(process, drawn=True)
    actions.claim(case, by=by, at=LATER)
    actions.decide(case, answer="", topic=case.topic, by=by, at=LATER)
    case.refresh_from_db()
    return case
