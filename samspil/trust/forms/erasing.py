"""Who asks to be erased, how that is known, and why something is not erased."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.erasing import OF_DATA, WORDS, Asking, Came, Ground, Known, Refusal
from samspil.trust.queries import ground_words
from samspil.web.days import DayInput
from samspil.web.places import LANGUAGE_NAMES

MOST = 500
CAME = [(one.value, _(WORDS[one])) for one in Came]
KNOWN = [(one.value, _(WORDS[one])) for one in Known]


class ErasureForm(forms.Form):
    """A request as it came."""

    address = forms.CharField(
        label=_("Address of the person"),
        max_length=254,
        help_text=_("As their messages name their sender. It is written into no journal."),
    )
    received_on = forms.DateField(label=_("Received on"), widget=DayInput)
    came = forms.ChoiceField(label=_("How did it come?"), choices=CAME)
    known = forms.ChoiceField(
        label=_("How do you know that it is really them?"),
        required=False,
        choices=[("", _("not known yet")), *KNOWN],
        help_text=_("Nothing is erased before this is known; you can put it down later."),
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"), choices=list(LANGUAGE_NAMES.items())
    )

    def asking(self) -> Asking:
        """What was said; only of a valid form."""
        said = self.cleaned_data
        return Asking(
            address=said["address"],
            received_on=said["received_on"],
            came=Came(said["came"]),
            known=Known(said["known"]) if said["known"] else None,
            language=said["language"],
        )


class KnownForm(forms.Form):
    """How it was made sure who asks."""

    known = forms.ChoiceField(label=_("How do you know that it is really them?"), choices=KNOWN)


class ExtendForm(forms.Form):
    """Why it takes longer."""

    why = forms.CharField(
        label=_("Why does it take longer?"), max_length=MOST,
        help_text=_("In the language of the person: it stands in the answer."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "extend_%s", **kwargs})


class RefuseForm(forms.Form):
    """Why nothing is erased."""

    ground = forms.ChoiceField(label=_("On which ground?"))
    why = forms.CharField(
        label=_("What of it holds here?"), max_length=MOST,
        help_text=_("In the language of the person: it stands in the answer. Name nobody else."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "refuse_%s", **kwargs})
        self._offer(list(Ground))

    def _offer(self, grounds: list[Ground]) -> None:
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, ground_words(one)) for one in grounds]

    def refusal(self) -> Refusal:
        """What was said; only of a valid form."""
        said = self.cleaned_data
        return Refusal(ground=Ground(said["ground"]), why=said["why"])


class BeginForm(forms.Form):
    """The address once more."""

    typed = forms.CharField(
        label=_("Type the address again"), max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip

    def refusal(self) -> Refusal | None:
        """Nothing of it is refused."""
        return None


class BeginInPartForm(RefuseForm):
    """The address once more, and why what is held stays."""

    typed = BeginForm.base_fields["typed"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "begin_%s", **kwargs})
        self._offer([one for one in Ground if one in OF_DATA])
