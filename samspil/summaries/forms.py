"""What is to be summarised, and what a person changes in it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.knowledge.actions import ENDINGS
from samspil.knowledge.models import Document
from samspil.summaries.actions import Wording
from samspil.summaries.models import Kind, Point
from samspil.web.days import DayInput
from samspil.work.models import Process

TRANSCRIPTS = (".vtt", ".srt", ".txt", ".docx")
LONGEST = 2_000


def _file(label: Any, *, endings: Sequence[str], help_text: Any) -> forms.FileField:
    return forms.FileField(
        label=label,
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(endings)}),
        help_text=help_text,
    )


class DocumentForm(forms.Form):
    """A document that is known, or a file brought for this alone."""

    document = forms.ChoiceField(label=_("A document that is here"), required=False)
    chosen = _file(
        _("Or a file"),
        endings=ENDINGS,
        help_text=_("It is read here, seen by you alone, and deleted after 30 days."),
    )

    def __init__(self, *args: Any, documents: Sequence[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.documents = {str(one.public_id): one for one in documents}
        field = self.fields["document"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("none")),
            *((key, one.title or one.name) for key, one in self.documents.items()),
        ]

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        said = super().clean() or {}
        if bool(said.get("document")) == (said.get("chosen") is not None):
            raise forms.ValidationError(_("Choose either a document or a file."))
        return said

    def document_chosen(self) -> Document | None:
        """The document, if one was chosen."""
        return self.documents.get(self.cleaned_data["document"])


class MeetingForm(forms.Form):
    """A transcript and the day of the meeting."""

    chosen = forms.FileField(
        label=_("The transcript"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(TRANSCRIPTS)}),
        help_text=_(
            "VTT, text or Word, as Teams and Zoom save it. It is read here, seen by you alone, and "
            "deleted after 30 days."
        ),
    )
    met_on = forms.DateField(
        label=_("Day of the meeting"),
        widget=DayInput,
        help_text=_("“By Friday” is told from this day."),
    )


class PointForm(forms.Form):
    """What a point says; of an action also who and by when."""

    text = forms.CharField(
        label=_("What"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    owner = forms.CharField(label=_("Who"), max_length=80, required=False)
    due = forms.DateField(label=_("By when"), required=False, widget=DayInput)

    def __init__(self, *args: Any, of_action: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_action:
            del self.fields["owner"], self.fields["due"]

    def wording(self) -> Wording:
        """What was typed."""
        said = self.cleaned_data
        return Wording(text=said["text"], owner=said.get("owner", ""), due=said.get("due"))


class CaseForm(forms.Form):
    """The process in which an action becomes a case."""

    process = forms.ChoiceField(label=_("Process"))

    def __init__(self, *args: Any, processes: Sequence[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.processes = {str(one.public_id): one for one in processes}
        field = self.fields["process"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, one.name) for key, one in self.processes.items()]


def as_typed(point: Point) -> dict[str, Any]:
    """What stands in the form of a point."""
    return {"text": point.text, "owner": point.owner, "due": point.due}


def kind_named(said: str) -> Kind:
    """The kind asked for; a document where nothing fits."""
    return Kind(said) if said in Kind.values else Kind.DOCUMENT
