"""What those whom a process concerns are told of AI in it: read from what holds, never typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from samspil.chat.models import Chat
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.retention.categories import Category
from samspil.core.skill import Senders
from samspil.governance.queries import days_kept, is_agreed
from samspil.inbox.models import PublicForm
from samspil.trust.queries.use_words import RISKS, purpose_of, reason_words
from samspil.uses.models import PublicNotice
from samspil.uses.queries import Standing, standing_at
from samspil.work.models import Process
from samspil.work.queries import stop_stands, use_in
from samspil.work.queries.autonomy import levels_of
from samspil.work.queries.wording import MODEL_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom strangers ask, as the process's form or chat says, or the notice where none does."""

    line: str
    privacy_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the page says. `form` and `chat` are public names, empty where none is open; `days` is
    None as long as nobody has said yes to deleting; `alone`: AI may finish a case without a person.
    """

    process: Process
    standing: Standing
    meaning: str
    works: bool
    alone: bool
    customers: bool
    risk: str
    why: Sequence[str]
    days: int | None
    form: str
    chat: str
    contact: Contact

    @property
    def purpose(self) -> str:
        """What AI is for here."""
        return purpose_of(self.standing.thing)


def notice_called(slug: str) -> PublicNotice | None:
    """The current organisation's published notice of this name."""
    return PublicNotice.objects.filter(slug=slug).exclude(published_at=None).first()


def open_process(thing: str) -> Process | None:
    """The process with this id that a notice may be about: neither closed nor a sample."""
    return Process.objects.filter(public_id=thing, closed=False, sample=False).first()


def told_of_process(process: Process, notice: PublicNotice | None, *, now: datetime) -> Told:
    """What holds of AI in a process now; a fixed number of statements."""
    form = PublicForm.objects.filter(process=process).first()
    chat = _chat_of(process)
    standing = standing_at(use_in(process), on=timezone.localdate(now))
    customers = process.senders == Senders.CUSTOMERS
    kept = Category.CUSTOMERS if customers else Category.EMPLOYEES
    wanted = MODELS[process.organisation_model].wanted[Step.REPLY]
    level = levels_of([process])[process.pk]
    return Told(
        process=process, standing=standing, form=form.slug if form and form.opened_at else "",
        meaning=str(MODEL_WORDS[process.organisation_model][1]),
        works=standing.gate.open and not stop_stands(process),
        alone=wanted is Route.ALONE and level >= Autonomy.CAREFUL,
        customers=customers, risk=str(RISKS[standing.found.risk]),
        why=[reason_words(one.ground) for one in standing.found.why],
        days=days_kept(kept) if is_agreed(kept) else None,
        chat=chat.slug if chat else "", contact=_contact(form, chat, notice),
    )  # fmt: skip


def _chat_of(process: Process) -> Chat | None:
    here = Chat.objects.filter(process=process).exclude(slug="").exclude(opened_at=None)
    return here.order_by("pk").first()


def _contact(form: PublicForm | None, chat: Chat | None, notice: PublicNotice | None) -> Contact:
    for one in (form, chat, notice):
        if one and one.contact and one.privacy_url:
            return Contact(line=one.contact, privacy_url=one.privacy_url)
    return Contact(line="", privacy_url="")
