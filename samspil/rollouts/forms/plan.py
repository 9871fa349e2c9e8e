"""What people say of a rollout."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspil.core.rollouts import phases
from samspil.core.rollouts.alarms import OTHERS_MONTHS, OTHERS_TARGET
from samspil.core.rollouts.phases import Way
from samspil.core.rollouts.plan import GAP
from samspil.governance.queries import ToolRow, tool_rows
from samspil.people.queries import day_of, people, teams
from samspil.rollouts.actions import Wanted
from samspil.rollouts.forms.choosing import Choosing
from samspil.rollouts.models import Rollout
from samspil.web.days import DayInput

HUNDRED = 100
WAYS = {one: _(phases.WORDS[one]) for one in Way}


def _share(label: Any, *, initial: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, initial=initial, min_value=1, max_value=HUNDRED, help_text=hint
    )


class RolloutForm(Choosing):
    """The plan of a rollout; cleans to `wanted`."""

    owner = forms.ChoiceField(label=_("Who owns the rollout"))
    way = forms.ChoiceField(label=_("How teams begin"), widget=forms.RadioSelect)
    teams = forms.MultipleChoiceField(
        label=_("Teams"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "They begin in the order of this list. A team that has begun stays in it: take it out "
            "on its own page."
        ),
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
        _("Of 100 proposals of AI, agreed with in the end"),
        initial=round(HUNDRED * OTHERS_TARGET),
        hint=_(
            "Others' figure: more than 85 in 100 after six months, from an article that does not "
            "say how it was measured. Set what you expect yourselves."
        ),
    )
    months = forms.IntegerField(
        label=_("Months until then"), initial=OTHERS_MONTHS, min_value=1, max_value=36
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
