"""What proves the next step up: fresh verified answers, and their digest."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Certificate, Promise, certify
from samspil.core.evidence.climbing import Climb, Missing, missing
from samspil.core.evidence.verified import Verified
from samspil.core.routing import BY_HABIT
from samspil.core.skill import earlier_of
from samspil.work.models import Case, Process, ProcessAutonomy
from samspil.work.queries.autonomy import plan_of, standing_of
from samspil.work.queries.evidence import MOST, proving
from samspil.work.queries.processes import skill_of
from samspil.work.queries.wording import as_draft

QUARTER = timedelta(days=91)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the answers since the last move show for the next level of one version of AI.

    `simulated` of them are a demonstration's. `digest` is that of all of them, in order, so that
    anybody with the database can make it again.
    """

    version: str
    certificate: Certificate
    first_at: datetime | None
    simulated: int
    digest: str


def proof_of(kept: ProcessAutonomy, *, at: datetime) -> Proof:
    """Test what the next level asks for, on answers after the last move; nothing proves the top."""
    skill = skill_of(kept.process)
    level = Autonomy(min(kept.level + 1, Autonomy.ALONE))
    plan = plan_of(kept)
    fresh = proving(kept.process, version=skill.version, at=at).filter(
        at__gt=kept.since, at__lte=at
    )
    columns = ("decision_id", "sureness", "wrong", "simulated", "at")
    rows = list(fresh.order_by("-pk").values_list(*columns)[:MOST])
    verified = Verified.of((sure, wrong) for _, sure, wrong, *_ in rows)
    promise = Promise(alpha=plan.alpha(level), delta=plan.promise.delta)
    lines = (f"{decision}:{sure!r}:{int(wrong)}\n" for decision, sure, wrong, *_ in reversed(rows))
    return Proof(
        version=skill.version,
        certificate=certify(verified, earlier=earlier_of(skill), promise=promise),
        first_at=min((row[4] for row in rows), default=None),
        simulated=sum(row[3] for row in rows),
        digest=sha256("".join(lines).encode()).hexdigest(),
    )


def wish_of(proof: Proof, *, signer: str, at: datetime) -> Climb:
    """The wish for the next step, if `signer` signed for it now."""
    return Climb(
        at=at, certificate=proof.certificate, first_case_at=proof.first_at, signed_by=signer
    )


def gaps_of(kept: ProcessAutonomy, wish: Climb) -> list[Missing]:
    """What keeps this process from the step that is wished for."""
    return missing(standing_of(kept), wish, plan=plan_of(kept))


def covered_of(process: Process) -> list[list[str]]:
    """The topics and languages that AI might finish today: with a reply, and on no floor."""
    topics = process.topics.filter(floor="").order_by("key")
    return [
        [topic.key, language]
        for topic in topics
        for language, reply in sorted(topic.replies.items())
        if as_draft(str(reply))
    ]


def free_a_quarter(process: Process, *, at: datetime) -> int:
    """How many cases of the last quarter neither a hard rule nor a floor claimed."""
    lately = Case.objects.filter(process=process, routed_at__gt=at - QUARTER, routed_at__lte=at)
    return lately.filter(reason__in=BY_HABIT).count()
