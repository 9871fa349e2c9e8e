"""What erasing one person would take, what it would leave and why, and what stands in its way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, ngettext

from samspil.chat.models import Conversation, Turn
from samspil.core.lifecycle import Stage
from samspil.core.retention.categories import Category
from samspil.core.retention.holds import HoldOn
from samspil.governance.models import Hold
from samspil.governance.queries import holds_on
from samspil.knowledge.models import Passage
from samspil.knowledge.queries import mails_of
from samspil.people.models import Colleague, Kind
from samspil.summaries.models import Piece
from samspil.teaching.queries import traces_of
from samspil.trust.models import AccessRequest
from samspil.trust.queries.erasures import Counts
from samspil.work.models import Attachment, Case, Entry, Message, Outgoing, Proposal
from samspil.work.queries import ready_to_empty, written_by

ERASED = (
    Category.CUSTOMERS, Category.EMPLOYEES, Category.EXAMPLES, Category.CHATS, Category.NOTICES,
    Category.ACCESS, Category.PACKS,
)  # fmt: skip
"""Kinds of data that erasing a person takes from."""
OF_CASES = (HoldOn.CASE, HoldOn.PROCESS)
"""Such holds keep some cases, and let the rest be erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is held of whoever writes from an address; cases are primary keys.

    `cases` are theirs with what they were merged into, `named_in` closed ones of others that name
    the address; without those that are held, which are counted in `left`. `hindrances` are
    sentences; as long as there is one, nothing is erased. `open` are their cases that have to be
    closed first. `holds` are all that keep something of it.
    """

    address: str
    cases: Sequence[int]
    named_in: Sequence[int]
    held: Counts
    left: Counts
    open: Sequence[Case]
    holds: Sequence[Hold]
    hindrances: Sequence[str]

    @property
    def only_in_part(self) -> bool:
        """Whether some of it is held, so that the rest is erased only with reasons given."""
        return bool(self.left["held"] or self.left["held_named_in"])

    @property
    def all_held(self) -> bool:
        """Whether a hold keeps all there is."""
        return self.only_in_part and self.nothing

    @property
    def nothing(self) -> bool:
        """Whether nothing is held that could be erased."""
        return not any(self.held.values())


def look_at(address: str) -> Look:
    """Look, and change nothing; in a fixed number of statements."""
    theirs = cases_of(address)
    named = list(_naming(address, without=theirs).values_list("pk", "stage"))
    naming = [pk for pk, stage in named if stage == Stage.CLOSED]
    holds, kept = _holds(address, [*theirs, *naming])
    cases = [one for one in theirs if one not in kept]
    named_in = [one for one in naming if one not in kept]
    open_ = list(_unfinished(cases))
    left = {
        "held": len(theirs) - len(cases),
        "held_named_in": len(naming) - len(named_in),
        "shells": len(cases),
        "open_named_in": len(named) - len(naming),
    }
    return Look(
        address=address,
        cases=cases,
        named_in=named_in,
        held=_held(address, cases) | {"named_in": len(named_in)},
        left=left | _left(address),
        open=open_,
        holds=holds,
        hindrances=list(_hindrances(address, open_, holds)),
    )


def cases_of(address: str) -> list[int]:
    """The cases in which they wrote, or what these were merged into; emptied ones name nobody."""
    rows = written_by(address).order_by("case")
    found = rows.values_list("case", "case__merged_into")
    return list(dict.fromkeys(into or case for case, into in found))


def kept_cases(address: str) -> list[str]:
    """The ids of their cases that are held, and of those that were merged into these."""
    theirs = cases_of(address)
    kept = _holds(address, theirs)[1]
    rows = Case.objects.filter(Q(pk__in=kept) | Q(merged_into__in=kept)).order_by("pk")
    return [str(one) for one in rows.values_list("public_id", flat=True)]


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


def _held(address: str, cases: Sequence[int]) -> dict[str, int]:
    merged = Case.objects.filter(merged_into__in=cases).values_list("pk", flat=True)
    theirs = Q(case__in=[*cases, *merged])
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
        "mails": mails_of(address).count(),
        "packs": AccessRequest.objects.filter(address__iexact=address).count(),
    }


def _left(address: str) -> dict[str, int]:
    account = _account(address)
    if not is_telling(address):
        return {"account": account.count()}
    passages = Passage.objects.exclude(document__in=mails_of(address))
    pieces = Piece.objects.all()
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
        _in("text", address) | _in("quoted", address)
        | _in("signature", address) | _in("sender_name", address)
    )  # fmt: skip
    typed = Entry.objects.filter(fields__icontains=address)
    found = Q(pk__in=said.values("case")) | Q(pk__in=typed.values("case"))
    found |= _in("subject", address)
    theirs = Q(pk__in=without) | Q(merged_into__in=without)
    return Case.objects.filter(found).exclude(theirs)


def _in(field: str, address: str) -> Q:
    """That it stands there; few texts hold any address, and which do shows at a glance."""
    return Q(**{f"{field}__contains": "@"}) & Q(**{f"{field}__icontains": address})


def _unfinished(cases: Sequence[int]) -> QuerySet[Case]:
    ready = ready_to_empty(cases).values("pk")
    waiting = Case.objects.among(cases).exclude(pk__in=ready).order_by("pk")
    return waiting.select_related("process")


def _holds(address: str, cases: Sequence[int]) -> tuple[list[Hold], set[int]]:
    """The holds on the person, on these cases or on what would go, and which cases they keep."""
    whole = Case.objects.filter(Q(pk__in=cases) | Q(merged_into__in=cases)).values_list(
        "pk", "merged_into", "public_id", "process__public_id"
    )
    rows = [(into or pk, str(case), str(process)) for pk, into, case, process in whole]
    holds = holds_on(
        address,
        cases={UUID(case) for _pk, case, _process in rows},
        processes={UUID(process) for _pk, _case, process in rows},
        categories=ERASED,
    )
    on = {one.value for one in holds if one.on in OF_CASES}
    return holds, {pk for pk, case, process in rows if case in on or process in on}


def _hindrances(address: str, open_: Sequence[Case], holds: Sequence[Hold]) -> Iterator[str]:
    """Whatever must be settled first."""
    if n := len(open_):
        words = ngettext(
            "%(n)d case of theirs is open, or its reply has not left: close it first.",
            "%(n)d cases of theirs are open, or their replies have not left: close them first.", n,
        )  # fmt: skip
        yield words % {"n": n}
    if AccessRequest.objects.filter(address__iexact=address, answer="").exists():
        yield gettext("They also asked what is held of them: answer that first.")
    if _account(address).filter(left_at__isnull=True).exists():
        yield gettext(
            "They work here, and what a colleague did stays as long as they do: "
            "refuse and say why, or begin again once they have left."
        )
    if n := sum(one.on not in OF_CASES for one in holds):
        words = ngettext(
            "%(n)d hold keeps this from being erased: end it first, or refuse and say why.",
            "%(n)d holds keep this from being erased: end them first, or refuse and say why.", n,
        )  # fmt: skip
        yield words % {"n": n}


def _account(address: str) -> QuerySet[Colleague]:
    return Colleague.objects.filter(kind=Kind.PERSON, user__email__iexact=address)
