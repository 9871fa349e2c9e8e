"""Write rules for staff, publish them, and confirm that one read them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.guidelines import (
    DRAFTED,
    LANGUAGES,
    Topic,
    Wordings,
    first_draft,
    restored,
    stored,
    tidied,
)
from samspil.core.retention.categories import Category
from samspil.core.roles import Action
from samspil.governance.actions.noting import note_guideline
from samspil.governance.models import Confirmation, Guideline, GuidelineVersion
from samspil.governance.queries.guidelines import over_confirmations
from samspil.governance.queries.retention import reach_of
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current

MOST_GUIDELINES = 50


class BadGuideline(ValueError):
    """A guideline cannot be so, or not now; the message is fit to show."""


@transaction.atomic
def begin_guidelines(*, by: Colleague, at: datetime) -> list[Guideline]:
    """Put the first drafts there for topics without a guideline; nothing is published."""
    check_may(by, Action.WRITE_GUIDELINES)
    there = set(Guideline.objects.filter(withdrawn_at=None).values_list("topic", flat=True))
    return [
        write_guideline(
            None, topic=topic, by=by, at=at,
            wordings={language: first_draft(topic, language) for language in LANGUAGES},
        )
        for topic in DRAFTED if topic not in there
    ]  # fmt: skip


@transaction.atomic
def write_guideline(
    guideline: Guideline | None, *, topic: Topic, wordings: Wordings, by: Colleague, at: datetime
) -> Guideline:
    """Keep a draft of a guideline, a new one for None; what is published stays as it is.

    Raises `BadGuideline`.
    """
    check_may(by, Action.WRITE_GUIDELINES)
    texts = tidied(wordings)
    if not texts or not all(one.whole for one in texts.values()):
        raise BadGuideline(_("Each language needs a title, the rule in one sentence, and a text."))
    if guideline is None:
        guideline = _made(topic)
    elif _locked(guideline).withdrawn_at:
        raise BadGuideline(_("It was withdrawn. Write a new one."))
    Guideline.objects.filter(pk=guideline.pk).update(draft=stored(texts))
    guideline.draft = stored(texts)
    note_guideline(guideline, "guideline_written", by=by, at=at)
    return guideline


@transaction.atomic
def publish_guideline(
    guideline: Guideline, *, changed: str, matters: bool, by: Colleague, at: datetime
) -> GuidelineVersion:
    """Let the draft hold from now on, as a new version. Where it `matters`, all are asked again.

    Raises `BadGuideline`.
    """
    check_may(by, Action.WRITE_GUIDELINES)
    found = _locked(guideline)
    _check_ready(found, changed=changed)
    number = found.current.number + 1 if found.current else 1
    made = GuidelineVersion.objects.create(
        guideline=found, number=number, texts=found.draft, changed=changed.strip(),
        matters=matters or number == 1, at=at, by=by,
    )  # fmt: skip
    found.current, found.draft = made, {}
    found.counts_from = number if made.matters else found.counts_from
    found.save(update_fields=["current", "draft", "counts_from"])
    facts = {"number": number, "matters": made.matters}
    note_guideline(found, "guideline_published", by=by, at=at, **facts)
    return made


@transaction.atomic
def withdraw_guideline(guideline: Guideline, *, by: Colleague, at: datetime) -> None:
    """Let a guideline hold no more; its versions stay readable."""
    check_may(by, Action.WRITE_GUIDELINES)
    if Guideline.objects.filter(pk=guideline.pk, withdrawn_at=None).update(withdrawn_at=at):
        note_guideline(guideline, "guideline_withdrawn", by=by, at=at)


@transaction.atomic
def confirm_guideline(guideline: Guideline, number: int, *, by: Colleague, at: datetime) -> None:
    """Say that one read this version; raises `BadGuideline` where it does not hold (any more).

    The journal is not told, since who read what is for fewer eyes than the journal.
    """
    check_may(by, Action.ASK)
    found = _locked(guideline)
    if found.withdrawn_at or found.current is None or found.current.number != number:
        raise BadGuideline(_("There is a newer version. Read it, then confirm."))
    Confirmation.objects.get_or_create(version=found.current, colleague=by, defaults={"at": at})


def sweep_confirmations(*, at: datetime) -> int:
    """Forget what colleagues had read who left long ago; returns how many lines."""
    return delete_rows(over_confirmations(reach_of(Category.TRAININGS, at=at)))


def _made(topic: Topic) -> Guideline:
    standing = Guideline.objects.filter(withdrawn_at=None)
    if topic is not Topic.OWN and standing.filter(topic=topic).exists():
        raise BadGuideline(_("There is a guideline about this already. Change that one."))
    if standing.count() >= MOST_GUIDELINES:
        raise BadGuideline(_("There are many guidelines already. Withdraw one first."))
    return Guideline.objects.create(topic=topic)


def _check_ready(guideline: Guideline, *, changed: str) -> None:
    if guideline.withdrawn_at:
        raise BadGuideline(_("It was withdrawn. Write a new one."))
    if not guideline.draft:
        raise BadGuideline(_("There is nothing new to publish."))
    if current().language not in restored(guideline.draft):
        raise BadGuideline(_("Write it in the organisation's language first."))
    if guideline.current and guideline.current.texts == guideline.draft:
        raise BadGuideline(_("Nothing in it has changed."))
    if guideline.current and not changed.strip():
        raise BadGuideline(_("Say in a sentence what is new, so that readers know."))


def _locked(guideline: Guideline) -> Guideline:
    locked = Guideline.objects.select_for_update(of=("self",)).select_related("current")
    return locked.get(pk=guideline.pk)
