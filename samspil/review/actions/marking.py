"""What colleagues put on a case for each other."""

import re
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from samspil.core.roles import Action
from samspil.governance.queries import intake
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.review.models import CaseTag, Mention, Tag
from samspil.review.queries import tag_names
from samspil.work.actions import index_cases
from samspil.work.models import Case, Direction, Message
from samspil.work.queries import sight_of
from samspil.work.queries.taking import check_not_emptied

NAMED = re.compile(r"@([\w-]+)")
MOST_NAMED = 20


class NoSuchTag(ValueError):
    """A tag needs a name; the message is fit to show."""


class CannotBeTold(ValueError):
    """A note names somebody who may not see the case; the message is fit to show."""


@transaction.atomic
def write_note(case: Case, *, text: str, by: Colleague, at: datetime) -> Message:
    """Put a note for colleagues into the thread; whoever it names with @ is told.

    Raises `CannotBeTold` where it names somebody from whom the case is hidden.
    """
    check_may(by, Action.DECIDE_CASES)
    check_not_emptied(case)
    plain = intake(text).text
    named = named_in(plain, writer=by)
    check_may_be_told(named, case)
    note = Message.objects.create(case=case, direction=Direction.NOTE, at=at, author=by, text=plain)
    Mention.objects.bulk_create(Mention(colleague=one, message=note, at=at) for one in named)
    index_cases([case.pk])
    _note(case, "noted", by=by, at=at, named=len(named))
    return note


@transaction.atomic
def see_mention(mention: Mention, *, by: Colleague, at: datetime) -> None:
    """One need not be told of this note any more; only whom it names can say so."""
    Mention.objects.filter(pk=mention.pk, colleague=by, seen_at__isnull=True).update(seen_at=at)


@transaction.atomic
def tag(case: Case, *, name: str, by: Colleague, at: datetime) -> Tag:
    """Put a tag on a case; one that is there already changes nothing. Raises `NoSuchTag`."""
    chosen = tag_named(name, by=by)
    put_on(case, tag=chosen, by=by, at=at)
    return chosen


@transaction.atomic
def tag_named(name: str, *, by: Colleague) -> Tag:
    """The tag of this name, made where it is new. Raises `NoSuchTag`."""
    check_may(by, Action.DECIDE_CASES)
    return Tag.objects.get_or_create(name=_plain(name))[0]


@transaction.atomic
def put_on(case: Case, *, tag: Tag, by: Colleague, at: datetime) -> None:
    """Let the case wear the tag; one that is there already changes nothing."""
    check_may(by, Action.DECIDE_CASES)
    check_not_emptied(case)
    _worn, new = CaseTag.objects.get_or_create(case=case, tag=tag)
    if new:
        index_cases([case.pk], labels=tag_names)
        _note(case, "tagged", by=by, at=at, tag=str(tag.public_id))


@transaction.atomic
def take_off(case: Case, *, tag: Tag, by: Colleague, at: datetime) -> None:
    """Take the tag off the case; the tag itself stays, also where no other case wears it."""
    check_may(by, Action.DECIDE_CASES)
    taken_off, _rows = CaseTag.objects.filter(case=case, tag=tag).delete()
    if taken_off:
        index_cases([case.pk], labels=tag_names)
        _note(case, "untagged", by=by, at=at, tag=str(tag.public_id))


@transaction.atomic
def untag(case: Case, *, tag: Tag, by: Colleague, at: datetime) -> None:
    """Take a tag off a case; a tag that no case wears is forgotten."""
    take_off(case, tag=tag, by=by, at=at)
    if not CaseTag.objects.filter(tag=tag).exists():
        Tag.objects.filter(pk=tag.pk).delete()


def check_may_be_told(named: Sequence[Colleague], case: Case) -> None:
    """Raise `CannotBeTold` where the case is hidden from one of these colleagues."""
    outside = [one.name for one in named if case.process.closed and not sight_of(one).covers(case)]
    if outside:
        sentence = _(
            "%(names)s cannot see this case, since its process is closed. Leave out the @, or hand "
            "the case over to a team of theirs."
        )
        raise CannotBeTold(sentence % {"names": ", ".join(outside)})


def named_in(text: str, *, writer: Colleague) -> Sequence[Colleague]:
    """The colleagues a note names: by the whole name, or by a first name that only one has."""
    firsts = {word.casefold() for word in NAMED.findall(text)[:MOST_NAMED]}
    if not firsts:
        return []
    wanted = Q()
    for first in firsts:
        wanted |= Q(name__istartswith=first)
    found = [one for one in Colleague.objects.filter(wanted) if may_do(one, Action.SEE_CASES)]
    folded = text.casefold()
    whole = [one for one in found if f"@{one.name.casefold()}" in folded]
    covered = {one.name.casefold().split()[0] for one in whole}
    alone = [
        one
        for one in found
        if (first := one.name.casefold().split()[0]) in firsts - covered
        and sum(other.name.casefold().split()[0] == first for other in found) == 1
    ]
    return [one for one in (*whole, *alone) if one != writer]


def _plain(name: str) -> str:
    plain = " ".join(intake(name).text.split()).casefold()[:40].strip()
    if not plain:
        raise NoSuchTag(_("Give the tag a name."))
    return plain


def _note(case: Case, event: str, *, by: Colleague, at: datetime, **facts: object) -> None:
    note(event, "case", case.public_id, by=by, at=at, round=case.round, **facts)
