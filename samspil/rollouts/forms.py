"""What people say of a rollout, of a team's part in it, and when they ask for help."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspil.core.rollouts import phases, support
from samspil.core.rollouts.alarms import OTHERS_MONTHS, OTHERS_TARGET
from samspil.core.rollouts.phases import WORKING, Phase, Way
from samspil.core.rollouts.plan import GAP, USUAL
from samspil.core.rollouts.support import Urgency
from samspil.core.routing import Level
from samspil.governance.queries import ToolRow, tool_rows
from samspil.people.queries import day_of, people, teams
from samspil.rollouts.actions import Wanted
from samspil.rollouts.models import Rollout, TeamRollout
from samspil.web.days import DayInput

HUNDRED = 100
WAYS = {one: _(phases.WORDS[one]) for one in Way}
URGENCIES = {one: _(support.WORDS[one]) for one in Urgency}
LONGEST_TEXT = 2000
LEVELS = {
    Level.STANDARD: _("level 1: standard questions"),
    Level.SPECIALIST: _("level 2: specialists"),
    Level.EXPERIENCED: _("level 3: experienced people"),
}


DAYS = {
    Phase.INFORMATION: _("Working days of information"),
    Phase.PILOT: _("Working days of the pilot in a team"),
    Phase.TRAINING: _("Working days of training"),
    Phase.IMPLEMENTATION: _("Working days of implementation"),
}


def _days(phase: Phase) -> forms.IntegerField:
    return forms.IntegerField(label=DAYS[phase], initial=USUAL[phase], min_value=1, max_value=250)


def _share(label: Any, *, initial: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, initial=initial, min_value=1, max_value=HUNDRED, help_text=hint
    )


class _Choosing(forms.Form):
    """A form whose choices are people, teams and tools of the organisation."""

    def put_choices(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer these in a field."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # fields with choices

    def add_days(self, days: dict[str, int] | None = None) -> None:
        """A field for the working days of each phase."""
        for phase in WORKING:
            field = _days(phase)
            if days:
                field.initial = days[phase.value]
            self.fields[f"days_{phase.value}"] = field

    def days(self) -> dict[Phase, int]:
        """What was said of them."""
        return {phase: self.cleaned_data[f"days_{phase.value}"] for phase in WORKING}


class RolloutForm(_Choosing):
    """The plan of a rollout; cleans to `wanted`."""

    owner = forms.ChoiceField(label=_("Who owns the rollout"))
    way = forms.ChoiceField(label=_("How teams begin"), widget=forms.RadioSelect)
    teams = forms.MultipleChoiceField(
        label=_("Teams"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They begin in the order of this list."),
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    gap = forms.IntegerField(
        label=_("Working days between two teams"), initial=GAP, min_value=0, max_value=250,
        help_text=_("Where one begins after the other."),
    )  # fmt: skip
    training = forms.CharField(
        label=_("What the training is called"),
        max_length=200,
        help_text=_("So it stands in people's records; whoever has it there counts as trained."),
    )
    tool = forms.ChoiceField(
        label=_("Tool that is used beside Samspil"),
        required=False,
        help_text=_("From the register of AI tools: it has to be approved there."),
    )
    first_share = _share(
        _("Of 100 proposals of AI, agreed with after a month"),
        initial=60,
    )
    target = _share(
        _("and in the end"),
        initial=round(HUNDRED * OTHERS_TARGET),
        hint=_(
            "Others' figure: more than 85 in 100 after six months, from an article that does not "
            "say how it was measured. Set what you expect yourselves."
        ),
    )
    months = forms.IntegerField(
        label=_("after so many months"), initial=OTHERS_MONTHS, min_value=1, max_value=36
    )
    use_target = _share(_("Of 100 cases, going the new way in the end"), initial=80)
    allowed_days = forms.IntegerField(
        label=_("Working days a phase may be late before that is an alarm"),
        initial=5, min_value=0, max_value=100,
    )  # fmt: skip

    def __init__(self, *args: Any, kept: Rollout | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people()}
        self._teams = {str(one.public_id): one for one in teams()}
        self._tools = {str(one.tool.public_id): one.tool for one in _tools()}
        self.put_choices("owner", [(key, one.name) for key, one in self._people.items()])
        self.put_choices("teams", [(key, one.name) for key, one in self._teams.items()])
        names = [(key, one.name) for key, one in self._tools.items()]
        self.put_choices("tool", [("", _("none")), *names])
        self.put_choices("way", [(one.value, WAYS[one]) for one in Way])
        self.fields["way"].initial = Way.STAGED.value
        self.add_days(_days_of(kept))

    def clean(self) -> dict[str, Any]:
        """What fits together, as `wanted`."""
        said = super().clean() or {}
        first, target = said.get("first_share"), said.get("target")
        if first and target and first > target:
            self.add_error("target", _("In the end it cannot be less than after a month."))
        if not self.errors:
            said["wanted"] = self._wanted(said)
        return said

    def _wanted(self, said: dict[str, Any]) -> Wanted:
        return Wanted(
            owner=self._people[said["owner"]],
            starts_on=said["starts_on"],
            training=said["training"],
            teams=[one for key, one in self._teams.items() if key in said["teams"]],
            way=Way(said["way"]),
            gap=said["gap"],
            days=self.days(),
            tool=self._tools.get(said["tool"]),
            first_share=said["first_share"] / HUNDRED,
            target=said["target"] / HUNDRED,
            months=said["months"],
            use_target=said["use_target"] / HUNDRED,
            allowed_days=said["allowed_days"],
        )


class PartForm(_Choosing):
    """A team's part in a rollout."""

    owner = forms.ChoiceField(label=_("Who owns this team's part"))
    level = forms.ChoiceField(
        label=_("Cases the team takes from its implementation on"),
        required=False,
        help_text=_(
            "Then it takes over from the team that has them now; going back gives them back."
        ),
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())

    def __init__(self, given: QueryDict | None, *, place: TeamRollout) -> None:
        initial = {
            "owner": str(place.owner.public_id), "level": place.level,
            "starts_on": place.starts_on,
        }  # fmt: skip
        super().__init__(given, initial=initial)
        self._people = {str(one.public_id): one for one in [*people(), place.owner]}
        self.put_choices("owner", [(key, one.name) for key, one in self._people.items()])
        stays = ("", _("those it takes today"))
        self.put_choices("level", [stays, *((one.value, said) for one, said in LEVELS.items())])
        self.add_days(place.days)

    def said(self) -> dict[str, Any]:
        """What was said, for `set_part`."""
        cleaned = self.cleaned_data
        return {
            "owner": self._people[cleaned["owner"]], "level": cleaned["level"],
            "starts_on": cleaned["starts_on"], "days": self.days(),
        }  # fmt: skip


class HelpForm(_Choosing):
    """A request for help; cleans to `place`, `urgency` and `text`."""

    place = forms.ChoiceField(label=_("What it is about"))
    urgency = forms.ChoiceField(label=_("How urgent it is"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What you need help with"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write about the work, not about colleagues. Identity numbers are masked."),
    )

    def __init__(self, *args: Any, places: Iterable[TeamRollout], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {str(one.public_id): one for one in places}
        named = [
            (key, f"{one.rollout.initiative.name} ({one.team.name})")
            for key, one in self._places.items()
        ]
        self.put_choices("place", named)
        self.put_choices("urgency", [(one.value, URGENCIES[one]) for one in Urgency])
        self.fields["urgency"].initial = Urgency.SOON.value
        if len(named) == 1:
            self.fields["place"].initial = named[0][0]

    def clean_place(self) -> TeamRollout:
        """The team's part in a rollout."""
        return self._places[self.cleaned_data["place"]]


class ForAllForm(forms.Form):
    """What many ask, and its answer."""

    question = forms.CharField(label=_("Question"), max_length=300)
    answer = forms.CharField(
        label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


def as_said(rollout: Rollout) -> dict[str, Any]:
    """The plan of a rollout as the form shows it."""
    one = rollout
    said: dict[str, Any] = {
        name: getattr(one, name)
        for name in ("starts_on", "gap", "training", "way", "months", "allowed_days")
    }
    for name in ("first_share", "target", "use_target"):
        said[name] = round(HUNDRED * getattr(one, name))
    said["owner"] = str(one.owner.public_id)
    said["tool"] = str(one.tool.public_id) if one.tool else ""
    said["teams"] = [str(each.team.public_id) for each in one.teams.all()]
    return said


def _days_of(kept: Rollout | None) -> dict[str, int] | None:
    place = kept.teams.all().first() if kept else None
    return dict(place.days) if place else None


def _tools() -> list[ToolRow]:
    return [one for one in tool_rows(today=day_of(timezone.now())) if one.tool.server_id is None]
