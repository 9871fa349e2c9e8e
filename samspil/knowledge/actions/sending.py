"""Send a question on as a case, say where such cases go, and agree to be named."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action
from samspil.knowledge.models import Desk, FoundPlace, MayBeNamed, QuestionCase
from samspil.knowledge.queries import Answered, desk, takers
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.skills.triage.language import language_of
from samspil.work.actions import Arrival, Filled, open_cases
from samspil.work.models import Channel, Process


class NoDesk(Exception):
    """No process takes questions; the message is fit to show to a person."""


class BadDesk(ValueError):
    """This process cannot take questions; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What whoever asks adds in their own words, and whom they would like to answer."""

    words: str = ""
    expert: Colleague | None = None


@transaction.atomic
def send_on(answered: Answered, *, wish: Wish, by: Colleague, at: datetime) -> QuestionCase:
    """Make a case of a question, for a person to answer: AI neither reads nor answers it.

    Only a colleague who was named for it is kept as the one wished for. Raises `NoDesk`.
    """
    process = desk()
    if process is None:
        raise NoDesk(_("No process takes colleagues' questions yet: a leader can set one up."))
    text = "\n\n".join(part for part in (answered.question, wish.words.strip()) if part)
    arrival = Arrival(
        text=text,
        subject=answered.question,
        sender=by.user.email if by.user else by.name,
        sender_name=by.name if by.user else "",
        filled=Filled(
            language=language_of(answered.question) or "",
            wish=_("A colleague should answer this."),
            channel=Channel.QUESTION,
        ),
    )
    case = open_cases([arrival], process=process, at=at, by=by).cases[0]
    named = {one.colleague.pk for one in answered.experts}
    expert = wish.expert if wish.expert and wish.expert.pk in named else None
    question = QuestionCase.objects.create(case=case, asker=by, expert=expert)
    FoundPlace.objects.bulk_create(
        FoundPlace(
            question=question, place=place, document=one.document, passage=one.passage.number,
            start=one.start, end=one.end,
        )
        for place, one in enumerate((*answered.quotes, *answered.nearest))
    )  # fmt: skip
    expert_id = str(expert.public_id) if expert else ""
    note("question_sent_on", "case", case.public_id, by=by, at=at, expert=expert_id)
    return question


@transaction.atomic
def choose_desk(process: Process, *, by: Colleague, at: datetime) -> None:
    """Let this process take questions from now on. Raises `BadDesk` where customers write to it."""
    check_may(by, Action.CHANGE_PROCESSES)
    if not takers().filter(pk=process.pk).exists():
        raise BadDesk(_("Only a process that employees write to can take their questions."))
    Desk.objects.exclude(process=process).delete()
    Desk.objects.get_or_create(process=process)
    note("questions_go_to", "process", process.public_id, by=by, at=at)


@transaction.atomic
def agree_to_be_named(colleague: Colleague, *, at: datetime) -> None:
    """Let oneself be named to whoever asks about what one can do."""
    _row, new = MayBeNamed.objects.get_or_create(colleague=colleague, defaults={"agreed_at": at})
    if new:
        note("agreed_to_be_named", "colleague", colleague.public_id, by=colleague, at=at)


@transaction.atomic
def be_named_no_more(colleague: Colleague, *, at: datetime) -> None:
    """Take that back; it holds from the next question on."""
    gone, _rows = MayBeNamed.objects.filter(colleague=colleague).delete()
    if gone:
        note("named_no_more", "colleague", colleague.public_id, by=colleague, at=at)
