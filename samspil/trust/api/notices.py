"""What those whom a process concerns are told of AI in it, by program."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import AnyHttpUrl

from samspil.people.queries import WorkRequest
from samspil.trust import actions
from samspil.uses.models import PublicNotice
from samspil.uses.queries import check_may_govern, notice_on
from samspil.work.queries import process_at

router = Router(tags=["uses"])


class NoticeIn(Schema):
    """An empty `slug` keeps the name, or takes one that nobody can guess. `contact_line` and
    `privacy_url` are needed only where neither a form nor a chat of the process says them."""

    slug: str = Field("", max_length=60)
    contact_line: str = Field("", max_length=300)
    privacy_url: AnyHttpUrl | None = None


class NoticeOut(Schema):
    """A notice; `published_at` is null where nobody outside sees it."""

    address: str
    contact_line: str
    privacy_url: str
    published_at: datetime | None


@router.get("/processes/{uuid:process}/notice", response=NoticeOut, summary="The public notice")
def read(request: WorkRequest, process: UUID) -> NoticeOut:
    """Where everybody reads what AI does in a process."""
    check_may_govern(request.colleague)
    kept = notice_on(str(process_at(process).public_id))
    if kept is None:
        raise Http404(str(process))
    return _out(kept)


@router.put("/processes/{uuid:process}/notice", response=NoticeOut, summary="Publish a notice")
def publish(request: WorkRequest, process: UUID, payload: NoticeIn) -> NoticeOut:
    """Let everybody read what AI does in a process; publishing anew changes what is said."""
    colleague, found = check_may_govern(request.colleague), process_at(process)
    try:
        made = actions.publish_notice(
            found, slug=payload.slug, contact=payload.contact_line,
            privacy_url=str(payload.privacy_url or ""), by=colleague, at=timezone.now(),
        )  # fmt: skip
    except actions.NotPublished as why:
        raise HttpError(422, str(why)) from why
    return _out(made)


@router.delete("/processes/{uuid:process}/notice", response={204: None}, summary="Withdraw it")
def withdraw(request: WorkRequest, process: UUID) -> Status[None]:
    """Show it to nobody any more; its name stays the organisation's."""
    colleague = check_may_govern(request.colleague)
    actions.withdraw_notice(process_at(process), by=colleague, at=timezone.now())
    return Status(204, None)


def _out(one: PublicNotice) -> NoticeOut:
    return NoticeOut(
        address=f"{settings.BASE_URL}/notice/{one.slug}/", contact_line=one.contact,
        privacy_url=one.privacy_url, published_at=one.published_at,
    )  # fmt: skip
