"""A text that somebody wants to know the origin of."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000


class VerifyForm(forms.Form):
    """Holds the text for one answer; it is never stored."""

    text = forms.CharField(
        label=_("The text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "data-submits": "true"}),
    )
