"""What one wants to be promised of AI's lone work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence.groups import GroupsBy
from samspil.work.queries.evidence import OFFERED

USUAL = 2


class PromiseForm(forms.Form):
    """At most so many of 100 cases that AI finishes alone may be wrong."""

    wrong = forms.TypedChoiceField(
        label=_("Wrong at most, of 100 that AI finishes alone"),
        choices=[(number, number) for number in OFFERED],
        coerce=int,
        initial=USUAL,
        required=True,
    )
    by = forms.ChoiceField(
        label=_("Look at groups by"),
        choices=[(GroupsBy.LANGUAGE, _("language")), (GroupsBy.TOPIC, _("topic"))],
        required=False,
    )

    def alpha(self) -> float:
        """The share of errors, 0 to 1; the usual one where nothing was chosen, or nothing known."""
        chosen = self.cleaned_data["wrong"] if self.is_valid() else USUAL
        return float(chosen) / 100

    def groups_by(self) -> GroupsBy:
        """The groups to look at; languages where nothing was chosen."""
        chosen = self.cleaned_data["by"] if self.is_valid() else ""
        return GroupsBy(chosen or GroupsBy.LANGUAGE)
