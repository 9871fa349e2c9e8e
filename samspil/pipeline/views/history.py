"""What happened to an initiative: its steps, and what people took over or left."""

from django.utils.translation import gettext as _

from samspil.core.allocation.divisions import WORDS, Division
from samspil.core.pipeline.stages import Stage
from samspil.pipeline import queries
from samspil.pipeline.models import Adjustment, Initiative, StageMove
from samspil.pipeline.views.words import stage_name
from samspil.web.parts import Kind, Moment
from samspil.work.queries.ladder_words import halt_words


def history_of(initiative: Initiative) -> list[Moment]:
    """All of it, the newest first."""
    moves = [_moment(one) for one in queries.moves_of(initiative)]
    adjusted = [_adjusted(one) for one in queries.adjustments_of(initiative)]
    return sorted([*adjusted, *moves], key=lambda one: one.at, reverse=True)


def _adjusted(one: Adjustment) -> Moment:
    words = {"division": _(WORDS[Division(one.division)])}
    if one.took:
        text = _("New division of its task taken over: %(division)s") % words
    else:
        text = _("Left as planned, although its task is divided otherwise: %(division)s") % words
    return Moment(
        at=one.at, text=text, icon="refresh-cw" if one.took else "hand", kind=Kind.PERSON,
        by=one.by.name, note=one.why,
    )  # fmt: skip


def _moment(one: StageMove) -> Moment:
    words = {"before": stage_name(one.before), "after": stage_name(one.after)}
    if one.by is None:
        text = _("Stopped by itself: from %(before)s back to %(after)s") % words
    elif list(Stage).index(Stage(one.after)) < list(Stage).index(Stage(one.before)):
        text = _("Moved back from %(before)s to %(after)s") % words
    else:
        text = _("From %(before)s to %(after)s, with all its evidence") % words
    noted = ""
    if one.noted_by:
        noted = _("%(name)s looked at it.") % {"name": one.noted_by.name}
    return Moment(
        at=one.at,
        text=text,
        icon="octagon-x" if one.by is None else "flag",
        kind=Kind.PERSON if one.by else Kind.RULE,
        by=one.by.name if one.by else "Samspil",
        note=" ".join(part for part in (one.why, halt_words(one.facts), noted) if part),
    )
