"""Counts by group, as a file or typed in."""

import io
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samspil.core.fairness.group_table import Counted
from samspil.fairness.queries import UnfitGroups, read_groups

TYPED_HEAD = "group;selected;all\n"


class GroupsForm(forms.Form):
    """What was decided, and counts by group; cleans them to `Counted`, and keeps no file."""

    name = forms.CharField(
        label=_("What was decided"),
        max_length=120,
        help_text=_("Such as: invited to an interview, spring 2026."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_(
            "CSV or Excel (.xlsx). Columns: group, selected and all, with one row for each group; "
            "or group and outcome (yes or no), with one row for each decision. The file is counted "
            "at once and not kept."
        ),
    )
    typed = forms.CharField(
        label=_("Or typed in"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5, "placeholder": "A; 12; 40"}),
        help_text=_("One group in each row: its name; how many were selected; how many in all."),
    )

    def clean(self) -> dict[str, Any]:
        """Count what was given."""
        said = super().clean() or {}
        file, typed = said.get("file"), said.get("typed", "").strip()
        if bool(file is not None) == bool(typed):
            self.add_error("file", _("Give a file, or type the counts in: one of the two."))
            return said
        try:
            said["counted"] = _read(file, typed)
        except UnfitGroups as why:
            self.add_error("typed" if typed else "file", str(why))
        return said


def _read(file: "UploadedFile[bytes] | None", typed: str) -> Counted:
    if file is not None:
        return read_groups(file.file)  # type: ignore[arg-type]  # the stubs know no more of it
    return read_groups(io.BytesIO((TYPED_HEAD + typed).encode("utf-8", "replace")))
