"""What a person says of an initiative."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stopping import SHARES, Measure
from samspil.core.routing import Level
from samspil.people.models import Colleague
from samspil.people.queries import people, teams
from samspil.pipeline.actions import Plan
from samspil.pipeline.models import Initiative
from samspil.web.days import DayInput
from samspil.work.models import Process
from samspil.work.queries import processes
from samspil.work.queries.wording import MODEL_WORDS

HUNDRED = 100
MOST_MINUTES = 100_000
WORDS = {
    Measure.ERRORS: _("Stop when checks find more wrong than this, of 100"),
    Measure.AGREEMENT: _("Stop when people agree with AI in fewer than this, of 100"),
    Measure.COMPLAINTS: _("Stop when more decisions are contested than this, of 100"),
    Measure.WAITING: _("Stop when the first answer takes longer than this, in minutes"),
}


def _text(label: Any, *, most: int, required: bool = True, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=hint,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class InitiativeForm(forms.Form):
    """The plan of an initiative; cleans to `plan`. Only a name, an aim and who answers for it are
    asked at once; the gate asks for the rest."""

    name = forms.CharField(label=_("Name"), max_length=120)
    aim = _text(_("What it is to bring"), most=2000)
    owner = forms.ChoiceField(label=_("Who answers for it"))
    process = forms.ChoiceField(label=_("In which process"), required=False)
    evaluator = forms.ChoiceField(
        label=_("Who evaluates it"),
        required=False,
        help_text=_("Somebody else than the person answering for it."),
    )
    participants = forms.MultipleChoiceField(
        label=_("Who takes part"), required=False, widget=forms.CheckboxSelectMultiple
    )
    criteria = _text(
        _("What counts as success"),
        most=2000,
        required=False,
        hint=_("Such as: ten minutes less for each case, with no more errors."),
    )
    starts_on = forms.DateField(label=_("From"), required=False, widget=DayInput())
    ends_on = forms.DateField(label=_("Until"), required=False, widget=DayInput())
    cases_wanted = forms.IntegerField(
        label=_("Verified cases before it goes on"),
        required=False,
        min_value=0,
        max_value=1_000_000,
        help_text=_("50 at least for scaling, and 200 after that."),
    )
    agreement = forms.IntegerField(
        label=_("Of 100 cases people must agree with AI in at least"),
        required=False,
        min_value=0,
        max_value=HUNDRED,
        help_text=_(
            "70 at least for scaling, and 80 after that, by the lower end of what is sure."
        ),
    )
    pilot_model = forms.ChoiceField(label=_("How work is shared in the pilot"))
    pilot_first = forms.IntegerField(
        label=_("Pilot: of 100 cases a person judges before AI"),
        initial=20, min_value=0, max_value=HUNDRED,
    )  # fmt: skip
    scale_model = forms.ChoiceField(label=_("How work is shared once it is scaled"))
    scale_first = forms.IntegerField(
        label=_("Scaled: of 100 cases a person judges before AI"),
        initial=5, min_value=0, max_value=HUNDRED,
    )  # fmt: skip
    limit = forms.DecimalField(
        label=_("Above this amount a person decides, from the pilot on"),
        required=False, min_value=1, max_digits=12, decimal_places=2,
        help_text=_("In whole units of any currency. Empty: as it is in the process."),
    )  # fmt: skip
    takers = forms.ChoiceField(
        label=_("Who takes its cases and approves, from the pilot on"), required=False
    )
    drill_every = forms.IntegerField(
        label=_("Days between two tests of stopping"), initial=90, min_value=7, max_value=90
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people()}
        self._processes = {str(one.public_id): one for one in processes() if not one.sample}
        self._teams = {str(one.public_id): one for one in teams()}
        names = [(key, one.name) for key, one in self._people.items()]
        nobody = ("", _("nobody yet"))
        self._choices("owner", names)
        self._choices("evaluator", [nobody, *names])
        self._choices("participants", names)
        places = [(key, one.name) for key, one in self._processes.items()]
        self._choices("process", [("", _("not settled")), *places])
        taking = [(key, one.name) for key, one in self._teams.items()]
        self._choices("takers", [("", _("as it is in the process")), *taking])
        for name in ("pilot_model", "scale_model"):
            self._choices(name, [(key, label) for key, (label, _m) in MODEL_WORDS.items()])
            self.fields[name].initial = "collaborative"
        for measure in Measure:
            self.fields[_stop(measure)] = _limit(measure)

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """What fits together, as `plan`."""
        said = super().clean() or {}
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day comes before the first."))
        if said.get("evaluator") and said.get("evaluator") == said.get("owner"):
            self.add_error("evaluator", _("Somebody else has to evaluate it."))
        if not self.errors:
            said["plan"] = self._plan(said)
        return said

    def _plan(self, said: dict[str, Any]) -> Plan:
        return Plan(
            name=said["name"],
            aim=said["aim"],
            owner=self._people[said["owner"]],
            process=self._processes.get(said.get("process", "")),
            evaluator=self._people.get(said["evaluator"]),
            criteria=said["criteria"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            cases_wanted=said["cases_wanted"] or 0,
            agreement=(said["agreement"] or 0) / HUNDRED,
            pilot=_way(said, "pilot"),
            scale=_way(said, "scale"),
            drill_every=said["drill_every"],
            participants=[self._people[key] for key in said["participants"]],
            stops={
                one: said[_stop(one)] / (HUNDRED if one in SHARES else 1)
                for one in Measure
                if said[_stop(one)] is not None
            },
        )


def _stop(measure: Measure) -> str:
    """The name of the field for its limit."""
    return f"stop_{measure.value}"


def _limit(measure: Measure) -> forms.FloatField:
    most = HUNDRED - 1 if measure in SHARES else MOST_MINUTES
    return forms.FloatField(
        label=WORDS[measure], required=False, min_value=0.1, max_value=most,
        help_text=_("Empty: not looked at."),
    )  # fmt: skip


def _way(said: dict[str, Any], stage: str) -> Arrangement:
    return Arrangement(
        organisation_model=said[f"{stage}_model"],
        judge_first=said[f"{stage}_first"] / HUNDRED,
        money_limit=said["limit"],
        takers=tuple((level.value, said["takers"]) for level in Level) if said["takers"] else (),
    )


def as_said(initiative: Initiative) -> dict[str, Any]:
    """The plan of an initiative as the form shows it."""
    one = initiative
    known: Colleague | Process | None
    said: dict[str, Any] = {
        name: getattr(one, name)
        for name in (
            "name", "aim", "criteria", "starts_on", "ends_on", "cases_wanted", "drill_every",
        )
    }  # fmt: skip
    for name, known in (
        ("owner", one.owner), ("evaluator", one.evaluator), ("process", one.process),
    ):  # fmt: skip
        said[name] = str(known.public_id) if known else ""
    said["participants"] = [str(each.colleague.public_id) for each in one.participants.all()]
    said["agreement"] = round(HUNDRED * one.agreement)
    for stage, kept in (("scale", one.scale), ("pilot", one.pilot)):
        way = Arrangement.of(kept)
        said["limit"] = way.money_limit
        said["takers"] = way.takers[0][1] if way.takers else ""
        said[f"{stage}_model"] = way.organisation_model
        said[f"{stage}_first"] = round(HUNDRED * way.judge_first)
    for stop in one.stops.all():
        share = Measure(stop.measure) in SHARES
        said[_stop(Measure(stop.measure))] = round(stop.limit * HUNDRED, 1) if share else stop.limit
    return said
