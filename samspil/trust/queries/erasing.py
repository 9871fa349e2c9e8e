"""What erasing one person would take, what it would leave and why, and what stands in its way."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samspil.chat.models import Conversation, Turn
from samspil.core.lifecycle import Stage
from samspil.core.retention.categories import Category
from samspil.governance.queries import holds_on
from samspil.knowledge.models import Passage
from samspil.people.models import Colleague, Kind
from samspil.summaries.models import Piece
from samspil.teaching.queries import traces_of
from samspil.trust.models import AccessRequest, Erasure
from samspil.work.models import Attachment, Case, Entry, Message, Outgoing, Proposal
from samspil.work.queries import ready_to_empty, written_by

TITLES = {
    "cases": _("Cases to be emptied"),
    "messages": _("Messages, replies and notes"),
    "replies": _("Replies that were sent"),
    "filled_in": _("Forms they filled in"),
    "attachments": _("Files"),
    "proposals": _("Drafts and quotes of AI"),
    "chats": _("Chats"),
    "examples": _("Examples AI was taught with"),
    "versions": _("Versions of AI taught with them"),
    "packs": _("Requests for access"),
    "named_in": _("Cases of others that name the address"),
}
STAYING = {
    "shells": _("Emptied cases: topic, times, verdict, who decided; for figures and evidence"),
    "open_named_in": _("Open cases of others that name the address"),
    "documents": _("Documents of the company that name the address"),
    "summaries": _("Summaries that name the address, deleted 30 days after they were made"),
    "account": _("An account here, as long as they work here"),
}  # fmt: skip
ERASED = (
    Category.CUSTOMERS, Category.EMPLOYEES, Category.EXAMPLES, Category.CHATS, Category.NOTICES,
    Category.ACCESS, Category.PACKS,
)  # fmt: skip
"""Kinds of data that erasing a person takes from."""
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is held of whoever writes from an address; cases are primary keys.

    `cases` are theirs with what they were merged into, `named_in` closed ones of others that name
    the address. `hindrances` are sentences; as long as there is one, nothing is erased. `open` are
    their cases that have to be closed first.
    """

    address: str
    cases: Sequence[int]
    named_in: Sequence[int]
    held: Counts
    left: Counts
    open: Sequence[Case]
    hindrances: Sequence[str]

    @property
    def nothing(self) -> bool:
        """Whether nothing is held that could be erased."""
        return not any(self.held.values())


def look_at(address: str) -> Look:
    """Look, and change nothing; in a fixed number of statements."""
    cases = cases_of(address)
    named = _naming(address, without=cases)
    closed = named.filter(stage=Stage.CLOSED)
    named_in, open_ = list(closed.values_list("pk", flat=True)), list(_unfinished(cases))
    return Look(
        address=address,
        cases=cases,
        named_in=named_in,
        held=_held(address, cases) | {"named_in": len(named_in)},
        left={"shells": len(cases), "open_named_in": named.exclude(stage=Stage.CLOSED).count()}
        | _left(address),
        open=open_,
        hindrances=list(_hindrances(address, open_, held=_holds(address, [*cases, *named_in]))),
    )


def cases_of(address: str) -> list[int]:
    """The cases in which they wrote, or what these were merged into; emptied ones name nobody."""
    rows = written_by(address).order_by("case")
    found = rows.values_list("case", "case__merged_into")
    return list(dict.fromkeys(into or case for case, into in found))


def chats_naming(address: str) -> list[int]:
    """Conversations in which the address was written, and which became no case."""
    if not is_telling(address):
        return []
    said = Turn.objects.filter(Q(said__icontains=address) | Q(asked__icontains=address))
    rows = Conversation.objects.filter(case__isnull=True, pk__in=said.values("conversation"))
    return list(rows.values_list("pk", flat=True))


def is_telling(address: str) -> bool:
    """Whether no text holds it but for this person; the name given on a form may be many people's.

    Only a mail address is looked for in what others wrote.
    """
    return re.fullmatch(r"\S+@\S+", address.strip()) is not None


def erasures() -> list[Erasure]:
    """The register, newest first."""
    return list(Erasure.objects.select_related("by").order_by("-pk"))


def erasure_at(public_id: UUID | str) -> Erasure:
    """One of them; raises `Erasure.DoesNotExist`."""
    return Erasure.objects.select_related("by").get(public_id=public_id)


def named_held(counts: Counts) -> list[tuple[str, int]]:
    """What is erased, for a page, with names in the reader's language."""
    return [(str(title), counts.get(kind, 0)) for kind, title in TITLES.items()]


def named_left(counts: Counts) -> list[tuple[str, int]]:
    """What stays and why, without what there is none of."""
    return [(str(title), counts[kind]) for kind, title in STAYING.items() if counts.get(kind)]


def _held(address: str, cases: Sequence[int]) -> dict[str, int]:
    theirs = Q(case__in=cases) | Q(case__merged_into__in=cases)
    taught = traces_of(address)
    return {
        "cases": len(cases),
        "messages": Message.objects.filter(theirs).count(),
        "replies": Outgoing.objects.filter(theirs).count(),
        "filled_in": Entry.objects.filter(theirs).count(),
        "attachments": Attachment.objects.filter(theirs).count(),
        "proposals": Proposal.objects.filter(theirs).count(),
        "chats": Conversation.objects.filter(theirs).count() + len(chats_naming(address)),
        "examples": taught.examples,
        "versions": sum(len(one.versions) for one in taught.processes),
        "packs": AccessRequest.objects.filter(address__iexact=address).count(),
    }


def _left(address: str) -> dict[str, int]:
    account = Colleague.objects.filter(kind=Kind.PERSON, user__email__iexact=address)
    if not is_telling(address):
        return {"account": account.count()}
    passages, pieces = Passage.objects.all(), Piece.objects.all()
    return {
        "documents": passages.filter(text__icontains=address).values("document").distinct().count(),
        "summaries": pieces.filter(text__icontains=address).values("summary").distinct().count(),
        "account": account.count(),
    }


def _naming(address: str, *, without: Sequence[int]) -> QuerySet[Case]:
    """Cases of others in which the address is written."""
    if not is_telling(address):
        return Case.objects.none()
    said = Message.objects.filter(
        Q(text__icontains=address) | Q(quoted__icontains=address)
        | Q(signature__icontains=address) | Q(sender_name__icontains=address)
    )  # fmt: skip
    typed = Entry.objects.filter(fields__icontains=address)
    found = Q(pk__in=said.values("case")) | Q(pk__in=typed.values("case"))
    found |= Q(subject__icontains=address)
    theirs = Q(pk__in=without) | Q(merged_into__in=without)
    return Case.objects.filter(found).exclude(theirs)


def _unfinished(cases: Sequence[int]) -> QuerySet[Case]:
    ready = ready_to_empty().filter(pk__in=cases).values("pk")
    return Case.objects.filter(pk__in=cases).exclude(pk__in=ready).order_by("pk")


def _holds(address: str, cases: Sequence[int]) -> int:
    """How many holds stand in the way: on them, on any of these cases, or on what would go."""
    rows = Case.objects.filter(pk__in=cases).values_list("public_id", "process__public_id")
    ids, processes = {one for one, _process in rows}, {process for _one, process in rows}
    return len(holds_on(address, cases=ids, processes=processes, categories=ERASED))


def _hindrances(address: str, open_: Sequence[Case], *, held: int) -> Iterator[str]:
    """Whatever must be settled first."""
    if n := len(open_):
        words = ngettext(
            "%(n)d case of theirs is open, or its reply has not left: close it first.",
            "%(n)d cases of theirs are open, or their replies have not left: close them first.", n,
        )  # fmt: skip
        yield words % {"n": n}
    if AccessRequest.objects.filter(address__iexact=address, answer="").exists():
        yield gettext("They also asked what is held of them: answer that first.")
    if held:
        words = ngettext(
            "%(n)d hold keeps this from being erased: end it first, or refuse and say why.",
            "%(n)d holds keep this from being erased: end them first, or refuse and say why.", held,
        )  # fmt: skip
        yield words % {"n": held}
