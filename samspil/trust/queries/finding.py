"""Which entries of the journal are asked for.

Entries hold ids and no words. So each word is looked up where it may stand (what happened, who, and
about which case, process or colleague), and the entries are found by those ids.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone

from samspil.journal.models import Entry
from samspil.journal.queries import newest
from samspil.people.models import Colleague
from samspil.work.models import Case, Process
from samspil.work.queries.event_kinds import Names
from samspil.work.queries.happened import event_names, sentence

MOST_WORDS = 6
MOST_NAMED = 100
SYSTEM = "system"
NOBODY = Names(colleagues={}, teams={}, topics={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to show of the journal; what is empty or None does not narrow it.

    `words` must all be found; `since` and `until` are days in the organisation's zone, both
    included; `by` is an id as the journal holds it.
    """

    words: str = ""
    event: str = ""
    by: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


def chosen(asked: Asked, *, before: int | None) -> QuerySet[Entry]:
    """The entries before one, newest first."""
    entries = newest()
    for word in asked.words.split()[:MOST_WORDS]:
        entries = entries.filter(_named(word))
    if asked.event:
        entries = entries.filter(event=asked.event)
    if asked.by:
        entries = entries.filter(actor=asked.by)
    if asked.subject:
        entries = entries.filter(subject=asked.subject)
    if asked.since:
        entries = entries.filter(at__gte=_midnight(asked.since))
    if asked.until and asked.until < date.max:
        entries = entries.filter(at__lt=_midnight(asked.until + timedelta(days=1)))
    return entries if before is None else entries.filter(sequence__lt=before)


def _named(word: str) -> Q:
    """Entries of an event, by a colleague or about something that this word names."""
    folded = word.casefold()
    events = [key for key, words in _events_in_words() if folded in words]
    people = _ids(Colleague.objects.filter(name__icontains=word))
    processes = _ids(Process.objects.filter(name__icontains=word))
    found = Q(event__in=events) | Q(actor__in=people)
    found |= Q(subject__in=[*people, *processes, *_cases_numbered(word)])
    return found | Q(actor=SYSTEM) if folded == "samspil" else found


def _events_in_words() -> list[tuple[str, str]]:
    """Every event with its name and its sentence, as far as that is the same for all."""
    said = {
        key: f"{name} {sentence(Entry(event=key), NOBODY)}" for key, name in event_names().items()
    }
    return [(key, words.casefold()) for key, words in said.items()]


def _ids(named: "QuerySet[Colleague] | QuerySet[Process]") -> list[str]:
    return [str(one) for one in named.values_list("public_id", flat=True)[:MOST_NAMED]]


def _cases_numbered(word: str) -> list[str]:
    """Cases with this number, in each process, or with this address."""
    asked = Q(external_id=word, process__in=Process.objects.values("pk"))
    with suppress(ValueError):
        asked |= Q(public_id=UUID(word))
    return [str(one) for one in Case.objects.filter(asked).values_list("public_id", flat=True)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=get_current_timezone())
