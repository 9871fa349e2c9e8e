"""What people agree on for a parallel run, and what they answer in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.parallel_runs.answers import Choice
from samspil.core.parallel_runs.minutes import USUAL_IDLE
from samspil.parallel_runs.actions import Terms
from samspil.parallel_runs.queries import deciders
from samspil.people.models import Colleague
from samspil.people.queries import teams
from samspil.web.days import DayInput
from samspil.work.models import Process
from samspil.work.queries import processes

HUNDRED = 100
USUAL_CASES = 60
MOST_CASES = 10_000
MOST_TEXT = 20_000
CHOICES = {
    Choice.A: _("A is right"),
    Choice.B: _("B is right"),
    Choice.BOTH: _("Both are right"),
    Choice.NEITHER: _("Neither is right"),
}


class PeopleForm(forms.Form):
    """Who does it the new way, and who settles what differs; cleans to lists of colleagues."""

    new = forms.MultipleChoiceField(
        label=_("Who does it the new way"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They see AI's proposal. Nobody has the same case in hand in both ways."),
    )
    settles = forms.MultipleChoiceField(
        label=_("Who settles what differs"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They see both answers as A and B, and not which way either came."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in deciders()}
        for name in ("new", "settles"):
            names = [(key, one.name) for key, one in self._people.items()]
            self.fields[name].choices = names  # type: ignore[attr-defined]  # a field with choices

    def clean(self) -> dict[str, Any]:
        """The colleagues behind the choices."""
        said = super().clean() or {}
        for name in ("new", "settles"):
            said[name] = [self._people[key] for key in said.get(name, ())]
        return said


class RunForm(PeopleForm):
    """How a run draws and until when; cleans to `terms` and the `process`."""

    process = forms.ChoiceField(label=_("In which process"))
    share = forms.IntegerField(
        label=_("Of 100 cases that arrive, so many go both ways"),
        initial=20, min_value=1, max_value=HUNDRED,
        help_text=_("They are drawn by lot from a seed that is kept; nobody chooses them."),
    )  # fmt: skip
    most = forms.IntegerField(
        label=_("Until so many cases are drawn"),
        initial=USUAL_CASES, required=False, min_value=1, max_value=MOST_CASES,
        help_text=_("Of fewer than 20 nothing is compared; 60 show what is plain to see."),
    )  # fmt: skip
    until = forms.DateField(label=_("or until this day"), required=False, widget=DayInput())
    old_team = forms.ChoiceField(
        label=_("Who does it the old way"),
        required=False,
        help_text=_("They decide without AI, and their answer is the one that goes out."),
    )
    compares_replies = forms.BooleanField(
        label=_("Compare the replies too, not only what the case is about"),
        required=False,
        help_text=_("Then every reply that is not the same word for word has to be settled."),
    )
    idle = forms.IntegerField(
        label=_("A pause longer than so many minutes counts as so many"),
        initial=USUAL_IDLE, min_value=5, max_value=240,
        help_text=_("Nobody is watched: a pause is time in which nothing happened to the case."),
    )  # fmt: skip
    field_order = ("process", "share", "most", "until", "old_team", "new", "settles")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._processes = {str(one.public_id): one for one in processes() if not one.sample}
        self._teams = {str(one.public_id): one for one in teams()}
        places = [(key, one.name) for key, one in self._processes.items()]
        groups = [(key, one.name) for key, one in self._teams.items()]
        self._choices("process", places)
        self._choices("old_team", [("", _("the teams that have such cases anyhow")), *groups])

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # fields with choices

    def clean(self) -> dict[str, Any]:
        """What fits together."""
        said = super().clean()
        if not (said.get("most") or said.get("until") or self.errors):
            self.add_error("most", _("Say after how many cases, or on which day, it ends."))
        if not self.errors:
            said["process"] = self._processes[said["process"]]
            said["terms"] = Terms(
                share=said["share"] / HUNDRED,
                most=said["most"],
                until=said["until"],
                old_team=self._teams.get(said["old_team"]),
                compares_replies=said["compares_replies"],
                idle=said["idle"],
                new=said["new"],
                settles=said["settles"],
            )
        return said


def first_choice(process: Process | None, colleagues: list[Colleague]) -> dict[str, Any]:
    """What the form begins with: this process, and these people for settling."""
    return {
        "process": str(process.public_id) if process else "",
        "settles": [str(one.public_id) for one in colleagues],
    }


class AnswerForm(forms.Form):
    """What somebody answers the new way."""

    topic = forms.ChoiceField(label=_("What is it about?"))
    text = forms.CharField(
        label=_("Reply"),
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("It is compared and sent to nobody. Empty: no reply."),
    )

    def __init__(self, topics: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("choose")), *topics]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]  # a field with choices


class SettlingForm(forms.Form):
    """Which of two answers is right."""

    choice = forms.ChoiceField(
        label=_("Which answer is right?"),
        choices=[(one.value, words) for one, words in CHOICES.items()],
        widget=forms.RadioSelect,
    )

    def chosen(self) -> Choice:
        """What was said; of a form that is valid."""
        return Choice(self.cleaned_data["choice"])
