"""What somebody says who begins."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from samspil.founding.actions import Founding
from samspil.people.models import User
from samspil.web.places import COUNTRIES, LANGUAGES, zones

USUAL = {"da": ("Europe/Copenhagen", "DK"), "de": ("Europe/Berlin", "DE")}
"""The zone and the holidays that somebody who reads this language probably wants."""


class FoundingForm(forms.Form):
    """An organisation and its owner."""

    name = forms.CharField(
        label=_("Name of your organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    owner = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("You sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. Several words are easy to remember."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Time zone"))
    country = forms.ChoiceField(label=_("Public holidays of"), choices=COUNTRIES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = [(one, one) for one in zones()]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_password(self) -> str:
        """A password that is long and not a common one."""
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.cleaned_data.get("email", "")))
        return password

    def founding(self) -> Founding:
        """What the action wants to know."""
        return Founding(**self.cleaned_data)


def usual_for(language: str) -> dict[str, str]:
    """What the form holds before anybody has typed."""
    zone, country = USUAL.get(language, ("Europe/Copenhagen", ""))
    return {"language": language, "time_zone": zone, "country": country}
