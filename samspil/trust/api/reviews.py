"""Reviews of uses of AI, by program."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, day_of
from samspil.trust.models import Review
from samspil.trust.queries.reviews import reviews, waiting_reviews

router = Router(tags=["uses"])
MOST = 200


class DueOut(Schema):
    """A use and the day by which it is reviewed. `id` is that of the use; `why` is incident, fall,
    stop, model or quarter."""

    id: UUID
    kind: str
    name: str
    due_on: date
    why: str
    late: bool
    last: UUID | None


class SaidOut(Schema):
    """A fact of the record; `n` and `of` are null where they would show fewer than five."""

    fact: str
    n: int | None
    of: int | None


class FindingOut(Schema):
    """What has to be done; `done_at` is null until it is."""

    id: UUID
    what: str
    owner: UUID
    due_on: date
    done_at: datetime | None


class ReviewOut(Schema):
    """A review as it was concluded: go_on, conditions, pause or end."""

    id: UUID
    use: UUID
    name: str
    since: datetime
    at: datetime
    by: UUID
    why: str
    answers: dict[str, bool]
    conclusion: str
    words: str
    facts: list[SaidOut]
    findings: list[FindingOut]


class ReviewsOut(Schema):
    """What is due, by day, and the last 200 reviews, the newest first."""

    due: list[DueOut]
    reviews: list[ReviewOut]


@router.get("/reviews", response=ReviewsOut, summary="Reviews of AI: due and done")
def read_reviews(request: WorkRequest) -> ReviewsOut:
    """Every use with the day it is due, and what was reviewed."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    now = timezone.now()
    today = day_of(now)
    found = reviews().prefetch_related("findings__owner")[:MOST]
    return ReviewsOut(
        due=[
            DueOut(
                id=UUID(one.thing.thing), kind=one.thing.kind, name=one.thing.name,
                due_on=one.due.on, why=one.due.why, late=one.late(on=today),
                last=one.last.public_id if one.last else None,
            )
            for one in waiting_reviews(now=now)
        ],
        reviews=[_review(one) for one in found],
    )  # fmt: skip


def _review(one: Review) -> ReviewOut:
    return ReviewOut(
        id=one.public_id, use=UUID(one.thing), name=one.name, since=one.since, at=one.at,
        by=one.by.public_id, why=one.why, answers=one.answers, conclusion=one.conclusion,
        words=one.words, facts=[SaidOut(**said) for said in one.facts],
        findings=[
            FindingOut(
                id=each.public_id, what=each.what, owner=each.owner.public_id, due_on=each.due_on,
                done_at=each.done_at,
            )
            for each in one.findings.all()
        ],
    )  # fmt: skip
