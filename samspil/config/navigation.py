"""The rail: what there is to open, and who may open it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samspil.core.roles import Action
from samspil.people.queries import may_do

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A place in the rail, before anyone stands in it."""

    label: "StrOrPromise"
    address: str
    icon: str
    key: str
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place in the rail as one reader sees it."""

    label: "StrOrPromise"
    url: str
    icon: str
    key: str
    current: bool


ROOMS = (
    Room(label=_("Today"), address="today:today", icon="sun", key="1", action=Action.SEE_TODAY),
    Room(label=_("Work"), address="review:queue", icon="inbox", key="2", action=Action.SEE_CASES),
    Room(
        label=_("Who does what"),
        address="review:processes",
        icon="workflow",
        key="3",
        action=Action.SEE_PROCESSES,
    ),
    Room(
        label=_("Journal"),
        address="review:journal",
        icon="scroll-text",
        key="4",
        action=Action.SEE_JOURNAL,
    ),
)


def shell(request: HttpRequest) -> dict[str, object]:
    """What the page shell needs: the rail and the organisation."""
    colleague = getattr(request, "colleague", None)
    return {
        "navigation": [
            _link(room, request.path) for room in ROOMS if may_do(colleague, room.action)
        ],
        "organisation": getattr(request, "organisation", None),
        "colleague": colleague,
    }


def _link(room: Room, path: str) -> Link:
    url = reverse(room.address)
    here = path == url if url == "/" else path.startswith(url)
    return Link(label=room.label, url=url, icon=room.icon, key=room.key, current=here)
