"""What a person lays down for AI's lone work, and their signature."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence.groups import GroupsBy
from samspil.work.actions import Terms
from samspil.work.models import ProcessAutonomy
from samspil.work.queries.evidence import OFFERED
from samspil.work.queries.grouping import GROUPS_BY_WORDS

LEAST_LANE, MOST_LANE = 2, 15
"""Of a hundred cases that AI might finish so many at least and at most are drawn for people."""
MOST_PLANTED = 20
MOST_MONEY = 999_999_999
LONGEST_WATCH = 100_000


class TermsForm(forms.Form):
    """What is promised, and how people keep an eye on it."""

    wrong = forms.TypedChoiceField(
        label=_("Wrong at most, of 100 that AI finishes alone"),
        choices=[(number, number) for number in OFFERED],
        coerce=int,
        help_text=_("Sure to 95 in 100. A stricter promise has to be proved anew."),
    )
    groups_by = forms.ChoiceField(
        label=_("What has a promise of its own"),
        choices=[(by, words) for by, words in GROUPS_BY_WORDS.items()],
        required=False,
        help_text=_(
            "Groups keep a weak one from hiding, and cost share. Chosen anew, AI finishes nothing, "
            "and only answers from then on prove anything."
        ),
    )
    cases = forms.IntegerField(
        label=_("Verified answers before each step up, at least"),
        min_value=0,
        max_value=LONGEST_WATCH,
        help_text=_("0: as many as could prove it."),
    )
    most_before_alarm = forms.IntegerField(
        label=_("Lone cases at most until a decline is noticed"),
        min_value=20,
        max_value=LONGEST_WATCH,
        help_text=_("The fewer, the more are checked."),
    )
    lane = forms.IntegerField(
        label=_("Drawn for people, of 100 that AI might finish"),
        min_value=LEAST_LANE,
        max_value=MOST_LANE,
        help_text=_("They alone go on proving what AI is worth."),
    )
    judge_first = forms.IntegerField(
        label=_("Judged before AI's answer is seen, of 100 cases"), min_value=0, max_value=100
    )
    second_look = forms.BooleanField(
        label=_("A second person looks where a colleague and AI disagree"), required=False
    )
    planted = forms.IntegerField(
        label=_("Known wrong answers among 100 checks"),
        min_value=0,
        max_value=MOST_PLANTED,
        help_text=_("Tell everybody that there are some. It is never counted by person."),
    )
    money_limit = forms.DecimalField(
        label=_("A person decides above this amount"),
        min_value=0,
        max_value=MOST_MONEY,
        decimal_places=2,
        required=False,
        help_text=_("In any currency. Empty: amounts do not matter."),
    )

    def terms(self) -> Terms:
        """As they are laid down; only of a valid form."""
        data = self.cleaned_data
        return Terms(
            alpha=data["wrong"] / 100,
            cases=data["cases"],
            lane=data["lane"] / 100,
            judge_first=data["judge_first"] / 100,
            second_look=data["second_look"],
            planted=data["planted"] / 100,
            most_before_alarm=data["most_before_alarm"],
            money_limit=data["money_limit"],
            groups_by=GroupsBy(data["groups_by"]),
        )


def terms_as_typed(kept: ProcessAutonomy) -> dict[str, Any]:
    """As the form shows them."""
    return {
        "wrong": round(100 * kept.alpha),
        "groups_by": kept.groups_by,
        "cases": kept.cases,
        "most_before_alarm": kept.most_before_alarm,
        "lane": round(100 * kept.lane),
        "judge_first": round(100 * kept.judge_first),
        "second_look": kept.second_look,
        "planted": round(100 * kept.planted),
        "money_limit": kept.money_limit,
    }


class SignForm(forms.Form):
    """A person answers for it by name."""

    signed = forms.BooleanField(label=_("I have read what is proved, and I answer for this step"))
