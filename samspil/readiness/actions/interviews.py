"""Interviews: made with the person's knowledge, noted, read and agreed; and what came of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.readiness.guide import (
    LONGEST_NOTE,
    MOST_QUESTIONS,
    UnfitGuide,
    questions_in,
)
from samspil.core.readiness.seats import Seat
from samspil.core.retention.categories import Category
from samspil.governance.queries import intake, reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague, Kind
from samspil.people.queries import day_of
from samspil.readiness.access import check_may_agree, check_may_ask, check_may_write
from samspil.readiness.actions.letters import tell_of_interview
from samspil.readiness.models import Interview, Note
from samspil.readiness.models.interviews import LONGEST_PLACE
from samspil.readiness.queries import guide_of, over_interviews
from samspil.tenancy.actions import delete_rows

MOST_DAYS = 366
"""So long ago a conversation may be at most; then its notes would be deleted at once."""


class Refused(ValueError):
    """It cannot be done; the message is fit to show. `field` is where it was typed, if anywhere."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


class Stale(Refused):
    """Somebody else changed it first; what was typed was not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """When and where somebody is asked, by whom, and as what."""

    person: Colleague
    interviewer: Colleague
    seat: Seat
    day: date
    place: str = ""


@transaction.atomic
def arrange_interview(wanted: Appointment, *, by: Colleague, at: datetime) -> Interview:
    """Arrange it with the questions of the guide as it is now, and tell the person by letter.

    Raises `Refused`.
    """
    check_may_ask(by)
    _check(wanted, today=day_of(at))
    made = Interview.objects.create(
        person=wanted.person, interviewer=wanted.interviewer, seat=wanted.seat, day=wanted.day,
        place=wanted.place.strip(), at=at,
    )  # fmt: skip
    Note.objects.bulk_create(
        Note(interview=made, place=place, question=question)
        for place, question in enumerate(guide_of(wanted.seat))
    )
    note("interview_arranged", "interview", made.public_id, by=by, at=at)
    tell_of_interview(made, today=day_of(at))
    return made


@transaction.atomic
def move_interview(
    interview: Interview, *, day: date, place: str, by: Colleague, at: datetime
) -> None:
    """Put it on another day or elsewhere, and tell the person again. Raises `Refused`."""
    check_may_write(by, interview)
    now = _held(interview)
    _check_when(day, place, today=day_of(at))
    now.day, now.place, now.moves = day, place.strip(), now.moves + 1
    now.save(update_fields=["day", "place", "moves"])
    note("interview_moved", "interview", now.public_id, by=by, at=at)
    tell_of_interview(now, today=day_of(at))


@transaction.atomic
def write_notes(
    interview: Interview, said: Mapping[int, str], *, seen: int, by: Colleague, at: datetime
) -> bool:
    """Keep what was said, by the places of the questions; masked as everything that comes in.

    `seen` is the version whoever writes has before them. False where nothing is new. Whoever had
    agreed has to read again. Raises `Refused`, `Stale`.
    """
    check_may_write(by, interview)
    now = _held(interview, seen=seen)
    rows = {one.place: one for one in now.notes.all()}
    changed = []
    for place, text in said.items():
        kept = _fit(text)
        if place in rows and rows[place].text != kept:
            rows[place].text = kept
            changed.append(rows[place])
    if not changed:
        return False
    Note.objects.bulk_update(changed, ["text"])
    _grow(now)
    note("interview_noted", "interview", now.public_id, by=by, at=at)
    return True


@transaction.atomic
def add_question(
    interview: Interview, question: str, *, seen: int, by: Colleague, at: datetime
) -> None:
    """Ask something more in this interview. Raises `Refused`, `Stale`."""
    check_may_write(by, interview)
    now = _held(interview, seen=seen)
    asked = _questions(question)
    places = list(now.notes.values_list("place", flat=True))
    if len(asked) + len(places) > MOST_QUESTIONS:
        raise Refused(_("Twenty questions are enough for an hour: choose."), "question")
    first = max(places, default=-1) + 1
    Note.objects.bulk_create(
        Note(interview=now, place=first + number, question=one) for number, one in enumerate(asked)
    )
    _grow(now)
    note("interview_noted", "interview", now.public_id, by=by, at=at)


@transaction.atomic
def agree(interview: Interview, *, seen: int, by: Colleague, at: datetime) -> None:
    """Say as the person that one has read the notes and that they are right.

    Raises `Stale` where they changed since, `Refused` while nothing is written.
    """
    check_may_agree(by, interview)
    now = _held(interview, seen=seen)
    if not now.notes.exclude(text="").exists():
        raise Refused(_("Nothing is written yet."))
    Interview.objects.filter(pk=now.pk).update(agreed_at=at)
    note("interview_agreed", "interview", now.public_id, by=by, at=at)


@transaction.atomic
def take_agreement_back(interview: Interview, *, by: Colleague, at: datetime) -> bool:
    """Say as the person that one does not agree any more; False where one had not."""
    check_may_agree(by, interview)
    agreed = Interview.objects.filter(pk=interview.pk, agreed_at__isnull=False)
    if not agreed.update(agreed_at=None):
        return False
    note("interview_agreement_undone", "interview", interview.public_id, by=by, at=at)
    return True


@transaction.atomic
def leave_out(interview: Interview, *, by: Colleague, at: datetime) -> bool:
    """Leave the interview out; it can be put back until its time is over. False where it was."""
    check_may_ask(by)
    if not Interview.objects.filter(pk=interview.pk, removed_at=None).update(removed_at=at):
        return False
    note("interview_removed", "interview", interview.public_id, by=by, at=at)
    return True


@transaction.atomic
def put_back(interview: Interview, *, by: Colleague, at: datetime) -> bool:
    """Undo that it was left out; False where it is there."""
    check_may_ask(by)
    gone = Interview.objects.filter(pk=interview.pk, removed_at__isnull=False)
    if not gone.update(removed_at=None):
        return False
    note("interview_restored", "interview", interview.public_id, by=by, at=at)
    return True


def forget_interviews(address: str) -> int:
    """Delete the interviews of whoever signs in with this address; returns how many."""
    return delete_rows(Interview.objects.filter(person__user__email__iexact=address.strip()))


def sweep_interviews(*, at: datetime) -> int:
    """Delete interviews of long ago; findings name nobody, and stay. Returns how many."""
    return delete_rows(over_interviews(reach_of(Category.INTERVIEWS, at=at)))


def _check(wanted: Appointment, *, today: date) -> None:
    person = wanted.person
    if person.kind != Kind.PERSON or person.left_at is not None or person.user_id is None:
        raise Refused(
            _("They cannot sign in here, so that they could not read the notes."), "person"
        )
    if person.pk == wanted.interviewer.pk:
        raise Refused(_("Nobody interviews themselves: choose somebody else."), "interviewer")
    if wanted.interviewer.kind != Kind.PERSON or wanted.interviewer.left_at is not None:
        raise Refused(_("They do not work here any more: choose somebody else."), "interviewer")
    _check_when(wanted.day, wanted.place, today=today)


def _check_when(day: date, place: str, *, today: date) -> None:
    if (today - day).days > MOST_DAYS:
        raise Refused(_("This is more than a year ago: such notes are deleted."), "day")
    if len(place.strip()) > LONGEST_PLACE:
        raise Refused(_("Say the place in 120 characters."), "place")


def _held(interview: Interview, *, seen: int | None = None) -> Interview:
    """The interview as it is now, kept from others; raises `Stale` where `seen` is not that."""
    try:
        now = Interview.objects.select_for_update().get(pk=interview.pk, removed_at=None)
    except Interview.DoesNotExist:
        raise Refused(_("This interview was left out.")) from None
    if seen is not None and seen != now.version:
        raise Stale(_("The notes changed while you had them open: look at what is new first."))
    return now


def _grow(now: Interview) -> None:
    """The notes are others than before: nobody has read them yet."""
    Interview.objects.filter(pk=now.pk).update(version=now.version + 1, agreed_at=None)


def _fit(text: str) -> str:
    """What may be kept of a note. Raises `Refused`."""
    said = intake(text) if text.strip() else None
    kept = said.text.strip() if said else ""
    if len(kept) > LONGEST_NOTE:
        raise Refused(_("A note has at most 4,000 characters: say it in fewer words."))
    return kept


def _questions(text: str) -> list[str]:
    try:
        return questions_in(text)
    except UnfitGuide as why:
        raise Refused(_(str(why)), "question") from None
