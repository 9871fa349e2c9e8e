"""When somebody is there: a week's opening hours, holidays and zone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from samspil.adapters.calendars import STATES
from samspil.core.opening_hours import BadHours, OpeningHours, Span, read_hours, read_span
from samspil.web.places import COUNTRIES, zones
from samspil.work.models import Timetable

DASHES = str.maketrans("–—", "--")


class HoursForm(forms.Form):
    """Opening hours by weekday, as people write them: 9:00–12:00, 13:00–17:00."""

    around_the_clock = forms.BooleanField(
        label=_("Open around the clock: deadlines run day and night"), required=False
    )
    country = forms.ChoiceField(label=_("Public holidays of"), choices=COUNTRIES, required=False)
    state = forms.ChoiceField(
        label=_("State, in Germany"),
        choices=[("", _("only those of the whole country")), *((one, one) for one in STATES)],
        required=False,
    )
    zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, own_zone: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = sorted({*zones(), *([own_zone] if own_zone else [])})
        self.fields["zone"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]  # a ChoiceField
        for number, name in WEEKDAYS.items():
            self.fields[day_field(number)] = forms.CharField(
                label=name, required=False, max_length=100
            )
        self.fields[day_field(0)].help_text = _("Such as 9:00–12:00, 13:00–17:00. Empty: closed.")
        first = ["as_all"] if "as_all" in self.fields else []
        self.order_fields([*first, "around_the_clock", *map(day_field, WEEKDAYS)])

    def clean(self) -> dict[str, Any]:
        """Hours that open at some time, and a state that is in the country."""
        cleaned = super().clean() or {}
        if cleaned.get("as_all"):
            return cleaned
        days = [self._day(number) for number in WEEKDAYS]
        if cleaned.get("around_the_clock") and any(days):
            self.add_error(
                "around_the_clock", _("Take this tick away, or clear the times of the days.")
            )
        if not cleaned.get("around_the_clock") and not any(days) and not self.errors:
            self.add_error(
                day_field(0), _("Write at least one time, or choose to be open around the clock.")
            )
        if cleaned.get("state") and cleaned.get("country") != "DE":
            self.add_error("state", _("States are Germany's: choose Germany, or no state."))
        cleaned["days"] = days
        return cleaned

    def hours(self) -> OpeningHours | None:
        """The hours as the rule knows them; None is around the clock."""
        if self.cleaned_data["around_the_clock"]:
            return None
        return OpeningHours(tuple(tuple(sorted(day)) for day in self.cleaned_data["days"]))

    def _day(self, number: int) -> list[Span]:
        text = str(self.cleaned_data.get(day_field(number)) or "").translate(DASHES)
        found = []
        for part in filter(None, (one.strip() for one in text.split(","))):
            try:
                found.append(read_span(part.split("-")))
            except (BadHours, ValueError):
                why = _("“%(part)s” is no time: write it like 9:00–17:00.")
                self.add_error(day_field(number), why % {"part": part})
        return found


class ProcessHoursForm(HoursForm):
    """Hours of one process, or those of all."""

    as_all = forms.BooleanField(label=_("The same hours as everything else"), required=False)


def day_field(number: int) -> str:
    """The field of a weekday; Monday is 0."""
    return f"day_{number}"


def as_typed(table: Timetable | None, *, zone: str) -> dict[str, object]:
    """A timetable as one would type it into the form."""
    hours = read_hours(table.hours) if table else None
    days: Sequence[Sequence[Span]] = hours.days if hours else [()] * 7
    return {
        "around_the_clock": hours is None,
        "country": table.country if table else "",
        "state": table.state if table else "",
        "zone": (table.zone if table else "") or zone,
        **{day_field(n): ", ".join(map(str, spans)) for n, spans in enumerate(days)},
    }
