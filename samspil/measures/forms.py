"""What a person says of work before AI."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.measures.actions import Measured
from samspil.measures.models import How
from samspil.web.days import DayInput

MOST_CASES, MOST_MINUTES = 10_000_000, 100_000
FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)


class DaysForm(forms.Form):
    """From which day until which."""

    since = forms.DateField(label=_("From"), widget=DayInput())
    until = forms.DateField(label=_("Until"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        """The first day comes first."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        for name in ("since", "until"):
            if name in said and not FIRST <= said[name] <= LAST:
                self.add_error(name, _("Days from 2000 to 2099 can be told."))
        if since and until and until < since:
            self.add_error("until", _("The last day comes before the first."))
        return said


class BaselineForm(DaysForm):
    """What somebody measured; cleans to `measured`."""

    how = forms.ChoiceField(
        label=_("How it was measured"),
        choices=[
            (How.BY_HAND, _("By hand: somebody timed or counted it")),
            (How.EVENT_LOG, _("From the log of another system")),
        ],
    )
    note = forms.CharField(
        label=_("What exactly was measured"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: five of us timed every case from opening to sending, for two weeks."),
    )
    cases = forms.IntegerField(label=_("Number of cases"), min_value=1, max_value=MOST_CASES)
    minutes = forms.FloatField(
        label=_("Minutes for one case, in the middle"), min_value=0, max_value=MOST_MINUTES
    )
    low = forms.FloatField(
        label=_("Half of the cases took at least"), min_value=0, max_value=MOST_MINUTES
    )
    high = forms.FloatField(label=_("and at most"), min_value=0, max_value=MOST_MINUTES)
    looked_at = forms.IntegerField(
        label=_("Cases looked at for errors"),
        min_value=1,
        max_value=MOST_CASES,
        required=False,
        help_text=_("Empty if nobody looked."),
    )
    wrong = forms.IntegerField(label=_("of which were wrong"), min_value=0, required=False)
    field_order = ("how", "note", "since", "until", "cases", "minutes", "low", "high")

    def clean(self) -> dict[str, Any]:
        """What fits together, as `measured`."""
        said = super().clean()
        self._check_range(said)
        looked_at, wrong = said.get("looked_at"), said.get("wrong")
        if (looked_at is None) != (wrong is None):
            self.add_error("wrong", _("Say both: how many were looked at, and how many wrong."))
        elif looked_at is not None and wrong is not None and wrong > looked_at:
            self.add_error("wrong", _("More were wrong than were looked at."))
        if not self.errors:
            known = {name: said[name] for name in Measured.__slots__ if name in said}
            said["measured"] = Measured(**known, errors=wrong)
        return said

    def _check_range(self, said: dict[str, Any]) -> None:
        low, middle, high = (said.get(name) for name in ("low", "minutes", "high"))
        if None not in (low, middle, high) and not low <= middle <= high:  # type: ignore[operator]
            self.add_error("minutes", _("The middle lies between the two others."))
