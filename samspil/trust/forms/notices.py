"""Under which name a notice stands, and whom people may ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class NoticeForm(forms.Form):
    """Contact and policy are asked for only where neither form nor chat says them."""

    slug = forms.CharField(
        label=_("Name in the address"), required=False, max_length=60,
        help_text=_(
            "Small letters, digits and hyphens, such as customer-service-ai. "
            "Leave it empty for one nobody can guess."
        ),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Whom people may ask"), required=False, max_length=300,
        help_text=_("A line with a name of a function and an address."),
    )  # fmt: skip
    privacy_url = forms.URLField(
        label=_("Where your privacy policy stands"), required=False, max_length=300,
        assume_scheme="https",
    )  # fmt: skip

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["contact"], self.fields["privacy_url"]
