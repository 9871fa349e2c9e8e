"""What people type in a workshop."""

from typing import Any, Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.workshops import seating
from samspil.core.workshops.codes import typed
from samspil.core.workshops.estimating import Said, share_between
from samspil.core.workshops.voting import USUAL_POINTS
from samspil.people.models import Team
from samspil.people.queries import teams
from samspil.web.days import DayInput
from samspil.work.models import Process
from samspil.work.queries import processes
from samspil.workshops.actions import Idea, Opening, Refused
from samspil.workshops.models import Proposal, Seat, Table


class Named(Protocol):
    """Something with an address and a name."""

    public_id: Any
    name: str


def tell(form: forms.Form, why: Refused) -> None:
    """Put what was refused beside the field it is about."""
    form.add_error(why.field if why.field in form.fields else None, str(why))


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class OpeningForm(forms.Form):
    """A new workshop; cleans to an `Opening`."""

    name = forms.CharField(label=_("Name"))
    question = forms.CharField(
        label=_("The question to the room"),
        widget=_lines(2),
        initial=_("What takes us time every week that AI could help with?"),
    )
    day = forms.DateField(label=_("Day"), widget=DayInput())
    tables = forms.CharField(
        label=_("Tables, one in each line"),
        widget=_lines(5),
        help_text=_(
            "At most five sit at a table: best somebody who knows the work, somebody who likes to "
            "try new things, and somebody who answers for the process."
        ),
    )
    points = forms.IntegerField(
        label=_("Points that each spreads"),
        initial=USUAL_POINTS,
        help_text=_("3 to 10; the fewer, the clearer."),
    )

    def opening(self) -> Opening:
        """What was typed; only of a valid form."""
        said = self.cleaned_data
        return Opening(
            name=said["name"], question=said["question"], day=said["day"],
            tables=said["tables"].splitlines(), points=said["points"],
        )  # fmt: skip


class CodeForm(forms.Form):
    """The code of a workshop; an empty one is no question yet."""

    code = forms.CharField(
        label=_("Code"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """The code without what people type into it beside."""
        code = typed(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(
                _("A code has six letters and digits. It stands on the screen in the room.")
            )
        return code


class SeatForm(forms.Form):
    """At which table one sits, and what one brings."""

    table = forms.ChoiceField(label=_("Your table"), widget=forms.RadioSelect)
    hat = forms.ChoiceField(
        label=_("What you bring"), required=False, widget=forms.RadioSelect,
        choices=[
            ("", _("nothing of these")),
            *((one.value, _(words)) for one, words in seating.WORDS.items()),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, tables: list[Table], seat: Seat | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tables = {str(one.pk): one for one in tables}
        names = [(key, one.name) for key, one in self._tables.items()]
        self.fields["table"].choices = names  # type: ignore[attr-defined]  # has choices
        self.fields["table"].initial = str(seat.table_id) if seat else ""
        self.fields["hat"].initial = seat.hat if seat else ""
        if len(names) == 1:
            self.fields["table"].initial = names[0][0]

    def table_chosen(self) -> Table:
        """The table; only of a valid form."""
        return self._tables[self.cleaned_data["table"]]


class IdeaForm(forms.Form):
    """A proposal; cleans to an `Idea`."""

    title = forms.CharField(label=_("What AI might help with"))
    helps = forms.CharField(label=_("Who would be helped, and how"), required=False)
    team = forms.ChoiceField(label=_("In which team"), required=False)
    process = forms.ChoiceField(label=_("In which process"), required=False)

    def __init__(self, *args: Any, proposal: Proposal | None = None, **kwargs: Any) -> None:
        if proposal is not None:
            kwargs["initial"] = {
                "title": proposal.title,
                "helps": proposal.helps,
                "team": str(proposal.team.public_id) if proposal.team else "",
                "process": str(proposal.process.public_id) if proposal.process else "",
            }
        super().__init__(*args, **kwargs)
        self._teams: dict[str, Team] = {str(one.public_id): one for one in teams()}
        self._processes: dict[str, Process] = {
            str(one.public_id): one for one in processes() if not one.sample
        }
        for name, known in (("team", self._teams), ("process", self._processes)):
            choices = [("", _("not settled")), *((key, one.name) for key, one in known.items())]
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # has choices

    def idea(self) -> Idea:
        """What was typed; only of a valid form."""
        said = self.cleaned_data
        return Idea(
            title=said["title"], helps=said["helps"], team=self._teams.get(said["team"]),
            process=self._processes.get(said["process"]),
        )  # fmt: skip


def _number(label: Any, hint: Any = "") -> forms.FloatField:
    return forms.FloatField(label=label, help_text=hint, localize=True)


class EstimateForm(forms.Form):
    """The chain from how often to so what; cleans to `Said`."""

    times = _number(_("How often a week does one of you do it?"), _("Once a month is 0.25."))
    minutes = _number(_("How many minutes does it take each time?"))
    persons = forms.IntegerField(label=_("How many people do it?"))
    share_low = _number(_("Of 100 minutes AI could take at least"))
    share_high = _number(_("Of 100 minutes AI could take at most"))
    used_for = forms.CharField(
        label=_("So what? What would you use those hours for?"), required=False, widget=_lines(2)
    )
    better = forms.CharField(
        label=_("And what else would get better?"), required=False, widget=_lines(2),
        help_text=_("Such as fewer errors, less waiting."),
    )  # fmt: skip
    days = _number(_("How many days of work would it take to set up?"))
    risk = forms.TypedChoiceField(
        label=_("What happens if AI gets it wrong?"), coerce=int,
        choices=[
            ("1", _("1: an error is put right at once")), ("2", "2"),
            ("3", _("3: an error costs money or trust")), ("4", "4"),
            ("5", _("5: an error cannot be put right")),
        ],
    )  # fmt: skip

    @staticmethod
    def of(said: Said | None) -> dict[str, Any]:
        """What the table said last, as the form shows it."""
        if said is None:
            return {"risk": 2}
        rest = ("times", "minutes", "persons", "used_for", "better", "days", "risk")
        return {
            "share_low": round(100 * said.share.low, 1),
            "share_high": round(100 * said.share.high, 1),
            **{name: getattr(said, name) for name in rest},
        }

    def said(self) -> Said:
        """What was typed; only of a valid form. Raises `Unfit`."""
        said = dict(self.cleaned_data)
        share = share_between(said.pop("share_low"), said.pop("share_high"))
        return Said(share=share, **said)


class PlaceForm(forms.Form):
    """Another place, and why."""

    place = forms.IntegerField()
    why = forms.CharField(required=False)
