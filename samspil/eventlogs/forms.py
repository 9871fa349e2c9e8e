"""A log to bring in, and what its columns hold."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from samspil.adapters.event_logs import MOST_BYTES, Choices, Preview
from samspil.core.eventlogs.columns import NEEDED, Part
from samspil.eventlogs.actions import LONGEST_NAME
from samspil.web.places import zones
from samspil.work.models import Process

LABELS = {
    Part.CASE: _("What a case is"),
    Part.ACTIVITY: _("The step"),
    Part.TIME: _("When it ended"),
    Part.PERSON: _("Who did it"),
    Part.GROUP: _("Which group did it"),
    Part.STATE: _("Whether it began or ended"),
}
HELP = {
    Part.PERSON: _("Read to count how often work is handed over, then forgotten. Leave it out if in doubt."),  # noqa: E501
    Part.GROUP: _("Only groups of five people or more are named, and only where the file says who did it."),  # noqa: E501
}  # fmt: skip


class LogForm(forms.Form):
    """A file to look at."""

    chosen = forms.FileField(
        label=_("The event log"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xes,.gz"}),
        help_text=_(
            "CSV with one row for each event, or XES; also packed with gzip. Nothing is read "
            "before you have seen its first rows."
        ),
    )

    def clean_chosen(self) -> "File[bytes]":
        """Refuse before it is read what is too large anyway."""
        given: File[bytes] = self.cleaned_data["chosen"]
        if given.size > MOST_BYTES:
            most = MOST_BYTES // 1024**2
            raise forms.ValidationError(
                _("The file is larger than %(most)d megabytes: divide it."), params={"most": most}
            )
        return given


class ChoicesForm(forms.Form):
    """What a log is called and how it is read."""

    name = forms.CharField(label=_("What it is called here"), max_length=LONGEST_NAME)
    zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("Of times that name none. Others keep their own.")
    )
    month_first = forms.BooleanField(label=_("In 03/04/2026 the month comes first"), required=False)

    def __init__(self, *args: Any, preview: Preview, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.preview = preview
        offered = sorted({*zones(), zone.key})
        self.fields["zone"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("zone", zone.key)
        self.initial.setdefault("month_first", preview.month_first)
        if not preview.xes:
            self._ask_for_columns(preview.header)

    def _ask_for_columns(self, header: Sequence[str]) -> None:
        offered = [(str(place), name or "–") for place, name in enumerate(header)]
        for part in Part:
            none = [] if part in NEEDED and part in self.preview.guess else [("", _("none"))]
            self.fields[part.value] = forms.ChoiceField(
                label=LABELS[part], choices=[*none, *offered], required=part in NEEDED,
                help_text=HELP.get(part, ""), initial=str(self.preview.guess.get(part, "")),
            )  # fmt: skip
        self.order_fields(["name", *(part.value for part in Part)])

    def choices(self) -> Choices:
        """How the log is to be read."""
        said = self.cleaned_data
        chosen = (
            dict(self.preview.guess)
            if self.preview.xes
            else {part: int(said[part.value]) if said[part.value] else None for part in Part}
        )
        return Choices(zone=ZoneInfo(said["zone"]), chosen=chosen, month_first=said["month_first"])


class LinksForm(forms.Form):
    """Which live process does each step; none for most."""

    def __init__(
        self, *args: Any, steps: Sequence[str], processes: Sequence[Process],
        linked: Mapping[str, Process], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.steps = {f"step-{place}": step for place, step in enumerate(steps)}
        self.processes = {str(one.public_id): one for one in processes}
        offered = [("", _("none")), *((key, one.name) for key, one in self.processes.items())]
        for key, step in self.steps.items():
            known = linked.get(step)
            self.fields[key] = forms.ChoiceField(
                label=step, choices=offered, required=False,
                initial="" if known is None else str(known.public_id),
            )  # fmt: skip

    def links(self) -> dict[str, Process]:
        """The process chosen for each step that has one."""
        said = self.cleaned_data
        return {step: self.processes[said[key]] for key, step in self.steps.items() if said[key]}
