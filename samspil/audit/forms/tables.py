"""Tables that people bring in: of their own tasks, and of many people's."""

import io
from typing import Any, BinaryIO

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.audit.queries import UnfitTable, read_answers, read_table_of_many


class _TableForm(forms.Form):
    """A table as a file or typed; cleans it to what `read` makes of it, and keeps no file."""

    def read(self, stream: BinaryIO) -> object:
        """What the table says; raises `UnfitTable`."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Read what was given."""
        said = super().clean() or {}
        file, text = said.get("file"), said.get("text", "").strip()
        if (file is not None) == bool(text):
            self.add_error("file", _("Give a file, or type the rows in: one of the two."))
            return said
        stream = io.BytesIO(text.encode("utf-8", "replace")) if file is None else file.file
        try:
            said["found"] = self.read(stream)
        except UnfitTable as why:
            self.add_error("text" if text else "file", str(why))
        return said


def _rows_field(placeholder: str, *, most: int) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 5, "placeholder": placeholder})
    return forms.CharField(label=_("Or typed in"), required=False, max_length=most, widget=widget)


def _file_field(help_text: Any) -> forms.FileField:
    widget = forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"})
    return forms.FileField(
        label=_("File"), required=False, allow_empty_file=True, widget=widget, help_text=help_text
    )


class BringForm(_TableForm):
    """A table of one's own tasks; `found` is `Brought`."""

    file = _file_field(
        _(
            "CSV or Excel (.xlsx). Columns: task, times, per (day, week, month, quarter or year) "
            "and minutes; and if you like errors_in_100, frustration, wish and systems."
        )
    )
    text = _rows_field("task;times;per;minutes", most=40_000)

    def read(self, stream: BinaryIO) -> object:
        """Rows of one person."""
        return read_answers(stream)


class ManyForm(_TableForm):
    """A table of many people's answers; `found` is `Rows`."""

    file = _file_field(
        _(
            "CSV or Excel (.xlsx), a row for each person and task. Columns: person (any label, "
            "such as a number), task, times, per and minutes; and if you like team, address, "
            "week_hours, errors_in_100, frustration, wish and systems."
        )
    )
    text = _rows_field("person;team;task;times;per;minutes", most=4_000_000)

    def read(self, stream: BinaryIO) -> object:
        """Rows of many people."""
        return read_table_of_many(stream)
