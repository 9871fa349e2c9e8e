"""What the page shell shows around every page: the rail, the organisation, STOP, the account."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from samspil.config.events.pages import address_for
from samspil.config.help import topic_for
from samspil.config.navigation import ROOMS, Room
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.web.parts import NavigationGroup, NavigationItem, Stop

GROUPS = {
    _("Find out"): (
        "audit:rounds", "readiness:overview", "workshops:workshops", "eventlogs:logs",
        "process_maps:maps",
    ),
    _("Decide"): ("allocation:matrix", "scenarios:comparisons", "scenarios:budgets"),
    _("Try and roll out"): ("pipeline:board", "parallel_runs:runs", "rollouts:board"),
    _("Prove"): (
        "measures:overview", "uses:uses", "reviews:reviews", "fairness:overview",
        "incidents:incidents",
    ),
}  # fmt: skip
"""The rooms on who does what, in the order of the work; more than a few are too many in a row."""


def shell(request: HttpRequest) -> dict[str, object]:
    """What `web/base.html` reads; everything is optional there."""
    colleague: Colleague | None = getattr(request, "colleague", None)
    if colleague is None:
        return {}
    return {
        "rail": _rail(colleague, request.path),
        "organisation": getattr(request, "organisation", None),
        "account_name": colleague.name,
        "stop": _stop(colleague),
        "demonstration": settings.DEMO,
        "events_url": address_for(request),
        "help_topic": topic_for(request),
        "search_url": reverse("review:search") if may_do(colleague, Action.SEE_CASES) else "",
    }


def _rail(colleague: Colleague, path: str) -> SafeString:
    """The rail with the rooms that the reader may open."""
    rooms = tuple(room for room in ROOMS if may_do(colleague, room.action))
    urls = (_url(room.address) for room in rooms)
    here = max((url for url in urls if _is_in(path, url)), key=len, default="")
    return _drawn(tuple(room.address for room in rooms), here, get_language() or "")


@lru_cache(maxsize=500)
def _drawn(addresses: tuple[str, ...], here: str, language: str) -> SafeString:
    """Drawn once for all who may open the same rooms and are in the same one."""
    given = {"navigation": _navigation(addresses, here)}
    return render_to_string("web/parts/rail.html", given)


def _navigation(addresses: Sequence[str], here: str) -> list[NavigationItem]:
    """These rooms, each below its parent where that is one of them too."""
    rooms = [room for room in ROOMS if room.address in addresses]
    urls = {room.address: _url(room.address) for room in rooms}
    return [
        _with_its_own(room, rooms, urls, here=here) for room in rooms if room.parent not in urls
    ]


def _with_its_own(
    room: Room, rooms: Sequence[Room], urls: Mapping[str, str], *, here: str
) -> NavigationItem:
    """A room with those below it."""
    own = [one for one in rooms if one.parent == room.address]
    under = [_item(one, urls[one.address], here=here) for one in own]
    return _item(room, urls[room.address], here=here, under=under, groups=_groups(own, under))


@cache
def _url(address: str) -> str:
    """Where a room is; that never changes while the program runs."""
    return reverse(address)


def _is_in(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def _item(
    room: Room,
    url: str,
    *,
    here: str,
    under: Sequence[NavigationItem] = (),
    groups: tuple[NavigationGroup, ...] = (),
) -> NavigationItem:
    return NavigationItem(
        label=str(room.label),
        url=url,
        icon=room.icon,
        key=room.key,
        current=url == here,
        under=tuple(under),
        groups=groups,
        open=url == here or any(one.current for one in under),
    )


def _groups(rooms: Sequence[Room], items: Sequence[NavigationItem]) -> tuple[NavigationGroup, ...]:
    """These items in `GROUPS`, none where none of them stands there; open is the group of the
    current page, else the first. What stands in none of them begins the first."""
    by = {room.address: item for room, item in zip(rooms, items, strict=True)}
    listed = [address for addresses in GROUPS.values() for address in addresses]
    if not set(by) & set(listed):
        return ()
    more = [address for address in by if address not in listed]
    found: list[tuple[str, list[NavigationItem]]] = []
    for label, addresses in GROUPS.items():
        here = [by[one] for one in (*more, *addresses) if one in by]
        more = []
        if here:
            found.append((str(label), here))
    current = [label for label, under in found if any(one.current for one in under)]
    shown = current[0] if current else found[0][0]
    return tuple(
        NavigationGroup(label=label, items=tuple(under), open=label == shown)
        for label, under in found
    )


def _stop(colleague: Colleague) -> Stop | None:
    if not may_do(colleague, Action.STOP_EVERYTHING):
        return None
    return Stop(label=gettext("STOP"), url=reverse("work:stop_everything"))
