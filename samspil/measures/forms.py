"""What a person says of work before AI."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.measures.spread import Spread, spread_of
from samspil.core.measures.timed import BadTimes, timed
from samspil.measures.actions import Measured
from samspil.measures.models import How
from samspil.web.days import DayInput

MOST_CASES, MOST_MINUTES = 10_000_000, 100_000
FIGURES = ("cases", "minutes", "low", "high")
"""What follows from the minutes of each case, or is asked."""
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
    """What somebody measured; cleans to `measured`.

    The figures follow from the minutes of each case where those are given. `estimated` is what
    somebody guessed one case to take: the form shows it at first, and never takes it for measured.
    """

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
    each = forms.CharField(
        label=_("Minutes of each case, as they were timed"),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Such as: 12 9 14,5 8. Then number, middle and range follow from them, and so does how "
            "sure the middle is."
        ),
    )
    cases = forms.IntegerField(
        label=_("Number of cases"), min_value=1, max_value=MOST_CASES, required=False
    )
    minutes = forms.FloatField(
        label=_("Minutes for one case, in the middle"),
        min_value=0, max_value=MOST_MINUTES, required=False,
    )  # fmt: skip
    low = forms.FloatField(
        label=_("Half of the cases took at least"),
        min_value=0, max_value=MOST_MINUTES, required=False,
    )  # fmt: skip
    high = forms.FloatField(
        label=_("and at most"), min_value=0, max_value=MOST_MINUTES, required=False
    )
    looked_at = forms.IntegerField(
        label=_("Cases looked at for errors"),
        min_value=1,
        max_value=MOST_CASES,
        required=False,
        help_text=_("Empty if nobody looked."),
    )
    wrong = forms.IntegerField(label=_("of which were wrong"), min_value=0, required=False)
    estimated = forms.FloatField(required=False, widget=forms.HiddenInput)
    field_order = ("how", "note", "since", "until", "each", "cases", "minutes", "low", "high")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self["estimated"].value() not in (None, ""):
            self.fields["minutes"].help_text = _(
                "Only estimated so far. Put what was measured in its place, or give the minutes of "
                "each case above."
            )

    def clean_each(self) -> Spread | None:
        """What the minutes of each case come to; None where they were not given."""
        try:
            minutes = timed(self.cleaned_data["each"])
        except BadTimes as why:
            raise forms.ValidationError(gettext(why.words).format(word=why.word)) from None
        return spread_of(minutes) if minutes else None

    def clean(self) -> dict[str, Any]:
        """What fits together, as `measured`."""
        said = super().clean()
        self._check_errors(said)
        spread: Spread | None = said.get("each")
        if spread is not None:
            known = {"cases": spread.n, "minutes": spread.median}
            for name in ("low", "high", "sure_low", "sure_high"):
                known[name] = getattr(spread, name)
            said |= known
        elif "each" not in self.errors:
            self._check_figures(said)
        if not self.errors:
            names = {name: said[name] for name in Measured.__slots__ if name in said}
            said["measured"] = Measured(**names, errors=said.get("wrong"))
        return said

    def _check_errors(self, said: dict[str, Any]) -> None:
        looked_at, wrong = said.get("looked_at"), said.get("wrong")
        if (looked_at is None) != (wrong is None):
            self.add_error("wrong", _("Say both: how many were looked at, and how many wrong."))
        elif looked_at is not None and wrong is not None and wrong > looked_at:
            self.add_error("wrong", _("More were wrong than were looked at."))

    def _check_figures(self, said: dict[str, Any]) -> None:
        for name in FIGURES:
            if name not in self.errors and said.get(name) is None:
                self.add_error(name, _("Give this figure, or the minutes of each case."))
        low, middle, high = (said.get(name) for name in ("low", "minutes", "high"))
        if None not in (low, middle, high) and not low <= middle <= high:  # type: ignore[operator]
            self.add_error("minutes", _("The middle lies between the two others."))
        if middle is not None and middle == said.get("estimated"):
            self.add_error(
                "minutes",
                _(
                    "This is what was estimated, and an estimate is no baseline. Put what was "
                    "measured in its place; if that is the same, give the minutes of each case."
                ),
            )
