"""Saying that a tool is used, describing it, and deciding about it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import BEST, WORST, Status
from samspil.core.masking import DataClass
from samspil.governance.actions import ToolTerms
from samspil.governance.forms.servers import PLACES
from samspil.governance.models import SCORES, Tool
from samspil.governance.queries import CLASSES
from samspil.people.models import Colleague
from samspil.web.days import DayInput

STATUSES = {
    Status.ASKED: _("asked for"),
    Status.TESTED: _("tested"),
    Status.APPROVED: _("approved"),
    Status.REFUSED: _("refused"),
    Status.ENDED: _("no longer used"),
}
POINTS = {
    "privacy": _("Privacy"),
    "integration": _("Fits in with what we have"),
    "support": _("Support"),
}
GIVEN = [("", "–"), *((str(n), str(n)) for n in range(WORST, BEST + 1))]
OWN_FIELDS = ("name", "place", "owner", "allowed")
"""What of a language model is set where it is set up."""


def _classes(label: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(CLASSES.items()), required=False,
        widget=forms.CheckboxSelectMultiple, **more,
    )  # fmt: skip


class UseForm(forms.Form):
    """We use this: three questions."""

    name = forms.CharField(label=_("What is it called?"), max_length=80)
    purpose = forms.CharField(
        label=_("What do you use it for?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    allowed = _classes(_("Which data do you put there?"))

    def classes(self) -> frozenset[DataClass]:
        """What was ticked."""
        return frozenset(DataClass(one) for one in self.cleaned_data["allowed"])


class ToolForm(forms.Form):
    """A tool as the register describes it; of a language model only what is not set elsewhere."""

    name = forms.CharField(label=_("Name"), max_length=80)
    place = forms.ChoiceField(label=_("Where the data goes"), choices=list(PLACES.items()))
    owner = forms.ChoiceField(label=_("Who answers for it"), required=False)
    allowed = _classes(
        _("Which data people may put there"),
        help_text=_("Nobody masks anything there, so what may only go masked is left out."),
    )
    purpose = forms.CharField(
        label=_("What it is for"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    contract = forms.CharField(
        label=_("Contract"), max_length=500, required=False,
        help_text=_("With whom, and where it is kept. Needed where data leaves the house."),
    )  # fmt: skip
    contract_until = forms.DateField(
        label=_("The contract runs until"), required=False, widget=DayInput
    )
    tested = forms.CharField(
        label=_("Certificate or test"), max_length=500, required=False,
        help_text=_("What was looked at, by whom, with which result."),
    )  # fmt: skip
    valid_until = forms.DateField(label=_("It holds until"), required=False, widget=DayInput)

    def __init__(self, data: Any, *, tool: Tool, people: Sequence[Colleague]) -> None:
        super().__init__(data, initial=_as_typed(tool))
        self.tool, self.people = tool, {str(one.public_id): one for one in people}
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = [("", "–"), *((key, one.name) for key, one in self.people.items())]
        for name in SCORES:
            self.fields[name] = forms.ChoiceField(
                label=POINTS[name], choices=GIVEN, required=False,
                help_text=_("From 1 (poor) to 5 (good)."),
            )  # fmt: skip
            self.fields[f"{name}_note"] = forms.CharField(
                label=_("Why"), max_length=200, required=False
            )
        if tool.server_id is not None:
            for name in OWN_FIELDS:
                del self.fields[name]

    def terms(self) -> ToolTerms:
        """What was typed."""
        said = self.cleaned_data
        return ToolTerms(
            name=said.get("name", self.tool.name),
            place=Place(said.get("place", self.tool.place)),
            owner=self.people.get(said.get("owner", "")),
            allowed=frozenset(DataClass(one) for one in said.get("allowed", ())),
            purpose=said["purpose"],
            contract=said["contract"],
            contract_until=said["contract_until"],
            tested=said["tested"],
            valid_until=said["valid_until"],
            points={
                name: (int(said[name]) if said[name] else None, said[f"{name}_note"])
                for name in SCORES
            },
        )


class DecideForm(forms.Form):
    """How a tool stands from now on."""

    status = forms.ChoiceField(label=_("It is"), choices=list(STATUSES.items()))
    why = forms.CharField(
        label=_("Why"), max_length=300, required=False,
        help_text=_("Colleagues read it. Needed where it is refused or no longer used."),
    )  # fmt: skip


def _as_typed(tool: Tool) -> dict[str, Any]:
    plain = ("name", "place", "allowed", "purpose", "contract", "contract_until", "tested",
             "valid_until", *SCORES, *(f"{name}_note" for name in SCORES))  # fmt: skip
    owner = str(tool.owner.public_id) if tool.owner else ""
    return {name: getattr(tool, name) for name in plain} | {"owner": owner}
