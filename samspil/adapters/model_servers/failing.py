"""Why a model server gave no answer."""

from enum import StrEnum

from django.utils.translation import gettext


class Failure(StrEnum):
    """What went wrong."""

    ADDRESS = "address"
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    REFUSED = "refused"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    EMPTY = "empty"


WORDS = {
    Failure.ADDRESS: "The address of the model server leads to where none may be asked.",
    Failure.UNREACHABLE: "The model server cannot be reached.",
    Failure.SLOW: "The model server took too long.",
    Failure.REFUSED: "The model server refused.",
    Failure.TOO_LARGE: "The model server sent too much.",
    Failure.UNREADABLE: "The model server sent something that is no answer.",
    Failure.EMPTY: "The model server sent no text.",
}
"""The English sentence of each, which is also the key of its translations."""


class NoReply(Exception):
    """There is no answer; the message is fit to show. `status` is that of HTTP, 0 for none."""

    def __init__(self, failure: Failure, *, status: int = 0) -> None:
        self.failure = failure
        self.status = status
        super().__init__(failure)

    def __str__(self) -> str:
        said = gettext(WORDS[self.failure])
        return f"{said} (HTTP {self.status})" if self.status else said
