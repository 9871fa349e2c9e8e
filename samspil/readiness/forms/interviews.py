"""Appointments, notes, guides and findings."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.readiness import seats, statements
from samspil.core.readiness.guide import LONGEST_NOTE
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import Area
from samspil.people.models import Colleague
from samspil.readiness.actions import Appointment
from samspil.readiness.models import Interview, Note
from samspil.web.days import DayInput


class AppointmentForm(forms.Form):
    """Whom to ask, as what, by whom, when and where; cleans to an `Appointment`."""

    seat = forms.ChoiceField(
        label=_("Asked as"), choices=[(one.value, _(words)) for one, words in seats.WORDS.items()],
        help_text=_("It decides which questions are asked."),
    )  # fmt: skip
    person = forms.ChoiceField(label=_("Who is asked"))
    interviewer = forms.ChoiceField(label=_("Who asks"))
    day = forms.DateField(label=_("Day"), widget=DayInput())
    place = forms.CharField(label=_("Where and when"), required=False)

    def __init__(self, *args: Any, people: Sequence[Colleague], by: Colleague, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        for name in ("person", "interviewer"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(key, one.name) for key, one in self._people.items()]
        self.fields["interviewer"].initial = str(by.public_id)

    def appointment(self) -> Appointment:
        """What was chosen; only of a valid form."""
        said = self.cleaned_data
        return Appointment(
            person=self._people[said["person"]],
            interviewer=self._people[said["interviewer"]],
            seat=Seat(said["seat"]),
            day=said["day"],
            place=said["place"],
        )


class MoveForm(forms.Form):
    """Another day, another place."""

    day = forms.DateField(label=_("Day"), widget=DayInput())
    place = forms.CharField(label=_("Where and when"), required=False)

    @staticmethod
    def of(interview: Interview) -> dict[str, Any]:
        """What it is now."""
        return {"day": interview.day, "place": interview.place}


class NotesForm(forms.Form):
    """A field for each question; cleans to what was said, by the places of the questions."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, notes: Sequence[Note], seen: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        self._places = [one.place for one in notes]
        for one in notes:
            self.fields[f"note-{one.place}"] = forms.CharField(
                label=one.question, initial=one.text, required=False, max_length=LONGEST_NOTE,
                widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip

    def said(self) -> dict[int, str]:
        """What was written; only of a valid form."""
        return {place: self.cleaned_data[f"note-{place}"] for place in self._places}


class QuestionForm(forms.Form):
    """Something more to ask."""

    question = forms.CharField(label=_("Ask something more"))


class GuideForm(forms.Form):
    """The questions for such people, one in each line."""

    questions = forms.CharField(
        label=_("Questions, one in each line"), widget=forms.Textarea(attrs={"rows": 12})
    )


class FindingForm(forms.Form):
    """What was learned, without names."""

    text = forms.CharField(
        label=_("What we have learned, in one sentence without names"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    area = forms.ChoiceField(
        label=_("Area"), choices=[(one.value, _(statements.WORDS[one])) for one in Area]
    )

    def area_chosen(self) -> Area:
        """The area; only of a valid form."""
        return Area(self.cleaned_data["area"])
