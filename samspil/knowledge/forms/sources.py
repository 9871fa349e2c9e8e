"""What is said of a source of documents."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.knowledge.actions import SourceTerms
from samspil.knowledge.forms.documents import SECRECY_LABELS
from samspil.knowledge.models import Pace, Secrecy, Source, SourceKind
from samspil.people.models import Colleague, Team

PACE_LABELS = {Pace.HOURLY: _("every hour"), Pace.DAILY: _("every day")}
MONTHS = {"": _("never"), "6": _("6 months"), "12": _("12 months"), "24": _("24 months")}


class SourceForm(forms.Form):
    """A source's name and place, and what holds for all that it brings."""

    name = forms.CharField(
        label=_("Name"),
        max_length=60,
        help_text=_("It stands before the names of the documents that come from there."),
    )
    place = forms.CharField(label=_("Folder"), max_length=500)
    pace = forms.ChoiceField(
        label=_("Look there"), choices=list(PACE_LABELS.items()), initial=Pace.DAILY
    )
    remove_missing = forms.BooleanField(
        label=_("Remove here what is not there any more"),
        required=False,
        initial=True,
        help_text=_(
            "Never more than half of it in one round, and nothing where the source could not be "
            "read to its end: then whoever answers for it is asked."
        ),
    )
    secrecy = forms.ChoiceField(
        label=_("Who may see it"),
        choices=list(SECRECY_LABELS.items()),
        help_text=_("Answers show only what whoever asks may see."),
    )
    team = forms.ChoiceField(label=_("Team"), required=False)
    owner = forms.ChoiceField(label=_("Who answers for it"))
    review_months = forms.ChoiceField(
        label=_("Have each document looked through after"),
        required=False,
        choices=list(MONTHS.items()),
    )

    def __init__(
        self, *args: Any, teams: Sequence[Team], people: Sequence[Colleague], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(one.public_id): one for one in teams}
        self.people = {str(one.public_id): one for one in people}
        self._offer("team", [("", _("no team"))], self.teams)
        self._offer("owner", [], self.people)

    def _offer(self, name: str, first: list[tuple[str, Any]], offered: dict[str, Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*first, *((key, one.name) for key, one in offered.items())]

    def said(self) -> SourceTerms:
        """What was said."""
        said = self.cleaned_data
        return SourceTerms(
            name=said["name"],
            place=said["place"],
            owner=self.people[said["owner"]],
            secrecy=Secrecy(said["secrecy"]),
            team=self.teams.get(said["team"]),
            review_months=int(said["review_months"]) if said["review_months"] else None,
            pace=Pace(said["pace"]),
            remove_missing=said["remove_missing"],
            server=said.get("server", ""),
            login=said.get("login", ""),
            password=said.get("password", ""),
        )


class FolderForm(SourceForm):
    """A folder of this machine."""


class SiteForm(SourceForm):
    """A web site, by its sitemap."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].label = _("Address of the sitemap")
        self.fields["place"].help_text = _("Most sites have one at /sitemap.xml.")


class MailForm(SourceForm):
    """A folder of a mailbox, and who opens it."""

    server = forms.CharField(
        label=_("Mail server"),
        max_length=200,
        help_text=_("Its name, with the port after a colon if it is not 993. Always encrypted."),
    )
    login = forms.CharField(
        label=_("Account"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=500,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Kept sealed and never shown again. Left empty, it stays what it is."),
    )
    field_order = ("name", "server", "login", "password", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].label = _("Folder in the mailbox")
        self.fields["place"].initial = "INBOX"
        self.fields["password"].required = not self.initial.get("server")


FORMS: dict[str, type[SourceForm]] = {
    SourceKind.FOLDER: FolderForm,
    SourceKind.WEB: SiteForm,
    SourceKind.MAIL: MailForm,
}


def form_for(kind: SourceKind, *args: Any, **kwargs: Any) -> SourceForm:
    """The form of a source of this kind."""
    return FORMS[kind](*args, **kwargs)


def as_said(source: Source) -> dict[str, Any]:
    """What stands in the form of a source."""
    return {
        "name": source.name,
        "place": source.place,
        "server": source.server,
        "login": source.login,
        "pace": source.pace,
        "remove_missing": source.remove_missing,
        "secrecy": source.secrecy,
        "team": str(source.team.public_id) if source.team else "",
        "owner": str(source.owner.public_id),
        "review_months": source.review_months or "",
    }
