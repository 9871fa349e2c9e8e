"""What is said of a step."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.audit import Per
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.faults import LONGEST_NAME, MOST_MINUTES, MOST_TIMES
from samspil.core.process_maps.saying import Said
from samspil.process_maps.actions import Wanted
from samspil.process_maps.forms.owners import OwnerForm
from samspil.process_maps.models import Connection, Step
from samspil.web.amounts import AmountField
from samspil.web.templatetags.parts import ROUTES

HUNDRED = 100
PERS = {
    Per.DAY: _("a day"), Per.WEEK: _("a week"), Per.MONTH: _("a month"),
    Per.QUARTER: _("a quarter"), Per.YEAR: _("a year"),
}  # fmt: skip
ORDER: Sequence[str] = (
    "name", "owner", "role", "route", "minutes", "waiting", "wrong", "ai_share", "times", "per",
    "begins",
)  # fmt: skip
SHARES = {"wrong": "errors", "ai_share": "ai_share", "begins": "begins"}
AMOUNTS = ("minutes", "waiting", "times")


def _share(label: Any, hint: Any = "") -> AmountField:
    return AmountField(label=label, help_text=hint, most=Decimal(HUNDRED), required=False)


class StepForm(OwnerForm):
    """A step: its name, who has it, and guesses for one case; cleans to `wanted`."""

    name = forms.CharField(label=_("What is done"), max_length=LONGEST_NAME)
    route = forms.ChoiceField(
        label=_("Who does this step"), required=False,
        help_text=_("Never more than the law leaves AI of the task it is linked to."),
    )  # fmt: skip
    minutes = AmountField(
        label=_("Minutes of work for one case"), most=Decimal(MOST_MINUTES), required=False
    )
    waiting = AmountField(
        label=_("Minutes that it waits before"), most=Decimal(MOST_MINUTES), required=False,
        help_text=_("By the clock, nights too: a day is 1,440."),
    )  # fmt: skip
    wrong = _share(_("Of 100 cases, how many go wrong here"))
    ai_share = _share(_("Of 100 cases, how many AI finishes alone"))
    begins = _share(
        _("Of 100 cases, how many begin here"),
        _("Empty: cases begin where no way leads to."),
    )
    times = AmountField(label=_("How often it is done"), most=Decimal(MOST_TIMES), required=False)
    per = forms.ChoiceField(
        label=_("In which time"), required=False,
        choices=[(one.value, words) for one, words in PERS.items()],
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ORDER

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["route"]
        field.choices = [
            ("", _("as its links say; a person where there are none")),
            *((route.value, ROUTES[route][0]) for route in Route),
        ]
        self.fields["per"].initial = Per.MONTH.value

    @classmethod
    def of(cls, step: Step) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        return {
            "name": step.name, "route": step.route, "per": step.per, "seen": step.version,
            **cls.of_owner(step),
            **{name: getattr(step, name) for name in AMOUNTS},
            **{field: in_hundred_of(getattr(step, name)) for field, name in SHARES.items()},
        }  # fmt: skip

    def wanted(self) -> Wanted:
        """What is wanted; only of a valid form."""
        given = self.cleaned_data
        amounts = {name: _float(given[name]) for name in AMOUNTS}
        shares = {name: share_of(given[field]) for field, name in SHARES.items()}
        said = Said(
            **amounts, **shares, per=Per(given["per"] or Per.MONTH),
            route=Route(given["route"]) if given["route"] else None,
        )  # fmt: skip
        return Wanted(name=given["name"], owner=self.given_owner(), said=said)


class SpotForm(StepForm):
    """A new step and where it comes."""

    where = forms.ChoiceField(label=_("Where"))
    field_order = ("name", "where", *ORDER[1:])

    def __init__(
        self, *args: Any, steps: list[Step], between: Connection | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["where"]
        field.choices = [
            *_between(between),
            ("end", _("at the end")),
            (
                _("After"),
                [
                    (f"after:{one.public_id}", gettext("after “%(step)s”") % {"step": one.name})
                    for one in steps
                ],
            ),
            (
                _("Before"),
                [
                    (f"before:{one.public_id}", gettext("before “%(step)s”") % {"step": one.name})
                    for one in steps
                ],
            ),
            ("apart", _("on its own, joined to nothing yet")),
        ]


def _between(way: Connection | None) -> list[tuple[str, str]]:
    if way is None:
        return []
    words = gettext("between “%(first)s” and “%(second)s”") % {
        "first": way.source.name, "second": way.target.name,
    }  # fmt: skip
    return [(f"between:{way.public_id}", words)]


class ShareForm(forms.Form):
    """How many of those who leave a step go this way."""

    share = _share(_("Of 100 that leave it, how many go this way"))


class WayForm(ShareForm):
    """A new way out of a step."""

    target = forms.ChoiceField(label=_("To"))
    field_order = ("target", "share")

    def __init__(self, *args: Any, steps: list[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._steps = {str(one.public_id): one for one in steps}
        field: Any = self.fields["target"]
        field.choices = [(key, one.name) for key, one in self._steps.items()]

    def chosen(self) -> Step:
        """The step; only of a valid form."""
        return self._steps[self.cleaned_data["target"]]


class PlaceForm(forms.Form):
    """At which place a step comes."""

    to = forms.IntegerField(label=_("Place on the map"), min_value=1, max_value=1_000)


def share_of(number: Decimal | None) -> float | None:
    """Of so many in a hundred, the share."""
    return None if number is None else float(number) / HUNDRED


def in_hundred_of(share: float | None) -> float | None:
    """Of a share, how many in a hundred."""
    return None if share is None else round(HUNDRED * share, 2)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
