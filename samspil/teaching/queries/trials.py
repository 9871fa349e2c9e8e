"""What trials on cases kept out of teaching showed, in words, and which wait for an answer."""

from dataclasses import dataclass

from django.utils.translation import gettext

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import fewest_without_error
from samspil.core.evidence.learning import WORDS, Outcome, Verdict
from samspil.teaching.models import LaneTrial, Version
from samspil.work.models import Process
from samspil.work.queries.autonomy import levels_of

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A trial as pages tell it. `costs`: AI would go back to drafts with the new version."""

    trial: LaneTrial
    words: str
    offered: bool
    costs: bool


def facts_of(trial: LaneTrial) -> dict[str, object]:
    """What fills the sentences of a trial; shares in 100."""
    return {
        "version": trial.version.number,
        "verdict": str(trial.verdict),
        "outcome": str(trial.outcome),
        "cases": trial.cases,
        "wanted": fewest_without_error(trial.alpha, trial.delta),
        "better": trial.better,
        "worse": trial.worse,
        "new": round(100 * trial.new_share),
        "old": round(100 * trial.old_share),
    }


def trial_words(trial: LaneTrial) -> str:
    """What a trial showed and what came of it; empty before the rule has had its effect."""
    if not trial.verdict:
        return ""
    why = gettext(WORDS[Verdict(trial.verdict)]).format(**facts_of(trial))
    return f"{why} {gettext(WORDS[Outcome(trial.outcome)])}" if trial.outcome else why


def open_trials() -> list[Told]:
    """The new versions that are offered, or took over by themselves, and nobody answered, newest
    first, in two statements."""
    open_ = LaneTrial.objects.filter(
        answered_at__isnull=True,
        outcome__in=[Outcome.OFFERED, Outcome.TOOK_OVER],
        version__swept_at__isnull=True,
    )
    found = open_.select_related("version__process", "against").order_by("-pk")[:MOST_SHOWN]
    trials = list(found)
    levels = levels_of([one.version.process for one in trials])
    return [
        Told(
            trial=one,
            words=trial_words(one),
            offered=one.outcome == Outcome.OFFERED,
            costs=levels[one.version.process_id] > Autonomy.DRAFT,
        )
        for one in trials
    ]


def open_trial_of(process: Process) -> Told | None:
    """The one of this process."""
    ours = (one for one in open_trials() if one.trial.version.process_id == process.pk)
    return next(ours, None)


def trial_of(version: Version) -> LaneTrial | None:
    """What the trial of this version showed; None where there was none."""
    return LaneTrial.objects.filter(version=version).select_related("version").first()


def latest_trial(process: Process) -> LaneTrial | None:
    """What was tried last in this process."""
    found = LaneTrial.objects.filter(version__process=process).exclude(verdict="")
    return found.select_related("version", "against").order_by("-pk").first()
