"""What people write when they ask for help, and for all to read."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.rollouts import support
from samspil.core.rollouts.support import Urgency
from samspil.rollouts.forms.choosing import Choosing
from samspil.rollouts.models import TeamRollout

URGENCIES = {one: _(support.WORDS[one]) for one in Urgency}
LONGEST_TEXT = 2000


class HelpForm(Choosing):
    """A request for help; cleans to `place`, `urgency` and `text`."""

    place = forms.ChoiceField(label=_("What it is about"))
    urgency = forms.ChoiceField(label=_("How urgent it is"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What you need help with"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write about the work, not about colleagues. Identity numbers are masked."),
    )

    def __init__(self, *args: Any, places: Iterable[TeamRollout], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {str(one.public_id): one for one in places}
        named = [
            (key, f"{one.rollout.initiative.name} ({one.team.name})")
            for key, one in self._places.items()
        ]
        self.put_choices("place", named)
        self.put_choices("urgency", [(one.value, URGENCIES[one]) for one in Urgency])
        self.fields["urgency"].initial = Urgency.SOON.value
        if len(named) == 1:
            self.fields["place"].initial = named[0][0]

    def clean_urgency(self) -> Urgency:
        """How urgent it is."""
        return Urgency(self.cleaned_data["urgency"])

    def clean_place(self) -> TeamRollout:
        """The team's part in a rollout."""
        return self._places[self.cleaned_data["place"]]


class ForAllForm(forms.Form):
    """What many ask, and its answer."""

    question = forms.CharField(label=_("Question"), max_length=300)
    answer = forms.CharField(
        label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
