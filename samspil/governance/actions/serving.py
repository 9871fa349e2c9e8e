"""Say which language models there are, and where."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.sealing import seal
from samspil.core.gateway.addresses import WORDS, BadAddress, check_base_url
from samspil.core.gateway.allowing import Place, Purpose
from samspil.core.gateway.tools import Status
from samspil.governance.access import check_may_govern
from samspil.governance.actions.following import follow_server, register_server
from samspil.governance.actions.noting import note_server
from samspil.governance.models import ModelServer, Tool
from samspil.governance.queries.servers import sealed_as
from samspil.people.models import Colleague, Kind


class BadServer(ValueError):
    """A model server cannot be like this; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerTerms:
    """A model server as its owner describes it.

    `key` is None to keep the one there is, and empty for none. It stays only where the address
    stays, so that it cannot be sent elsewhere.
    """

    name: str
    base_url: str
    model: str
    place: Place
    purposes: frozenset[Purpose]
    owner: Colleague
    on: bool = False
    key: str | None = field(default=None, repr=False)


@transaction.atomic
def add_server(terms: ServerTerms, *, by: Colleague, at: datetime) -> ModelServer:
    """Set up a language model. Nothing may go there before it is approved and allowed.

    Raises `BadServer`.
    """
    check_may_govern(by)
    _check(terms, other_than=None)
    made = ModelServer(added_at=at)
    _put(made, terms)
    made.sealed_key = _sealed(made, terms.key or "")
    made.save()
    register_server(made, at=at)
    note_server(made, "model_server_added", by=by, at=at, place=terms.place.value, on=terms.on)
    return made


@transaction.atomic
def change_server(server: ModelServer, terms: ServerTerms, *, by: Colleague, at: datetime) -> None:
    """Describe it anew. Another address, model or place is another model: nothing may go there.

    Raises `BadServer`.
    """
    check_may_govern(by)
    found = ModelServer.objects.select_for_update().get(pk=server.pk)
    _check(terms, other_than=found)
    moved = terms.base_url != found.base_url
    other = moved or terms.model != found.model or terms.place != found.place
    _put(found, terms)
    if terms.key is not None or moved:
        found.sealed_key = _sealed(found, terms.key or "")
    found.failures, found.rests_until = 0, None
    found.brief_failures, found.brief_until = 0, None
    found.save()
    if other:
        found.allowances.all().delete()
    follow_server(found, other=other)
    note_server(
        found, "model_server_changed", by=by, at=at,
        place=terms.place.value, on=terms.on, other=other,
    )  # fmt: skip


@transaction.atomic
def remove_server(server: ModelServer, *, by: Colleague, at: datetime) -> None:
    """Ask it no more, and forget its key; the list of calls keeps its name."""
    check_may_govern(by)
    note_server(server, "model_server_removed", by=by, at=at)
    Tool.objects.filter(server=server).update(status=Status.ENDED, decided_at=at)
    ModelServer.objects.filter(pk=server.pk).delete()


def _put(server: ModelServer, terms: ServerTerms) -> None:
    server.name, server.base_url, server.model = terms.name, terms.base_url, terms.model
    server.place = terms.place
    server.purposes = sorted(purpose.value for purpose in terms.purposes)
    server.owner, server.on = terms.owner, terms.on


def _sealed(server: ModelServer, key: str) -> bytes:
    return seal(key, of=sealed_as(server), key=settings.FILES_KEY) if key else b""


def _check(terms: ServerTerms, *, other_than: ModelServer | None) -> None:
    try:
        check_base_url(terms.base_url, place=terms.place)
    except BadAddress as why:
        raise BadServer(_(WORDS[why.fault])) from why
    if terms.owner.kind != Kind.PERSON or terms.owner.left_at is not None:
        raise BadServer(_("Choose a colleague who works here to answer for it."))
    if any(not sign.isprintable() or sign.isspace() for sign in terms.key or ""):
        raise BadServer(_("A key has no blanks."))
    same = ModelServer.objects.filter(name=terms.name)
    if other_than is not None:
        same = same.exclude(pk=other_than.pk)
    tools = Tool.objects.filter(name=terms.name).exclude(server=other_than)
    if same.exists() or tools.exists():
        raise BadServer(_("There is a language model of this name already."))
