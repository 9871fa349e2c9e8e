"""What a person brings in: a file, or a single message to try."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.work.models import Process

LONGEST_TRY = 100_000


class ProcessField(forms.ChoiceField):
    """One of the processes there are, chosen already where there is only one."""

    def offer(self, processes: Sequence[Process]) -> None:
        """Offer these."""
        self.choices = [(str(one.public_id), one.name) for one in processes]


class FileForm(forms.Form):
    """A file of messages and the process that they are for."""

    process = ProcessField(label=_("Process"))
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.jsonl,.ndjson,.json,.xlsx"}),
        help_text=_("CSV, Excel (.xlsx) or JSON Lines, with a column for the text."),
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
