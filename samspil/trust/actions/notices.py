"""Publish what those whom a process concerns are told of AI in it, and take it back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.inbox.actions import SlugRefused, take_address
from samspil.people.models import Colleague
from samspil.trust.queries.notices import open_process, told_of_process
from samspil.uses import actions as uses
from samspil.uses.models import PublicNotice
from samspil.uses.queries import check_may_govern, notice_on
from samspil.work.models import Process


class NotPublished(ValueError):
    """A notice cannot be published so; the message is fit to show."""


@transaction.atomic
def publish_notice(
    process: Process, *, slug: str, contact: str, privacy_url: str, by: Colleague, at: datetime
) -> PublicNotice:
    """Let everybody read at this name what AI does in a process; empty, one nobody can guess.

    `contact` and `privacy_url` count only where neither a form nor a chat of the process says
    them. Publishing anew changes both. Raises `NotPublished`.
    """
    check_may_govern(by)
    if open_process(str(process.public_id)) is None:
        raise NotPublished(_("Nothing is told to strangers about a closed process or a sample."))
    before = notice_on(str(process.public_id)) or PublicNotice(thing=str(process.public_id))
    before.contact, before.privacy_url = contact.strip(), privacy_url.strip()
    if not told_of_process(process, before, now=at).contact.line:
        raise NotPublished(_("Say whom people may ask, and where your privacy policy stands."))
    try:
        before.slug = take_address(slug or before.slug, leaving=before.slug, at=at)
    except SlugRefused as why:
        raise NotPublished(str(why)) from None
    return uses.publish(before, by=by, at=at)


@transaction.atomic
def withdraw_notice(process: Process, *, by: Colleague, at: datetime) -> None:
    """Show it to nobody any more; its name stays the organisation's. Twice changes nothing."""
    check_may_govern(by)
    notice = notice_on(str(process.public_id))
    if notice is not None:
        uses.withdraw(notice, by=by, at=at)
