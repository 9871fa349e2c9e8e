"""Where a reply goes."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samspil.work.models import Message


def reply_address(first: Message | None) -> str:
    """Where whoever wrote the first message can be reached; empty where no address works.

    Nothing is ever sent to a machine, which might answer, and so on for ever: `first` is the first
    that a person wrote, None where there is none.
    """
    address = (first.reply_to or first.sender) if first else ""
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address
