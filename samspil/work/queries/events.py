"""What is said of each kind of event in the journal: a name, a picture, a sentence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence import learning, overturning
from samspil.core.organisation_models.contract import Route
from samspil.governance.queries import class_name
from samspil.journal.models import Entry
from samspil.work.models import Verdict
from samspil.work.queries.allocation_events import OF_ALLOCATION
from samspil.work.queries.audit_events import OF_AUDITS
from samspil.work.queries.event_kinds import Event, Names
from samspil.work.queries.incident_events import OF_INCIDENTS
from samspil.work.queries.knowledge_events import OF_KNOWLEDGE, sent_approved
from samspil.work.queries.ladder_words import disproved_words, level_name, move_words
from samspil.work.queries.log_events import OF_LOGS
from samspil.work.queries.map_events import OF_MAPS
from samspil.work.queries.model_events import OF_MODELS
from samspil.work.queries.parallel_events import OF_PARALLEL_RUNS
from samspil.work.queries.readiness_events import OF_READINESS
from samspil.work.queries.retention_events import OF_RETENTION
from samspil.work.queries.rights_events import OF_RIGHTS
from samspil.work.queries.rollout_events import OF_ROLLOUTS
from samspil.work.queries.scenario_events import OF_SCENARIOS
from samspil.work.queries.summary_events import OF_SUMMARIES
from samspil.work.queries.use_events import OF_USES
from samspil.work.queries.workshop_events import OF_WORKSHOPS

if TYPE_CHECKING:
    pass

EVERYWHERE = "all"
"""The subject of what is done to every process at once."""


def _routed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    ways = {
        Route.ALONE: gettext("AI finishes it alone."),
        Route.TOGETHER: gettext("AI proposes and a person decides."),
        Route.PERSON: gettext("A person does it."),
    }
    way = ways.get(facts.get("route", ""), "")
    return " ".join(part for part in (sorted_as(facts, known), way, sent_approved(facts)) if part)


def sorted_as(facts: Mapping[str, Any], known: Names) -> str:
    key = str(facts.get("topic") or "")
    name = known.topics.get(key, key.replace("_", " "))
    return gettext("Sorted as “%(topic)s”.") % {"topic": name} if key else ""


def _handed_over(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    team = known.teams.get(str(facts.get("team", "")), "")
    return gettext("Handed over to %(team)s.") % {"team": team or gettext("another team")}


def _classed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    return gettext("Its data is %(kind)s.") % {"kind": class_name(str(facts.get("data_class", "")))}


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


def _opened(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("sample"):
        return gettext("A sample message arrived.")
    return gettext("The message arrived.")


def _taught(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    examples = int(facts.get("examples", 0))
    words = ngettext("AI learned from %(n)d example.", "AI learned from %(n)d examples.", examples)
    return words % {"n": examples}


def _learning(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("by_itself"):
        return gettext("AI learns anew by itself from now on.")
    return gettext("AI no longer learns anew by itself.")


def _learning_began(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    n = int(facts.get("examples", 0))
    words = ngettext(
        "AI began to learn anew by itself: %(n)d example is new.",
        "AI began to learn anew by itself: %(n)d examples are new.",
        n,
    )
    return words % {"n": n}


def _tried(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if "verdict" not in facts:
        return ""
    why = gettext(learning.WORDS[learning.Verdict(facts["verdict"])]).format(**facts)
    outcome = gettext(learning.WORDS[learning.Outcome(facts["outcome"])])
    return f"{why} {outcome}"


def _examples_kept(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    n = int(facts.get("examples", 0))
    return ngettext("%(n)d example was kept.", "%(n)d examples were kept.", n) % {"n": n}


def _examples_removed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    n = int(facts.get("examples", 0))
    return ngettext("%(n)d example was removed.", "%(n)d examples were removed.", n) % {"n": n}


def _person_forgotten(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    n = int(facts.get("examples", 0))
    words = ngettext(
        "AI forgets a person: %(n)d example of theirs was deleted for good.",
        "AI forgets a person: %(n)d examples of theirs were deleted for good.",
        n,
    )
    return words % {"n": n}


def _stopped(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if entry.subject == EVERYWHERE:
        return gettext("AI was stopped everywhere.")
    return gettext("AI was stopped in this process.")


def _lifted(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if entry.subject == EVERYWHERE:
        return gettext("AI may work again everywhere.")
    return gettext("AI may work again in this process.")


def _exported(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    cases = int(facts.get("cases", 0))
    if facts.get("form") == "paper":
        words = ngettext(
            "A list with %(n)d case was printed.", "A list with %(n)d cases was printed.", cases
        )
    else:
        words = ngettext(
            "A list with %(n)d case was exported.", "A list with %(n)d cases was exported.", cases
        )
    return words % {"n": cases}


def _moved(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if "reason" not in facts:
        return ""
    levels = {"before": level_name(facts["before"]), "after": level_name(facts["after"])}
    why = move_words(str(facts["reason"]), facts, by=known.colleagues.get(entry.actor, ""))
    return gettext("From “%(before)s” to “%(after)s”.") % levels + f" {why}"


def _overturned(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    ways = {
        overturning.Way.CONTESTED: gettext("Somebody disagreed, and it was changed."),
        overturning.Way.REOPENED: gettext("The customer wrote again, and got another answer."),
        overturning.Way.CORRECTED: gettext("A colleague put it right."),
    }
    words = gettext("AI's answer counts as wrong from now on.")
    return f"{words} {ways.get(facts.get('way', ''), '')}".strip()


def _disproved(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    words = gettext("A certificate that AI might have gone back to ended.")
    return f"{words} {disproved_words(facts)}".strip()


def _looked_through(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("trouble"):
        return gettext("A source of documents could not be read to its end.")
    words = gettext(
        "A source was looked through: %(new)d documents new, %(changed)d changed, %(removed)d "
        "removed, %(failed)d not read."
    )
    return words % {
        name: int(facts.get(name, 0)) for name in ("new", "changed", "removed", "failed")
    }


EVENTS: Mapping[str, Event] = {
    "opened": Event(_("Case opened"), "mail", _opened),
    "reopened": Event(_("Case reopened"), "refresh-cw", _("A new message reopened the case.")),
    "message_joined": Event(
        _("Message joined a case"), "mail", _("A new message joined the case.")
    ),
    "own_mail_joined": Event(
        _("Our own mail joined a case"), "mail", _("A mail that we sent joined the case.")
    ),
    "risk_raised": Event(
        _("Risk raised"), "triangle-alert", _("A new message made it more pressing.")
    ),
    "routed": Event(_("Case routed"), "route", _routed),
    "claimed": Event(_("Case taken"), "hand", _("Taken from the queue.")),
    "judged_first": Event(
        _("Judged before AI's answer was seen"), "eye", _("Judged before AI's answer was seen.")
    ),
    "released": Event(_("Case given back"), "undo-2", _("Given back to the queue.")),
    "handed_over": Event(_("Case handed over"), "forward", _handed_over),
    "level_raised": Event(
        _("Case made more pressing"), "triangle-alert", _("A colleague made it more pressing.")
    ),
    "level_raise_undone": Event(
        _("Making more pressing undone"), "undo-2", _("Making it more pressing was undone.")
    ),
    "answer_overturned": Event(_("AI's answer overturned"), "scale", _overturned),
    "certificate_disproved": Event(_("Certificate ended"), "scale", _disproved),
    "decided": Event(_("Case decided"), "check", _decided),
    "case_classed": Event(_("Data of a case classed"), "shield-check", _classed),
    "snoozed": Event(_("Case put aside"), "clock", _("Put aside for later.")),
    "woken": Event(_("Case brought back"), "bell", _("Brought back before its time.")),
    "split_off": Event(_("Message split off"), "forward", _("A message became a case of its own.")),
    "merged": Event(_("Case merged"), "link", _("Merged into another case.")),
    "merged_here": Event(_("Case merged in"), "link", _("Another case was merged in.")),
    "unmerged": Event(_("Merging undone"), "undo-2", _("The merging was undone.")),
    "person_wanted": Event(_("Person wished for"), "user", _("The sender asked for a person.")),
    "withdrawn": Event(_("Message withdrawn"), "undo-2", _("The sender needs no answer any more.")),
    "hand_over_undone": Event(
        _("Handing over undone"), "undo-2", _("The handing over was undone.")
    ),
    "decision_undone": Event(
        _("Closing undone"), "undo-2", _("The closing without a reply was undone.")
    ),
    "attached": Event(_("File added"), "paperclip", _("A file was added.")),
    "enclosed": Event(
        _("File put to a reply"), "paperclip", _("A file goes along with the reply.")
    ),
    "enclosure_left_out": Event(
        _("File left out of a reply"), "paperclip", _("A file does not go along with the reply.")
    ),
    "noted": Event(_("Note written"), "message-square", _("A note was written.")),
    "tagged": Event(_("Tag added"), "tag", _("A tag was added.")),
    "untagged": Event(_("Tag removed"), "tag", _("A tag was removed.")),
    "reply_sent": Event(
        _("Reply sent"), "message-square", _("The reply was put in the outgoing post.")
    ),
    "exported": Event(_("Case taken away"), "download", _("It was saved or printed.")),
    "cases_exported": Event(_("List of cases exported or printed"), "download", _exported),
    "escalated": Event(_("Somebody reminded"), "bell", _escalated),
    "reassigned": Event(_("Case given to somebody else"), "user", _reassigned),
    "freed": Event(_("Case taken from its holder"), "undo-2", _freed),
    "hours_changed": Event(
        _("Opening hours changed"), "clock", _("The opening hours were changed.")
    ),
    "steps_changed": Event(
        _("Steps changed"), "bell", _("What is done when cases wait was changed.")
    ),
    "absence_planned": Event(_("Absence entered"), "calendar", _("An absence was entered.")),
    "absence_cancelled": Event(
        _("Absence taken back"), "calendar", _("An absence was taken back.")
    ),
    "organisation_changed": Event(
        _("Organisation changed"), "pencil", _("The organisation was changed.")
    ),
    "sample_made": Event(_("Sample data made"), "plus", _("Sample data was made.")),
    "sample_removed": Event(
        _("Sample data removed"), "trash-2", _("The sample data was removed with all its cases.")
    ),
    "team_changed": Event(_("Team changed"), "users", _("A team was changed.")),
    "team_closed": Event(_("Team dissolved"), "users", _("A team was dissolved.")),
    "organisation_founded": Event(
        _("Organisation founded"), "plus", _("The organisation was founded.")
    ),
    "topic_added": Event(_("Topic added"), "tag", _("A topic was added.")),
    "topic_changed": Event(_("Topic changed"), "tag", _("A topic was changed.")),
    "topic_merged": Event(_("Topic merged"), "link", _("A topic became part of another.")),
    "topic_removed": Event(_("Topic removed"), "trash-2", _("A topic was removed.")),
    "topic_brought_back": Event(_("Topic brought back"), "undo-2", _("A topic was brought back.")),
    "process_made": Event(_("Process set up"), "plus", _("The process was set up.")),
    "process_changed": Event(
        _("Process changed"), "sliders-horizontal", _("The process was changed.")
    ),
    "process_closed": Event(
        _("Process closed"), "lock", _("The process was closed: only its teams see its cases.")
    ),
    "process_opened": Event(
        _("Process opened"),
        "eye",
        _("The process was opened: everybody who may see cases sees its."),
    ),
    "capacity_changed": Event(
        _("People's time changed"), "clock", _("The time people have for it was changed.")
    ),
    "form_changed": Event(_("Form changed"), "pencil", _("The public form was changed.")),
    "form_opened": Event(_("Form opened"), "play", _("The public form was opened.")),
    "form_closed": Event(_("Form closed"), "lock", _("The public form was closed.")),
    "form_moved": Event(_("Form moved"), "link", _("The public form got a new address.")),
    "chat_made": Event(_("Chat set up"), "plus", _("A chat was set up.")),
    "chat_changed": Event(_("Chat changed"), "pencil", _("A chat was changed.")),
    "chat_opened": Event(_("Chat opened"), "play", _("A chat was opened.")),
    "chat_closed": Event(_("Chat closed"), "lock", _("A chat was closed.")),
    "chat_handed_over": Event(
        _("Chat handed over"), "user", _("A conversation was handed over to a person.")
    ),
    "skill_taught": Event(_("AI taught"), "graduation-cap", _taught),
    "learning_changed": Event(_("Learning by itself changed"), "sliders-horizontal", _learning),
    "learning_began": Event(_("AI began to learn by itself"), "graduation-cap", _learning_began),
    "version_tried": Event(_("New version tried"), "scale", _tried),
    "version_declined": Event(
        _("New version declined"), "undo-2", _("A new version was not taken over.")
    ),
    "version_used": Event(
        _("Version of AI chosen"), "refresh-cw", _("AI works with another version from now on.")
    ),
    "examples_kept": Event(_("Examples kept"), "book-open", _examples_kept),
    "example_changed": Event(_("Example changed"), "tag", _("An example got another topic.")),
    "examples_removed": Event(_("Examples removed"), "trash-2", _examples_removed),
    "examples_restored": Event(
        _("Examples brought back"), "undo-2", _("Removed examples came back.")
    ),
    "person_forgotten": Event(_("Person forgotten by AI"), "trash-2", _person_forgotten),
    **OF_KNOWLEDGE,
    **OF_SUMMARIES,
    **OF_MAPS,
    **OF_SCENARIOS,
    **OF_LOGS,
    **OF_WORKSHOPS,
    **OF_READINESS,
    **OF_INCIDENTS,
    **OF_RIGHTS,
    **OF_RETENTION,
    **OF_USES,
    **OF_PARALLEL_RUNS,
    **OF_ALLOCATION,
    **OF_AUDITS,
    **OF_ROLLOUTS,
    "source_looked_through": Event(_("Source looked through"), "refresh-cw", _looked_through),
    "taken_over": Event(
        _("AI's work taken over"), "hand", _("A person took over what AI had finished.")
    ),
    "planted_decided": Event(
        _("Planted answer decided"), "eye", _("It was a planted answer; its copy was deleted.")
    ),
    "autonomy_moved": Event(_("AI's autonomy moved"), "scale", _moved),
    "autonomy_terms_changed": Event(
        _("Terms of autonomy changed"),
        "sliders-horizontal",
        _("What AI has to keep when it works alone was changed."),
    ),
    "fall_noted": Event(
        _("Fall of autonomy noted"), "check", _("A colleague knows that AI lost ground.")
    ),
    **OF_MODELS,
    "stopped": Event(_("AI stopped"), "octagon-x", _stopped),
    "stop_lifted": Event(_("Stop lifted"), "play", _lifted),
    "colleague_added": Event(_("Colleague added"), "circle", _("A colleague was added.")),
    "colleague_changed": Event(
        _("Colleague changed"), "circle", _("A colleague's entry was changed.")
    ),
    "colleague_invited": Event(_("Colleague invited"), "circle", _("A colleague was invited.")),
    "invitation_accepted": Event(
        _("Invitation accepted"), "circle", _("An invitation was accepted.")
    ),
    "colleague_left": Event(
        _("Colleague left"), "circle", _("A colleague left; access has ended.")
    ),
    "hours_dropped": Event("", "clock", _("It has the usual opening hours again.")),
}
