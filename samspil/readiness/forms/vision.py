"""Goals of the vision, and how far they are."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.readiness import looking
from samspil.core.readiness.looking import State
from samspil.core.readiness.vision import Sort, Wanted
from samspil.people.models import Colleague
from samspil.readiness.actions import Refused, Said
from samspil.readiness.models import Goal, Settled
from samspil.readiness.queries import Seen
from samspil.web.amounts import AmountField
from samspil.web.days import DayInput


def tell(form: forms.Form, why: Refused) -> None:
    """Put what was refused beside the field it is about."""
    form.add_error(why.field if why.field in form.fields else None, str(why))


class GoalForm(forms.Form):
    """What is to be solved; cleans to a `Wanted`."""

    sentence = forms.CharField(
        label=_("What will be solved, in one sentence"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: Customers get an answer the same day."),
    )
    measure = forms.CharField(
        label=_("By what everybody can see it"),
        help_text=_("Such as: messages answered within a working day, of 100."),
    )
    sort = forms.ChoiceField(
        label=_("It is"), widget=forms.RadioSelect, initial=Sort.NUMBER,
        choices=[(Sort.NUMBER.value, _("a number")), (Sort.YES_NO.value, _("yes or no"))],
    )  # fmt: skip
    now = AmountField(label=_("Now"), required=False)
    then = AmountField(label=_("Is to be"), required=False)
    unit = forms.CharField(label=_("Unit"), required=False, help_text=_("Such as: of 100, hours."))
    owner = forms.ChoiceField(label=_("Who sees to it"))
    due = forms.DateField(label=_("By when"), widget=DayInput())
    address = forms.CharField(
        label=_("Where more of it stands"), required=False,
        help_text=_("Such as the address of an initiative or of a process."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, one.name) for key, one in self._people.items()]

    @staticmethod
    def of(goal: Goal) -> dict[str, Any]:
        """What it is now."""
        same = ("sentence", "measure", "sort", "now", "then", "unit", "due", "address")
        said = {name: getattr(goal, name) for name in same}
        return said | {"owner": str(goal.owner.public_id), "seen": goal.version}

    def wanted(self) -> Wanted:
        """The goal as it was typed; only of a valid form."""
        said = self.cleaned_data
        return Wanted(
            sentence=said["sentence"], measure=said["measure"], sort=Sort(said["sort"]),
            due=said["due"], now=_number(said["now"]), then=_number(said["then"]),
            unit=said["unit"], address=said["address"],
        )  # fmt: skip

    def owner_chosen(self) -> Colleague:
        """Who sees to it; only of a valid form."""
        return self._people[self.cleaned_data["owner"]]


class LookForm(forms.Form):
    """How far each goal is; of a number the state may be left to the number."""

    def __init__(self, *args: Any, goals: Sequence[Seen], months: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._goals = [one.goal for one in goals]
        for one in goals:
            mark = one.marks.get(months)
            for name, field in _fields(one.goal).items():
                self.fields[f"{name}-{one.goal.pk}"] = field
                field.initial = getattr(mark, name, None)

    def rows(self) -> list[tuple[Settled, list[forms.BoundField]]]:
        """Each goal with its fields."""
        return [(one, [self[key] for key in self.fields if _of(key) == one.pk])
                for one in self._goals]  # fmt: skip

    def said(self) -> dict[int, Said]:
        """What was said of each; only of a valid form."""
        return {one.pk: self._said(one) for one in self._goals}

    def tell(self, why: Refused) -> None:
        """Put what was refused beside the goal it is about."""
        name = f"state-{why.field}"
        self.add_error(name if name in self.fields else None, str(why))

    def _said(self, goal: Settled) -> Said:
        said = self.cleaned_data
        state = said[f"state-{goal.pk}"]
        return Said(
            state=State(state) if state else None,
            value=_number(said.get(f"value-{goal.pk}")),
            note=said[f"note-{goal.pk}"],
        )


def _of(key: str) -> int:
    return int(key.rpartition("-")[2])


def _fields(goal: Settled) -> dict[str, forms.Field]:
    number = goal.sort == Sort.NUMBER
    undecided = _("as the number says") if number else _("choose")
    states = [("", undecided), *((one.value, _(words)) for one, words in looking.WORDS.items())]
    value = {"value": AmountField(label=_("The number now"), required=False)} if number else {}
    state = forms.ChoiceField(
        label=_("How far the goal is"), choices=states, required=not number
    )  # fmt: skip
    return {**value, "state": state, "note": forms.CharField(label=_("Note"), required=False)}


def _number(said: Any) -> float | None:
    return None if said is None else float(said)
