"""What is to be done to the cases chosen in a list."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.bulk import BulkAction
from samspil.core.routing import Level
from samspil.people.models import Team
from samspil.review.forms.judging import LEVELS
from samspil.web.days import DayInput

NEEDS = {
    BulkAction.PUT_ASIDE: "day",
    BulkAction.TAG: "name",
    BulkAction.UNTAG: "worn",
    BulkAction.MOVE: "team",
    BulkAction.RAISE: "level",
    BulkAction.CLOSE: "why",
}
"""The field that says with what it is done; merging needs none."""
WHY = [
    ("", _("choose why")),
    ("spam", _("it is spam or advertising")),
    ("duplicate", _("it was asked and answered elsewhere")),
]
HIGHER = [("", _("choose a level"))] + [
    (str(level), LEVELS[level]) for level in (Level.SPECIALIST, Level.EXPERIENCED)
]


class ChosenForm(forms.Form):
    """The cases, the action, and whatever that one needs; fields of other actions do not count."""

    use_required_attribute = False
    cases = forms.CharField(widget=forms.HiddenInput(), required=False)
    action = forms.ChoiceField(
        choices=[(str(one), str(one)) for one in BulkAction], widget=forms.HiddenInput()
    )
    day = forms.DateField(
        label=_("Comes back on the morning of"),
        widget=DayInput,
        error_messages={"invalid": _("Choose a day.")},
    )
    name = forms.CharField(
        label=_("Tag"),
        max_length=40,
        widget=forms.TextInput(attrs={"list": "known-tags"}),
    )
    worn = forms.ChoiceField(label=_("Tag to take off"))
    team: "forms.ModelChoiceField[Team]" = forms.ModelChoiceField(
        label=_("Team"), queryset=None, to_field_name="public_id", empty_label=_("choose a team")
    )
    level = forms.ChoiceField(label=_("New level"), choices=HIGHER)
    why = forms.ChoiceField(label=_("Why nobody has to answer"), choices=WHY)

    def __init__(self, *args: Any, worn: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NEEDS.values():
            self.fields[name].error_messages["required"] = _("Say this first.")
        self.fields["team"].queryset = Team.objects.order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["worn"].choices = [("", _("choose a tag")), *worn]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Nothing goes on before the field that the action needs is filled in."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        needed = NEEDS.get(BulkAction(cleaned["action"])) if cleaned.get("action") else None
        for name in set(NEEDS.values()) - {needed}:
            self.errors.pop(name, None)
        return cleaned


def ids_in(written: str) -> list[UUID]:
    """The ids in a list with commas; what is none is left out."""
    ids = []
    for word in written.split(","):
        try:
            ids.append(UUID(word.strip()))
        except ValueError:
            continue
    return ids
