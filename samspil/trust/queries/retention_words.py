"""What periods, bounds, sources and holds are called."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext_lazy as _

from samspil.core.filings import periods
from samspil.core.retention import categories
from samspil.core.retention.categories import Category, Certainty, Country
from samspil.core.retention.holds import HoldOn
from samspil.core.retention.rules import Rule
from samspil.governance.models import Hold
from samspil.work.models import Process

SINCE = {key: gettext_lazy(said.words) for key, said in periods.SINCE.items()}
THEN = {key: gettext_lazy(said.words) for key, said in periods.THEN.items()}
CERTAINTY = {
    Certainty.LAW: _("law"),
    Certainty.PRACTICE: _("the authority's practice"),
    Certainty.OURS: _("our choice"),
}
COUNTRIES = {
    Country.DK: _("Denmark"),
    Country.DE: _("Germany"),
    Country.EU: _("the European Union"),
}
HOLD_ON = {
    HoldOn.PERSON: _("a person"),
    HoldOn.CASE: _("a case"),
    HoldOn.PROCESS: _("a process"),
    HoldOn.CATEGORY: _("a kind of data"),
}


def category_words(category: Category) -> str:
    """What a kind of data is called."""
    return gettext(categories.WORDS[category])


def days_words(days: int | None) -> str:
    """A period in days, as people say it."""
    if days is None:
        return gettext("without an end of its own")
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def bounds_words(rule: Rule) -> str:
    """From how many days to how many an organisation may choose; empty where it may not."""
    if rule.fixed:
        return ""
    return gettext("%(least)d to %(most)d days") % {"least": rule.shortest, "most": rule.longest}


def held_words(holds: Sequence[Hold]) -> Mapping[int, str]:
    """What each hold is on, by primary key, in one statement."""
    wanted = [UUID(one.value) for one in holds if one.on == HoldOn.PROCESS]
    found = Process.objects.filter(public_id__in=wanted).values_list("public_id", "name")
    names = {str(public_id): name for public_id, name in found} if wanted else {}
    return {one.pk: _held(one, names) for one in holds}


def _held(hold: Hold, names: Mapping[str, str]) -> str:
    if hold.on == HoldOn.CATEGORY:
        return category_words(Category(hold.value))
    if hold.on == HoldOn.PROCESS:
        return gettext("Process “%(name)s”") % {"name": names.get(hold.value, hold.value)}
    if hold.on == HoldOn.CASE:
        return gettext("Case %(id)s") % {"id": hold.value}
    return hold.value
