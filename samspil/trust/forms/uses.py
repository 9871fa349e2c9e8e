"""What people say of a use of AI, and what they record about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_act.facts import ARTICLE_OF, Affected, Narrow, Question
from samspil.core.ai_act.roles import Own
from samspil.people.models import Colleague
from samspil.trust.queries.use_words import AFFECTED, NARROW, own_words, question_words
from samspil.uses.actions import Record, Said
from samspil.uses.queries import Standing
from samspil.web.days import DayInput

ALWAYS_ASKED = (
    Question.ABOUT_TERMS,
    Question.PROFILES,
    Question.OTHER_AREA,
    Question.OTHER_BAN,
)
"""What only people know, whatever the program knows of the use as it is built."""
YES, NO = "yes", "no"


class SettleForm(forms.Form):
    """What holds of a use beside what the program knows."""

    affected = forms.MultipleChoiceField(
        label=_("Whom else is it about?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    narrow = forms.ChoiceField(label=_("Is there an exception that holds?"), required=False)
    own = forms.MultipleChoiceField(
        label=_("Have you made it your own?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked_of(standing)
        for question in self.asked:
            self.fields[question.value] = question_field(standing, question)
        self.order_fields([*(one.value for one in self.asked), "affected", "narrow", "own"])
        others = [one for one in Affected if one not in standing.thing.known.affected]
        _choices(self, "affected", [(one.value, str(AFFECTED[one])) for one in others])
        exceptions = [(one.value, f"{NARROW[one]} ({ARTICLE_OF[one]})") for one in Narrow]
        _choices(self, "narrow", [("", str(_("none"))), *exceptions])
        _choices(self, "own", [(one.value, own_words(one)) for one in Own])
        for name in ("affected", "narrow", "own"):
            self.initial[name] = getattr(standing.use, name)

    def said(self) -> Said:
        """What was said; only of a valid form."""
        data = self.cleaned_data
        return Said(
            affected=frozenset(Affected(one) for one in data["affected"]),
            answers=answers_in(data, self.asked),
            narrow=Narrow(data["narrow"]) if data["narrow"] else None,
            own=frozenset(Own(one) for one in data["own"]),
        )


def asked_of(standing: Standing) -> list[Question]:
    """The questions about this use: those that are open, were answered, or only people know."""
    answered = set(standing.use.answers)
    wanted = {*standing.found.open, *ALWAYS_ASKED}
    return [one for one in Question if one in wanted or one.value in answered]


def question_field(standing: Standing, question: Question) -> forms.ChoiceField:
    """One question, with what is known of it."""
    return forms.ChoiceField(
        label=question_words(question),
        choices=[("", _("not known")), (NO, _("no")), (YES, _("yes"))],
        required=False,
        initial=_initial(standing, question),
    )


def answers_in(
    given: Mapping[str, Any], asked: Sequence[Question]
) -> tuple[tuple[Question, bool], ...]:
    """What was answered with yes or no; what is not known is left out."""
    return tuple((one, given[one.value] == YES) for one in asked if given[one.value])


def _initial(standing: Standing, question: Question) -> str:
    says = standing.facts.answers.get(question)
    return "" if says is None else (YES if says else NO)


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=DayInput)


class RecordForm(forms.Form):
    """What was done about a use, and when."""

    people_told = _day(_("Those whom it is about were told on"))
    people_told_how = forms.CharField(label=_("How, and whom"), max_length=500, required=False)
    representatives_told = _day(_("The employees' representatives were told on"))
    representatives_told_how = forms.CharField(
        label=_("How, and which of them"), max_length=500, required=False
    )
    assessed = _day(_("Assessed how it may weigh on people on"))
    assessment = forms.CharField(
        label=_("What the assessment found, and where it lies"),
        max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    stop_plan = forms.CharField(
        label=_("Who stops it when it goes wrong, and how work goes on then"),
        max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def record(self) -> Record:
        """What is to be kept; only of a valid form."""
        return Record(**self.cleaned_data)


class OverseersForm(forms.Form):
    """Who watches over a use."""

    people = forms.MultipleChoiceField(
        label=_("Who watches over it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        _choices(self, "people", [(key, one.name) for key, one in self._people.items()])

    def chosen(self) -> list[Colleague]:
        """The colleagues; only of a valid form."""
        return [self._people[key] for key in self.cleaned_data["people"]]


class AnswerableForm(forms.Form):
    """Who answers for errors in a use."""

    colleague = forms.ChoiceField(label=_("Who answers for errors here"), required=False)

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        named = [(key, one.name) for key, one in self._people.items()]
        _choices(self, "colleague", [("", "–"), *named])

    def named(self) -> Colleague | None:
        """Who does; None for nobody. Only of a valid form."""
        return self._people.get(self.cleaned_data["colleague"])


class TrainedForm(forms.Form):
    """That somebody who watches over a use was trained for it."""

    colleague = forms.ChoiceField(label=_("Who was trained"))
    what = forms.CharField(label=_("In what"), max_length=200)
    day = forms.DateField(label=_("On which day"), widget=DayInput)

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        _choices(self, "colleague", [(key, one.name) for key, one in self._people.items()])

    def trained(self) -> Colleague:
        """Who was; only of a valid form."""
        return self._people[self.cleaned_data["colleague"]]
