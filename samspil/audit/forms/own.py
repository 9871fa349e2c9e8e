"""What people type of their own tasks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.audit.models import Answer, Sheet
from samspil.core.audit import Given, Per, Wish
from samspil.people.models import Team

PERS = {
    Per.DAY: _("a day"),
    Per.WEEK: _("a week"),
    Per.MONTH: _("a month"),
    Per.QUARTER: _("a quarter"),
    Per.YEAR: _("a year"),
}
WISHES = {
    Wish.AI_ALONE: _("1: AI alone"),
    Wish.AI_MOSTLY: _("2: AI, and I look at it"),
    Wish.EQUAL: _("3: AI and I together"),
    Wish.PERSON_MOSTLY: _("4: I do it, and AI helps"),
    Wish.PERSON_ALONE: _("5: I alone"),
}
"""The five levels of the Human Agency Scale, as a person would say them."""
NOT_SAID = ("", _("not said"))
FRUSTRATIONS = [
    NOT_SAID, ("1", _("1: none")), ("2", "2"), ("3", _("3: some")), ("4", "4"),
    ("5", _("5: very much")),
]  # fmt: skip
HUNDRED = 100


def _figure(label: Any, **attributes: str) -> forms.FloatField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", **attributes})
    return forms.FloatField(label=label, required=False, localize=True, widget=widget)


class AnswerForm(forms.Form):
    """One task of one's own: what may be said of it. Whether it can be so is for the rules."""

    times = _figure(_("How many times"))
    per = forms.ChoiceField(label=_("in"), choices=list(PERS.items()))
    minutes = _figure(_("Minutes each time"))
    errors_in_hundred = _figure(_("Goes wrong, in 100"))
    frustration = forms.ChoiceField(label=_("Frustration"), choices=FRUSTRATIONS, required=False)
    wish = forms.ChoiceField(
        label=_("Who should do it, if you had your way"), required=False,
        choices=[NOT_SAID, *((str(int(key)), words) for key, words in WISHES.items())],
    )  # fmt: skip
    systems = forms.CharField(
        label=_("Systems you touch, with commas between"), required=False, max_length=800,
        widget=forms.TextInput(attrs={"data-offers-named": _("Named at other tasks")}),
    )  # fmt: skip

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        share = answer.error_share
        first = {
            "times": _whole(answer.times),
            "per": answer.per,
            "minutes": _whole(answer.minutes),
            "errors_in_hundred": None if share is None else _whole(round(share * HUNDRED, 1)),
            "frustration": str(answer.frustration or ""),
            "wish": str(answer.wish or ""),
            "systems": ", ".join(answer.systems),
        }
        mark = f"{answer.public_id.hex}_%s"
        super().__init__(*args, **kwargs | {"initial": first, "auto_id": mark})
        self.title, self.per_words = answer.task.title, PERS[Per(answer.per)]

    def given(self) -> Given:
        """What was said; only of a valid form."""
        said = self.cleaned_data
        share = said["errors_in_hundred"]
        named = (" ".join(one.split()) for one in said["systems"].split(","))
        return Given(
            title=self.title,
            times=said["times"],
            per=Per(said["per"]),
            minutes=said["minutes"],
            error_share=None if share is None else share / HUNDRED,
            frustration=int(said["frustration"]) if said["frustration"] else None,
            wish=int(said["wish"]) if said["wish"] else None,
            systems=tuple(dict.fromkeys(one for one in named if one)),
        )


class WeekForm(forms.Form):
    """How many hours one's week has, and for which team one answers."""

    week_hours = forms.FloatField(
        label=_("Hours of your working week"), localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip
    team = forms.ChoiceField(label=_("Your team"), required=False)

    def __init__(self, *args: Any, sheet: Sheet, teams: Sequence[Team], **kwargs: Any) -> None:
        first = {
            "week_hours": _whole(sheet.week_hours),
            "team": str(sheet.team.public_id) if sheet.team else "",
        }
        super().__init__(*args, **kwargs | {"initial": first})
        self._teams = {str(one.public_id): one for one in teams}
        field = self.fields["team"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("none")), *((key, one.name) for key, one in self._teams.items())]

    def said(self) -> tuple[float, Team | None]:
        """The hours and the team; only of a valid form."""
        return self.cleaned_data["week_hours"], self._teams.get(self.cleaned_data["team"])


def _whole(number: float | None) -> float | None:
    """Without needless decimals."""
    return int(number) if number is not None and number == int(number) else number
