"""What is said of a round, and of a task on the list."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.audit.actions import LONGEST_NAME, Wanted
from samspil.audit.models import Task
from samspil.core.audit import LONGEST_TITLE
from samspil.people.models import Team
from samspil.web.days import DayInput
from samspil.work.models import Process, Topic


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
