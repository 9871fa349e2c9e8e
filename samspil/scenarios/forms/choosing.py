"""What a person decides, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.scenarios.models import Option
from samspil.scenarios.queries import Laid
from samspil.web.days import DayInput

NONE_OF_THEM = "none"


class ChoiceForm(forms.Form):
    """What is decided, and why."""

    option = forms.ChoiceField(label=_("What we do"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Also what the figures do not show. Whoever asks in a year will read it."),
    )  # fmt: skip
    otherwise = forms.CharField(
        label=_("What would make us decide otherwise"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: fewer than half of us use it after three months."),
    )  # fmt: skip
    look_again_on = forms.DateField(
        label=_("Look at it again on"), required=False, widget=DayInput(),
        help_text=_("On that day it stands on Today."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, options: Sequence[Laid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = {str(one.option.public_id): one.option for one in options if one.rule}
        choices = [(key, one.name) for key, one in self.options.items()]
        field: Any = self.fields["option"]
        field.choices = [*choices, (NONE_OF_THEM, gettext("None of them for now"))]

    def chosen(self) -> Option | None:
        """The option; None for none of them. Only of a valid form."""
        return self.options.get(self.cleaned_data["option"])
