"""What a person types while judging a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.routing import Level
from samspil.people.models import Team
from samspil.web.days import DayInput

LONGEST_REPLY = 50_000
LONGEST_NOTE = 10_000
LEVELS = {
    Level.STANDARD: _("Level 1: standard question"),
    Level.SPECIALIST: _("Level 2: a specialist's matter"),
    Level.EXPERIENCED: _("Level 3: an experienced person's matter"),
}


class ReplyForm(forms.Form):
    """A topic and an answer; an empty answer must be meant.

    `seen` is how many messages of the customer stood on the page that was answered; `told`: the
    page said that AI's draft lapsed.
    """

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput())
    told = forms.BooleanField(required=False, widget=forms.HiddenInput())
    topic = forms.ChoiceField(label=_("What it is about"), required=False)
    answer = forms.CharField(
        label=_("Reply"),
        error_messages={"required": _("Write a reply, or close the case without one.")},
        max_length=LONGEST_REPLY,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "data-key": "c", "data-submits": "true"}),
    )

    def __init__(
        self,
        *args: Any,
        topics: Sequence[tuple[str, str]],
        writes_at_once: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("not said")), *sorted(topics, key=lambda topic: topic[1].casefold())]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["answer"].required = not self.closes_silently
        if writes_at_once:
            self.fields["answer"].widget.attrs["autofocus"] = True

    @property
    def closes_silently(self) -> bool:
        """Whether the person asked to close without a reply."""
        return "close" in self.data

    def clean_answer(self) -> str:
        """The answer, empty where the case is to be closed without one."""
        if self.closes_silently:
            return ""
        answer = str(self.cleaned_data["answer"])
        if not answer.strip():
            raise forms.ValidationError(_("Write a reply, or close the case without one."))
        return answer


class JudgeForm(forms.Form):
    """What a person finds before AI's answer is seen."""

    topic = forms.ChoiceField(
        label=_("What is it about?"),
        help_text=_("You judge first; AI's answer comes after."),
        error_messages={"required": _("Choose what the message is about.")},
    )

    def __init__(self, *args: Any, topics: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("choose")), *sorted(topics, key=lambda topic: topic[1].casefold())]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["topic"].widget.attrs["data-submits"] = "true"


class HandOverForm(forms.Form):
    """Which team goes on, and what it should know."""

    team: "forms.ModelChoiceField[Team]" = forms.ModelChoiceField(
        label=_("Team"), queryset=None, to_field_name="public_id"
    )
    note = forms.CharField(
        label=_("What they should know"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "data-submits": "true"}),
        help_text=_("Only colleagues see this."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.filter(closed_at__isnull=True).order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["team"].widget.attrs["autofocus"] = True


class MessageForm(forms.Form):
    """What the customer said on another way, such as by telephone or letter."""

    text = forms.CharField(
        label=_("What the customer wrote or said"),
        max_length=LONGEST_REPLY,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-submits": "true"}),
        help_text=_("It joins this case. A closed case opens again, and AI looks at it first."),
    )


class NoteForm(forms.Form):
    """A note for colleagues."""

    note = forms.CharField(
        label=_("Note for colleagues"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "data-submits": "true"}),
        help_text=_("Only colleagues see this. Write @ and a name, and that colleague is told."),
    )


class FileForm(forms.Form):
    """A file for the case."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "PDF, picture, plain text or Office file. For colleagues; AI does not read it."
        ),
    )


class TagForm(forms.Form):
    """A tag, new or known."""

    name = forms.CharField(
        label=_("Tag"), max_length=40, widget=forms.TextInput(attrs={"list": "known-tags"})
    )


class SnoozeForm(forms.Form):
    """The day on which a case comes back."""

    day = forms.DateField(
        label=_("Comes back on the morning of"),
        widget=DayInput,
        help_text=_("The deadline stays as it is. A new message brings the case back at once."),
    )
