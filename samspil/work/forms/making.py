"""What a person says to set up a line of work."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_act.facts import WORDS, Question
from samspil.core.skill import Senders
from samspil.core.topics import TopicText, with_keys
from samspil.people.models import Team
from samspil.skills.registry import CUSTOMER_SERVICE, HR, IT, NOTHING

OWN = "own"
KINDS = {
    CUSTOMER_SERVICE: (
        "message-square",
        _("Customer service"),
        _("Customers ask about deliveries, invoices, appointments and faults."),
    ),
    HR: (
        "users",
        _("HR questions"),
        _("Colleagues ask about holiday, pay, leave and contracts. Illness, conflict and dismissal "
          "always go to a person."),
    ),
    IT: (
        "monitor",
        _("IT tickets"),
        _("Colleagues report passwords, access, printers and devices. Fraud and outages always go "
          "to a person."),
    ),
    OWN: (
        "pencil",
        _("Something else"),
        _("You name the topics yourself. AI sorts once it has learned from some examples."),
    ),
}  # fmt: skip
"""Each kind of work: its picture, its name and what it is about."""
SENDERS = [
    (str(Senders.CUSTOMERS), _("Customers")),
    (str(Senders.EMPLOYEES), _("Colleagues: nothing is read of their feelings")),
]
NO, YES, UNKNOWN = "no", "yes", "unknown"
ABOUT_TERMS = [
    (NO, _("No: people look at each matter themselves. AI begins at once.")),
    (YES, _("Yes: AI waits until what the law asks for is done.")),
    (UNKNOWN, _("Nobody can say yet: AI waits until somebody does.")),
]
SAYS = {NO: False, YES: True, UNKNOWN: None, "": None}
MOST_TOPICS = 100


class NewProcessForm(forms.Form):
    """One of four kinds; for something else also its topics and who writes.

    Whoever `governs` uses of AI also answers the one question on which it hangs whether AI may
    begin where colleagues ask about their work.
    """

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(kind, name) for kind, (_icon, name, _about) in KINDS.items()],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        required=False,
        help_text=_("Leave it empty to call it by its kind."),
    )
    team = forms.ChoiceField(label=_("Who takes its cases"))
    senders = forms.ChoiceField(
        label=_("Who writes?"), choices=SENDERS, widget=forms.RadioSelect, required=False
    )
    topics = forms.CharField(
        label=_("Topics"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One on each line, such as “Membership fee”."),
    )

    about_terms = forms.ChoiceField(
        label=_(WORDS[Question.ABOUT_TERMS]),
        choices=ABOUT_TERMS,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, teams: Sequence[Team], governs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not governs:
            del self.fields["about_terms"]
        self._teams = {str(team.public_id): team for team in teams}
        offered = [(public_id, team.name) for public_id, team in self._teams.items()]
        self.fields["team"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    def cards(self) -> list[dict[str, Any]]:
        """The four choices with their pictures."""
        chosen = self["kind"].value()
        return [
            {"kind": kind, "icon": icon, "name": name, "about": about, "chosen": kind == chosen}
            for kind, (icon, name, about) in KINDS.items()
        ]

    def clean_topics(self) -> list[str]:
        """The names, each once."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["topics"].splitlines())
        found = list(dict.fromkeys(line for line in lines if line))
        if len(found) > MOST_TOPICS:
            raise forms.ValidationError(_("At most a hundred topics can be named at once."))
        if any(len(one) > MOST_TOPICS for one in found):
            raise forms.ValidationError(_("A topic's name has at most a hundred letters."))
        return found

    def clean(self) -> dict[str, Any]:
        """Something else needs a name, topics and a sender; the other kinds bring theirs."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == HR and cleaned.get("about_terms") == "":
            self.add_error("about_terms", _("Say whether: AI begins only where it is known."))
        if cleaned.get("kind") == OWN:
            needed = {
                "name": _("Give it a name."),
                "senders": _("Say who writes: it can not be changed later."),
                "topics": _("Name at least one topic."),
            }
            for field, said in needed.items():
                if field not in self.errors and not cleaned.get(field):
                    self.add_error(field, said)
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """What the action wants to know."""
        data, kind = self.cleaned_data, self.cleaned_data["kind"]
        own = kind == OWN
        language = (get_language() or "en")[:2]
        senders = Senders.CUSTOMERS if kind == CUSTOMER_SERVICE else Senders.EMPLOYEES
        return {
            "name": data["name"].strip() or str(KINDS[kind][1]),
            "team": self._teams[data["team"]],
            "senders": Senders(data["senders"]) if own else senders,
            "starter": NOTHING if own else kind,
            "topics": with_keys(
                [TopicText(key="", names={language: name}) for name in data["topics"]]
            )
            if own
            else None,
            "about_terms": SAYS[data.get("about_terms", "")] if kind == HR else None,
        }
