"""Files that strangers send: several in one field, each looked at before it is taken."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.file_kinds import kind_of
from samspil.inbox.actions import FileIn

MOST_FILES = 5
MOST_MB = 20
MOST_BYTES = MOST_MB * 1024**2
"""For all files of one message together."""


class Capped(TemporaryFileUploadHandler):
    """Writes files aside until they are too large together; what follows them is still read."""

    taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.taken += len(raw_data)
        if self.taken > MOST_BYTES:
            self.request.too_large = True  # type: ignore[union-attr]  # read by `FilesField`
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


class FilesInput(forms.ClearableFileInput):
    """Lets several files be chosen."""

    template_name = "django/forms/widgets/file.html"
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to five files, each of a kind on the list; cleans to a tuple of `FileIn`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=gettext_lazy("Files"),
            required=False,
            widget=FilesInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.gif,.webp,.txt,.docx,.xlsx"}),
            help_text=gettext_lazy(
                "Up to 5 files, 20 megabytes together: PDF, pictures, plain text or Office files. "
                "AI does not read them."
            ),
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        files: Sequence[UploadedFile[bytes]] = data or ()
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Choose at most 5 files."))
        if sum(each.size or 0 for each in files) > MOST_BYTES:
            raise forms.ValidationError(too_large())
        read = [FileIn(name=each.name or "", content=each.read()) for each in files]
        return tuple(_checked(each) for each in read)


def too_large() -> str:
    """Why files were left out."""
    return _("The files are larger than 20 megabytes together, so they were left out.")


def _checked(file: FileIn) -> FileIn:
    if not file.content:
        raise forms.ValidationError(_("“%(name)s” is empty.") % {"name": file.name[:120]})
    if not kind_of(file.content):
        raise forms.ValidationError(
            _("“%(name)s” is not taken: give a PDF, picture, plain text or Office file.")
            % {"name": file.name[:120]}
        )
    return file
