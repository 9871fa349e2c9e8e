"""A pack of what is held of one person: a page to read, tables, and all of it for programs."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samspil.adapters.files import Store
from samspil.adapters.tables import csv_lines
from samspil.tenancy.queries import current
from samspil.trust.models import AccessRequest
from samspil.trust.queries.holding import KINDS, Row

TITLES = {
    "account": _("Account here"),
    "cases": _("Cases"),
    "messages": _("Messages"),
    "filled_in": _("What was filled in"),
    "attachments": _("Files sent"),
    "proposals": _("What AI proposed"),
    "decisions": _("Decisions"),
    "complaints": _("Contested decisions"),
    "chats": _("Chats"),
    "mails": _("Mails in documents, from them or to them"),
    "examples": _("What AI was taught by it"),
    "tasks": _("What they said takes their time"),
    "support": _("What they said in requests for help"),
    "workshops": _("Workshops that they have joined"),
    "readiness": _("What they said of readiness, in rounds that go on and in interviews"),
    "journal": _("What happened"),
}
Held = Mapping[str, Sequence[Row]]


def packs() -> Store:
    """Where the current organisation's packs lie, apart from all other files."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "packs",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )


def requests() -> list[AccessRequest]:
    """The register, newest first."""
    return list(AccessRequest.objects.select_related("by").order_by("-pk"))


def request_at(public_id: UUID | str) -> AccessRequest:
    """One request; raises `AccessRequest.DoesNotExist`."""
    return AccessRequest.objects.select_related("by").get(public_id=public_id)


def counted(held: Held) -> dict[str, int]:
    """How much there is of each kind."""
    return {kind: len(held.get(kind, ())) for kind in KINDS}


def named_counts(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The same for a page, with names in the reader's language."""
    return [(str(TITLES[kind]), counts.get(kind, 0)) for kind in KINDS]


def packed(held: Held, *, address: str, language: str, at: datetime) -> bytes:
    """The pack as a ZIP file; the page in it is in this language."""
    with override(language):
        tables = [_table(kind, held.get(kind, ())) for kind in KINDS]
        context = {"tables": tables, "address": address, "at": at, "organisation": current().name,
                   "language": language}  # fmt: skip
        page = render_to_string("trust/pack.html", context)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("index.html", page)
        file.writestr("all.json", json.dumps(held, ensure_ascii=False, indent=1))
        for kind in KINDS:
            if rows := held.get(kind):
                lines = csv_lines([tuple(rows[0]), *(tuple(row.values()) for row in rows)])
                file.writestr(f"{kind}.csv", "".join(lines))
    return out.getvalue()


def _table(kind: str, rows: Sequence[Row]) -> dict[str, object]:
    return {
        "title": str(TITLES[kind]),
        "head": list(rows[0]) if rows else [],
        "rows": [list(row.values()) for row in rows],
    }
