"""Everything that is chosen about a chat, in each language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.chat.listed import ALWAYS, Topic
from samspil.core.chat.plan import Audience, ChatPlan, Lack, Said, usual_topics
from samspil.core.public_form import LANGUAGES
from samspil.web.origins import origins
from samspil.web.places import LANGUAGE_NAMES
from samspil.work.models import Process

AUDIENCES = {
    Audience.EMPLOYEES: gettext_lazy("employees: they sign in, and see what they may see"),
    Audience.APPLICANTS: gettext_lazy("applicants: anybody may ask, from public documents only"),
    Audience.CUSTOMERS: gettext_lazy("customers: anybody may ask, from public documents only"),
}
TOPICS = {
    Topic.DISMISSAL: gettext_lazy("dismissal"),
    Topic.CONFLICT: gettext_lazy("conflict"),
    Topic.ILLNESS: gettext_lazy("illness"),
}
LACKS = {
    Lack.LANGUAGE: gettext_lazy("Choose at least one language."),
    Lack.TITLE: gettext_lazy("Write a title in each language."),
    Lack.CONTACT: gettext_lazy("Say how the company can be reached."),
    Lack.PRIVACY: gettext_lazy("Give the address of your privacy policy."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together on the page; folded away where `open` is False."""

    name: str
    fields: Sequence[forms.BoundField]
    open: bool = True


class ChatForm(forms.Form):
    """What whoever sets a chat up chooses."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("As colleagues call it; only they see it."),
    )
    audience = forms.ChoiceField(label=gettext_lazy("For whom"), choices=[*AUDIENCES.items()])
    process = forms.ChoiceField(
        label=gettext_lazy("Process that takes over"),
        help_text=gettext_lazy("A hand-over becomes a case there."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages offered"),
        choices=[*LANGUAGE_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Straight to a person"),
        choices=[*TOPICS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Danger and harassment always are. Found by listed words only."),
    )
    phrased = forms.BooleanField(
        label=gettext_lazy("Let a language model phrase the answers"),
        required=False,
        help_text=gettext_lazy(
            "Where a model may be asked for chats. Every sentence is held against the documents, "
            "and what they do not say is left out. Where the model is slow or may not be asked, "
            "people get the documents' own sentences, as without this."
        ),
    )
    contact = forms.CharField(
        label=gettext_lazy("How the company can be reached"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Name, address, mail or telephone, as it shall be read."),
    )
    privacy_url = forms.CharField(
        label=gettext_lazy("Address of your privacy policy"),
        required=False,
        max_length=300,
        validators=[URLValidator(schemes=["https", "http"])],
    )
    slug = forms.CharField(
        label=gettext_lazy("Public address"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Small letters, digits and hyphens; empty: nobody can guess it."),
    )
    sites = forms.CharField(
        label=gettext_lazy("Websites that may show the chat"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("One in a line, such as https://www.example.com. Empty: none."),
    )

    def __init__(
        self, *args: Any, processes: Sequence[Process], audience: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.processes = {str(one.public_id): one for one in processes}
        choices = [(key, one.name) for key, one in self.processes.items()]
        self.fields["process"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.whom = audience
        if audience:
            del self.fields["audience"]
        for language in LANGUAGES:
            self.fields |= _texts(language)

    def groups(self) -> list[Group]:
        """The fields in the order in which one thinks of them."""
        first = [one for one in ("name", "audience", "process", "languages") if one in self.fields]
        texts = [
            Group(
                name=str(LANGUAGE_NAMES[one]),
                fields=[self[f"{part}_{one}"] for part in ("title", "greeting", "hours")],
                open=bool(self[f"title_{one}"].value()) or one == "da",
            )
            for one in LANGUAGES
        ]
        told = [self["contact"], self["privacy_url"]]
        public = [self["slug"], self["sites"]]
        groups = [
            Group(name=_("The chat"), fields=[self[one] for one in first]),
            *texts,
            Group(name=_("How it answers"), fields=[self["phrased"]]),
            Group(name=_("A person takes over"), fields=[self["topics"]]),
        ]
        if self.whom != Audience.EMPLOYEES:
            groups += [
                Group(name=_("What strangers are told"), fields=told),
                Group(name=_("Where strangers find it"), fields=public),
            ]
        return groups

    def clean_sites(self) -> list[str]:
        """Origins only: a scheme and a host."""
        return origins(self.cleaned_data["sites"])

    @property
    def process_chosen(self) -> Process:
        """The process that takes over."""
        return self.processes[self.cleaned_data["process"]]

    def plan(self) -> ChatPlan:
        """What was chosen, as the action takes it."""
        given = self.cleaned_data
        chosen = {Topic(one) for one in given["topics"]} | ALWAYS
        return ChatPlan(
            audience=Audience(self.whom or given["audience"]),
            languages=[one for one in LANGUAGES if one in given["languages"]],
            texts={
                one: Said(
                    **{part: given[f"{part}_{one}"] for part in ("title", "greeting", "hours")}
                )
                for one in LANGUAGES
            },
            topics=[topic for topic in Topic if topic in chosen],
            contact=given["contact"],
            privacy_url=given["privacy_url"],
            sites=given["sites"],
            phrased=given["phrased"],
        )


def as_chosen(plan: ChatPlan | None = None, **more: str) -> dict[str, Any]:
    """A plan as the form shows it; without one, what is usual for employees."""
    if plan is None:
        plan = ChatPlan(
            audience=Audience.EMPLOYEES,
            languages=(),
            texts={},
            topics=usual_topics(Audience.EMPLOYEES),
        )
    return {
        "audience": plan.audience,
        "languages": list(plan.languages),
        "topics": [str(topic) for topic in plan.topics],
        "contact": plan.contact,
        "privacy_url": plan.privacy_url,
        "sites": "\n".join(plan.sites),
        "phrased": plan.phrased,
        **{
            f"{part}_{language}": getattr(said, part)
            for language, said in plan.texts.items()
            for part in ("title", "greeting", "hours")
        },
        **more,
    }


def _texts(language: str) -> dict[str, forms.Field]:
    return {
        f"title_{language}": forms.CharField(
            label=gettext_lazy("Title"), max_length=120, required=False
        ),
        f"greeting_{language}": forms.CharField(
            label=gettext_lazy("Greeting"),
            max_length=500,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
        f"hours_{language}": forms.CharField(
            label=gettext_lazy("When people answer"), max_length=200, required=False
        ),
    }
