"""What a sender may see of their matter: their own words, the replies to them, how far it is.

Never notes, names unless the company chose so, figures of sureness, or what another person wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from samspil.core.lifecycle import Stage
from samspil.core.sender_status import Step, over, step_of
from samspil.inbox.models import StatusLink
from samspil.work.models import Attachment, Case, Complaint, Direction, Entry, Message
from samspil.work.queries import first_message, reply_words
from samspil.work.queries.contesting import why_not_contested

USUAL_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that was said; `by` is empty where the company names nobody."""

    at: datetime
    text: str
    mine: bool
    by: str = ""
    with_ai: bool = False
    files: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A sender's matter as its page shows it. `elsewhere`: answered together with another case.

    `contested` is what they disagreed with last, None where they did not; `may_contest`: they may
    disagree now.
    """

    case: Case
    entry: Entry
    number: str
    step: Step
    said: Sequence[Said]
    answered: bool
    elsewhere: bool
    may_contest: bool = False
    contested: Complaint | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still deals with it."""
        return self.case.stage != Stage.CLOSED


def status_of(link: StatusLink, *, now: datetime) -> Status | None:
    """How it goes; None where the page's time is over. A merged case shows where it went on."""
    own = link.case
    goes_on = _goes_on(own)
    form = link.form
    days = form.status_days if form else USUAL_DAYS
    if over(goes_on.closed_at, days=days, now=now):
        return None
    names = bool(form and form.show_names)
    mine = _mine(own, goes_on)
    replies = list(_replies(own, goes_on, same=_same_sender(own, goes_on)))
    files = _files(mine)
    said = [
        *(Said(at=m.at, text=m.text, mine=True, files=files.get(m.pk, ())) for m in mine),
        *(_reply(one, names=names) for one in replies),
    ]
    return Status(
        case=goes_on,
        entry=own.entry,
        number=own.external_id,
        step=step_of(Stage(goes_on.stage)),
        said=sorted(said, key=lambda one: one.at),
        answered=any(one.at >= goes_on.began_at for one in replies),
        elsewhere=goes_on.pk != own.pk,
        may_contest=not why_not_contested(own),
        contested=Complaint.objects.filter(case=own).order_by("-round").first(),
    )


def _goes_on(case: Case) -> Case:
    while case.merged_into_id is not None:
        case = Case.objects.select_related("process").get(pk=case.merged_into_id)
    return case


def _mine(own: Case, goes_on: Case) -> list[Message]:
    """What was typed on the form and on its page: nobody else's words, whoever claims to be them.

    A message that was made a case of its own has left, and is not shown.
    """
    typed = Q(case=own, external_id__endswith="@samspil") & Q(pk=_first(own))
    later = Q(case__in=[own.pk, goes_on.pk], external_id__startswith=f"{own.external_id}/")
    messages = Message.objects.filter(typed | later, direction=Direction.IN)
    return list(messages.order_by("at", "pk"))


def _first(case: Case) -> int | None:
    first = first_message(case)
    return first.pk if first else None


def _same_sender(own: Case, goes_on: Case) -> bool:
    if own.pk == goes_on.pk:
        return True
    rows = Message.objects.filter(pk__in=[_first(own), _first(goes_on)])
    senders = {row.sender.casefold() for row in rows}
    return len(senders) == 1 and "" not in senders


def _replies(own: Case, goes_on: Case, *, same: bool) -> QuerySet[Message]:
    """Replies in the case itself, and after it was merged those to the same sender.

    Only what was decided here: a mail of ours that joined may have been meant for somebody else.
    """
    wanted = Q(case=own)
    if own.pk != goes_on.pk and same and own.closed_at:
        wanted |= Q(case=goes_on, at__gte=own.closed_at)
    replies = Message.objects.filter(wanted, direction=Direction.OUT, author__isnull=False)
    return replies.select_related("author")


def _reply(message: Message, *, names: bool) -> Said:
    return Said(
        at=message.at,
        text=reply_words(message),
        mine=False,
        by=message.author.name if names and message.author else "",
        with_ai=message.made_with_ai,
    )


def _files(messages: Sequence[Message]) -> dict[int | None, list[str]]:
    """The names of files that the sender gave, by message; files of colleagues are theirs."""
    found: dict[int | None, list[str]] = {}
    rows = Attachment.objects.filter(message__in=[one.pk for one in messages], by__isnull=True)
    for row in rows.order_by("pk"):
        found.setdefault(row.message_id, []).append(row.name)
    return found
