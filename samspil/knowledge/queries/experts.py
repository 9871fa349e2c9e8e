"""Whom to ask where the documents are silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from samspil.core.knowledge.experts import Because, Candidate, knows, named
from samspil.core.lifecycle import Stage
from samspil.knowledge.models import MayBeNamed
from samspil.people.models import Colleague
from samspil.people.queries import away
from samspil.work.models import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """Somebody who may know, and on what ground."""

    colleague: Colleague
    because: Because

    @property
    def name(self) -> str:
        """As people call them."""
        return self.colleague.name

    @property
    def owns(self) -> bool:
        """Whether they answer for a document or a standard answer that comes near."""
        return self.because is not Because.ABILITY

    @property
    def answers(self) -> bool:
        """Whether they answer for a standard answer, and for no document, that comes near."""
        return self.because is Because.ANSWER


def experts_for(
    question: str,
    *,
    owners: Sequence[Colleague],
    answerers: Sequence[Colleague],
    asker: Colleague,
    at: datetime,
) -> list[Expert]:
    """Who may know, whoever has least to do first; never whoever asks. Three statements.

    `owners` answer for documents that come near, `answerers` for standard answers that do.
    """
    agreed = [
        one.colleague
        for one in MayBeNamed.objects.select_related("colleague").order_by("colleague_id")
    ]
    able = [one for one in agreed if knows(one.abilities, question)]
    people = {one.pk: one for one in (*owners, *answerers, *able) if one.pk != asker.pk}
    if not people:
        return []
    absent, loads = away(at=at), _loads(people)
    consent = {one.pk for one in agreed}

    def made(some: Sequence[Colleague], because: Because) -> Iterator[Candidate]:
        for one in some:
            if one.pk in people:
                yield Candidate(
                    key=one.pk,
                    because=because,
                    agreed=one.pk in consent,
                    here=one.left_at is None and one.pk not in absent,
                    load=loads.get(one.pk, 0),
                )

    found = named(
        (
            *made(owners, Because.DOCUMENT),
            *made(answerers, Because.ANSWER),
            *made(able, Because.ABILITY),
        )
    )
    return [Expert(colleague=people[one.key], because=one.because) for one in found]


def may_be_named(colleague: Colleague) -> bool:
    """Whether this colleague agreed to be named for what they can do."""
    return MayBeNamed.objects.filter(colleague=colleague).exists()


def _loads(people: dict[int, Colleague]) -> dict[int, int]:
    held = Case.objects.filter(claimed_by__in=people, stage=Stage.CLAIMED)
    return dict(held.values_list("claimed_by").annotate(many=Count("pk")).order_by())
