"""A filter under a name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.people.models import Colleague, Team


class FilterForm(forms.Form):
    """The name of a filter, and with whom it is shared."""

    name = forms.CharField(label=_("Name"), max_length=40)
    team: "forms.ModelChoiceField[Team]" = forms.ModelChoiceField(
        label=_("Shared with"),
        queryset=None,
        to_field_name="public_id",
        required=False,
        empty_label=_("nobody"),
    )

    def __init__(self, *args: Any, owner: Colleague, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Team.objects.filter(members=owner).order_by("name")
        self.fields["team"].queryset = mine  # type: ignore[attr-defined]  # a ModelChoiceField


class KeptFilterForm(FilterForm):
    """A filter that is kept already."""

    usual = forms.BooleanField(label=_("My queue opens with it"), required=False)
