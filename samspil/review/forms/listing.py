"""What a person chooses to see of all cases."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.review.models import Tag
from samspil.web.days import DayInput
from samspil.web.places import LANGUAGE_NAMES
from samspil.web.templatetags.parts import ROUTES
from samspil.work.models import Process

MANY = 2
"""Fewer than so many leave nothing to choose."""


class SearchForm(forms.Form):
    """What else must hold of the cases found. What it does not know it ignores."""

    process = forms.ChoiceField(label=_("Process"), required=False)
    status = forms.ChoiceField(
        label=_("Stands"),
        choices=[
            ("", _("all")),
            ("open", _("open")),
            ("waiting", _("waiting for a person")),
            ("closed", _("closed")),
        ],
        required=False,
    )
    route = forms.ChoiceField(label=_("Who has it"), required=False)
    mine = forms.ChoiceField(
        label=_("Held by"), choices=[("", _("all")), ("1", _("you"))], required=False
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("all")), *LANGUAGE_NAMES.items()],
        required=False,
    )
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    since = forms.DateField(label=_("Arrived from"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Arrived until"), required=False, widget=DayInput)

    def __init__(
        self, *args: Any, processes: Sequence[Process], tags: Sequence[Tag], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "process": [(str(process.public_id), process.name) for process in processes],
            "route": [(str(route), label) for route, (label, _meaning) in ROUTES.items()],
            "tag": [(str(tag.public_id), tag.name) for tag in tags],
        }
        for name, choices in offered.items():
            self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined, misc]  # ChoiceFields
        if len(processes) < MANY:
            del self.fields["process"]
        if not tags:
            del self.fields["tag"]

    def chosen(self) -> dict[str, Any]:
        """The choices that are valid; the others are as if never made."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class PrintedForm(forms.Form):
    """How many cases stood on the page that was printed; no page shows more than so many."""

    cases = forms.IntegerField(min_value=1, max_value=1000)
