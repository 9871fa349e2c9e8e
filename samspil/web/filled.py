"""Forms filled in by programs: the page's checks, told by the names the program gave."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.forms import BaseForm

AForm = TypeVar("AForm", bound=BaseForm)
WHOLE = "__all__"
"""Where a form keeps what is wrong with all of it together."""


class WrongForm(Exception):
    """What a program sent does not fit the page's form: each place with what is wrong there."""

    def __init__(self, wrong: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{where}: {what}" for where, what in wrong))
        self.wrong = wrong


def filled(form: AForm, *, sent_as: Mapping[str, str] | None = None) -> AForm:
    """The form, where it is right; raises `WrongForm` with the page's words where it is not.

    `sent_as` says by which names a program sends fields that the form calls otherwise.
    """
    if form.is_valid():
        return form
    names = {WHOLE: "body", **(sent_as or {})}
    found = form.errors.items()
    raise WrongForm([(names.get(name, name), str(why)) for name, whys in found for why in whys])
