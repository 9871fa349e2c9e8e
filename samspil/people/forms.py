"""What a person says about colleagues, and about themselves when they join."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.passwords import is_guessable
from samspil.core.roles import Role, may_give
from samspil.people.models import Colleague, Team, User
from samspil.people.queries import names_beside
from samspil.people.queries.role_names import ROLE_LABELS
from samspil.web.places import LANGUAGE_NAMES, LANGUAGES, zones

MOST_ABILITIES = 20


class ColleagueForm(forms.Form):
    """Who somebody is, what they answer for, where they belong and what they can."""

    name = forms.CharField(label=_("Name"), max_length=200)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role.")},
    )
    teams = forms.MultipleChoiceField(
        label=_("Teams"), widget=forms.CheckboxSelectMultiple, required=False
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        choices=list(LANGUAGE_NAMES.items()),
        required=False,
    )
    abilities = forms.CharField(
        label=_("Good at"),
        max_length=400,
        required=False,
        help_text=_("A few words with commas between, such as “invoices, heat pumps”."),
    )

    def __init__(
        self,
        *args: Any,
        by: Colleague,
        teams: Sequence[Team],
        fixed: Sequence[Role] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(team.public_id): team for team in teams}
        self._fixed = fixed
        roles = [(str(role), label) for role, label in ROLE_LABELS.items() if _offered(by, role)]
        self.fields["roles"].choices = roles  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["roles"].required = not fixed
        named = [(public_id, team.name) for public_id, team in self._teams.items()]
        self.fields["teams"].choices = named  # type: ignore[attr-defined]  # a ChoiceField

    def clean_abilities(self) -> list[str]:
        """The words, each once."""
        words = (" ".join(word.split()) for word in self.cleaned_data["abilities"].split(","))
        return list(dict.fromkeys(word for word in words if word))[:MOST_ABILITIES]

    def chosen(self) -> dict[str, Any]:
        """What the actions want to know."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "roles": [*(Role(role) for role in data["roles"]), *self._fixed],
            "teams": [self._teams[public_id] for public_id in data["teams"]],
            "languages": data["languages"],
            "abilities": data["abilities"],
        }


class NewColleagueForm(ColleagueForm):
    """Somebody new, found by a mail address."""

    email = forms.EmailField(
        label=_("Mail address"), help_text=_("The invitation goes there, and they sign in with it.")
    )
    field_order = ["name", "email"]


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(label=_("Name of the team"), max_length=200)


class ListForm(forms.Form):
    """A list of staff as a file."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_(
            "CSV or Excel (.xlsx). Columns: name and email; if you like roles, teams, languages "
            "and abilities."
        ),
    )


class NoNames:
    """Refuses a password made of the organisation's and the person's names; asked by Django."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError`."""
        if is_guessable(password, names=names_beside(user)):
            raise ValidationError(self.get_help_text(), code="password_of_names")

    def get_help_text(self) -> str:
        """What is asked for."""
        return gettext(
            "Choose one that is not made of names only: yours, your company's or Samspil's."
        )


class JoinForm(forms.Form):
    """A password for a new account."""

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user

    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. Several words are easy to remember."),
    )

    def clean_password(self) -> str:
        """A password that is long and not a common one."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._user)
        return password


class OrganisationForm(forms.Form):
    """An organisation, and the name of its AI colleague."""

    name = forms.CharField(label=_("Name of your organisation"), max_length=200)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=LANGUAGES,
        help_text=_(
            "Of letters to people who have chosen none. Each reads the pages in their own."
        ),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))
    ai_name = forms.CharField(
        label=_("What the AI colleague is called"),
        max_length=200,
        help_text=_("It is always shown as AI, whatever its name."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = str(self.initial.get("time_zone", ""))
        offered = sorted({*zones(), *([own] if own else [])})
        self.fields["time_zone"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]  # a ChoiceField


def _offered(by: Colleague, role: Role) -> bool:
    return may_give(by.role_set, role)
