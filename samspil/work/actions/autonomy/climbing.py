"""Up the ladder: one step, on fresh proof, with a named person's signature."""

from datetime import datetime
from math import inf

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Certificate as Proved
from samspil.core.evidence.climbing import Missing
from samspil.core.evidence.groups import UNKNOWN, Grouped
from samspil.core.evidence.ladder import move
from samspil.core.evidence.strangeness import tails_of
from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.autonomy.keeping import held_autonomy, note_move, stand
from samspil.work.actions.autonomy.watches import begin_watching
from samspil.work.models import Certificate, CertifiedGroup, Process, ProcessAutonomy
from samspil.work.queries.autonomy import lets_ai_finish, plan_of, standing_of
from samspil.work.queries.proving import (
    Proof,
    came_since_the_move,
    covered_of,
    gaps_of,
    proof_of,
    wish_of,
)


class NotProved(Exception):
    """The step is not proved; `gaps` say what is missing."""

    def __init__(self, gaps: list[Missing]) -> None:
        super().__init__(" ".join(gap.words() for gap in gaps))
        self.gaps = gaps


class NotShared(Exception):
    """It was agreed that a person decides each case; the message is fit to show."""


@transaction.atomic
def climb(process: Process, *, by: Colleague, at: datetime) -> Certificate:
    """Sign for the next level.

    Raises `NotProved`, saying what is missing, or `NotShared`, and changes nothing.
    """
    check_may_change(by, process)
    kept = held_autonomy(process)
    if kept.level >= Autonomy.DRAFT and not lets_ai_finish(process):
        raise NotShared(
            _("It was agreed for this process that a person decides each case. Change that first.")
        )
    proof = proof_of(kept, at=at)
    wish = wish_of(proof, signer=by.name, at=at)
    if gaps := gaps_of(kept, wish):
        raise NotProved(gaps)
    before = Autonomy(kept.level)
    moved = move(standing_of(kept), wish, plan=plan_of(kept))
    signed = _sign(kept, proof, level=moved.standing.level, by=by, at=at)
    stand(kept, moved.standing)
    kept.certificate = signed if kept.level >= Autonomy.CAREFUL else None
    begin_watching(kept, at=at)
    kept.save()
    facts: dict[str, object] = {"cases": signed.cases, "above": signed.above, "wrong": signed.wrong}
    note_move(kept, moved, before=before, facts=facts, by=by, certificate=signed, at=at)
    return signed


def _sign(
    kept: ProcessAutonomy, proof: Proof, *, level: Autonomy, by: Colleague, at: datetime
) -> Certificate:
    found = proof.certificate
    if not found.proved or proof.first_at is None:
        raise ValueError("Nothing without a limit is ever signed.")
    same = Certificate.objects.filter(process=kept.process, level=level, ended_at__isnull=True)
    same.update(ended_at=at)
    came, limits = came_since_the_move(kept, proof, at=at), _limits(found)
    signed = Certificate.objects.create(
        process=kept.process,
        level=level,
        version=proof.version,
        alpha=found.promise.alpha,
        delta=found.promise.delta,
        groups_by=proof.groups_by,
        threshold=None if isinstance(found, Grouped) else found.threshold,
        cases=found.cases,
        above=found.above,
        wrong=found.wrong,
        simulated=proof.simulated,
        topics=covered_of(kept.process, proved=proof.kinds),
        money_limit=kept.money_limit,
        digest=proof.digest,
        came=len(came),
        came_sure=sum(sure > limits.get(group, inf) for sure, group in came),
        tails=[[one.sure, one.found, one.of] for one in tails_of([sure for sure, _ in came])],
        first_case_at=proof.first_at,
        at=at,
        signed_by=by,
    )
    if isinstance(found, Grouped):
        _keep_groups(signed, found)
    return signed


def _limits(found: Proved | Grouped) -> dict[str, float]:
    every = found.groups if isinstance(found, Grouped) else {UNKNOWN: found}
    return {name: one.threshold for name, one in every.items() if one.threshold is not None}


def _keep_groups(signed: Certificate, found: Grouped) -> None:
    """Those of which nothing was proved as well: that they were there is part of the proof."""
    CertifiedGroup.objects.bulk_create(
        CertifiedGroup(
            certificate=signed,
            name=name,
            delta=one.promise.delta,
            threshold=one.threshold,
            cases=one.cases,
            above=one.above,
            wrong=one.wrong,
        )
        for name, one in found.groups.items()
    )
