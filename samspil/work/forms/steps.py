"""One step of a ladder: when, who is told, and who goes on."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.escalation import Target
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.work.actions import PlannedStep
from samspil.work.models import EscalationStep

LEVEL_NAMES = {
    Level.STANDARD: _("Level 1: standard question"),
    Level.SPECIALIST: _("Level 2: a specialist's matter"),
    Level.EXPERIENCED: _("Level 3: an experienced person's matter"),
}
TARGETS = {
    Target.TEAM: _("the holder, or the team while nobody holds it"),
    Target.COLLEAGUE: _("a colleague by name"),
    Target.DEPUTY: _("the deputy, or the rest of the team"),
    Target.LEADER: _("the leader"),
}
SHARE, BEFORE, AFTER = "share", "before", "after"
WAYS = (
    (SHARE, _("percent of the case's time have passed")),
    (BEFORE, _("working minutes before the deadline")),
    (AFTER, _("working minutes after the deadline")),
)
LONGEST_MINUTES = 60_000


class StepForm(forms.Form):
    """A step as a person describes it."""

    level = forms.ChoiceField(label=_("For cases of"), choices=[*LEVEL_NAMES.items()])
    amount = forms.IntegerField(label=_("When so many"), min_value=0, max_value=LONGEST_MINUTES)
    way = forms.ChoiceField(label=_("of these"), choices=WAYS)
    target = forms.ChoiceField(label=_("Tell"), choices=[*TARGETS.items()])
    colleague = forms.ChoiceField(label=_("Colleague"), required=False)
    hand_over_to = forms.ChoiceField(
        label=_("And hand over to"),
        required=False,
        help_text=_("Empty: the case stays where it is."),
    )

    def __init__(
        self, *args: Any, people: Sequence[Colleague], teams: Sequence[Team], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        self._teams = {str(one.public_id): one for one in teams}
        for name, offered in (("colleague", self._people), ("hand_over_to", self._teams)):
            choices = [("", "—"), *((key, str(one)) for key, one in offered.items())]
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Nobody's time has more than a hundred percent, and a colleague named has a name."""
        cleaned = super().clean() or {}
        if cleaned.get("way") == SHARE and (cleaned.get("amount") or 0) > 100:
            self.add_error("amount", _("At most 100 percent; after that, count minutes."))
        if cleaned.get("target") == Target.COLLEAGUE and not cleaned.get("colleague"):
            self.add_error("colleague", _("Choose who is to be told."))
        return cleaned

    def planned(self) -> PlannedStep:
        """The step as the action takes it."""
        given = self.cleaned_data
        amount, way = given["amount"], given["way"]
        return PlannedStep(
            level=given["level"],
            percent=amount if way == SHARE else None,
            minutes=None if way == SHARE else (-amount if way == BEFORE else amount),
            target=Target(given["target"]),
            colleague=self._people.get(given["colleague"]),
            hand_over_to=self._teams.get(given["hand_over_to"]),
        )


def as_described(step: EscalationStep) -> dict[str, object]:
    """A step as one would describe it in the form."""
    minutes = step.minutes or 0
    way = SHARE if step.percent is not None else (BEFORE if minutes < 0 else AFTER)
    return {
        "level": step.level,
        "amount": step.percent if step.percent is not None else abs(minutes),
        "way": way,
        "target": step.target,
        "colleague": str(step.colleague.public_id) if step.colleague else "",
        "hand_over_to": str(step.team.public_id) if step.team else "",
    }
