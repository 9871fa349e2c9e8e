"""Say what the journal holds as sentences in the reader's language."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from samspil.core.organisation_models.contract import Route
from samspil.journal.models import Entry
from samspil.journal.queries import about
from samspil.people.models import Team
from samspil.people.queries import names
from samspil.web.parts import Kind, Moment
from samspil.work.models import Case, Topic, Verdict
from samspil.work.queries.wording import reason_words, topic_name

EVERYWHERE = "all"
"""The subject of what is done to every process at once."""
KINDS = {"ai": Kind.AI, "person": Kind.PERSON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names behind the ids in some entries: of colleagues, teams and topics."""

    colleagues: Mapping[str, str]
    teams: Mapping[str, str]
    topics: Mapping[str, str]


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
    """What happened to a case, oldest first."""
    entries = list(about(str(case.public_id)))
    known = names_in(entries)
    why = reason_words(case)
    return [
        Moment(
            at=entry.at,
            text=_short(entry, known),
            icon=icon_of(entry),
            kind=KINDS.get(entry.actor_kind, Kind.RULE),
            by=who(entry, known),
            note=why if entry.event == "routed" else "",
        )
        for entry in entries
    ]


def _short(entry: Entry, known: Names) -> str:
    """The sentence, without what the reason below it says again."""
    if entry.event != "routed":
        return sentence(entry, known)
    return _sorted(json.loads(entry.facts), known) or gettext("AI looked at it.")


def who(entry: Entry, known: Names) -> str:
    """Who did it, by name; Samspil itself where no colleague did, the id where nobody knows it."""
    if entry.actor_kind == "system":
        return "Samspil"
    return known.colleagues.get(entry.actor, entry.actor)


def icon_of(entry: Entry) -> str:
    """The picture beside an event."""
    return ICONS.get(entry.event, "circle")


def sentence(entry: Entry, known: Names) -> str:
    """What happened, without who and when; an event nobody put into words keeps its name."""
    facts = json.loads(entry.facts)
    words = SENTENCES.get(entry.event)
    return words(entry, facts, known) if words else entry.event.replace("_", " ").capitalize()


def event_names() -> dict[str, str]:
    """Every event that has a sentence, with a short name to choose it by."""
    return {
        "opened": gettext("Case opened"),
        "reopened": gettext("Case reopened"),
        "message_joined": gettext("Message joined a case"),
        "risk_raised": gettext("Risk raised"),
        "routed": gettext("Case routed"),
        "claimed": gettext("Case taken"),
        "released": gettext("Case given back"),
        "handed_over": gettext("Case handed over"),
        "decided": gettext("Case decided"),
        "snoozed": gettext("Case put aside"),
        "woken": gettext("Case brought back"),
        "split_off": gettext("Message split off"),
        "merged": gettext("Case merged"),
        "merged_here": gettext("Case merged in"),
        "unmerged": gettext("Merging undone"),
        "hand_over_undone": gettext("Handing over undone"),
        "decision_undone": gettext("Closing undone"),
        "attached": gettext("File added"),
        "noted": gettext("Note written"),
        "tagged": gettext("Tag added"),
        "untagged": gettext("Tag removed"),
        "reply_sent": gettext("Reply sent"),
        "escalated": gettext("Somebody reminded"),
        "reassigned": gettext("Case given to somebody else"),
        "freed": gettext("Case taken from its holder"),
        "hours_changed": gettext("Opening hours changed"),
        "steps_changed": gettext("Steps changed"),
        "absence_planned": gettext("Absence entered"),
        "absence_cancelled": gettext("Absence taken back"),
        "organisation_founded": gettext("Organisation founded"),
        "process_made": gettext("Process set up"),
        "process_changed": gettext("Process changed"),
        "skill_taught": gettext("AI taught"),
        "stopped": gettext("AI stopped"),
        "stop_lifted": gettext("Stop lifted"),
        "colleague_added": gettext("Colleague added"),
        "colleague_changed": gettext("Colleague changed"),
        "colleague_invited": gettext("Colleague invited"),
        "invitation_accepted": gettext("Invitation accepted"),
        "colleague_left": gettext("Colleague left"),
    }


Words = Callable[[Entry, Mapping[str, Any], Names], str]


def _routed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    ways = {
        Route.ALONE: gettext("AI finishes it alone."),
        Route.TOGETHER: gettext("AI proposes and a person decides."),
        Route.PERSON: gettext("A person does it."),
    }
    way = ways.get(facts.get("route", ""), "")
    return " ".join(part for part in (_sorted(facts, known), way) if part)


def _sorted(facts: Mapping[str, Any], known: Names) -> str:
    key = str(facts.get("topic") or "")
    name = known.topics.get(key, key.replace("_", " "))
    return gettext("Sorted as “%(topic)s”.") % {"topic": name} if key else ""


def _handed_over(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    team = known.teams.get(str(facts.get("team", "")), "")
    return gettext("Handed over to %(team)s.") % {"team": team or gettext("another team")}


def _escalated(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    told = [known.colleagues[one] for one in facts.get("told", ()) if one in known.colleagues]
    if not told:
        return gettext("It waits; nobody was there to be reminded.")
    return gettext("It waits; reminded: %(names)s.") % {"names": ", ".join(told)}


def _reassigned(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    to = known.colleagues.get(str(facts.get("to")), gettext("somebody else"))
    if facts.get("why") == "away":
        return gettext("Given to %(name)s, since its holder is away.") % {"name": to}
    return gettext("Given to %(name)s.") % {"name": to}


def _freed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("why") == "away":
        return gettext("Put back into the queue, since its holder is away.")
    return gettext("Taken from its holder and put back into the queue.")


def _decided(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    said = {
        Verdict.AGREED: gettext("Closed as AI proposed."),
        Verdict.CHANGED: gettext("Closed with AI's proposal changed."),
        Verdict.REJECTED: gettext("Closed against AI's proposal."),
        Verdict.OWN: gettext("Closed without a proposal by AI."),
    }
    return str(said.get(facts.get("verdict", ""), gettext("Closed.")))


def _taught(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    examples = int(facts.get("examples", 0))
    words = ngettext("AI learned from %(n)d example.", "AI learned from %(n)d examples.", examples)
    return words % {"n": examples}


def _stopped(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if entry.subject == EVERYWHERE:
        return gettext("AI was stopped everywhere.")
    return gettext("AI was stopped in this process.")


def _lifted(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if entry.subject == EVERYWHERE:
        return gettext("AI may work again everywhere.")
    return gettext("AI may work again in this process.")


SENTENCES: Mapping[str, Words] = {
    "opened": lambda entry, facts, known: gettext("The message arrived."),
    "reopened": lambda entry, facts, known: gettext("A new message reopened the case."),
    "message_joined": lambda entry, facts, known: gettext("A new message joined the case."),
    "risk_raised": lambda entry, facts, known: gettext("A new message made it more pressing."),
    "routed": _routed,
    "claimed": lambda entry, facts, known: gettext("Taken from the queue."),
    "released": lambda entry, facts, known: gettext("Given back to the queue."),
    "handed_over": _handed_over,
    "decided": _decided,
    "snoozed": lambda entry, facts, known: gettext("Put aside for later."),
    "woken": lambda entry, facts, known: gettext("Brought back before its time."),
    "split_off": lambda entry, facts, known: gettext("A message became a case of its own."),
    "merged": lambda entry, facts, known: gettext("Merged into another case."),
    "merged_here": lambda entry, facts, known: gettext("Another case was merged in."),
    "unmerged": lambda entry, facts, known: gettext("The merging was undone."),
    "hand_over_undone": lambda entry, facts, known: gettext("The handing over was undone."),
    "decision_undone": lambda entry, facts, known: gettext(
        "The closing without a reply was undone."
    ),
    "attached": lambda entry, facts, known: gettext("A file was added."),
    "noted": lambda entry, facts, known: gettext("A note was written."),
    "tagged": lambda entry, facts, known: gettext("A tag was added."),
    "untagged": lambda entry, facts, known: gettext("A tag was removed."),
    "escalated": _escalated,
    "reassigned": _reassigned,
    "freed": _freed,
    "hours_changed": lambda entry, facts, known: gettext("The opening hours were changed."),
    "hours_dropped": lambda entry, facts, known: gettext("It has the usual opening hours again."),
    "steps_changed": lambda entry, facts, known: gettext(
        "What is done when cases wait was changed."
    ),
    "absence_planned": lambda entry, facts, known: gettext("An absence was entered."),
    "absence_cancelled": lambda entry, facts, known: gettext("An absence was taken back."),
    "reply_sent": lambda entry, facts, known: gettext("The reply was put in the outgoing post."),
    "organisation_founded": lambda entry, facts, known: gettext("The organisation was founded."),
    "process_made": lambda entry, facts, known: gettext("The process was set up."),
    "process_changed": lambda entry, facts, known: gettext("The process was changed."),
    "skill_taught": _taught,
    "stopped": _stopped,
    "stop_lifted": _lifted,
    "colleague_added": lambda entry, facts, known: gettext("A colleague was added."),
    "colleague_changed": lambda entry, facts, known: gettext("A colleague's entry was changed."),
    "colleague_invited": lambda entry, facts, known: gettext("A colleague was invited."),
    "invitation_accepted": lambda entry, facts, known: gettext("An invitation was accepted."),
    "colleague_left": lambda entry, facts, known: gettext("A colleague left; access has ended."),
}
ICONS: Mapping[str, str] = {
    "opened": "mail",
    "reopened": "refresh-cw",
    "message_joined": "mail",
    "risk_raised": "triangle-alert",
    "routed": "route",
    "claimed": "hand",
    "released": "undo-2",
    "handed_over": "forward",
    "decided": "check",
    "snoozed": "clock",
    "woken": "bell",
    "split_off": "forward",
    "merged": "link",
    "merged_here": "link",
    "unmerged": "undo-2",
    "hand_over_undone": "undo-2",
    "decision_undone": "undo-2",
    "attached": "paperclip",
    "noted": "message-square",
    "tagged": "tag",
    "untagged": "tag",
    "reply_sent": "message-square",
    "escalated": "bell",
    "reassigned": "user",
    "freed": "undo-2",
    "hours_changed": "clock",
    "hours_dropped": "clock",
    "steps_changed": "bell",
    "absence_planned": "calendar",
    "absence_cancelled": "calendar",
    "organisation_founded": "plus",
    "process_made": "plus",
    "process_changed": "sliders-horizontal",
    "skill_taught": "graduation-cap",
    "stopped": "octagon-x",
    "stop_lifted": "play",
}
