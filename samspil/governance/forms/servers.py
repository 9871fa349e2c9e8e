"""A text that somebody wants to know the origin of; language models, and what may go there."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspil.core.gateway.allowing import Place, Purpose, Verdict
from samspil.core.masking import DataClass
from samspil.governance.actions import ServerTerms
from samspil.governance.models import ModelServer, Outcome
from samspil.governance.queries import CLASSES, CallsAsked, Cell
from samspil.people.models import Colleague

LONGEST = 20_000
PLACES = {
    Place.MACHINE: _("on this machine"),
    Place.HOUSE: _("in house"),
    Place.EU: _("in the EU"),
    Place.ELSEWHERE: _("elsewhere"),
}
PURPOSES = {
    Purpose.ANSWERS: _("phrase answers from documents"),
    Purpose.CHATS: _("phrase answers in chats"),
    Purpose.SUMMARIES: _("summarise"),
    Purpose.TEST: _("a test"),
}
VERDICTS = {
    Verdict.BLOCK: _("stays here"),
    Verdict.MASK: _("goes, names masked"),
    Verdict.ALLOW: _("goes as it is"),
}
OUTCOMES = {
    Outcome.ANSWERED: _("answered"),
    Outcome.BLOCKED: _("stayed here"),
    Outcome.FAILED: _("failed"),
    Outcome.ASKED: _("on its way"),
}
MAY_BE_ASKED = (Purpose.ANSWERS, Purpose.CHATS, Purpose.SUMMARIES)


class VerifyForm(forms.Form):
    """Holds the text for one answer; it is never stored."""

    text = forms.CharField(
        label=_("The text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "data-submits": "true"}),
    )


class ServerForm(forms.Form):
    """Where a language model is asked, and who answers for it."""

    name = forms.CharField(label=_("Name"), max_length=80)
    place = forms.ChoiceField(
        label=_("Where it stands"),
        choices=list(PLACES.items()),
        help_text=_("What may go there depends on it: sensitive data never leaves the house."),
    )
    base_url = forms.CharField(
        label=_("Address"),
        max_length=300,
        help_text=_("Of the OpenAI protocol, usually ending in /v1."),
        widget=forms.TextInput(
            attrs={"inputmode": "url", "placeholder": "https://models.example.eu/v1"}
        ),
    )
    model = forms.CharField(
        label=_("Model"), max_length=120, help_text=_("As the server calls it.")
    )
    key = forms.CharField(
        label=_("Key"),
        max_length=500,
        required=False,
        strip=True,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "Kept encrypted and never shown again. Empty keeps the one there is, as long as the "
            "address stays the same."
        ),
    )
    purposes = forms.MultipleChoiceField(
        label=_("What it may be asked for"),
        choices=[(one, PURPOSES[one]) for one in MAY_BE_ASKED],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    owner = forms.ChoiceField(label=_("Who answers for it"))
    on = forms.BooleanField(label=_("Switched on"), required=False)

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.public_id): one for one in people}
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = [(key, one.name) for key, one in self.people.items()]

    def terms(self) -> ServerTerms:
        """What was typed."""
        said = self.cleaned_data
        return ServerTerms(
            name=said["name"],
            base_url=said["base_url"],
            model=said["model"],
            place=Place(said["place"]),
            purposes=frozenset(Purpose(one) for one in said["purposes"]),
            owner=self.people[said["owner"]],
            on=said["on"],
            key=said["key"] or None,
        )


class AllowForm(forms.Form):
    """What of each class of data may go to one server; only what its place admits is offered."""

    def __init__(self, *args: Any, cells: Sequence[Cell], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for cell in cells:
            self.fields[cell.data_class.value] = forms.ChoiceField(
                label=CLASSES[cell.data_class],
                choices=[(one, VERDICTS[one]) for one in cell.choices],
                initial=cell.verdict.value,
                disabled=len(cell.choices) == 1,
                help_text="" if len(cell.choices) > 1 else _("Never goes to this place."),
            )

    def wanted(self) -> dict[DataClass, Verdict]:
        """What was chosen, by class."""
        return {DataClass(name): Verdict(said) for name, said in self.cleaned_data.items()}


class CallsForm(forms.Form):
    """Narrows the list of calls; what does not fit is as if never typed."""

    outcome = forms.ChoiceField(
        label=_("How it went"), required=False, choices=[("", _("all")), *OUTCOMES.items()]
    )
    purpose = forms.ChoiceField(
        label=_("What for"), required=False, choices=[("", _("all")), *PURPOSES.items()]
    )
    data_class = forms.ChoiceField(
        label=_("Kind of data"), required=False, choices=[("", _("all")), *CLASSES.items()]
    )
    server = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def asked(self) -> CallsAsked:
        """What was chosen; both days are included, in the organisation's zone."""
        self.is_valid()
        told = self.cleaned_data
        until = told.get("until")
        return CallsAsked(
            purpose=told.get("purpose", ""),
            data_class=told.get("data_class", ""),
            outcome=told.get("outcome", ""),
            server=told.get("server", ""),
            since=_start(told.get("since")),
            until=_start(until + timedelta(days=1) if until else None),
        )

    def kept(self) -> dict[str, str]:
        """The parameters that ask for the same again."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


def _start(day: Any) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None


def as_typed(server: ModelServer) -> dict[str, Any]:
    """What stands in the form of a server; never its key."""
    return {
        "name": server.name,
        "place": server.place,
        "base_url": server.base_url,
        "model": server.model,
        "purposes": server.purposes,
        "owner": str(server.owner.public_id),
        "on": server.on,
    }
