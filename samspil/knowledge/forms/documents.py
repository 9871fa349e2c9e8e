"""What is asked, and what is said of documents."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.masking import DataClass
from samspil.governance.queries import CLASSES
from samspil.knowledge.actions import ENDINGS, Terms
from samspil.knowledge.models import Document, Secrecy, State
from samspil.people.models import Colleague, Team
from samspil.web.days import DayInput
from samspil.web.several_files import FilesField, SeveralFiles

LONGEST_QUESTION = 500
MOST_FILES = 200
MOST_TOGETHER = 200 * 1024**2
"""Bytes of the files brought in at once: they are all in memory for a moment."""
SECRECY_LABELS = {
    Secrecy.INTERNAL: _("all colleagues"),
    Secrecy.CONFIDENTIAL: _("one team only"),
    Secrecy.PUBLIC: _("everybody, customers too"),
}


class AskForm(forms.Form):
    """A question in plain words."""

    question = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )


class SendForm(forms.Form):
    """A question that goes to a colleague; `expert` is an id, empty for whoever takes it."""

    question = forms.CharField(max_length=LONGEST_QUESTION)
    words = forms.CharField(required=False, max_length=2_000)
    expert = forms.CharField(required=False, max_length=36)


class DocumentsField(FilesField):
    """Files that together fit into memory for a moment."""

    def check(self, given: Sequence[Any]) -> None:
        """Neither too many, nor too large together."""
        super().check(given)
        if sum(one.size for one in given if one) > MOST_TOGETHER:
            raise forms.ValidationError(_("Choose fewer files: at most 200 megabytes at once."))


class TermsForm(forms.Form):
    """Who may see a document, who answers for it, and by when somebody looks through it."""

    secrecy = forms.ChoiceField(
        label=_("Who may see it"),
        choices=list(SECRECY_LABELS.items()),
        help_text=_("Answers show only what whoever asks may see."),
    )
    team = forms.ChoiceField(label=_("Team"), required=False)
    owner = forms.ChoiceField(
        label=_("Who answers for it"),
        required=False,
        help_text=_("Is named to whoever asks what this document comes near to."),
    )
    review_on = forms.DateField(
        label=_("Look through it by"),
        required=False,
        widget=DayInput,
        help_text=_("On that day whoever answers for it is asked whether it still holds."),
    )

    def __init__(
        self, *args: Any, teams: Sequence[Team], people: Sequence[Colleague], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(one.public_id): one for one in teams}
        self.people = {str(one.public_id): one for one in people}
        self._offer("team", _("no team"), self.teams)
        self._offer("owner", _("whoever brings it"), self.people)

    def _offer(self, name: str, none: Any, offered: dict[str, Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *((key, one.name) for key, one in offered.items())]

    def terms(self) -> Terms:
        """What was chosen."""
        said = self.cleaned_data
        return Terms(
            secrecy=Secrecy(said["secrecy"]),
            team=self.teams.get(said["team"]),
            owner=self.people.get(said["owner"]),
            review_on=said["review_on"],
        )


class AddForm(TermsForm):
    """Documents, and what holds for all of them."""

    chosen = DocumentsField(
        most=MOST_FILES,
        too_many=_("Choose at most %(most)d files at once."),
        label=_("Files"),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"accept": ",".join(ENDINGS)}),
        help_text=_(
            "PDF, Word, PowerPoint, Excel, HTML, Markdown, plain text or mail. A file of the same "
            "name takes the place of the older one."
        ),
    )
    field_order = ("chosen", "secrecy", "team", "owner", "review_on")


class FindForm(forms.Form):
    """What to narrow a list of documents by."""

    q = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(
        required=False,
        choices=[
            ("", _("all")),
            (State.READ, _("read")),
            (State.WAITING, _("being read")),
            (State.UNREADABLE, _("not readable")),
        ],
    )
    stale = forms.BooleanField(required=False)
    nobodys = forms.BooleanField(required=False)


def as_typed(document: Document) -> dict[str, Any]:
    """What stands in the form of a document's terms."""
    return {
        "secrecy": document.secrecy,
        "team": str(document.team.public_id) if document.team else "",
        "owner": str(document.owner.public_id) if document.owner else "",
        "review_on": document.review_on,
    }


class ClassForm(forms.Form):
    """Which kind of data a document is."""

    data_class = forms.ChoiceField(
        label=_("Kind of data"),
        required=False,
        choices=[("", _("as found")), *CLASSES.items()],
        help_text=_(
            "Stricter always holds. Milder than found takes an owner or the data protection "
            "officer."
        ),
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        help_text=_("Needed where it becomes milder."),
    )

    def said(self) -> DataClass | None:
        """What was chosen; None for as found."""
        chosen = self.cleaned_data["data_class"]
        return DataClass(chosen) if chosen else None
