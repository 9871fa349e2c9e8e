"""Phases, ranges and scores, in the reader's language."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.allocation.portfolio import Range
from samspil.core.workshops import phases
from samspil.core.workshops.estimating import Said, Summary
from samspil.core.workshops.phases import Phase
from samspil.web.charts import Chart, Figure, Point, Spot, Tone, bars, scatter
from samspil.web.parts import StepMark, StepState
from samspil.workshops.models import Workshop
from samspil.workshops.queries import Room, Standing

CHARTED, DRAWN = 12, 30


def phase_name(workshop: Workshop) -> str:
    """What the room does now; that it is over."""
    return _("over") if workshop.ended_at else _(phases.WORDS[Phase(workshop.phase)])


def steps_of(workshop: Workshop) -> list[StepMark]:
    """The four phases, up to where the room is."""
    here = list(Phase).index(Phase(workshop.phase))
    return [
        StepMark(label=_(phases.WORDS[phase]), state=_state(number - here, workshop))
        for number, phase in enumerate(Phase)
    ]


def hours(value: float) -> str:
    """Hours with one decimal where it needs one."""
    return str(number_format(round(value, 1), decimal_pos=0 if round(value, 1) % 1 == 0 else 1))


def a_week(found: Range) -> str:
    """A range of hours a week."""
    low, high = hours(found.low), hours(found.high)
    if low == high:
        return _("%(hours)s hours a week") % {"hours": high}
    return _("%(low)s to %(high)s hours a week") % {"low": low, "high": high}


def days(found: Range) -> str:
    """A range of days of work."""
    low, high = hours(found.low), hours(found.high)
    return _("%(days)s days") % {"days": high if low == high else f"{low}–{high}"}


def reckoned(said: Said) -> str:
    """What comes out of the chain: the hours it takes now, and those that AI could take."""
    taken = {"taken": hours(said.hours), "saved": a_week(said.saved)}
    return _("It takes %(taken)s hours a week now. AI could take %(saved)s.") % taken


def together(summary: Summary) -> str:
    """What all tables say together."""
    said = {"saved": a_week(summary.saved), "middle": hours(summary.middle)}
    if summary.tables == 1:
        return _("AI could take %(saved)s; one table has said so.") % said
    return _("AI could take %(saved)s, %(middle)s in the middle of %(n)d tables.") % {
        **said, "n": summary.tables,
    }  # fmt: skip


def score_chart(room: Room) -> Chart:
    """Scores in the order the proposals stand."""
    points = [
        Point(label=one.proposal.title, value=one.by_rule.score, tone=Tone.TOGETHER)
        for one in room.standings[:CHARTED]
    ]
    return bars(points, head=(_("Proposal"), _("Score")))


def worth_chart(room: Room) -> Chart | None:
    """What each proposal brings against what it takes, with its rank; None where no table has said
    anything."""
    head = (_("Proposal"), _("Days to set it up"), _("Hours a week"))
    spots = [_spot(one, one.summary) for one in room.standings if one.summary]
    if not spots:
        return None
    return scatter(spots[:DRAWN], head=head, corner=_("much for little work"))


def worth_title(room: Room) -> str:
    """What that picture shows."""
    best = room.best_for_its_work
    if best is None:
        return _("What AI could take, and the work to set it up")
    return _("“%(title)s” brings most for the work it takes") % {"title": best.title}


def _spot(one: Standing, summary: Summary) -> Spot:
    saved, work = summary.saved, summary.days
    return Spot(
        label=one.proposal.title,
        mark=str(one.place),
        x=Figure(low=work.low, value=work.middle, high=work.high),
        y=Figure(low=saved.low, value=summary.middle, high=saved.high),
    )


def _state(beside: int, workshop: Workshop) -> StepState:
    if beside < 0 or workshop.ended_at:
        return StepState.DONE
    return StepState.COMING if beside else StepState.CURRENT
