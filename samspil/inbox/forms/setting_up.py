"""How a form's owner sets it up: what it asks, and what it tells, in each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.public_form import (
    LANGUAGES,
    MOST_OWN_FIELDS,
    Asked,
    FormPlan,
    Ground,
    Kind,
    Lack,
    OwnField,
    Texts,
    Usual,
)
from samspil.web.origins import origins
from samspil.web.places import LANGUAGE_NAMES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ASKED = (
    (Asked.NO, gettext_lazy("not asked")),
    (Asked.MAY, gettext_lazy("asked, may be left empty")),
    (Asked.MUST, gettext_lazy("must be filled in")),
)
USUAL = {
    Usual.NAME: gettext_lazy("Name"),
    Usual.MAIL: gettext_lazy("Mail address"),
    Usual.PHONE: gettext_lazy("Telephone number"),
    Usual.ORDER: gettext_lazy("Order or customer number"),
    Usual.SUBJECT: gettext_lazy("Subject"),
}
KINDS = (
    (Kind.TEXT, gettext_lazy("a line of text")),
    (Kind.CHOICE, gettext_lazy("a choice from a list")),
    (Kind.DATE, gettext_lazy("a date")),
)
GROUNDS = (
    (Ground.CONTRACT, gettext_lazy("a contract with the sender, or steps towards one (6(1)(b))")),
    (Ground.INTEREST, gettext_lazy("our legitimate interest in answering (6(1)(f))")),
    (Ground.DUTY, gettext_lazy("a duty by law (6(1)(c))")),
    (Ground.CONSENT, gettext_lazy("the sender's consent (6(1)(a))")),
    (Ground.TASK, gettext_lazy("a public task (6(1)(e))")),
)
LACKS = {
    Lack.LANGUAGE: gettext_lazy("Choose at least one language."),
    Lack.TITLE: gettext_lazy("Write a title in each language."),
    Lack.PURPOSE: gettext_lazy("Say in each language what for you read what people write."),
    Lack.CONTACT: gettext_lazy("Say how the company can be reached."),
    Lack.PRIVACY: gettext_lazy("Give the address of your privacy policy."),
    Lack.LABEL: gettext_lazy("Name each field of your own in each language."),
    Lack.CHOICES: gettext_lazy("Give each list the same number of choices in each language."),
}
LONGEST_LABEL = 80
LONGEST_TITLE = 120
LONGEST_CHOICES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together on the page; folded away where `open` is False."""

    name: str
    fields: Sequence[forms.BoundField]
    note: str = ""
    open: bool = True


class SetUpForm(forms.Form):
    """All that a form's owner chooses."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages offered"),
        choices=[*LANGUAGE_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    contact = forms.CharField(
        label=gettext_lazy("How the company can be reached"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Name, address, mail or telephone, as it shall be read."),
    )
    ground = forms.ChoiceField(label=gettext_lazy("Legal ground"), choices=GROUNDS)
    keep_months = forms.IntegerField(
        label=gettext_lazy("Months it is kept after the case is closed"),
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=gettext_lazy(
            "People are told this. Samspil does not delete by itself yet: "
            "keep to it when you delete."
        ),
    )
    privacy_url = forms.CharField(
        label=gettext_lazy("Address of your privacy policy"),
        required=False,
        max_length=300,
        validators=[URLValidator(schemes=["https", "http"])],
    )
    files = forms.BooleanField(  # type: ignore[assignment]  # Django takes it out of the class
        label=gettext_lazy("Files may be sent"), required=False
    )
    status_days = forms.IntegerField(
        label=gettext_lazy("Days the sender's page is there after the case is closed"),
        validators=[MinValueValidator(1), MaxValueValidator(730)],
    )
    show_names = forms.BooleanField(
        label=gettext_lazy("Senders see which colleague replied"), required=False
    )
    sites = forms.CharField(
        label=gettext_lazy("Websites that may show the form in a frame"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("One in a line, such as https://www.example.com. Empty: none."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields |= _texts(language)
        for usual, name in USUAL.items():
            self.fields[f"asked_{usual}"] = forms.ChoiceField(label=name, choices=ASKED)
        for place in range(MOST_OWN_FIELDS):
            self.fields |= _own_fields(place)

    def groups(self) -> list[Group]:
        """The fields in the order in which one thinks of them."""
        usual = [f"asked_{one}" for one in USUAL]
        told = ("contact", "ground", "keep_months", "privacy_url")
        return [
            self._group(_("Languages"), ("languages",)),
            *(
                self._group(str(LANGUAGE_NAMES[one]), _names(one), open_=self._is_used(one))
                for one in LANGUAGE_NAMES
            ),
            self._group(_("What people are told"), told),
            self._group(_("What is asked beside the message"), (*usual, "files")),
            *(self._own_group(place) for place in range(MOST_OWN_FIELDS)),
            self._group(_("The sender's page"), ("status_days", "show_names")),
            self._group(_("On other websites"), ("sites",), open_=bool(self["sites"].value())),
        ]

    def clean_sites(self) -> list[str]:
        """Origins only: a scheme and a host."""
        return origins(self.cleaned_data["sites"])

    def plan(self) -> FormPlan:
        """What was chosen, as the action takes it."""
        given = self.cleaned_data
        chosen = [one for one in LANGUAGES if one in given["languages"]]
        return FormPlan(
            languages=chosen,
            texts={one: Texts(**{k: given[f"{k}_{one}"] for k in TEXTS}) for one in LANGUAGES},
            asked={usual: Asked(given[f"asked_{usual}"]) for usual in Usual},
            own=[own for own in map(self._own, range(MOST_OWN_FIELDS)) if own],
            ground=Ground(given["ground"]),
            files=given["files"],
            contact=given["contact"],
            keep_months=given["keep_months"],
            privacy_url=given["privacy_url"],
            status_days=given["status_days"],
            show_names=given["show_names"],
            sites=given["sites"],
        )

    def _own(self, place: int) -> OwnField | None:
        given = self.cleaned_data
        labels = {one: given[f"own{place}_label_{one}"].strip() for one in LANGUAGES}
        if not any(labels.values()):
            return None
        kind = Kind(given[f"own{place}_kind"] or Kind.TEXT)
        choices = {one: _lines(given[f"own{place}_choices_{one}"]) for one in LANGUAGES}
        return OwnField(
            labels=labels,
            kind=kind,
            required=given[f"own{place}_required"],
            choices=choices if kind is Kind.CHOICE else {},
        )

    def _group(self, name: str, fields: Sequence[str], *, open_: bool = True) -> Group:
        return Group(name=name, fields=[self[field] for field in fields], open=open_)

    def _own_group(self, place: int) -> Group:
        fields = [name for name in self.fields if name.startswith(f"own{place}_")]
        used = any(self[f"own{place}_label_{one}"].value() for one in LANGUAGES)
        name = _("A field of your own (%(n)d)") % {"n": place + 1}
        return self._group(name, fields, open_=used)

    def _is_used(self, language: str) -> bool:
        return language in (self["languages"].value() or ())


TEXTS = ("title", "introduction", "purpose")
PLAIN = ("files", "contact", "keep_months", "privacy_url", "status_days", "show_names", "sites")


def as_chosen(plan: FormPlan) -> dict[str, object]:
    """A plan as one would fill it in."""
    shown: dict[str, object] = {name: getattr(plan, name) for name in PLAIN}
    shown |= {"languages": list(plan.languages), "ground": plan.ground}
    shown["sites"] = "\n".join(plan.sites)
    for language, texts in plan.texts.items():
        shown |= {f"{name}_{language}": getattr(texts, name) for name in TEXTS}
    shown |= {f"asked_{usual}": plan.asked.get(usual, Asked.NO) for usual in Usual}
    for place, own in enumerate(plan.own):
        shown |= {f"own{place}_kind": own.kind, f"own{place}_required": own.required}
        shown |= _by_language(f"own{place}_label", own.labels)
        lists = {language: "\n".join(lines) for language, lines in own.choices.items()}
        shown |= _by_language(f"own{place}_choices", lists)
    return shown


def first_plan() -> FormPlan:
    """What a new form begins with."""
    asked = {Usual.NAME: Asked.MAY, Usual.MAIL: Asked.MAY, Usual.ORDER: Asked.MAY}
    return FormPlan(languages=("da",), texts={}, asked=asked)


def _by_language(name: str, values: Mapping[str, str]) -> dict[str, object]:
    return {f"{name}_{language}": value for language, value in values.items()}


def _label(words: "StrOrPromise", language: "StrOrPromise") -> "StrOrPromise":
    return format_lazy("{} ({})", words, language)


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip()[:100] for line in typed.splitlines() if line.strip()))


def _names(language: str) -> list[str]:
    return [f"{name}_{language}" for name in TEXTS]


def _texts(language: str) -> dict[str, forms.Field]:
    area = {"rows": 3, "lang": language}
    return {
        f"title_{language}": forms.CharField(
            label=gettext_lazy("Title"),
            required=False,
            max_length=LONGEST_TITLE,
            widget=forms.TextInput(attrs={"lang": language}),
        ),
        f"introduction_{language}": forms.CharField(
            label=gettext_lazy("Introduction"),
            required=False,
            max_length=2_000,
            widget=forms.Textarea(attrs=area),
        ),
        f"purpose_{language}": forms.CharField(
            label=gettext_lazy("What for you read what people write"),
            required=False,
            max_length=500,
            widget=forms.Textarea(attrs={**area, "rows": 2}),
        ),
    }


def _own_fields(place: int) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for language, name in LANGUAGE_NAMES.items():
        fields[f"own{place}_label_{language}"] = forms.CharField(
            label=_label(gettext_lazy("Its name"), name), required=False, max_length=LONGEST_LABEL
        )
    fields[f"own{place}_kind"] = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=KINDS, required=False
    )
    fields[f"own{place}_required"] = forms.BooleanField(
        label=gettext_lazy("Must be filled in"), required=False
    )
    for language, name in LANGUAGE_NAMES.items():
        fields[f"own{place}_choices_{language}"] = forms.CharField(
            label=_label(gettext_lazy("Choices, one in a line"), name),
            required=False,
            max_length=LONGEST_CHOICES,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
    return fields
