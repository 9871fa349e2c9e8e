"""What a task is like, where it stands, and who does it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samspil.allocation.actions import Expected, Said
from samspil.allocation.models import LONGEST_WHY, Estimate, Judgement
from samspil.core.allocation.criteria import WORDS as CRITERIA
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.divisions import WORDS as DIVISIONS
from samspil.core.allocation.divisions import Division, Place
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.portfolio import Part, Range

ABOUT = {
    About.UNSAID: _("not said"),
    About.NOBODY: _("nobody in person"),
    About.CUSTOMERS: _("customers"),
    About.EMPLOYEES: _("employees"),
    About.APPLICANTS: _("applicants"),
}
PARTS = {
    Part.AUTOMATE: _("AI takes over what goes by rules"),
    Part.ASSIST: _("AI helps with harder tasks"),
    Part.TRY: _("trying things out"),
}
YES_NO = [("", _("not said")), ("yes", _("yes")), ("no", _("no"))]
SAID = {"yes": True, "no": False}
SCALE = [
    ("", _("not said")), ("1", _("1: not at all")), ("2", "2"), ("3", _("3: in part")), ("4", "4"),
    ("5", _("5: very much")),
]  # fmt: skip
HUNDRED = 100
MOST_DAYS, MOST_MONEY, MOST_HOURS = 10_000, 1_000_000_000, 1_000_000


class JudgementForm(forms.Form):
    """The criteria, and how the task touches people; cleans to `said`."""

    about = forms.ChoiceField(
        label=_("Whom is it about?"), choices=[(one.value, words) for one, words in ABOUT.items()],
        required=False,
    )  # fmt: skip
    decides = forms.ChoiceField(
        label=_("Is anything decided about a single person in it?"), choices=YES_NO, required=False
    )
    feels = forms.ChoiceField(
        label=_("Is it read or judged in it how somebody feels?"), choices=YES_NO, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        touched = list(self.fields)
        for one in Criterion:
            self.fields[one.value] = forms.ChoiceField(
                label=_(CRITERIA[one]), choices=SCALE, required=False
            )
        self.order_fields([*(one.value for one in Criterion), *touched])

    @classmethod
    def of(cls, judgement: Judgement | None) -> "JudgementForm":
        """The form with what was said last."""
        if judgement is None:
            return cls()
        said = {True: "yes", False: "no", None: ""}
        return cls(
            initial={
                **{name: f"{value:g}" for name, value in judgement.criteria.items()},
                "about": judgement.about,
                "decides": said[judgement.decides],
                "feels": said[judgement.feels],
            }
        )

    def said(self) -> Said:
        """What was said; only of a valid form."""
        given = self.cleaned_data
        return Said(
            criteria={one: float(given[one.value]) for one in Criterion if given[one.value]},
            touch=Touch(
                about=About(given["about"]),
                decides=SAID.get(given["decides"]),
                feels=SAID.get(given["feels"]),
            ),
        )


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(
        label=_("Why"), max_length=LONGEST_WHY, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class PlaceForm(WhyForm):
    """Where a task stands, in hundredths of each axis."""

    creative = forms.FloatField(
        label=_("From rules (0) to creative (100)"), min_value=0, max_value=HUNDRED
    )
    contact = forms.FloatField(
        label=_("From little (0) to much (100) contact with people"),
        min_value=0, max_value=HUNDRED,
    )  # fmt: skip
    field_order = ("creative", "contact", "why")

    def place(self) -> Place:
        """The place; only of a valid form."""
        given = self.cleaned_data
        return Place(creative=given["creative"] / HUNDRED, contact=given["contact"] / HUNDRED)


class ChooseForm(WhyForm):
    """Who does it."""

    division = forms.ChoiceField(
        label=_("Who does it"), choices=[(one.value, _(DIVISIONS[one])) for one in Division]
    )
    field_order = ("division", "why")

    def chosen(self) -> tuple[Division, str]:
        """The division and the reason; only of a valid form."""
        return Division(self.cleaned_data["division"]), self.cleaned_data["why"]


class CriteriaFileForm(forms.Form):
    """A table of criteria."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_(
            "CSV or Excel (.xlsx), with the columns of the file that can be saved here. Empty "
            "cells are unsaid. Either every row is taken, or none."
        ),
    )

    def given(self) -> "UploadedFile[bytes]":
        """The file; only of a valid form."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return file


def _number(label: Any, *, most: float, required: bool = True) -> forms.FloatField:
    return forms.FloatField(label=label, min_value=0, max_value=most, required=required)


class EstimateForm(forms.Form):
    """What AI would bring in a task, from a careful to a hopeful guess; cleans to `expected`."""

    saved_low = _number(_("Of 100 hours it saves at least"), most=HUNDRED)
    saved_high = _number(_("Of 100 hours it saves at most"), most=HUNDRED)
    days_low = _number(_("Days of work to set it up, at least"), most=MOST_DAYS)
    days_high = _number(_("Days of work to set it up, at most"), most=MOST_DAYS)
    money_low = _number(_("Money in the first year beside that, at least"), most=MOST_MONEY)
    money_high = _number(_("Money in the first year beside that, at most"), most=MOST_MONEY)
    hours_low = _number(_("Hours a week it takes today, at least"), most=MOST_HOURS, required=False)
    hours_high = _number(_("Hours a week it takes today, at most"), most=MOST_HOURS, required=False)
    risk = forms.TypedChoiceField(
        label=_("Risk"), coerce=int,
        choices=[
            ("1", _("1: an error is put right at once")), ("2", "2"),
            ("3", _("3: an error costs money or trust")), ("4", "4"),
            ("5", _("5: an error cannot be put right")),
        ],
    )  # fmt: skip
    part = forms.ChoiceField(
        label=_("What it would be"),
        choices=list(PARTS.items()),
    )

    @staticmethod
    def of(kept: Estimate | None) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        if kept is None:
            return {"money_low": 0, "money_high": 0}
        rest = (
            "days_low", "days_high", "money_low", "money_high", "hours_low", "hours_high", "risk",
            "part",
        )  # fmt: skip
        return {
            "saved_low": round(HUNDRED * kept.saved_low, 1),
            "saved_high": round(HUNDRED * kept.saved_high, 1),
            **{name: getattr(kept, name) for name in rest},
        }

    def clean(self) -> dict[str, Any]:
        """Each range goes upwards."""
        said = super().clean() or {}
        for name in ("saved", "days", "money", "hours"):
            low, high = said.get(f"{name}_low"), said.get(f"{name}_high")
            if low is not None and high is not None and high < low:
                self.add_error(f"{name}_high", _("This is less than the least."))
        if (said.get("hours_low") is None) != (said.get("hours_high") is None):
            self.add_error("hours_high", _("Say both the least and the most, or neither."))
        return said

    def expected(self) -> Expected:
        """What is expected; only of a valid form."""
        said = self.cleaned_data
        return Expected(
            saved=Range(low=said["saved_low"] / HUNDRED, high=said["saved_high"] / HUNDRED),
            days=Range(low=said["days_low"], high=said["days_high"]),
            money=Range(low=said["money_low"], high=said["money_high"]),
            risk=said["risk"],
            part=Part(said["part"]),
            hours=None
            if said["hours_low"] is None
            else Range(low=said["hours_low"], high=said["hours_high"]),
        )


class RateForm(forms.Form):
    """What an hour costs, to say when all is paid back. It is not kept."""

    hour = forms.FloatField(
        label=_("What an hour costs you"), min_value=1, max_value=MOST_MONEY, required=False
    )

    def rate(self) -> float | None:
        """Money for an hour; None where nothing fit was said."""
        return self.cleaned_data.get("hour") if self.is_valid() else None
