"""How the process moves on the ladder, and what begins anew with each move."""

from dataclasses import replace
from datetime import timedelta

from bench.shift.state import A_DAY, PLAN, Life, at_of
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.climbing import Climb, missing
from samspil.core.evidence.ladder import Event, move
from samspil.core.evidence.strangeness import tails_of, watch_tails
from samspil.core.evidence.verified import Verified
from samspil.core.evidence.watching import watch_errors, watch_unsure

QUARTER = timedelta(days=91)


def climb(life: Life, number: int) -> None:
    """One step up, if what people verified since the last move proves it."""
    level = Autonomy(life.standing.level + 1)
    said = [life.sure[one] for one in life.proof]
    proof = certify(
        Verified.of(said),
        earlier=life.mind.meaning.earlier,
        promise=Promise(alpha=PLAN.alpha(level), delta=PLAN.promise.delta),
    )
    first = at_of(life.proof[0])
    wish = Climb(at=at_of(number), certificate=proof, first_case_at=first, signed_by="bench")
    if missing(life.standing, wish, plan=PLAN):
        return
    life.standing = move(life.standing, wish, plan=PLAN).standing
    if level >= Autonomy.CAREFUL:
        life.certificates[level], life.tails[level] = proof, tails_of([sure for sure, _ in said])
    if level is Autonomy.CAREFUL:
        life.back.append(number)
    _begin_anew(life)


def fall(life: Life, event: Event) -> None:
    """Down by rule; a stricter certificate of the same version holds one step further down."""
    life.standing = move(life.standing, event, plan=PLAN).standing
    level = life.standing.level
    if level is Autonomy.CAREFUL and level not in life.certificates:
        life.standing = replace(life.standing, level=Autonomy.DRAFT)
    level = life.standing.level
    life.certificates = {one: it for one, it in life.certificates.items() if one <= level}
    _begin_anew(life)


def _begin_anew(life: Life) -> None:
    """Proof and watches begin again with each move."""
    life.proof = []
    life.errors, life.unsure, life.strange = None, None, ()
    signed = life.certificates.get(life.standing.level)
    if signed is None:
        return
    cases = A_DAY * QUARTER.days
    life.errors = watch_errors(
        alpha=PLAN.promise.alpha, checks_a_quarter=life.share_checked * cases * signed.share
    )
    life.unsure = watch_unsure(
        unsure=signed.cases - signed.above, of=signed.cases, cases_a_quarter=cases
    )
    life.strange = watch_tails(
        life.tails[life.standing.level],
        below=life.limit or 0.0,
        cases_a_quarter=cases,
    )
