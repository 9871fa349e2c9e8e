"""What one wants to be promised of AI's lone work."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence.groups import GroupsBy
from samspil.work.models import ProcessAutonomy
from samspil.work.queries.evidence import OFFERED

USUAL = 2


class PromiseForm(forms.Form):
    """At most so many of 100 cases that AI finishes alone may be wrong.

    Begins with what the process promises, where that is one of those offered.
    """

    wrong = forms.TypedChoiceField(
        label=_("Wrong at most, of 100 that AI finishes alone"),
        choices=[(number, number) for number in OFFERED],
        coerce=int,
        required=True,
    )
    by = forms.ChoiceField(
        label=_("Look at groups by"),
        choices=[(GroupsBy.LANGUAGE, _("language")), (GroupsBy.TOPIC, _("topic"))],
        required=False,
    )

    @classmethod
    def of(cls, kept: ProcessAutonomy, chosen: QueryDict) -> "PromiseForm":
        """As chosen in the address, else as the process promises."""
        promised = round(100 * kept.alpha)
        begins = {"wrong": promised if promised in OFFERED else USUAL, "by": kept.groups_by}
        return cls(chosen or None, initial=begins)

    def alpha(self) -> float:
        """The share of errors, 0 to 1; the initial one where nothing known was chosen."""
        chosen = self.cleaned_data["wrong"] if self.is_valid() else self.initial["wrong"]
        return float(chosen) / 100

    def groups_by(self) -> GroupsBy:
        """The groups to look at; where nothing was chosen the initial ones, else languages."""
        chosen = self.cleaned_data["by"] if self.is_valid() else self.initial["by"]
        return GroupsBy(chosen or GroupsBy.LANGUAGE)
