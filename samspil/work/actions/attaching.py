"""Put files to cases, and sweep up what belongs to none."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.file_kinds import MAIL, kind_of, named_as
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor
from samspil.work.access import check_not_emptied
from samspil.work.actions.noting import about_case
from samspil.work.models import Attachment, Case, Message
from samspil.work.queries import store

SWEEP = "work.sweep_files"
MEGABYTE = 1024**2


class RefusedFile(ValueError):
    """This file is not taken; the message is fit to show."""


def most_bytes() -> int:
    """How large a file may be."""
    return int(settings.MOST_FILE_MB) * MEGABYTE


def attach(
    case: Case,
    *,
    name: str,
    content: bytes,
    at: datetime,
    by: Colleague | None = None,
    message: Message | None = None,
    inline: bool = False,
) -> Attachment:
    """Put a file to a case: first the file, then its row. Raises `RefusedFile`."""
    return _kept(
        case, name, content, kind_of(content), at=at, by=by, message=message, inline=inline
    )


def attach_mail(
    case: Case, *, name: str, content: bytes, at: datetime, message: Message
) -> Attachment:
    """Put a mail that came inside another one to a case, as a file. Raises `RefusedFile`."""
    return _kept(case, name, content, MAIL, at=at, by=None, message=message, inline=False)


def _kept(
    case: Case,
    name: str,
    content: bytes,
    kind: str,
    *,
    at: datetime,
    by: Colleague | None,
    message: Message | None,
    inline: bool,
) -> Attachment:
    check_not_emptied(case)
    if not content:
        raise RefusedFile(_("The file is empty."))
    if len(content) > most_bytes():
        sentence = _("The file is larger than %(most)d megabytes.")
        raise RefusedFile(sentence % {"most": settings.MOST_FILE_MB})
    if not kind:
        raise RefusedFile(
            _("This kind of file is not taken: give a PDF, picture, plain text or Office file.")
        )
    digest = store().put(content)
    with transaction.atomic():
        made = Attachment.objects.create(
            case=case,
            message=message,
            name=named_as(name, kind),
            digest=digest,
            media_type=kind,
            size=len(content),
            inline=inline,
            at=at,
            by=by,
        )
        who = actor(by) if by else SYSTEM
        record([about_case(case, "attached", by=who, file=str(made.public_id))], at=at)
    return made


def sweep_files(*, at: datetime) -> int:
    """Delete the organisation's stored files that no case has; returns how many."""
    has = Attachment.objects.filter
    return store().sweep(at=at, is_kept=lambda digest: has(digest=digest).exists())
