"""A stranger writes by a public form: a case, a receipt, and a secret address to come back to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.adapters.jobs import enqueue
from samspil.adapters.mail import SENDER
from samspil.adapters.mail import Outgoing as Letter
from samspil.adapters.mail import deliver as post
from samspil.core.ids import new_id
from samspil.core.secret_links import digest, receipt_number
from samspil.governance.queries import intake
from samspil.inbox.models import PublicForm, StatusLink
from samspil.inbox.queries import expected_words, plan_of, status_address, zone_of
from samspil.tenancy.queries import current
from samspil.work.actions import Arrival, Filled, attach, index_cases, open_cases
from samspil.work.models import Case, Channel, Message, Process
from samspil.work.queries import store

RECEIPT = "inbox.receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIn:
    """A file as it came in."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What somebody filled in. `fields` are labels with what was typed; `mail` may be empty.

    `wish` holds the words by which they asked that a person reads first; empty: they did not.
    `grave`: it is about what an experienced person takes.
    """

    language: str
    text: str
    subject: str = ""
    mail: str = ""
    name: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    wish: str = ""
    grave: bool = False
    channel: Channel = Channel.FORM
    files: Sequence[FileIn] = ()


def submit(form: PublicForm, submission: Submission, *, token: str, at: datetime) -> StatusLink:
    """Make a case of what was filled in; see `submit_to`."""
    return submit_to(form.process, submission, token=token, at=at, form=form)


def submit_to(
    process: Process,
    submission: Submission,
    *,
    token: str,
    at: datetime,
    form: PublicForm | None = None,
) -> StatusLink:
    """Make a case of it and answer with the sender's link; the same `token` makes one case only.

    `form` is None where it came by a chat. Files are stored before the transaction begins; where it
    fails they are swept up later.
    """
    number = receipt_number(token, key=settings.FORM_KEY)
    if (known := _known(process, number)) is not None:
        return known
    for each in submission.files:
        store().put(each.content)
    try:
        return _submit(process, form, submission, number=number, at=at)
    except IntegrityError:  # the same page was sent twice at the same moment
        known = _known(process, number)
        if known is None:
            raise
        return known


def _known(process: Process, number: str) -> StatusLink | None:
    links = StatusLink.objects.filter(case__process=process, case__external_id=number)
    return links.select_related("case").first()


@transaction.atomic
def _submit(
    process: Process,
    form: PublicForm | None,
    submission: Submission,
    *,
    number: str,
    at: datetime,
) -> StatusLink:
    public_id = new_id()
    filled = Filled(
        language=submission.language,
        fields=submission.fields,
        wish=submission.wish,
        grave=submission.grave,
        channel=submission.channel,
        number=f"{public_id}@samspil",
    )
    arrival = Arrival(
        text=submission.text,
        external_id=number,
        sender=submission.mail or intake(submission.name).text,
        sender_name=submission.name if submission.mail else "",
        subject=submission.subject,
        filled=filled,
    )
    case = open_cases([arrival], process=process, at=at).cases[0]
    for each in submission.files:
        attach(case, name=each.name, content=each.content, at=at, message=case.messages.get())
    link = StatusLink(
        public_id=public_id, case=case, form=form, language=submission.language, created_at=at
    )
    link.digest = digest(status_address(link))
    link.save(force_insert=True)
    if submission.mail:
        enqueue(RECEIPT, {"organisation": str(current().public_id), "link": str(public_id)})
    return link


@transaction.atomic
def give_mail(link: StatusLink, mail: str, *, at: datetime) -> None:
    """Have the receipt and the replies sent to this address as well; only the first one counts."""
    message = Message.objects.filter(case=link.case_id).order_by("at", "pk")[:1].get()
    given = Message.objects.filter(pk=message.pk, sender="").update(sender=mail)
    if given:
        index_cases([link.case_id])
        enqueue(RECEIPT, {"organisation": str(current().public_id), "link": str(link.public_id)})


def send_receipt(link: StatusLink, *, at: datetime) -> None:
    """Write the receipt to whoever sent the case. Tried twice it is the same letter.

    It repeats nothing that was typed: nobody can have us write their words to somebody else.
    """
    case = Case.objects.select_related("process").get(pk=link.case_id)
    message = case.messages.order_by("at", "pk")[0]
    with override(link.language), zone_of(current()):
        letter = Letter(
            message_id=f"<{link.public_id}@samspil>",
            recipient=message.sender,
            sender=SENDER,
            subject=_("We have your message (%(number)s)") % {"number": case.external_id},
            text=_receipt_text(link, case, at=at),
            headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        )
    post(letter)


def _receipt_text(link: StatusLink, case: Case, *, at: datetime) -> str:
    form = link.form
    title = plan_of(form).said(link.language).title if form else case.process.name
    parts = (
        _("Hello,"),
        _("we have received your message to %(company)s (%(title)s). Its number is %(number)s.")
        % {"company": current().name, "title": title, "number": case.external_id},
        expected_words(case.due_at, now=at),
        _("See how it goes, write more, or ask for a person:"),
        f"{settings.BASE_URL}/f/status/{status_address(link)}/",
        _("Keep this address to yourself: whoever has it can read what you wrote."),
        _("AI reads and sorts what comes in. People decide."),
        _(
            "This letter was written automatically. If you did not write to us, somebody gave "
            "your address by mistake, and you need not do anything."
        ),
        current().name,
    )
    return "\n\n".join(parts)
