"""What happened to a process's autonomy, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence import ladder, watching
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.climbing import WORDS as GAPS
from samspil.core.evidence.climbing import Missing
from samspil.core.pipeline.stopping import SHARES, Measure
from samspil.core.pipeline.stopping import WORDS as STOPPING
from samspil.web.words import between, exactly, in_figures, in_hundred
from samspil.work.models import AutonomyMove

LEVEL_NAMES = {
    Autonomy.PERSON: _("Person only"),
    Autonomy.DRAFT: _("AI drafts"),
    Autonomy.CAREFUL: _("AI finishes little"),
    Autonomy.ALONE: _("AI finishes what is proved"),
}
"""Each level of autonomy in a few words."""


def level_name(level: int) -> str:
    """A level of autonomy, by its number."""
    return str(LEVEL_NAMES[Autonomy(level)])


def move_words(reason: str, facts: Mapping[str, Any], *, by: str = "") -> str:
    """Why a process stands where it stands since a move, in a sentence or two."""
    words = gettext(ladder.WORDS[ladder.Reason(reason)]).format(
        drafts=facts.get("drafts", 0),
        overruled=facts.get("overruled", 0),
        by=by or gettext("a person"),
        fewest=ladder.FEWEST_DRAFTS,
    )
    seen = f"{watch_words(facts)}{halt_words(facts)}{disproved_words(facts)}"
    return f"{words} {seen}".strip()


def disproved_words(facts: Mapping[str, Any]) -> str:
    """What is known now of the answers a certificate rested on; empty of anything else."""
    if "now_wrong" not in facts:
        return ""
    return gettext(
        "Of %(above)d answers above its limit %(wrong)d are known to be wrong now; when it was "
        "signed it was %(were)d."
    ) % {"above": facts["above"], "wrong": facts["now_wrong"], "were": facts["were_wrong"]}


def halt_words(facts: Mapping[str, Any]) -> str:
    """What was measured beyond its limit; empty where nothing of that kind was."""
    if "measure" not in facts:
        return ""
    measure = Measure(facts["measure"])
    share = measure in SHARES
    value = in_hundred(facts["value"]) if share else in_figures(facts["value"])
    limit = exactly(facts["limit"]) if share else in_figures(facts["limit"])
    low, high = facts["low"], facts["high"]
    lies = between(low, high) if share else f"{in_figures(low)}–{in_figures(high)}"
    return gettext("%(measure)s: %(value)s (%(between)s), n = %(n)d; the limit is %(limit)s.") % {
        "measure": gettext(STOPPING[measure]), "between": lies, "n": facts["n"], "value": value,
        "limit": limit,
    }  # fmt: skip


def fall_words(fall: AutonomyMove) -> str:
    """Why AI lost ground."""
    return move_words(fall.reason, fall.facts, by=fall.by.name if fall.by else "")


def watch_words(facts: Mapping[str, Any]) -> str:
    """What a watch saw; empty where none sounded."""
    if "watch" not in facts:
        return ""
    reason = watching.Reason(facts["watch"])
    return seen_words(reason, (facts["found"], facts["checks"]), limit=facts["limit"])


def seen_words(reason: watching.Reason, told: tuple[int, int], *, limit: float) -> str:
    """Why an alarm sounds, or does not: found, of how many checks; `limit` is how many in 100."""
    found, checks = told
    words = gettext(watching.WORDS[reason])
    return words.format(found=found, checks=checks, limit=in_figures(limit))


def gap_words(gap: Missing) -> str:
    """One thing that is missing for the next step."""
    return gettext(GAPS[gap.gap]).format(count=gap.count, percent=in_figures(gap.percent))
