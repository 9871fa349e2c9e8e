"""What the style guide shows: one believable company, no real person, no database."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.skill import Evidence, Ground
from samspil.web import charts
from samspil.web.charts import Chart, Figure, Point, Spot, Tone
from samspil.web.parts import ColumnChoice, Kind, Moment, StepMark, StepState
from samspil.web.words import in_hundred

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)

MESSAGE = (
    "Hej Nordlys\n\n"
    "Vores pumpe NP-40 har stået stille siden i morges 😟, og vi mister penge hver time. "
    "Det er tredje gang i år, og det er simpelthen ikke godt nok.\n\n"
    "Kan et menneske ringe til mig i dag? Jeg gider ikke flere automatiske svar.\n\n"
    "Venlig hilsen\nBirgitte, Fjordbryg"
)
PASSAGES = (
    (Ground.TOPIC, "pumpe NP-40 har stået stille"),
    (Ground.URGENT, "har stået stille siden i morges 😟, og vi mister penge hver time"),
    (Ground.DISSATISFIED, "det er simpelthen ikke godt nok"),
    (Ground.WANTS_PERSON, "Kan et menneske ringe til mig i dag?"),
)
DRAFT = "Dear Birgitte,\n\nWe are sorry. A technician will contact you within 24 hours."
SENT = (
    "Dear Birgitte,\n\nWe are sorry about the third stop this year. "
    "Anders, our technician, will call you before 11 today."
)
SPRITE = Path(__file__).parent / "static" / "web" / "vendor" / "lucide" / "icons.svg"


class ExampleForm(forms.Form):
    """A form with every kind of field, to look at."""

    name = forms.CharField(label=gettext_lazy("What the process is called"), max_length=80)
    promise = forms.IntegerField(
        label=gettext_lazy("At most so many in 100 may be wrong"),
        help_text=gettext_lazy("Of what AI finishes alone. People check a sample every week."),
        min_value=1,
        max_value=20,
    )
    note = forms.CharField(
        label=gettext_lazy("Why you chose this"), widget=forms.Textarea, required=False
    )
    model = forms.ChoiceField(
        label=gettext_lazy("How AI and people share it"),
        choices=[
            ("complementary", gettext_lazy("Each owns whole steps")),
            ("collaborative", gettext_lazy("AI proposes, a person decides each")),
            ("supervised", gettext_lazy("AI does whole runs, people handle exceptions")),
        ],
        widget=forms.RadioSelect,
    )
    team = forms.ChoiceField(
        label=gettext_lazy("Who takes what AI hands over"),
        choices=[("support", gettext_lazy("Customer service")), ("sales", gettext_lazy("Sales"))],
    )
    told = forms.BooleanField(label=gettext_lazy("Customers are told that AI takes part"))


def evidence() -> list[Evidence]:
    """The passages of the message, where they stand."""
    return [_passage(ground, quote) for ground, quote in PASSAGES]


def _passage(ground: Ground, quote: str) -> Evidence:
    start = MESSAGE.index(quote)
    return Evidence(ground=ground, start=start, end=start + len(quote), quote=quote)


def icons() -> list[str]:
    """The names of all icons in the sprite."""
    return re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text(encoding="utf-8"))


def moments() -> list[Moment]:
    """A case's way from arrival to answer."""
    early = NOW - timedelta(hours=2)
    return [
        Moment(at=early, text=_("The message arrived."), icon="mail", by="Fjordbryg"),
        Moment(
            at=early + timedelta(seconds=4),
            text=_("AI sorted it as a fault and wrote a draft."),
            icon="circle-dot",
            kind=Kind.AI,
            by=_("Triage, version 3"),
        ),
        Moment(
            at=early + timedelta(seconds=5),
            text=_("An experienced person was asked for."),
            icon="route",
            note=_("The customer is dissatisfied and asks for a person."),
            by=_("by rule"),
        ),
        Moment(
            at=NOW,
            text=_("Mette changed the draft and sent it."),
            icon="pencil",
            kind=Kind.PERSON,
            by="Mette Holm",
        ),
    ]


def steps() -> list[StepMark]:
    """An initiative on its way through the gates."""
    return [
        StepMark(label=_("Proof of concept"), state=StepState.DONE, url="#stepper"),
        StepMark(label=_("Pilot"), state=StepState.CURRENT),
        StepMark(label=_("Scale"), state=StepState.COMING),
        StepMark(label=_("Optimise"), state=StepState.COMING),
    ]


def column_choices() -> list[ColumnChoice]:
    """The columns of the example table."""
    return [
        ColumnChoice(name="who", label=_("Who has it"), shown=True),
        ColumnChoice(name="due", label=_("Deadline"), shown=True),
        ColumnChoice(name="risk", label=_("Risk"), shown=False),
    ]


def cases() -> list[dict[str, Any]]:
    """Rows for the queue and the table."""
    rows = [
        (_("Pump NP-40 has stopped for the third time"), "Fjordbryg", "person", -3.2, 0.94),
        (_("Complaint about invoice 20413"), "Havneby Vand", "person", 0.6, 0.88),
        (_("Price of twelve seals for NP-25"), "Ravnsø Mejeri", "together", 3, 0.81),
        (_("Can the delivery be moved to week 49?"), "Lindegård", "together", 22, 0.76),
        (_("Where is the manual for NP-10?"), "Stenholt Teknik", "alone", 71, 0.97),
    ]
    return [
        {
            "title": title,
            "who": who,
            "route": route,
            "due": NOW + timedelta(hours=hours),
            "confidence": share,
        }
        for title, who, route, hours, share in rows
    ]


def drawings() -> dict[str, Any]:
    """One chart of each kind."""
    return {
        "bars": charts.bars(_topics(), head=(_("Topic"), _("Hours"))),
        "columns": charts.columns(_hours(), head=(_("Hour"), _("Waiting"))),
        "line": charts.line(
            _months(),
            head=(_("Month"), _("Wrong in 100")),
            goal=Point(label=_("at most 2 in 100"), value=2),
            here=7,
        ),
        "steps": charts.steps(
            _autonomy(),
            head=(_("Month"), _("Who finishes")),
            levels=[_("Person"), _("Together"), _("AI alone")],
        ),
        "shares": charts.share_bar(_shares(), head=(_("Who"), _("Cases"))),
        "intervals": charts.intervals(
            _checked(),
            head=(_("Process"), _("Wrong")),
            goal=Point(label=_("promised: at most 5 in 100"), value=0.05),
            show=in_hundred,
        ),
        "strip": charts.strip(
            [Point(label=str(place), value=one) for place, one in enumerate(_DIFFERENCES, start=1)],
            head=(_("Case"), _("Minutes")),
            middle=Point(label=_("In the middle"), value=-2, low=-4, high=-1, tone=Tone.TOGETHER),
            sides=(_("quicker"), _("slower")),
        ),
        "scatter": _brought(),
        "none": charts.bars([], head=(_("Topic"), _("Hours"))),
        "spark": charts.spark([2, 4, 3, 7, 9, 5, 3, 2], label=_("Waiting by hour, most at 11")),
    }


_DIFFERENCES = (-9, -6, -5, -4, -4, -3, -2, -2, -2, -1, 0, 0, 1, 1, 3, 5)


def _brought() -> Chart:
    rows = [
        (_("Order status"), Figure(3, 5, 8), Figure(6, 9, 11)),
        (_("Spare parts"), Figure(8, 14, 20), Figure(4, 7, 12)),
        (_("Invoices"), Figure(8, 10, 12), Figure(1, 2, 4)),
    ]
    spots = [
        Spot(label=label, mark=str(place), x=days, y=hours)
        for place, (label, days, hours) in enumerate(rows, 1)
    ]
    head = (_("Task"), _("Days to set it up"), _("Hours a week"))
    return charts.scatter(spots, head=head, corner=_("much for little work"))


def _topics() -> list[Point]:
    rows = [
        (_("Order status"), 41.5),
        (_("Spare parts and prices"), 28.0),
        (_("Faults and stops"), 17.5),
        (_("Invoices"), 9.0),
    ]
    return [Point(label=label, value=value) for label, value in rows]


def _hours() -> list[Point]:
    waiting = [3, 8, 14, 19, 12, 9, 11, 7, 4, 2]
    return [
        Point(label=f"{hour}", value=value, tone=Tone.INK) for hour, value in enumerate(waiting, 8)
    ]


def _months() -> list[Point]:
    rows = [(4.8, 2.4), (4.1, 2.0), (3.2, 1.6), (2.9, 1.3), (2.2, 1.0), (1.7, 0.8), (1.5, 0.7)]
    names = ["04", "05", "06", "07", "08", "09", "10"]
    past = [
        Point(label=name, value=value, low=max(value - half, 0), high=value + half, n=240)
        for name, (value, half) in zip(names, rows, strict=True)
    ]
    return [*past, Point(label="11", value=1.2, low=0.6, high=2.1, n=412)]


def _autonomy() -> list[Point]:
    names = ["06", "07", "08", "09", "10", "11"]
    return [
        Point(label=name, value=level)
        for name, level in zip(names, [0, 0, 1, 2, 1, 2], strict=True)
    ]


def _shares() -> list[Point]:
    return [
        Point(label=_("AI alone"), value=214, tone=Tone.ALONE),
        Point(label=_("Together"), value=131, tone=Tone.TOGETHER),
        Point(label=_("Person"), value=58, tone=Tone.PERSON),
    ]


def _checked() -> list[Point]:
    return [
        Point(label=_("Order status"), value=0.012, low=0.006, high=0.021, n=412, tone=Tone.ALONE),
        Point(label=_("Spare parts"), value=0.034, low=0.011, high=0.078, n=88, tone=Tone.TOGETHER),
        Point(label=_("Invoices"), value=0.0, low=0.0, high=0.12, n=24, tone=Tone.TOGETHER),
    ]
