"""What a stranger fills in. Nothing that was typed is lost where something is wrong."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.masking import mask
from samspil.core.public_form import Asked, FormPlan, Kind, OwnField, Usual
from samspil.inbox.actions import Submission
from samspil.inbox.forms.uploads import FilesField, too_large
from samspil.web.days import DayInput

LONGEST_TEXT = 20_000
LONGEST_LINE = 200
NAMES = {
    Usual.NAME: gettext_lazy("Your name"),
    Usual.MAIL: gettext_lazy("Your mail address"),
    Usual.PHONE: gettext_lazy("Your telephone number"),
    Usual.ORDER: gettext_lazy("Order or customer number"),
    Usual.SUBJECT: gettext_lazy("Subject"),
}
AUTOCOMPLETE = {Usual.NAME: "name", Usual.MAIL: "email", Usual.PHONE: "tel"}
MAIL_HELP = gettext_lazy("For the receipt and the answer. Without it you read both on a page here.")
ORDER_HELP = gettext_lazy("Never a CPR number or tax id: we do not want it, and mask it.")
WISH = gettext_lazy("I would rather a person reads this first")
TRAP = "website"
"""A field of the page that no person sees; programs fill it in."""


class StrangersForm(forms.Form):
    """What every form for strangers has: a mark, and a trap for programs."""

    mark = forms.CharField(required=False, widget=forms.HiddenInput())
    oversized = False

    def clean(self) -> dict[str, Any]:
        """Refuse what only programs fill in; where a browser did it for a person, send again."""
        cleaned = super().clean() or {}
        if self.data.get(TRAP):
            self.add_error(None, _("A hidden field was filled in. We emptied it: send it again."))
        if self.oversized and "files" in self.fields:
            self.add_error("files", too_large())
        self._mask()
        return cleaned

    def put(self, values: dict[str, str]) -> None:
        """Show these values instead of what was typed."""
        data = QueryDict(mutable=True)
        data.update(dict(self.data.items()))
        for name, value in values.items():
            data[name] = value
        self.data = data

    def _mask(self) -> None:
        """Take identity numbers out at once, and have the sender look before it is sent."""
        for name, field in self.fields.items():
            typed = self.data.get(name, "")
            if not isinstance(field, forms.CharField) or name == "mark" or not typed:
                continue
            masked = mask(str(typed))
            if masked.found:
                self.put({name: masked.text})
                self.add_error(
                    name,
                    _("We took out an identity number: we do not need it. Look, and send again."),
                )


class FillForm(StrangersForm):
    """The fields that the form's owner chose, the message, and the wish for a person."""

    def __init__(self, *args: Any, plan: FormPlan, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.language = plan, language
        for usual, asked in plan.asked.items():
            if asked is not Asked.NO and usual is not Usual.SUBJECT:
                self.fields[usual] = _usual(usual, asked)
        for place, own in enumerate(plan.own):
            self.fields[f"own{place}"] = _own(own, language)
        if (asked := plan.asked.get(Usual.SUBJECT, Asked.NO)) is not Asked.NO:
            self.fields[Usual.SUBJECT] = _usual(Usual.SUBJECT, asked)
        self.fields["message"] = _text(gettext_lazy("Your message"), rows=9)
        if plan.files:
            self.fields["files"] = FilesField()
        self.fields["person"] = forms.BooleanField(
            label=WISH,
            required=False,
            help_text=gettext_lazy("Then AI does not read it. It may take a little longer."),
        )

    def clean_message(self) -> str:
        """Blanks alone say nothing."""
        message = str(self.cleaned_data["message"])
        if not message.strip():
            raise forms.ValidationError(_("Write what it is about."))
        return message

    def submission(self) -> Submission:
        """What was filled in, as the action takes it."""
        given = self.cleaned_data
        usual = [
            (str(name), str(given[name]))
            for name in (Usual.NAME, Usual.PHONE, Usual.ORDER)
            if given.get(name)
        ]
        own = [
            (field.label(self.language), str(given[f"own{place}"]))
            for place, field in enumerate(self.plan.own)
            if given.get(f"own{place}")
        ]
        return Submission(
            language=self.language,
            text=given["message"],
            subject=given.get(Usual.SUBJECT, ""),
            mail=given.get(Usual.MAIL, ""),
            name=given.get(Usual.NAME, ""),
            fields=(*usual, *own),
            wish=str(WISH) if given.get("person") else "",
            files=given.get("files") or (),
        )


class MoreForm(StrangersForm):
    """A further message, or files, or both."""

    def __init__(self, *args: Any, files: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["message"] = _text(gettext_lazy("Write more"), rows=5)
        self.fields["message"].required = not files
        if files:
            self.fields["files"] = FilesField()

    def clean(self) -> dict[str, Any]:
        """Something must be there."""
        cleaned = super().clean()
        nothing = not cleaned.get("message", "").strip() and not cleaned.get("files")
        if nothing and not self.errors:
            self.add_error("message", _("Write something, or choose a file."))
        return cleaned


class DisagreeForm(StrangersForm):
    """What a sender disagrees with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["disagree"] = _text(gettext_lazy("What do you disagree with?"), rows=5)


def _usual(usual: Usual, asked: Asked) -> forms.Field:
    required = asked is Asked.MUST
    attrs = {"autocomplete": AUTOCOMPLETE.get(usual, "off")}
    if usual is Usual.MAIL:
        return forms.EmailField(
            label=NAMES[usual],
            required=required,
            max_length=254,
            help_text="" if required else MAIL_HELP,
            widget=forms.EmailInput(attrs=attrs),
        )
    return forms.CharField(
        label=NAMES[usual],
        required=required,
        max_length=LONGEST_LINE,
        help_text=ORDER_HELP if usual is Usual.ORDER else "",
        widget=forms.TextInput(attrs=attrs),
    )


def _own(own: OwnField, language: str) -> forms.Field:
    label = own.label(language)
    if own.kind is Kind.CHOICE:
        offered = own.choices.get(language) or next(iter(own.choices.values()), ())
        choices = [("", "—"), *((one, one) for one in offered)]
        return forms.ChoiceField(label=label, required=own.required, choices=choices)
    if own.kind is Kind.DATE:
        return forms.DateField(label=label, required=own.required, widget=DayInput)
    return forms.CharField(label=label, required=own.required, max_length=LONGEST_LINE)


def _text(label: Any, *, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
