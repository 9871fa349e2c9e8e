"""A field of a form into which one puts one file or several."""

from collections.abc import Sequence
from typing import Any

from django import forms


class SeveralFiles(forms.FileInput):
    """Lets several files be chosen at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; cleans to a list.

    More than `most` are refused with the sentence `too_many`, which may name `%(most)d`.
    """

    def __init__(self, *, most: int, too_many: Any, **rest: Any) -> None:
        super().__init__(**rest)
        self.most, self.too_many = most, too_many

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, each as a field for one would clean it."""
        given = data if isinstance(data, list | tuple) else [data]
        self.check(given)
        return [super(FilesField, self).clean(one, initial) for one in given or [None]]

    def check(self, given: Sequence[Any]) -> None:
        """Raise `ValidationError` where these are too many together."""
        if len(given) > self.most:
            raise forms.ValidationError(self.too_many, params={"most": self.most})
