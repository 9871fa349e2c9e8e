"""What would turn a result, and what is otherwise since a decision, in sentences."""

from django.utils.translation import gettext as _

from samspil.core.scenarios.budget import Alarm
from samspil.core.scenarios.deciding import Change, Difference, Figures
from samspil.core.scenarios.weighing import Turn
from samspil.scenarios.forms import NAMES
from samspil.scenarios.models import Choice
from samspil.scenarios.queries import Weighed
from samspil.scenarios.views.words import payback_words, range_words, value_words


def turn_words(one: Turn, found: Weighed) -> tuple[str, bool]:
    """How far an assumption would have to move, and whether that was thought possible."""
    assert one.at is not None
    currency = found.comparison.currency
    said = {
        "option": found.name(one.option),
        "assumption": NAMES[one.assumption],
        "now": value_words(one.assumption, one.now, currency),
        "at": value_words(one.assumption, one.at, currency),
    }
    if one.at > one.now:
        words = _("%(option)s, %(assumption)s: from %(at)s upwards (most likely %(now)s)")
    else:
        words = _("%(option)s, %(assumption)s: from %(at)s downwards (most likely %(now)s)")
    return words % said, one.inside


def since_words(one: Difference, *, months: int, currency: str) -> str:
    """What is otherwise than when it was decided."""
    if one.change is Change.GONE:
        return _("%(name)s is no longer compared.") % {"name": one.name}
    if one.before is None or one.now is None:
        return _("%(name)s has come to it since.") % {"name": one.name}
    return _("%(name)s: then %(before)s, now %(now)s.") % {
        "name": one.name,
        "before": range_words(one.before.net[months], currency),
        "now": range_words(one.now.net[months], currency),
    }


def then_words(choice: Choice, *, currency: str) -> list[str]:
    """What each option was to bring when it was decided."""
    return [
        _("%(name)s: %(range)s after %(n)d months. Paid back: %(payback)s.") % {
            "name": one.name, "range": range_words(one.net[choice.months], currency),
            "n": choice.months, "payback": payback_words(one.payback),
        }
        for one in map(Figures.of, choice.figures)
    ]  # fmt: skip


def alarm_words(alarm: Alarm) -> str:
    """How near the money is to its end; empty where there is enough."""
    return {
        Alarm.NONE: "",
        Alarm.BUFFER: _("The buffer is likely to be used."),
        Alarm.MAYBE: _("It may cost more than planned: look at the lines with the widest range."),
        Alarm.LIKELY: _("It is likely to cost more than planned: cut something, or plan anew."),
        Alarm.OVER: _("More was spent than was planned for the whole year."),
    }[alarm]
