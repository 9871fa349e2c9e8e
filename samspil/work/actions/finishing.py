"""AI finishes cases alone: the reply leaves, lots draw some of them for a check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.adapters.jobs import enqueue
from samspil.core.evidence.binomial import Shares
from samspil.core.evidence.groups import GroupsBy
from samspil.core.evidence.spot_checks import (
    FIRST_OF_GROUP,
    Flags,
    at_least_often,
    chances,
    doubt,
    draw,
    weights,
)
from samspil.core.lifecycle import Stage
from samspil.core.routing import Reason
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work.actions.delivering import DELIVER
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.planting import Planting, plant_beside
from samspil.work.models import (
    Case,
    Direction,
    LoneAnswer,
    Message,
    Outgoing,
    ProcessAutonomy,
    Proposal,
)
from samspil.work.queries.autonomy import share_checked
from samspil.work.queries.grouping import drawn_by_group, group_of_proposal
from samspil.work.queries.reaching import addresses_of

RECENT = 500
"""How open a usual case is, the latest lone answers tell."""
CHECK_RISK = 0.2
"""Checks come after customers who wait, all of them alike: nobody chooses which are made first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finishing:
    """What AI finishes: the cases with their proposals, by whom, under which autonomy."""

    kept: ProcessAutonomy
    proposals: Mapping[int, Proposal]
    ai: Colleague | None


def finish(cases: Sequence[Case], finishing: Finishing, *, at: datetime) -> None:
    """Answer these cases without a person and close those that lots do not draw for a check.

    Sets stage and reason of the cases, which the caller writes. Inside the caller's transaction.
    """
    if not cases:
        return
    _draw_checks(cases, finishing, at=at)
    _reply(cases, finishing, at=at)
    signed = finishing.kept.certificate
    if signed is not None:
        checks = [case for case in cases if case.reason == Reason.SPOT_CHECK]
        planting = Planting(
            kept=finishing.kept, certificate=signed, mark=mark_line, ai=finishing.ai
        )
        plant_beside(checks, planting, at=at)


def _draw_checks(cases: Sequence[Case], finishing: Finishing, *, at: datetime) -> None:
    kept, proposals = finishing.kept, finishing.proposals
    sure = np.array([proposals[case.pk].sureness for case in cases], dtype=np.float64)
    share = share_checked(kept)
    groups = _groups(kept, [proposals[case.pk] for case in cases])
    chance = at_least_often(
        chances(sure, rate=share, usual_doubt=_usual_doubt(kept, sure)), _seldom(kept, groups)
    )
    numbers = np.array([case.pk for case in cases], dtype=np.int64)
    drawn = draw(numbers, chance, rate=share, seed=int(kept.seed, 16))
    weight = weights(chance, rate=share)
    LoneAnswer.objects.bulk_create(
        LoneAnswer(
            process=kept.process,
            case=case,
            round=case.round,
            proposal=proposals[case.pk],
            certificate=kept.certificate,
            sureness=sure[at_],
            chance=chance[at_],
            weight=weight[at_],
            drawn=drawn.checked[at_],
            alike=drawn.alike[at_],
            group=groups[at_],
            at=at,
        )
        for at_, case in enumerate(cases)
    )
    for case, checked in zip(cases, drawn.checked, strict=True):
        case.first_response_at = case.first_response_at or at
        if checked:
            case.reason, case.risk = Reason.SPOT_CHECK, CHECK_RISK
        else:
            case.stage, case.closed_at = Stage.CLOSED, at


def _groups(kept: ProcessAutonomy, proposals: Sequence[Proposal]) -> list[str]:
    by = GroupsBy(kept.certificate.groups_by) if kept.certificate else GroupsBy.PROCESS
    return [group_of_proposal(by, proposal) for proposal in proposals]


def _seldom(kept: ProcessAutonomy, groups: Sequence[str]) -> Flags:
    """Of which cases the group was seldom checked so far; of none where there are no groups."""
    if kept.certificate is None or not kept.certificate.groups_by:
        return np.zeros(len(groups), dtype=bool)
    drawn = drawn_by_group(kept.certificate)
    return np.array([drawn.get(group, 0) < FIRST_OF_GROUP for group in groups], dtype=bool)


def _usual_doubt(kept: ProcessAutonomy, sure: Shares) -> float:
    """Of recent lone work; of these cases themselves where there is none yet."""
    ours = LoneAnswer.objects.filter(process=kept.process, certificate=kept.certificate)
    recent = ours.filter(case__planted=None)
    earlier = list(recent.order_by("-pk").values_list("sureness", flat=True)[:RECENT])
    return float(doubt(np.array(earlier) if earlier else sure).mean())


def _reply(cases: Sequence[Case], finishing: Finishing, *, at: datetime) -> None:
    texts = {case.pk: _with_mark(case, finishing.proposals[case.pk]) for case in cases}
    Message.objects.bulk_create(
        Message(
            case=case,
            direction=Direction.OUT,
            at=at,
            author=finishing.ai,
            text=texts[case.pk],
            made_with_ai=True,
        )
        for case in cases
    )
    addresses = addresses_of(cases)
    letters = Outgoing.objects.bulk_create(
        Outgoing(
            case=case,
            round=case.round,
            recipient=addresses[case.pk],
            subject=case.subject,
            text=texts[case.pk],
            headers=_headers(finishing.proposals[case.pk]),
            created_at=at,
        )
        for case in cases
    )
    index_cases([case.pk for case in cases])
    if sent := [letter.pk for letter in letters if letter.recipient]:
        enqueue(DELIVER, {"organisation": str(current().public_id), "outgoing": sent})


def _headers(proposal: Proposal) -> dict[str, str]:
    made_by = f"{proposal.skill}/{proposal.version}"
    return {"X-AI-Generated": f"alone; skill={made_by}; approved=none"}


def _with_mark(case: Case, proposal: Proposal) -> str:
    """The approved reply, and a line that says that no person has read it."""
    return f"{proposal.draft.strip()}\n\n{mark_line(proposal.language)}"


def mark_line(language: str) -> str:
    """What AI's own replies end with, in this language or the organisation's."""
    with override(language or current().language):
        return _(
            "Written by AI; no person has read it. If you reply, a person reads it. "
            "Check it: %(address)s"
        ) % {"address": f"{settings.BASE_URL}/verify/"}
