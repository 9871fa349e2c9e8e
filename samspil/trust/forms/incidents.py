"""What went wrong, what it means, what was done about it, and what was learned."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.incidents import Breach, Duty, Harm
from samspil.trust.actions import JudgedIncident, Reported
from samspil.trust.models import Concerned
from samspil.trust.queries.incident_words import breach_words, duty_words, harm_words
from samspil.uses.queries import Thing
from samspil.web.days import MomentInput


class ConcernsForm(forms.Form):
    """Whom it concerns, and how many."""

    concerns = forms.MultipleChoiceField(
        label=_("Whom it concerns"), choices=Concerned.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    number = forms.IntegerField(
        label=_("About how many people"), min_value=0, max_value=1_000_000_000, required=False,
        help_text=_("Leave it empty where you do not know."),
    )  # fmt: skip


class ReportForm(ConcernsForm):
    """What went wrong."""

    what = forms.CharField(
        label=_("What happened"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In a few sentences, without names of those it concerns."),
    )  # fmt: skip
    noticed_at = forms.DateTimeField(
        label=_("When somebody here noticed it"), widget=MomentInput,
        help_text=_("Times in which others have to be told count from then."),
    )  # fmt: skip
    thing = forms.ChoiceField(label=_("In which use of AI"), required=False)
    entry = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    field_order = ("what", "noticed_at", "thing")

    def __init__(self, *args: Any, things: Iterable[Thing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("in none, or nobody knows")), *((one.thing, one.name) for one in things)]
        self.fields["thing"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def reported(self) -> Reported:
        """What was said; only of a valid form."""
        return Reported(**self.cleaned_data)


class JudgeForm(ConcernsForm):
    """What it means for people."""

    breach = forms.ChoiceField(label=_("Personal data"), widget=forms.RadioSelect)
    harms = forms.MultipleChoiceField(
        label=_("What AI led to, directly or indirectly"), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Leave it empty where it led to none."),
    )  # fmt: skip
    field_order = ("breach", "harms")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in (
            ("breach", [(one.value, breach_words(one)) for one in Breach]),
            ("harms", [(one.value, harm_words(one)) for one in Harm]),
        ):
            self.fields[name].choices = words  # type: ignore[attr-defined]  # a choice field

    def judged(self) -> JudgedIncident:
        """What was said; only of a valid form."""
        said = self.cleaned_data
        return JudgedIncident(
            breach=Breach(said["breach"]), harms=[Harm(one) for one in said["harms"]],
            concerns=said["concerns"], number=said["number"],
        )  # fmt: skip


class StepForm(forms.Form):
    """What was done, or who was told."""

    duty = forms.ChoiceField(label=_("What it was"), required=False)
    what = forms.CharField(
        label=_("What was done, or whom you told and how"), max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    when = forms.DateTimeField(label=_("When"), widget=MomentInput)

    def __init__(self, *args: Any, duties: Iterable[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.value, duty_words(one)) for one in duties]
        field = self.fields["duty"]
        field.choices = [("", _("another step")), *choices]  # type: ignore[attr-defined]

    def duty_of(self) -> Duty | None:
        """Which duty it meets; only of a valid form."""
        return Duty(self.cleaned_data["duty"]) if self.cleaned_data["duty"] else None


class CloseForm(forms.Form):
    """What was learned."""

    learned = forms.CharField(
        label=_("What was learned, and what is different now"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
