"""What is still missing of what the law asks of a use, on one page."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_act.facts import Affected, Narrow
from samspil.core.ai_act.roles import Own
from samspil.people.models import Colleague
from samspil.trust.actions.settling import Settled, Told, Trained
from samspil.trust.forms.uses import answers_in, asked_of, question_field
from samspil.uses.actions import Said
from samspil.uses.queries import Standing, digest
from samspil.web.days import DayInput


class SettlingForm(forms.Form):
    """Only what is missing; what was said before is left as it is. Cleans to `settled`.

    Those who are `near` take the cases: they are proposed first, and nobody is chosen for anybody.
    """

    told_on = forms.DateField(
        label=_("Those whom it is about were told on"), required=False, widget=DayInput
    )
    told_how = forms.CharField(label=_("How, and whom"), max_length=500, required=False)
    people = forms.MultipleChoiceField(
        label=_("Who watches over it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    trained_in = forms.CharField(
        label=_("In what they were trained for it"), max_length=200, required=False
    )
    trained_on = forms.DateField(label=_("On which day"), required=False, widget=DayInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, standing: Standing, people: Sequence[Colleague],
        near: Collection[int], told: bool, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._standing = standing
        self.initial["seen"] = digest(standing.facts)
        self._people = {str(one.public_id): one for one in people}
        self.asked = [] if standing.settled else asked_of(standing)
        for question in self.asked:
            self.fields[question.value] = question_field(standing, question)
        self.order_fields([one.value for one in self.asked])
        if told:
            self._leave_out("told_on", "told_how")
        if standing.overseers:
            self._leave_out("people")
            if all(one.training for one in standing.overseers):
                self._leave_out("trained_in", "trained_on")
        else:
            self._propose(people, near)

    def _leave_out(self, *names: str) -> None:
        for name in names:
            del self.fields[name]

    def _propose(self, people: Sequence[Colleague], near: Collection[int]) -> None:
        ordered = sorted(people, key=lambda one: one.pk not in near)
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (str(one.public_id), self._named(one, near=one.pk in near)) for one in ordered
        ]

    @staticmethod
    def _named(one: Colleague, *, near: bool) -> str:
        return gettext("%(name)s, who takes its cases") % {"name": one.name} if near else one.name

    def clean(self) -> dict[str, Any]:
        """What belongs together is said together, as `settled`."""
        given = super().clean() or {}
        self._both(given, "told_on", "told_how", _("Say both: on which day, and how."))
        self._both(given, "trained_on", "trained_in", _("Say both: in what, and on which day."))
        named = given.get("people") or self._standing.overseers
        if given.get("trained_in") and not named:
            self.add_error("people", _("Name who was trained: those who watch over it."))
        if self.asked and given.get("seen") != digest(self._standing.facts):
            self.add_error(None, _("What is known has changed meanwhile: look at it again."))
        if not self.errors:
            given["settled"] = self._settled(given)
            if given["settled"] == Settled():
                self.add_error(None, _("Nothing is filled in yet: say what has been done."))
        return given

    def _both(self, given: dict[str, Any], day: str, words: str, said: Any) -> None:
        half = day in self.fields and bool(given.get(day)) != bool(given.get(words))
        if half and not {day, words} & set(self.errors):
            self.add_error(words if given.get(day) else day, said)

    def _settled(self, given: dict[str, Any]) -> Settled:
        return Settled(
            said=self._said(given) if self.asked else None,
            told=Told(day=given["told_on"], how=given["told_how"])
            if given.get("told_on")
            else None,
            watching=tuple(self._people[key] for key in given.get("people") or ()),
            trained=Trained(what=given["trained_in"], day=given["trained_on"])
            if given.get("trained_on")
            else None,
        )

    def _said(self, given: dict[str, Any]) -> Said:
        use = self._standing.use
        return Said(
            affected=frozenset(map(Affected, use.affected)),
            answers=answers_in(given, self.asked),
            narrow=Narrow(use.narrow) if use.narrow else None,
            own=frozenset(map(Own, use.own)),
        )
