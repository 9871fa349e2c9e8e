"""Say what the journal holds as sentences in the reader's language."""

import json
from collections.abc import Sequence

from django.utils.translation import gettext

from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.journal.models import Entry
from samspil.journal.queries import about
from samspil.people.models import Team
from samspil.people.queries import names
from samspil.web.parts import Kind, Moment
from samspil.work.models import Case, Topic
from samspil.work.queries.event_kinds import Names
from samspil.work.queries.events import EVENTS, sorted_as
from samspil.work.queries.wording import reason_words, topic_name

LEADS_TO_JUDGE = frozenset({"claimed", "reassigned"})
"""Events that tell who may have judged a case, as long as it is open."""
KINDS = {"ai": Kind.AI, "person": Kind.PERSON}


def names_in(entries: Sequence[Entry]) -> Names:
    """Everybody and everything named in these entries, in at most three statements."""
    facts = [json.loads(entry.facts) for entry in entries]
    teams = {str(each["team"]) for each in facts if each.get("team")}
    told = {one for each in facts for one in (*each.get("told", ()), each.get("to")) if one}
    keys = {str(each["topic"]) for each in facts if each.get("topic")}
    found = Team.objects.filter(public_id__in=teams).values_list("public_id", "name")
    topics = Topic.objects.filter(key__in=keys)
    return Names(
        colleagues=names(sorted({entry.actor for entry in entries} | told)),
        teams={str(public_id): name for public_id, name in found} if teams else {},
        topics={topic.key: topic_name(topic) for topic in topics} if keys else {},
    )


def moments(case: Case) -> list[Moment]:
    """What happened to a case, oldest first.

    Who judged it before AI's answer was seen is not named.
    """
    entries = list(about(str(case.public_id)))
    known = names_in(entries)
    why = reason_words(case)
    return [
        Moment(
            at=entry.at,
            text=_short(entry, known),
            icon=icon_of(entry),
            kind=KINDS.get(entry.actor_kind, Kind.RULE),
            by=gettext("A colleague") if unnamed(entry, case) else who(entry, known),
            note=why if entry.event == "routed" else "",
        )
        for entry in entries
    ]


def unnamed(entry: Entry, case: Case) -> bool:
    """Whether this entry would tell who judged the case first, and so how right they were."""
    if entry.event == "judged_first":
        return True
    judging = case.judging in (Judging.SECOND, Judging.JUDGED) and case.stage != Stage.CLOSED
    return judging and entry.actor_kind == "person" and entry.event in LEADS_TO_JUDGE


def _short(entry: Entry, known: Names) -> str:
    """The sentence, without what the reason below it says again."""
    if entry.event != "routed":
        return sentence(entry, known)
    return sorted_as(json.loads(entry.facts), known) or gettext("AI looked at it.")


def who(entry: Entry, known: Names) -> str:
    """Who did it, by name; Samspil itself where no colleague did, the id where nobody knows it."""
    if entry.actor_kind == "system":
        return "Samspil"
    return known.colleagues.get(entry.actor, entry.actor)


def icon_of(entry: Entry) -> str:
    """The picture beside an event."""
    return EVENTS[entry.event].icon if entry.event in EVENTS else "circle"


def sentence(entry: Entry, known: Names) -> str:
    """What happened, without who and when; an event nobody put into words keeps its name."""
    if entry.event not in EVENTS:
        return entry.event.replace("_", " ").capitalize()
    words = EVENTS[entry.event].words
    return words(entry, json.loads(entry.facts), known) if callable(words) else str(words)


def event_names() -> dict[str, str]:
    """Every event that can be chosen, with a short name to choose it by."""
    return {event: str(one.name) for event, one in EVENTS.items() if one.name}
