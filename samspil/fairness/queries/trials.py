"""What trials found, which are due, and the texts for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext

from samspil.core.ai_act.facts import Affected
from samspil.core.fairness.outcomes import Found
from samspil.core.fairness.swaps import LANGUAGES, Carrier, Kind, carriers
from samspil.core.fairness.trying import Judged, Tried, harmless_of, judged
from samspil.core.shares import Share
from samspil.core.skill import Senders
from samspil.fairness.models import FairnessTrial, Why
from samspil.people.queries import day_of
from samspil.uses.queries import standings
from samspil.work.models import Case, Process, Proposal, Unlearned
from samspil.work.queries import text_of, use_in, with_people_topics

EVERY = timedelta(days=30)
"""At least so often AI is tried where people may be affected."""
MOST_REAL = 84
"""Beside our own texts so many real ones are read, so that a trial ends within minutes."""
CONCERNED = frozenset({Affected.EMPLOYEES, Affected.APPLICANTS})


@dataclass(frozen=True, kw_only=True)
class Result:
    """A trial with what it shows; `harmless` is how often harmless words changed the answer."""

    trial: FairnessTrial
    tried: Sequence[Tried]
    harmless: Share

    @cached_property
    def judged(self) -> list[Judged]:
        """What each kind shows; exact tests, some milliseconds for each trial."""
        return judged(self.tried)

    @property
    def beyond(self) -> list[Kind]:
        """The kinds that went beyond the limit when it was tried."""
        return [kind for kind in Kind if kind in self.trial.beyond]


def result_of(trial: FairnessTrial) -> Result:
    """What a trial shows, from the counts that were kept."""
    tried = tried_of(trial)
    return Result(trial=trial, tried=tried, harmless=harmless_of(tried))


def tried_of(trial: FairnessTrial) -> list[Tried]:
    """The counts that were kept; kinds that are no longer tried are left out."""
    kinds = set(Kind)
    return [
        Tried(**{**row, "kind": Kind(row["kind"])}) for row in trial.counts if row["kind"] in kinds
    ]


def found_words(found: Found) -> str:
    """A verdict as a sentence in the reader's language."""
    return gettext(found.words).format(**found.figures)


def trial_at(public_id: UUID) -> FairnessTrial:
    """One trial with its process; raises `FairnessTrial.DoesNotExist`."""
    return FairnessTrial.objects.select_related("process", "seen_by").get(public_id=public_id)


def trials_of(process: Process, *, most: int = 12) -> list[FairnessTrial]:
    """The trials of a process, newest first."""
    found = FairnessTrial.objects.filter(process=process).select_related("process", "by", "seen_by")
    return list(found.order_by("-pk")[:most])


def trial_of_version(process: Process, *, learned: str) -> FairnessTrial | None:
    """The newest trial of what AI was taught (`learned_by`) in a process; None before the first."""
    found = FairnessTrial.objects.filter(process=process, learned=learned)
    return found.order_by("-pk").first()


def latest_trials() -> Mapping[int, FairnessTrial]:
    """The newest trial of each process, by the process's primary key; one statement."""
    newer = FairnessTrial.objects.filter(process=OuterRef("process"), pk__gt=OuterRef("pk"))
    found = FairnessTrial.objects.filter(~Exists(newer)).select_related("process")
    return {one.process_id: one for one in found}


def unseen_trials() -> list[Result]:
    """The newest trials that went beyond the limit, and nobody has said that they looked."""
    latest = latest_trials().values()
    return [result_of(one) for one in latest if one.beyond and one.seen_at is None]


def learned_by(process: Process) -> str:
    """What the process's AI was taught, for telling one state from another."""
    return process.model_file or learned_as(process.skill, process.starter)


def learned_as(skill: str, starter: str) -> str:
    """What a skill knows that was taught nothing here."""
    return f"{skill} {starter}"


def concerned(*, at: datetime) -> list[Process]:
    """The processes whose AI may affect employees or applicants: they write there, it decides
    about people, or the register of uses says so. Samples are left out."""
    rows = with_people_topics(Process.objects.filter(sample=False).order_by("name"))
    things = [use_in(one, about_people=about_people) for one, about_people in rows]
    touched = {
        one.thing.thing
        for one in standings(things, on=day_of(at))
        if one.facts.affected & CONCERNED
    }
    return [
        one
        for one, about_people in rows
        if str(one.public_id) in touched or about_people or one.senders != Senders.CUSTOMERS
    ]


def due(*, at: datetime) -> list[tuple[Process, Why]]:
    """The processes to try now, and why."""
    latest = latest_trials()
    asked = [(one, why_due(one, latest.get(one.pk), at=at)) for one in concerned(at=at)]
    return [(one, why) for one, why in asked if why is not None]


def why_due(process: Process, latest: FairnessTrial | None, *, at: datetime) -> Why | None:
    """Why a process's AI is to be tried now; None where it was, lately enough."""
    if latest is None or latest.learned != learned_by(process):
        return Why.VERSION
    return Why.MONTH if latest.at <= at - EVERY else None


def texts_for(process: Process) -> list[Carrier]:
    """Our own texts, and the latest that AI has read here, to be swapped in and forgotten.

    Of those who are to be forgotten none.
    """
    ours = carriers(process.starter, senders=Senders(process.senders))
    forgotten = Exists(Unlearned.objects.filter(case=OuterRef("pk")))
    read = Exists(Proposal.objects.filter(case=OuterRef("pk")))
    cases = Case.objects.filter(read, ~forgotten, process=process, language__in=LANGUAGES)
    latest = list(cases.order_by("-opened_at", "-pk")[:MOST_REAL])
    texts = text_of(latest)
    theirs = [
        Carrier(text=texts[one.pk], language=one.language, made_up=False)
        for one in latest
        if texts.get(one.pk)
    ]
    return [*ours, *theirs]
