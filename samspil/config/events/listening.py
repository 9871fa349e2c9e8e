"""Who may listen, and what the event stream reads of the database: all in threads of its own."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.http.request import validate_host

from samspil.core.roles import Action
from samspil.journal.queries import end
from samspil.people.models import User
from samspil.people.queries import colleague_of, may_do, organisation_of
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation

Found = TypeVar("Found")
THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="events")


class Refused(Exception):
    """Nobody who may listen; `status` is what the browser is told."""

    def __init__(self, status: int) -> None:
        super().__init__(f"refused with {status}")
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a listener is: an organisation, and the end of its journal when they came."""

    organisation: Organisation
    end: int


async def in_thread(read: Callable[[], Found]) -> Found:
    """Read the database without holding the others up."""
    return await asyncio.get_running_loop().run_in_executor(THREADS, lambda: _closing(read))


async def ends_of(organisations: Collection[Organisation]) -> Mapping[Organisation, int]:
    """Where the journal of each ends."""
    return await in_thread(lambda: {each: _end_of(each) for each in organisations})


async def place_of(cookies: str) -> Place:
    """The place of whoever is signed in; raises `Refused` where nobody is, or may not look."""
    return await in_thread(lambda: _place_of(cookies))


def origin_allowed(origin: str, *, host: str) -> str:
    """The origin to let in: that of our own pages on another port, empty where none was named.

    Raises `Refused` for the page of another site.
    """
    if not origin:
        return ""
    asks = urlsplit(origin).hostname or ""
    ours = urlsplit(f"//{host}").hostname or ""
    if asks != ours or not validate_host(asks, settings.ALLOWED_HOSTS):
        raise Refused(403)
    return origin


def _closing(read: Callable[[], Found]) -> Found:
    close_old_connections()
    try:
        return read()
    finally:
        close_old_connections()


def _end_of(organisation: Organisation) -> int:
    with enter(organisation):
        return end()


def _place_of(cookies: str) -> Place:
    request = HttpRequest()
    try:
        request.COOKIES = {name: one.value for name, one in SimpleCookie(cookies).items()}
    except CookieError:
        raise Refused(403) from None
    SessionMiddleware(lambda _: HttpResponse()).process_request(request)
    user = get_user(request)
    organisation = organisation_of(user, request.session) if isinstance(user, User) else None
    if organisation is None or not isinstance(user, User):
        raise Refused(403)
    with enter(organisation):
        if not may_do(colleague_of(user), Action.SEE_TODAY):
            raise Refused(403)
        return Place(organisation=organisation, end=end())
