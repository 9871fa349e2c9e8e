"""What a step is elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.audit.queries import listed_tasks
from samspil.eventlogs.queries import facts_in
from samspil.process_maps.actions import Linked
from samspil.process_maps.models import Step
from samspil.process_maps.queries import read_logs
from samspil.work.models import Topic
from samspil.work.queries import processes
from samspil.work.queries.wording import topic_name

PARTED = "/"


class LinkForm(forms.Form):
    """A process or one of its topics, a task, an activity of a log; cleans to `linked`."""

    process = forms.ChoiceField(
        label=_("Live process, or one of its topics"), required=False,
        help_text=_("Minutes, errors and AI's share are then measured there."),
    )  # fmt: skip
    task = forms.ChoiceField(
        label=_("Task of “Who does which task”"), required=False,
        help_text=_("What AI may do of it, and why, then comes from there: the law first."),
    )  # fmt: skip
    log = forms.ChoiceField(label=_("Event log"), required=False)
    activity = forms.CharField(
        label=_("Its activity in that log"), max_length=200, required=False,
        help_text=_("As the log calls it. Waiting is then measured there."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, step: Step, **kwargs: Any) -> None:
        """What the step is linked to now can be chosen too, though it be off its list."""
        super().__init__(*args, **kwargs)
        self._processes = {str(one.public_id): one for one in processes()}
        tasks = [*listed_tasks(), *filter(None, [step.task])]
        self._tasks = {str(one.public_id): one for one in tasks}
        self._logs = {str(one.public_id): one for one in (*read_logs(), *filter(None, [step.log]))}
        topics: dict[int, list[tuple[str, str]]] = {}
        for one in Topic.objects.order_by("key"):
            topics.setdefault(one.process_id, []).append((one.key, topic_name(one)))
        self._choices(
            "process",
            [
                (
                    process.name,
                    [
                        (key, gettext("all of %(process)s") % {"process": process.name}),
                        *(
                            (f"{key}{PARTED}{one}", name)
                            for one, name in topics.get(process.pk, ())
                        ),
                    ],
                )
                for key, process in self._processes.items()
            ],
        )
        self._choices("task", [(key, one.title) for key, one in self._tasks.items()])
        self._choices("log", [(key, one.name) for key, one in self._logs.items()])

    def _choices(self, name: str, choices: list[Any]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", _("none")), *choices]

    @staticmethod
    def of(step: Step) -> dict[str, Any]:
        """What it is linked to, as the form shows it."""
        process = str(step.process.public_id) if step.process else ""
        return {
            "process": f"{process}{PARTED}{step.topic}" if step.topic else process,
            "task": str(step.task.public_id) if step.task else "",
            "log": str(step.log.public_id) if step.log else "",
            "activity": step.activity,
            "seen": step.version,
        }

    def clean(self) -> dict[str, Any]:
        """A log and one of its activities, both or neither."""
        said = super().clean() or {}
        log, activity = self._logs.get(said.get("log", "")), (said.get("activity") or "").strip()
        if log and not activity:
            self.add_error("activity", gettext("Say which of its activities this step is."))
        if log and activity:
            known = {one.name.casefold(): one.name for one in facts_in(log).steps}
            if activity.casefold() in known:
                said["activity"] = known[activity.casefold()]
            else:
                self.add_error("activity", gettext("There is no such activity in this log."))
        return said

    def linked(self) -> Linked:
        """What it is linked to; only of a valid form."""
        given = self.cleaned_data
        process, _parted, topic = given["process"].partition(PARTED)
        return Linked(
            process=self._processes.get(process),
            topic=topic,
            task=self._tasks.get(given["task"]),
            log=self._logs.get(given["log"]),
            activity=given["activity"],
        )
