"""Stages, gates and measures, in the reader's language."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.pipeline import gates, stages, stopping
from samspil.core.pipeline.gates import Missing, Need
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.stopping import SHARES, Measure, Reading
from samspil.parallel_runs.queries import Shows
from samspil.pipeline.models import Initiative
from samspil.web.words import between, exactly, in_figures, in_hundred

PLAN = ("pipeline:change", gettext_lazy("Change the plan"))
LAW = ("uses:use", gettext_lazy("What the law asks"))
HERE = "pipeline:initiative"
WAYS: Mapping[Need, tuple[str, object]] = {
    Need.BASELINE: ("measures:process", gettext_lazy("Record a baseline")),
    Need.CLASS: LAW,
    Need.TOLD: LAW,
    Need.OVERSEERS: LAW,
    Need.TRAINED: LAW,
    Need.PROOF: ("work:autonomy", gettext_lazy("AI's autonomy")),
    Need.CASES: ("work:evidence", gettext_lazy("What is verified")),
    Need.AGREEMENT: ("work:evidence", gettext_lazy("What is verified")),
    Need.BOTH_WAYS: (HERE, gettext_lazy("Parallel run")),
    Need.BOTH_WAYS_WORSE: (HERE, gettext_lazy("Parallel run")),
    Need.DRILL: (HERE, gettext_lazy("Test the stop")),
    Need.EVALUATION: (HERE, gettext_lazy("Write what it showed")),
    Need.HALT: (HERE, gettext_lazy("See why it was stopped")),
    Need.WITHIN_LAW: (HERE, gettext_lazy("See what differs")),
}
"""Where one does something about it, and what that is called; all else is in the plan."""
PLACES = {
    Need.BOTH_WAYS: "#both-ways",
    Need.BOTH_WAYS_WORSE: "#both-ways",
    Need.DRILL: "#drill",
    Need.EVALUATION: "#evaluation",
    Need.HALT: "#halt",
    Need.WITHIN_LAW: "#differs",
}
CHECKED = {
    "noticed": gettext_lazy("the condition was noticed"),
    "people_decide": gettext_lazy("people decided without AI"),
    "old_way": gettext_lazy("work was shared as before the pilot"),
    "told": gettext_lazy("it stood on Today"),
    "journal": gettext_lazy("it stood in the journal"),
    "untouched": gettext_lazy("real work went on as it was"),
}
"""What a drill looks at."""


def stage_name(stage: str) -> str:
    """A stage by its name."""
    return _(stages.WORDS[Stage(stage)])


def missing_words(one: Missing) -> str:
    """What a gate waits for, as a sentence."""
    return _(gates.WORDS[one.need]).format(have=one.have, want=one.want)


def way_to(one: Missing, initiative: Initiative) -> tuple[str, str]:
    """Where one does something about it: an address, and what it is called."""
    address, label = WAYS.get(one.need, PLAN)
    if address in (HERE, PLAN[0]) or initiative.process is None:
        here = address if address == HERE else PLAN[0]
        label = label if address == HERE else PLAN[1]
        at = reverse(here, args=[initiative.public_id]) + PLACES.get(one.need, "")
        return at, str(label)
    return reverse(address, args=[initiative.process.public_id]), str(label)


def measure_name(measure: str) -> str:
    """What a condition looks at."""
    return _(stopping.WORDS[Measure(measure)])


def limit_words(measure: str, limit: float) -> str:
    """When it stops."""
    figure = exactly(limit) if Measure(measure) in SHARES else in_figures(limit)
    if Measure(measure) in stopping.BELOW:
        return _("stops below %(limit)s") % {"limit": figure}
    return _("stops above %(limit)s") % {"limit": figure}


def reading_words(reading: Reading) -> str:
    """What is measured now, with its doubt."""
    if reading.value is None:
        return _("nothing to measure yet")
    share = reading.measure in SHARES
    value = in_hundred(reading.value) if share else in_figures(reading.value)
    if reading.low is None or reading.high is None:
        return _("%(value)s, of %(n)d: too few to say more") % {"value": value, "n": reading.n}
    ends = (reading.low, reading.high)
    lies = between(*ends) if share else "–".join(in_figures(one) for one in ends)
    return _("%(value)s (%(lies)s), of %(n)d") % {"value": value, "lies": lies, "n": reading.n}


def both_ways_words(found: Shows | None) -> list[str]:
    """What a parallel run shows, in a sentence or two; nothing where there was none."""
    if found is None:
        return []
    result = found.result
    if result.agreement.value is None:
        return [_("No case has gone both ways yet.")]
    told = [
        _("Both ways came to the same answer %(share)s (%(ends)s), of %(n)d cases.")
        % {
            "share": in_hundred(result.agreement.value),
            "ends": between(*result.agreed_between),
            "n": result.n,
        }
    ]
    if result.worse:
        told.append(_("The new way is wrong more often on the same cases than chance explains."))
    elif found.run.over_at and not result.missing:
        told.append(_("That the new way is wrong more often is not to be seen."))
    return told


def check_words(what: str) -> str:
    """What a drill looked at."""
    return str(CHECKED[what])
