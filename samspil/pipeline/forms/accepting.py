"""What a person says when they accept who does a task: the plan, and in which process."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.skill import Senders
from samspil.pipeline.actions import NewWork
from samspil.pipeline.forms.planning import InitiativeForm
from samspil.skills.registry import CUSTOMER_SERVICE, HR, IT

KINDS = {
    CUSTOMER_SERVICE: _("a new one: customer service"),
    HR: _("a new one: HR questions of colleagues"),
    IT: _("a new one: IT tickets of colleagues"),
}
FIRST = ("kind", "process", "takers", "criteria", "evaluator", "participants")
"""What stands first: what nobody but a person can say."""


class AcceptForm(InitiativeForm):
    """The plan of an initiative that begins with a task; who `makes` processes may have one made
    for it. Cleans to `plan` and `work`, which is None where it is tried in a process that is there.
    """

    kind = forms.ChoiceField(
        label=_("In which process"),
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "A new one knows the usual topics of its kind. People do its cases without AI until "
            "the gate to the pilot opens."
        ),
    )

    def __init__(self, *args: Any, makes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = ("", _("one that is there: choose it below"))
        self._choices("kind", [there, *KINDS.items()])
        if not self._processes:
            self._choices("kind", list(KINDS.items()))
        if not makes or not self._teams:
            del self.fields["kind"]
        elif not self._processes:
            del self.fields["process"]
        self.order_fields(FIRST)

    def clean(self) -> dict[str, Any]:
        """What fits together, as `plan` and `work`."""
        given = super().clean()
        kind = given.get("kind", "")
        if kind and given.get("process"):
            self.add_error("kind", _("Choose one of both: a new process, or one that is there."))
        if kind and not given.get("takers"):
            self.add_error("takers", _("Say which team takes the cases of the new process."))
        if not self.errors:
            given["work"] = self._work(given) if kind else None
        return given

    def _work(self, given: dict[str, Any]) -> NewWork:
        kind = given["kind"]
        return NewWork(
            team=self._teams[given["takers"]],
            senders=Senders.CUSTOMERS if kind == CUSTOMER_SERVICE else Senders.EMPLOYEES,
            starter=kind,
        )
