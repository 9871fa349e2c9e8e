"""A sender comes back to a matter: with more, with the wish for a person, or to withdraw it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.inbox.actions.submitting import FileIn
from samspil.inbox.models import StatusLink
from samspil.work import actions as work
from samspil.work.models import Complaint
from samspil.work.queries import first_message, store


def add_to(
    link: StatusLink, *, text: str, files: Sequence[FileIn], token: str, at: datetime
) -> work.Received:
    """Put a further message, with files, into the matter; a closed one opens again.

    The same `token` joins once.
    """
    for each in files:
        store().put(each.content)
    return _add(link, text=text, files=files, token=token, at=at)


@transaction.atomic
def _add(
    link: StatusLink, *, text: str, files: Sequence[FileIn], token: str, at: datetime
) -> work.Received:
    number = link.case.external_id
    arrival = work.Arrival(text=text, sender=_sender(link), external_id=f"{number}/{token}")
    received = work.receive(arrival, case=link.case, at=at)
    if received.message is not None:
        for each in files:
            work.attach(
                received.case,
                name=each.name,
                content=each.content,
                at=at,
                message=received.message,
            )
    return received


def disagree(link: StatusLink, *, text: str, token: str, at: datetime) -> Complaint:
    """Contest what was decided: another person decides anew. The same `token` contests once.

    Raises `CannotContest`.
    """
    number = f"{link.case.external_id}/{token}"
    return work.contest(link.case, text=text, at=at, number=number)


def _sender(link: StatusLink) -> str:
    first = first_message(link.case)
    return first.sender if first else ""
