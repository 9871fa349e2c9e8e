"""Settle what class a use is, and record what was done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.ai_act.calendar import CALENDAR, Provision
from samspil.core.ai_act.classing import Risk, classify
from samspil.core.ai_act.facts import Affected, Facts, Narrow, Question, joined
from samspil.core.ai_act.roles import Own
from samspil.people.actions import note, note_training
from samspil.people.models import Colleague, Kind
from samspil.people.queries import day_of
from samspil.uses.access import check_may_govern
from samspil.uses.models import LawLook, Overseer, PublicNotice, Use
from samspil.uses.queries import Thing, digest


class NotSettled(ValueError):
    """A class cannot be taken on yet, or never; the message is fit to show."""


class BadRecord(ValueError):
    """What was to be recorded cannot be so; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people say of a use beside what the program knows."""

    affected: frozenset[Affected] = frozenset()
    answers: tuple[tuple[Question, bool], ...] = ()
    narrow: Narrow | None = None
    own: frozenset[Own] = frozenset()

    def facts(self) -> Facts:
        """The same as facts."""
        return Facts(
            affected=self.affected,
            reads=frozenset(),
            answers=dict(self.answers),
            narrow=self.narrow,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was done about a use. Days are None, and words empty, where nothing was."""

    people_told: date | None = None
    people_told_how: str = ""
    representatives_told: date | None = None
    representatives_told_how: str = ""
    assessed: date | None = None
    assessment: str = ""
    stop_plan: str = ""


@transaction.atomic
def settle(thing: Thing, said: Said, *, by: Colleague, at: datetime) -> Use:
    """Say what holds of a use, and take on the class that follows.

    Raises `NotSettled` while a question is open that may change it, and where it is refused; what
    was said is then not kept. Said anew, it is settled anew.
    """
    check_may_govern(by)
    facts = joined(thing.known, said.facts())
    found = classify(facts)
    if found.risk is Risk.REFUSED:
        raise NotSettled(_("This may not be used at all, so nobody can take it on."))
    if not found.settled:
        raise NotSettled(_("Answer the open questions first: each may change the class."))
    use = _use(thing)
    use.affected = sorted(said.affected)
    use.answers = {key.value: says for key, says in said.answers}
    use.narrow = said.narrow or ""
    use.own = sorted(said.own)
    use.settled_as, use.settled_facts = found.risk, digest(facts)
    use.settled_by, use.settled_at = by, at
    use.save()
    articles = ", ".join(one.article for one in found.why)
    _note("use_settled", use, by=by, at=at, risk=found.risk.value, articles=articles)
    return use


@transaction.atomic
def record_about(thing: Thing, record: Record, *, by: Colleague, at: datetime) -> Use:
    """Keep what was done about a use. Raises `BadRecord`."""
    check_may_govern(by)
    told = (record.people_told, record.representatives_told, record.assessed)
    if any(day is not None and day > day_of(at) for day in told):
        raise BadRecord(_("Record what was done, once it is: this day has not come yet."))
    if record.assessed and not record.assessment.strip():
        raise BadRecord(_("Say in a few words what the assessment found."))
    use = _use(thing)
    for name in record.__slots__:
        setattr(use, name, getattr(record, name))
    use.save()
    _note("use_recorded", use, by=by, at=at)
    return use


@transaction.atomic
def name_overseers(
    thing: Thing, people: Sequence[Colleague], *, by: Colleague, at: datetime
) -> Use:
    """Let exactly these people watch over a use; who did so before keeps their training."""
    check_may_govern(by)
    if any(one.kind != Kind.PERSON or one.left_at is not None for one in people):
        raise BadRecord(_("Only people who work here watch over AI."))
    use = _use(thing)
    use.overseers.exclude(colleague__in=people).delete()
    for one in people:
        Overseer.objects.get_or_create(use=use, colleague=one)
    _note("use_overseers_named", use, by=by, at=at, number=len(people))
    return use


@transaction.atomic
def name_answerable(
    thing: Thing, colleague: Colleague | None, *, by: Colleague, at: datetime
) -> None:
    """Say who answers for errors in a use; None: nobody is named. Raises `BadRecord`."""
    check_may_govern(by)
    if colleague and (colleague.kind != Kind.PERSON or colleague.left_at is not None):
        raise BadRecord(_("Only people who work here answer for AI."))
    use = _use(thing)
    use.answerable = colleague
    use.save(update_fields=["answerable"])
    _note("use_answerable_named", use, by=by, at=at, named=colleague is not None)


@transaction.atomic
def note_trained(
    thing: Thing, colleague: Colleague, *, what: str, day: date, by: Colleague, at: datetime
) -> None:
    """Record that somebody who watches over a use was trained for it. Raises `BadRecord`."""
    check_may_govern(by)
    if day > day_of(at) or not what.strip():
        raise BadRecord(_("Say what the training was about, and on which day it was."))
    overseer = Overseer.objects.filter(use=_use(thing), colleague=colleague).first()
    if overseer is None:
        raise BadRecord(_("Name them first as somebody who watches over it."))
    overseer.training = note_training(colleague, what=what.strip(), day=day, by=by, at=at)
    overseer.save(update_fields=["training"])


@transaction.atomic
def look_at_law(provision: Provision, *, by: Colleague, at: datetime) -> None:
    """Record that somebody looked whether a provision still says what the calendar says."""
    check_may_govern(by)
    LawLook.objects.update_or_create(provision=provision, defaults={"day": day_of(at), "by": by})
    article = CALENDAR[provision].article
    note("law_looked_at", "law", provision.value, by=by, at=at, article=article)


@transaction.atomic
def publish(notice: PublicNotice, *, by: Colleague, at: datetime) -> PublicNotice:
    """Keep a notice on a use and show it to everybody; its name is the organisation's already."""
    check_may_govern(by)
    notice.published_at = notice.published_at or at
    notice.save()
    note("notice_published", "process", notice.thing, by=by, at=at)
    return notice


@transaction.atomic
def withdraw(notice: PublicNotice, *, by: Colleague, at: datetime) -> None:
    """Show a notice to nobody any more. Doing it twice changes nothing."""
    check_may_govern(by)
    shown = PublicNotice.objects.filter(pk=notice.pk).exclude(published_at=None)
    if shown.update(published_at=None):
        note("notice_withdrawn", "process", notice.thing, by=by, at=at)


def _use(thing: Thing) -> Use:
    """What is recorded about it; a row begins with the first word."""
    return Use.objects.select_for_update().get_or_create(kind=thing.kind, thing=thing.thing)[0]


def _note(event: str, use: Use, *, by: Colleague, at: datetime, **facts: object) -> None:
    note(event, "use", use.public_id, by=by, at=at, kind=use.kind, thing=use.thing, **facts)
