"""What a person brings in: a file, or a single message to try."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.web.several_files import FilesField, SeveralFiles
from samspil.work.models import Process

LONGEST_TRY = 100_000
MOST_FILES = 500
MOST_ADDRESSES = 50


class ProcessField(forms.ChoiceField):
    """One of the processes there are, chosen already where there is only one."""

    def offer(self, processes: Sequence[Process]) -> None:
        """Offer these."""
        self.choices = [(str(one.public_id), one.name) for one in processes]


class AddressesField(forms.CharField):
    """Mail addresses, or domains that begin with @, between commas."""

    def clean(self, value: Any) -> tuple[str, ...]:
        """The addresses in small letters."""
        words = re.split(r"[\s,;]+", super().clean(value).casefold())
        found = tuple(dict.fromkeys(word for word in words if word))
        wrong = next((one for one in found if "@" not in one or one.endswith("@")), None)
        if wrong is not None:
            raise forms.ValidationError(
                _("“%(address)s” is no mail address: write info@firm.dk, or @firm.dk for all."),
                params={"address": wrong},
            )
        return found[:MOST_ADDRESSES]


class FileForm(forms.Form):
    """Files of messages and the process that they are for."""

    process = ProcessField(label=_("Process"))
    file = FilesField(
        most=MOST_FILES,
        too_many=_("Choose at most %(most)d files at once, or put them into a ZIP."),
        label=_("File"),
        allow_empty_file=True,
        widget=SeveralFiles(
            attrs={"accept": ".mbox,.mbx,.eml,.zip,.csv,.tsv,.txt,.jsonl,.ndjson,.json,.xlsx"}
        ),
        help_text=_(
            "Mails (mbox, one or more .eml, or a ZIP of them), or CSV, Excel (.xlsx) or JSON Lines "
            "with a column for the text."
        ),
    )
    own = AddressesField(
        label=_("Our own addresses"),
        required=False,
        help_text=_(
            "For mails: what comes from these is our reply and joins its case. @firm.dk stands for "
            "every address there."
        ),
    )
    automatic = forms.ChoiceField(
        label=_("Mails that machines wrote"),
        required=False,
        choices=[
            ("out", _("Leave newsletters, automatic replies and the like out")),
            ("in", _("Bring them in too, marked")),
        ],
    )

    def __init__(self, *args: Any, processes: Sequence[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["process"]
        assert isinstance(field, ProcessField)
        field.offer(processes)


class TryForm(forms.Form):
    """One message, to see what would become of it."""

    process = ProcessField(label=_("Process"))
    text = forms.CharField(
        label=_("Message"),
        max_length=LONGEST_TRY,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-submits": "true"}),
    )

    def __init__(self, *args: Any, processes: Sequence[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["process"]
        assert isinstance(field, ProcessField)
        field.offer(processes)
