"""Make, change, remove and bring back standard answers; every change is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np
from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters import embedding
from samspil.core.embedding import NoEmbedding
from samspil.core.retention.categories import Category
from samspil.core.words import LANGUAGES
from samspil.governance.queries import intake, reach_of
from samspil.knowledge.access import check_may_keep, check_may_keep_standard, standards_for
from samspil.knowledge.actions.changing import Terms, check_terms
from samspil.knowledge.actions.noting import note_standard
from samspil.knowledge.models import Secrecy, StandardAnswer, StandardVersion, Wording
from samspil.knowledge.queries.retention import over_standards
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows

MOST_WORDINGS = 20
LONGEST_WORDING = 500
LONGEST_TEXT = 4_000


class BadStandard(ValueError):
    """This cannot be a standard answer; the message is fit to show to a person."""


class StaleStandard(Exception):
    """Somebody else changed it first; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What a standard answer says: wordings of the question, and the answer by language.

    `terms` say who may see it and who answers for it (None: whoever makes it); their `review_on`
    is the last day on which it holds, and is needed.
    """

    wordings: Sequence[str]
    texts: Mapping[str, str]
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    wordings: list[str]
    texts: dict[str, str]
    terms: Terms
    owner: Colleague
    valid_until: date
    vectors: list[Wording]


def make_standard(said: Standard, *, by: Colleague, at: datetime) -> StandardAnswer:
    """Answer with this from now on, where it fits. Raises `BadStandard` and `BadTerms`."""
    check_may_keep(by)
    ready = _ready(said, by=by)
    with transaction.atomic():
        made = StandardAnswer(version=0)
        _write(made, ready, by=by, at=at)
        note_standard(made, "standard_made", by=by, at=at)
    return made


def change_standard(
    answer: StandardAnswer, said: Standard, *, seen: int, by: Colleague, at: datetime
) -> None:
    """Answer with this instead, from the next question on.

    Raises `StaleStandard` where it is not the version that was `seen` any more, and as
    `make_standard` does. Whoever answers for it may, beside whoever keeps documents.
    """
    check_may_keep_standard(by, answer)
    ready = _ready(said, by=by)
    with transaction.atomic():
        held = StandardAnswer.objects.select_for_update().get(pk=answer.pk)
        if held.version != seen or held.removed_at is not None:
            raise StaleStandard(_("Somebody changed this answer meanwhile: look at it anew."))
        agreed = held.alone
        _write(held, ready, by=by, at=at)
        note_standard(held, "standard_changed", by=by, at=at)
        if agreed and not held.alone:
            note_standard(held, "standard_alone_ended", by=by, at=at)


def restore_version(
    answer: StandardAnswer, number: int, *, seen: int, by: Colleague, at: datetime
) -> None:
    """Bring back what an earlier version said; who may see it stays as it is now.

    Raises `StandardVersion.DoesNotExist`, and as `change_standard` does.
    """
    earlier = StandardVersion.objects.get(answer=answer, number=number)
    said = Standard(wordings=earlier.wordings, texts=earlier.texts, terms=terms_of(answer))
    change_standard(answer, said, seen=seen, by=by, at=at)


def terms_of(answer: StandardAnswer) -> Terms:
    """The terms that hold now."""
    return Terms(
        secrecy=Secrecy(answer.secrecy),
        team=answer.team,
        owner=answer.owner,
        review_on=answer.valid_until,
    )


@transaction.atomic
def remove_standards(ids: Sequence[int], *, by: Colleague, at: datetime) -> int:
    """Answer with these no more; returns how many. They can be brought back for a day."""
    check_may_keep(by)
    found = list(standards_for(by).select_for_update().filter(pk__in=list(ids)).order_by("pk"))
    StandardAnswer.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=at)
    for one in found:
        note_standard(one, "standard_removed", by=by, at=at)
    return len(found)


@transaction.atomic
def restore_standards(ids: Sequence[int], *, by: Colleague, at: datetime) -> int:
    """Bring removed answers back, as long as they are not deleted; returns how many."""
    check_may_keep(by)
    gone = standards_for(by, removed=True).select_for_update()
    found = list(gone.filter(pk__in=list(ids)))
    StandardAnswer.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=None)
    for one in found:
        note_standard(one, "standard_restored", by=by, at=at)
    return len(found)


def sweep_standards(*, at: datetime) -> int:
    """Delete what was removed a day ago, with all its versions; returns how many."""
    return delete_rows(over_standards(reach_of(Category.REMOVED, at=at)))


def _ready(said: Standard, *, by: Colleague) -> _Ready:
    """Everything checked and masked, and the meaning of each wording, before anything is locked."""
    wordings = list(dict.fromkeys(filter(None, (_line(one) for one in said.wordings))))
    texts = {
        language: text
        for language in LANGUAGES
        if (text := intake(said.texts.get(language, "")).text.strip())
    }
    terms = replace(said.terms, owner=said.terms.owner or by)
    _check(wordings, texts, terms)
    check_terms(terms, by=by)
    assert terms.owner is not None
    assert terms.review_on is not None
    return _Ready(
        wordings=wordings,
        texts=texts,
        terms=terms,
        owner=terms.owner,
        valid_until=terms.review_on,
        vectors=_meant(wordings),
    )


def _check(wordings: Sequence[str], texts: Mapping[str, str], terms: Terms) -> None:
    if not wordings or len(wordings) > MOST_WORDINGS:
        raise BadStandard(_("Write the question in 1 to 20 wordings, one on each line."))
    if any(len(one) > LONGEST_WORDING for one in wordings):
        raise BadStandard(_("A wording has at most 500 characters."))
    if not texts:
        raise BadStandard(_("Write the answer in at least one language."))
    if any(len(one) > LONGEST_TEXT for one in texts.values()):
        raise BadStandard(_("An answer has at most 4,000 characters."))
    if terms.review_on is None:
        raise BadStandard(_("Say until when the answer holds."))


def _line(text: str) -> str:
    return " ".join(intake(text).text.split())


def _meant(wordings: Sequence[str]) -> list[Wording]:
    """Without an embedding the words have to do."""
    chosen = embedding.for_learning()
    made = [Wording(place=place, text=text) for place, text in enumerate(wordings)]
    if chosen is None:
        return made
    try:
        rows = chosen.embed(wordings)
    except NoEmbedding:
        return made
    for one, row in zip(made, rows, strict=True):
        one.embedder, one.vector = chosen.name, np.asarray(row, dtype=np.float32).tobytes()
    return made


def _write(answer: StandardAnswer, ready: _Ready, *, by: Colleague, at: datetime) -> None:
    """What reads otherwise, or is somebody else's, nobody has agreed to see sent without a look."""
    if (answer.wordings, answer.texts) != (ready.wordings, ready.texts):
        answer.said_since, answer.alone_by, answer.alone_at = answer.version + 1, None, None
    if ready.terms.secrecy != Secrecy.PUBLIC or answer.owner_id != ready.owner.pk:
        answer.alone_by, answer.alone_at = None, None
    answer.wordings, answer.texts = ready.wordings, ready.texts
    answer.secrecy, answer.team = ready.terms.secrecy, ready.terms.team
    answer.owner, answer.valid_until = ready.owner, ready.valid_until
    answer.version, answer.changed_at = answer.version + 1, at
    answer.save()
    StandardVersion.objects.create(
        answer=answer, number=answer.version, wordings=ready.wordings, texts=ready.texts,
        secrecy=ready.terms.secrecy, team=ready.terms.team, owner=ready.owner,
        valid_until=ready.valid_until, by=by, at=at,
    )  # fmt: skip
    Wording.objects.filter(answer=answer).delete()
    for one in ready.vectors:
        one.answer = answer
    Wording.objects.bulk_create(ready.vectors)
