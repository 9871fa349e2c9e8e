"""Which language models there are, and what may go where."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from samspil.adapters.model_servers import Endpoint
from samspil.adapters.sealing import BrokenSeal, unseal
from samspil.core.gateway.allowing import (
    Place,
    Purpose,
    Reason,
    ServerFacts,
    Verdict,
    choices,
    choose,
    lowered,
)
from samspil.core.masking import DataClass
from samspil.governance.models import Allowance, ModelServer
from samspil.governance.queries.tools import standing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What goes of one class of data to one server, and what else could be chosen there."""

    data_class: DataClass
    verdict: Verdict
    choices: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerRow:
    """A model server with what may go there, the mildest class first."""

    server: ModelServer
    cells: tuple[Cell, ...]

    @property
    def open(self) -> bool:
        """Whether anything may go there at all."""
        return any(one.verdict is not Verdict.BLOCK for one in self.cells)


def servers() -> list[ModelServer]:
    """Every model server, the nearest first, with its owner and what is allowed."""
    known = list(Place)
    rows = ModelServer.objects.select_related("owner", "tool").prefetch_related(
        Prefetch("allowances", queryset=Allowance.objects.all())
    )
    return sorted(rows, key=lambda one: (known.index(Place(one.place)), one.name))


def server_rows() -> list[ServerRow]:
    """Every server with its part of the allow-list."""
    return [ServerRow(server=one, cells=_cells(one)) for one in servers()]


def _cells(server: ModelServer) -> tuple[Cell, ...]:
    place, told = Place(server.place), allowed_of(server)
    return tuple(
        Cell(
            data_class=each,
            verdict=lowered(told.get(each, Verdict.BLOCK), data_class=each, place=place),
            choices=choices(each, place),
        )
        for each in DataClass
    )


def allowed_of(server: ModelServer) -> dict[DataClass, Verdict]:
    """What the organisation lets go there, by class; the ceiling is the rule's business."""
    return {DataClass(one.data_class): Verdict(one.verdict) for one in server.allowances.all()}


def facts_of_servers(*, at: datetime) -> list[ServerFacts]:
    """Every server as the rule sees it."""
    today = timezone.localdate(at)
    return [
        ServerFacts(
            key=one.pk,
            place=Place(one.place),
            on=one.on,
            standing=standing_of(getattr(one, "tool", None), today=today),
            purposes=frozenset(Purpose(each) for each in one.purposes),
            allowed=allowed_of(one),
            rests_until=one.rests_until,
            brief_until=one.brief_until,
        )
        for one in servers()
    ]


def may_be_asked(purpose: Purpose, data_class: DataClass, *, at: datetime) -> bool:
    """Whether any language model may be asked for this now; two statements."""
    return why_not_asked(purpose, data_class, at=at) is None


def why_not_asked(purpose: Purpose, data_class: DataClass, *, at: datetime) -> Reason | None:
    """Why no language model may be asked for this now; None where one may. Two statements."""
    judged = choose(facts_of_servers(at=at), purpose=purpose, data_class=data_class, at=at)
    return judged.reason if judged.verdict is Verdict.BLOCK else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubled:
    """How many servers are switched on, and the names of those that fail or lost their key."""

    on: int
    names: tuple[str, ...]


def troubled_servers(*, at: datetime) -> Troubled:
    """How the servers that are switched on are, without asking them."""
    rows = [one for one in servers() if one.on]
    names = [one.name for one in rows if _rests(one, at=at) or not _opens(one)]
    return Troubled(on=len(rows), names=tuple(names))


def _rests(server: ModelServer, *, at: datetime) -> bool:
    return server.rests_until is not None and server.rests_until > at


def _opens(server: ModelServer) -> bool:
    try:
        endpoint_of(server)
    except BrokenSeal:
        return False
    return True


def sealed_as(server: ModelServer) -> str:
    """What a server's key is sealed under."""
    return f"model-server/{server.organisation_id}/{server.public_id}"


def endpoint_of(server: ModelServer) -> Endpoint:
    """How it is asked, with its key; raises `BrokenSeal`. For nothing but asking."""
    sealed = bytes(server.sealed_key)
    key = unseal(sealed, of=sealed_as(server), key=settings.FILES_KEY) if sealed else ""
    return Endpoint(
        base_url=server.base_url,
        model=server.model,
        place=Place(server.place),
        key=key,
        opened=settings.MODEL_NETWORKS,
    )
