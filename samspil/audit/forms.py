"""What people type of their tasks, and what is said of a round and of a task on the list."""

import io
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.audit.actions import LONGEST_NAME, Wanted
from samspil.audit.models import Answer, Sheet, Task
from samspil.audit.queries import UnfitTable, read_answers
from samspil.core.audit import LONGEST_TITLE, Given, Per, Wish
from samspil.people.models import Team
from samspil.web.days import DayInput
from samspil.work.models import Process, Topic

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
        label=_("Systems you touch, with commas between"), required=False, max_length=800
    )

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


class BringForm(forms.Form):
    """A table of one's own tasks, as a file or typed; cleans it to `Brought`, and keeps no file."""

    file = forms.FileField(
        label=_("File"), required=False, allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_(
            "CSV or Excel (.xlsx). Columns: task, times, per (day, week, month, quarter or year) "
            "and minutes; and if you like errors_in_100, frustration, wish and systems."
        ),
    )  # fmt: skip
    text = forms.CharField(
        label=_("Or typed in"), required=False, max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 5, "placeholder": "task;times;per;minutes"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Read what was given."""
        said = super().clean() or {}
        file, text = said.get("file"), said.get("text", "").strip()
        if (file is not None) == bool(text):
            self.add_error("file", _("Give a file, or type the rows in: one of the two."))
            return said
        stream = io.BytesIO(text.encode("utf-8", "replace")) if file is None else file.file
        try:
            said["found"] = read_answers(stream)
        except UnfitTable as why:
            self.add_error("text" if text else "file", str(why))
        return said


class RoundForm(forms.Form):
    """A round: its name, its days, and whom it asks."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, help_text=_("Such as: Spring 2026.")
    )
    opens = forms.DateField(label=_("First day"), widget=DayInput())
    closes = forms.DateField(label=_("Last day"), widget=DayInput())
    teams = forms.MultipleChoiceField(
        label=_("Whom it asks"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody, where no team is chosen."),
    )  # fmt: skip

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(one.public_id): one for one in teams}
        field = self.fields["teams"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, one.name) for key, one in self._teams.items()]

    def teams_chosen(self) -> list[Team]:
        """The teams; only of a valid form."""
        return [self._teams[key] for key in self.cleaned_data["teams"]]


class TaskForm(forms.Form):
    """A task on the company's list, and the live work that it is part of."""

    title = forms.CharField(label=_("What is done"), max_length=LONGEST_TITLE)
    team = forms.ChoiceField(label=_("Whose task it is"), required=False)
    process = forms.ChoiceField(label=_("Process it is part of"), required=False)
    topic = forms.ChoiceField(
        label=_("Topic there"), required=False,
        help_text=_("Topics of the process that is chosen; save once to see those of another."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, task: Task | None, teams: Sequence[Team],
        processes: Sequence[Process], topics: Sequence[Topic], **kwargs: Any,
    ) -> None:  # fmt: skip
        first = {} if task is None else {
            "title": task.title,
            "team": str(task.team.public_id) if task.team else "",
            "process": str(task.process.public_id) if task.process else "",
            "topic": task.topic,
        }  # fmt: skip
        super().__init__(*args, **kwargs | {"initial": first})
        self._task = task
        self._teams = {str(one.public_id): one for one in teams}
        self._processes = {str(one.public_id): one for one in processes}
        self._choose("team", _("several teams"), self._teams)
        self._choose("process", _("none"), self._processes)
        self._choose("topic", _("none"), {one.key: one.key.replace("_", " ") for one in topics})

    def _choose(self, name: str, nothing: Any, among: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", nothing), *((key, str(one)) for key, one in among.items())]

    def wanted(self) -> Wanted:
        """The task as it was typed; only of a valid form."""
        said = self.cleaned_data
        process = self._processes.get(said["process"])
        kept = process is not None and self._task is not None and process == self._task.process
        return Wanted(
            title=said["title"],
            team=self._teams.get(said["team"]),
            process=process,
            topic=said["topic"] if kept else "",
            occupation=self._task.occupation if self._task else "",
        )


def _whole(number: float | None) -> float | None:
    """Without needless decimals."""
    return int(number) if number is not None and number == int(number) else number
