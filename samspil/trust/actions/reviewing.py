"""Review a use of AI, and see to what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.core.ai_act.built import Built
from samspil.core.ai_reviews import WORDS, Asked, Conclusion, fault_of
from samspil.core.roles import NotAllowed
from samspil.people.actions import note
from samspil.people.models import Colleague, Kind
from samspil.tenancy.queries import current
from samspil.trust.models import Finding, Review
from samspil.trust.queries.reviews import Evidence, Waiting, evidence_of
from samspil.uses.queries import check_may_govern, may_govern
from samspil.work.actions import stop
from samspil.work.models import Process


class BadReview(ValueError):
    """A review cannot be so; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What has to be done, by whom, until when."""

    what: str
    owner: Colleague
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the reviewer says."""

    answers: Mapping[Asked, bool]
    conclusion: Conclusion
    words: str = ""
    conditions: Sequence[Condition] = field(default=())


@transaction.atomic
def conclude_review(waiting: Waiting, judged: Judged, *, by: Colleague, at: datetime) -> Review:
    """Keep the review with what the record says now. To pause or end stops AI in the process.

    Raises `BadReview`.
    """
    check_may_govern(by)
    _check(waiting, judged, at=at)
    with override(current().language):
        evidence = evidence_of(waiting, now=at)
    made = Review.objects.create(
        kind=waiting.thing.kind, thing=waiting.thing.thing, name=waiting.thing.name,
        since=waiting.since, due_on=waiting.due.on, why=waiting.due.why, facts=_facts(evidence),
        events=list(evidence.events), words=judged.words.strip(), conclusion=judged.conclusion,
        answers={one.value: says for one, says in judged.answers.items()}, at=at, by=by,
    )  # fmt: skip
    for one in judged.conditions:
        Finding.objects.create(review=made, what=one.what, owner=one.owner, due_on=one.due_on)
    note(
        "use_reviewed", "review", made.public_id, by=by, at=at, use=made.thing,
        conclusion=made.conclusion, findings=len(judged.conditions),
    )  # fmt: skip
    if judged.conclusion in (Conclusion.PAUSE, Conclusion.END):
        process = Process.objects.get(public_id=waiting.thing.thing)
        stop(process, why=made.words[:500], by=by, at=at)
    return made


@transaction.atomic
def finish_finding(finding: Finding, *, said: str, by: Colleague, at: datetime) -> None:
    """Say that what was found is done; raises `NotAllowed`. Doing it twice changes nothing."""
    if finding.owner_id != by.pk and not may_govern(by):
        raise NotAllowed(_("Somebody else sees to this."))
    still = Finding.objects.filter(pk=finding.pk, done_at=None)
    if still.update(done_at=at, done_by=by, note=said.strip()):
        note("finding_done", "review", finding.review.public_id, by=by, at=at)


def _check(waiting: Waiting, judged: Judged, *, at: datetime) -> None:
    fault = fault_of(
        judged.conclusion, answers=judged.answers, conditions=len(judged.conditions),
        words=judged.words, can_pause=waiting.thing.kind is Built.PROCESS,
    )  # fmt: skip
    if fault:
        raise BadReview(_(WORDS[fault]))
    for one in judged.conditions:
        if one.owner.kind != Kind.PERSON or one.owner.left_at is not None:
            raise BadReview(_("Only people who work here can see to something."))
        if one.due_on < timezone.localdate(at):
            raise BadReview(_("Give it a day that is still to come."))


def _facts(evidence: Evidence) -> list[dict[str, object]]:
    return [
        {"fact": one.fact.value, "n": one.n, "of": one.of, "part": one.part}
        for one in evidence.said
    ]
