"""What a parallel run shows, in sentences."""

from collections.abc import Mapping, Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspil.core.paired import Finding
from samspil.core.parallel_runs.falling_out import WORDS as GONE
from samspil.core.parallel_runs.falling_out import Gone
from samspil.core.parallel_runs.results import Minutes, Result
from samspil.core.parallel_runs.stages import WORDS as STAGES
from samspil.core.parallel_runs.stages import End, Pause, Stage
from samspil.core.shares import Share
from samspil.parallel_runs.models import ParallelRun
from samspil.parallel_runs.queries import Progress
from samspil.web.charts import Chart, Point, Tone, strip
from samspil.web.words import between, in_hundred, points_between

OF_MINUTES = {
    Minutes.FEWER: gettext_lazy("The new way takes less time for the same cases"),
    Minutes.MORE: gettext_lazy("The new way takes more time for the same cases"),
    Minutes.SAME: gettext_lazy("No difference in time to be seen"),
}
OF_ERRORS = {
    Finding.BETTER: gettext_lazy("The new way is right more often on the same cases."),
    Finding.WORSE: gettext_lazy("The new way is wrong more often on the same cases."),
    Finding.SAME: gettext_lazy("No difference in errors to be seen."),
}
WAITS = {
    Stage.OLD_WAY: gettext_lazy("wait for the old way"),
    Stage.NEW_WAY: gettext_lazy("wait for the new way"),
    Stage.SETTLING: gettext_lazy("wait to be settled"),
}


def state_of(run: ParallelRun) -> str:
    """How a run stands, in a word or two."""
    if run.over_at is not None:
        return _("over")
    if run.paused_at is not None:
        return _("rests")
    return _("draws no more") if run.ended_at is not None else _("under way")


def why_of(run: ParallelRun) -> list[str]:
    """Why it rests, and why it draws no more."""
    found = []
    if run.paused_at is not None:
        found.append(_(STAGES[Pause(run.paused_why)]))
    if run.ended_at is not None:
        found.append(_(STAGES[End(run.ended_why)]))
    return found


def waits_of(progress: Progress) -> list[tuple[str, int]]:
    """What the open cases wait for."""
    return [(str(WAITS[stage]), n) for stage, n in progress.waiting.items()]


def out_of(out: Mapping[str, int]) -> list[tuple[str, int]]:
    """Why cases fell out, and how many."""
    return [(_(GONE[Gone(why)]), n) for why, n in sorted(out.items())]


def agreed_words(result: Result) -> str:
    """How often both ways came to the same."""
    if result.agreement.value is None:
        return _("No case has gone both ways yet.")
    return ngettext(
        "Both ways came to the same answer %(share)s (%(ends)s), of %(n)d case.",
        "Both ways came to the same answer %(share)s (%(ends)s), of %(n)d cases.",
        result.n,
    ) % {
        "share": in_hundred(result.agreement.value),
        "ends": between(*result.agreed_between),
        "n": result.n,
    }


def missing_words(result: Result) -> str:
    """How many pairs are missing; empty for none."""
    if not result.missing:
        return ""
    words = ngettext(
        "%(n)d more case has to be finished both ways before minutes and errors are compared.",
        "%(n)d more cases have to be finished both ways before minutes and errors are compared.",
        result.missing,
    )
    return words % {"n": result.missing}


def error_rows(result: Result) -> list[tuple[str, str, str]]:
    """Each way, how many of its answers were wrong, and what that says."""
    if result.errors is None:
        return []
    return [
        (_("the old way"), _of(result.errors.old), _share(result.errors.old)),
        (_("the new way"), _of(result.errors.new), _share(result.errors.new)),
    ]


def gain_words(result: Result) -> str:
    """By how much the new way is more often right."""
    errors = result.errors
    if errors is None or errors.gain.value is None:
        return ""
    by = points_between(errors.gain.value, errors.gain.low, errors.gain.high)
    told = {
        "by": by, "better": errors.paired.better, "worse": errors.paired.worse,
    }  # fmt: skip
    return (
        _(
            "Only the new way was right in %(better)d, only the old way in %(worse)d; by so much "
            "more often the new way is right: %(by)s."
        )
        % told
    )


def minutes_words(value: float) -> str:
    """Minutes with one decimal, as the reader's language writes them."""
    return number_format(f"{value:.1f}", decimal_pos=1)


def signed(value: float) -> str:
    """A difference in minutes with its sign."""
    return f"+{minutes_words(value)}" if value > 0 else minutes_words(value)


def minutes_note(result: Result) -> str:
    """The medians, and where the difference lies."""
    found = result.minutes
    if found is None:
        return ""
    return _(
        "In the middle %(old)s minutes the old way, %(new)s the new way. The difference for the "
        "same case is %(median)s minutes in the middle (%(low)s to %(high)s, with a certainty of "
        "95 in 100)."
    ) % {
        "old": minutes_words(found.old),
        "new": minutes_words(found.new),
        "median": signed(found.median),
        "low": signed(found.low),
        "high": signed(found.high),
    }


def differences(result: Result) -> Chart | None:
    """The paired differences as a picture; None where they are not told."""
    found = result.minutes
    if found is None:
        return None
    points = [
        Point(label=str(place), value=round(one, 1))
        for place, one in enumerate(result.differences, start=1)
    ]
    middle = Point(
        label=_("in the middle"), value=found.median, low=found.low, high=found.high,
        tone=Tone.TOGETHER,
    )  # fmt: skip
    return strip(
        points,
        head=(_("Case, the quickest first"), _("Minutes more the new way")),
        middle=middle,
        sides=(_("less time the new way"), _("more time the new way")),
        show=signed,
    )


def table_of(result: Result) -> list[tuple[str, ...]]:
    """The figures as rows of a file, and each difference under them, smallest first."""
    low, high = result.agreed_between
    rows: list[tuple[str, ...]] = [
        ("figure", "value", "low", "high", "cases"),
        ("agreement", *_figures(result.agreement.value, low, high), str(result.n)),
    ]
    if result.minutes is not None:
        found = result.minutes
        rows += [
            ("minutes_old_way", f"{found.old:.2f}", "", "", str(result.n)),
            ("minutes_new_way", f"{found.new:.2f}", "", "", str(result.n)),
            ("minutes_difference", *_figures(found.median, found.low, found.high), str(result.n)),
        ]
    if result.errors is not None:
        gain = result.errors.gain
        rows += [
            *(_error_row(name, one) for name, one in _both(result)),
            ("right_more_often", *_figures(gain.value, gain.low, gain.high), str(result.n)),
        ]
    rows += [("difference", f"{one:.2f}", "", "", "1") for one in result.differences]
    return rows


def _both(result: Result) -> Sequence[tuple[str, Share]]:
    errors = result.errors
    return [("errors_old_way", errors.old), ("errors_new_way", errors.new)] if errors else []


def _error_row(name: str, share: Share) -> tuple[str, ...]:
    return (name, *_figures(share.value, *share.interval), str(share.n))


def _figures(value: float | None, low: float, high: float) -> tuple[str, str, str]:
    return ("" if value is None else f"{value:.4f}", f"{low:.4f}", f"{high:.4f}")


def _of(share: Share) -> str:
    return _("%(hits)d of %(n)d") % {"hits": share.hits, "n": share.n}


def _share(share: Share) -> str:
    return f"{in_hundred(share.value or 0)} ({between(*share.interval)})"
