"""A table that somebody gives: a file, or rows typed in."""

import io
from collections.abc import Callable
from typing import Any, BinaryIO

from django import forms
from django.utils.translation import gettext_lazy as _


class UnfitTable(ValueError):
    """Nothing of a table can be read; the message is fit to show to a person."""


class TableForm(forms.Form):
    """A table as a `file` or as `text`; cleans it to `found`, and keeps no file.

    `found` is what `read` makes of it, which raises `UnfitTable`. Whoever derives from this names
    `read` (a `staticmethod`) and both fields.
    """

    read: Callable[[BinaryIO], object]

    def clean(self) -> dict[str, Any]:
        """Read what was given."""
        said = super().clean() or {}
        file, text = said.get("file"), (said.get("text") or "").strip()
        if (file is not None) == bool(text):
            self.add_error("file", _("Give a file, or type the rows in: one of the two."))
            return said
        stream = io.BytesIO(text.encode("utf-8", "replace")) if file is None else file.file
        try:
            said["found"] = self.read(stream)
        except UnfitTable as why:
            self.add_error("text" if text else "file", str(why))
        return said


def table_field(help_text: Any) -> forms.FileField:
    """The file; `help_text` names its columns."""
    widget = forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"})
    return forms.FileField(
        label=_("File"), required=False, allow_empty_file=True, widget=widget, help_text=help_text
    )


def rows_field(placeholder: str, *, most: int, rows: int = 5) -> forms.CharField:
    """The same typed in, of at most so many signs; `rows` are those of the field at first."""
    widget = forms.Textarea(attrs={"rows": rows, "placeholder": placeholder})
    return forms.CharField(label=_("Or typed in"), required=False, max_length=most, widget=widget)
