"""Notices within a second that an organisation's journal has grown."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import DatabaseError

from samspil.tenancy.models import Organisation

LOG = logging.getLogger(__name__)
EVERY_S = 1.0

Ends = Mapping[Organisation, int]


@dataclass(slots=True, kw_only=True)
class Listener:
    """Somebody's open page; `grown` is set while there is something it has not been told."""

    end: int
    grown: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True, kw_only=True)
class Pulse:
    """Whoever listens, by organisation; `ends_of` reads where their journals end now."""

    ends_of: Callable[[Collection[Organisation]], Awaitable[Ends]]
    every_s: float = EVERY_S
    _listeners: dict[Organisation, list[Listener]] = field(default_factory=dict, init=False)

    @property
    def listening(self) -> int:
        """How many pages listen."""
        return sum(map(len, self._listeners.values()))

    @contextmanager
    def listener(self, organisation: Organisation, *, end: int) -> Iterator[Listener]:
        """Listen for what is written to the organisation's journal after `end`."""
        joined = Listener(end=end)
        beside = self._listeners.setdefault(organisation, [])
        beside.append(joined)
        try:
            yield joined
        finally:
            beside.remove(joined)
            if not beside:
                self._listeners.pop(organisation, None)

    async def run(self) -> None:
        """Look for as long as this task lives; a database that is away is asked again."""
        while True:
            await asyncio.sleep(self.every_s)
            if self._listeners:
                await self._look()

    async def _look(self) -> None:
        try:
            ends = await self.ends_of(list(self._listeners))
        except DatabaseError as why:
            LOG.warning("The journals could not be looked at: %s", why)
            return
        for organisation, end in ends.items():
            for listener in self._listeners.get(organisation, ()):
                if listener.end != end:
                    listener.end = end
                    listener.grown.set()
