"""Which organisation this thread of work is for: the one place that knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_current: ContextVar[int | None] = ContextVar("organisation", default=None)


class NoOrganisation(RuntimeError):
    """Something wanted an organisation's rows before anyone said whose."""


def current_id() -> int | None:
    """The current organisation's primary key; None outside any."""
    return _current.get()


def required_id() -> int:
    """The current organisation's primary key; raises `NoOrganisation` outside any."""
    found = _current.get()
    if found is None:
        raise NoOrganisation("Enter an organisation first: with tenancy.actions.enter(…).")
    return found


@contextmanager
def entered(organisation_id: int) -> Iterator[None]:
    """Work for this organisation until the block ends."""
    token = _current.set(organisation_id)
    try:
        yield
    finally:
        _current.reset(token)
