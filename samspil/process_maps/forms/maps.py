"""How a map begins, and what it is called."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.process_maps.drafting import Draft, listed
from samspil.core.process_maps.faults import LONGEST_NAME, Unfit
from samspil.core.process_maps.outlines import Outline
from samspil.eventlogs.models import EventLog
from samspil.process_maps.forms.owners import OwnerForm
from samspil.process_maps.models import ProcessMap
from samspil.process_maps.queries import (
    log_draft,
    outline_draft,
    outline_name,
    read_logs,
    read_steps,
)
from samspil.web.table_form import TableForm, rows_field, table_field

LINES = "lines"
FIRST = Outline.ADVERT_TO_EXIT.value
"""What is chosen until somebody chooses."""


class BeginForm(forms.Form):
    """From what a map begins; cleans to `draft`, and `log` where it is one's."""

    begin = forms.ChoiceField(label=_("Begin with"), widget=forms.RadioSelect)
    lines = forms.CharField(
        label=_("Your own steps, one on each line"), required=False, max_length=70_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave it empty to begin with an empty map."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Name of the map"), required=False, max_length=LONGEST_NAME,
        help_text=_("Empty: the name of the outline or the log."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._logs = {f"log:{one.public_id}": one for one in read_logs()}
        field: Any = self.fields["begin"]
        field.choices = [
            *((one.value, outline_name(one)) for one in Outline),
            *(
                (key, gettext("The map of the event log “%(log)s”") % {"log": one.name})
                for key, one in self._logs.items()
            ),
            (LINES, gettext("My own steps")),
        ]

    def clean(self) -> dict[str, Any]:
        """Lay it out."""
        said = super().clean() or {}
        chosen = said.get("begin", "")
        log: EventLog | None = self._logs.get(chosen)
        if chosen == LINES and not said.get("name"):
            self.add_error("name", gettext("Give the map a name."))
        try:
            said["draft"] = self._draft(chosen, log, said.get("lines") or "")
        except Unfit as why:
            self.add_error("lines", gettext(why.words).format(**why.figures))
        said["log"] = log
        said["name"] = said.get("name") or (log.name if log else self._named(chosen))
        return said

    @staticmethod
    def _named(chosen: str) -> str:
        return outline_name(Outline(chosen)) if chosen in set(Outline) else ""

    @staticmethod
    def _draft(chosen: str, log: EventLog | None, lines: str) -> Draft | None:
        if log:
            return log_draft(log)
        if chosen in set(Outline):
            return outline_draft(Outline(chosen))
        return listed(lines) if chosen == LINES else None


class BringForm(TableForm):
    """A table of steps; `found` is `Brought`."""

    read = staticmethod(read_steps)
    name = forms.CharField(label=_("Name of the map"), max_length=LONGEST_NAME)
    file = table_field(
        _(
            "CSV or Excel (.xlsx), a row for each step. Columns: step; and if you like minutes, "
            "waiting (minutes), errors_in_100, ai_in_100, owner, and next: the steps that follow, "
            "such as “Ask back (20) | Decide (80)”."
        )
    )
    text = rows_field("step;minutes;owner;next", most=200_000, rows=6)


class MapForm(OwnerForm):
    """What a map is called, and who answers for it."""

    name = forms.CharField(label=_("Name of the map"), max_length=LONGEST_NAME)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("name", "owner", "role")

    @classmethod
    def of(cls, one: ProcessMap) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        return {"name": one.name, "seen": one.version, **cls.of_owner(one)}


class PlanForm(forms.Form):
    """What a plan is called."""

    name = forms.CharField(label=_("Name of the plan"), max_length=LONGEST_NAME)
