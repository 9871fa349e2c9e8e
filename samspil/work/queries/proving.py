"""What proves the next step up: fresh verified answers, and their digest."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Certificate, Promise, certify
from samspil.core.evidence.climbing import Climb, Missing, missing
from samspil.core.evidence.groups import Grouped, GroupsBy, certify_groups, group_of
from samspil.core.evidence.verified import Verified
from samspil.core.routing import BY_HABIT
from samspil.core.skill import earlier_of
from samspil.work.models import Case, Process, ProcessAutonomy, Proposal
from samspil.work.queries.autonomy import plan_of, standing_of
from samspil.work.queries.evidence import MOST, Group, proving, told_groups
from samspil.work.queries.grouping import QUARTER
from samspil.work.queries.processes import skill_of
from samspil.work.queries.wording import as_draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the answers since the last move show for the next level of one version of AI.

    `simulated` of them are a demonstration's; they are about `kinds`, pairs of topic and language.
    `digest` is that of all of them, in order and with their groups, so that anybody with the
    database can make it again.
    """

    version: str
    groups_by: GroupsBy
    certificate: Certificate | Grouped
    groups: Sequence[Group]
    first_at: datetime | None
    simulated: int
    kinds: Collection[tuple[str, str]]
    digest: str


def proof_of(kept: ProcessAutonomy, *, at: datetime) -> Proof:
    """Test what the next level asks for, on answers after the last move; nothing proves the top.

    Groups have promises of their own where AI would finish anything; drafts are about all cases.
    """
    skill = skill_of(kept.process)
    level = Autonomy(min(kept.level + 1, Autonomy.ALONE))
    by = GroupsBy(kept.groups_by) if level >= Autonomy.CAREFUL else GroupsBy.PROCESS
    fresh = proving(kept.process, version=skill.version, at=at).filter(
        at__gt=kept.since, at__lte=at
    )
    rows = [_fresh(row, by=by) for row in fresh.order_by("-pk").values_list(*COLUMNS)[:MOST]]
    found, groups = _certified(kept, rows, level=level, by=by, earlier=earlier_of(skill))
    return Proof(
        version=skill.version,
        groups_by=by,
        certificate=found,
        groups=groups,
        first_at=min((row.at for row in rows), default=None),
        simulated=sum(row.simulated for row in rows),
        kinds={row.kind for row in rows},
        digest=sha256("".join(row.line for row in reversed(rows)).encode()).hexdigest(),
    )


COLUMNS = ("decision_id", "sureness", "wrong", "simulated", "at", "topic", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A verified answer after the last move, with its group and its line for the digest."""

    sureness: float
    wrong: bool
    simulated: bool
    at: datetime
    kind: tuple[str, str]
    group: str
    line: str


def _fresh(row: tuple[int, float, bool, bool, datetime, str, str], *, by: GroupsBy) -> Fresh:
    decision, sureness, wrong, simulated, at, topic, language = row
    group = group_of(by, topic=topic, language=language)
    line = f"{decision}:{sureness!r}:{int(wrong)}" + (f":{group}" if by else "")
    return Fresh(
        sureness=sureness,
        wrong=wrong,
        simulated=simulated,
        at=at,
        kind=(topic, language),
        group=group,
        line=f"{line}\n",
    )


def _certified(
    kept: ProcessAutonomy,
    rows: Sequence[Fresh],
    *,
    level: Autonomy,
    by: GroupsBy,
    earlier: Verified,
) -> tuple[Certificate | Grouped, Sequence[Group]]:
    plan = plan_of(kept)
    promise = Promise(alpha=plan.alpha(level), delta=plan.promise.delta)
    verified = Verified.of((row.sureness, row.wrong) for row in rows)
    whole = certify(verified, earlier=earlier, promise=promise)
    if by is GroupsBy.PROCESS:
        return whole, ()
    keys, times = [row.group for row in rows], plan.times(doubled=kept.doubled)
    found = certify_groups(verified, keys, earlier=earlier, promise=promise, times=times)
    return found, told_groups(found, verified, keys, whole=whole, earlier=earlier)


def wish_of(proof: Proof, *, signer: str, at: datetime) -> Climb:
    """The wish for the next step, if `signer` signed for it now."""
    return Climb(
        at=at, certificate=proof.certificate, first_case_at=proof.first_at, signed_by=signer
    )


def gaps_of(kept: ProcessAutonomy, wish: Climb) -> list[Missing]:
    """What keeps this process from the step that is wished for."""
    return missing(standing_of(kept), wish, plan=plan_of(kept))


def covered_of(process: Process, *, proved: Collection[tuple[str, str]] = ()) -> list[list[str]]:
    """The topics and languages that AI might finish today: with a reply, and on no floor.

    `proved` are those that the proof is about: where a topic has no reply of its own, it rests on
    approved answers, and only those are ever sent there.
    """
    topics = {topic.key: topic for topic in process.topics.filter(floor="")}
    own = {
        (topic.key, language)
        for topic in topics.values()
        for language, reply in topic.replies.items()
        if as_draft(str(reply))
    }
    return [[*pair] for pair in sorted(own | {pair for pair in proved if pair[0] in topics})]


def came_since_the_move(
    kept: ProcessAutonomy, proof: Proof, *, at: datetime
) -> list[tuple[float, str]]:
    """How sure the proof's version of AI was of each case that it might have finished since the
    last move, and the case's group; with all that proves nothing: what was closed without a topic,
    and what had no reply."""
    asked = Proposal.objects.filter(
        case__process=kept.process,
        case__reason__in=BY_HABIT,
        case__routed_at__gt=kept.since,
        case__routed_at__lte=at,
        version=proof.version,
        sureness__isnull=False,
    )
    found = asked.order_by("-pk").values_list("sureness", "options__0__result", "language")[:MOST]
    return [
        (sure, group_of(proof.groups_by, topic=topic or "", language=language))
        for sure, topic, language in found
        if sure is not None
    ]


def free_a_quarter(process: Process, *, at: datetime) -> int:
    """How many cases of the last quarter neither a hard rule nor a floor claimed."""
    lately = Case.objects.filter(process=process, routed_at__gt=at - QUARTER, routed_at__lte=at)
    return lately.filter(reason__in=BY_HABIT).count()
