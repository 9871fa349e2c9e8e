"""The register of requests to be erased: which there are, what they counted, what is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.erasing import ARTICLES, WORDS, Came, Ground, Known
from samspil.core.reading import one_line
from samspil.people.queries import day_of
from samspil.trust.models import OPEN, AccessRequest, Erasure, Phase

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
    "mails": _("Mails in documents, from them or to them, also where others got these"),
    "packs": _("Requests for access"),
    "named_in": _("Cases of others that name the address"),
}
STAYING = {
    "held": _("Cases of theirs that are held, until somebody lets go"),
    "held_named_in": _("Cases of others that name the address and are held"),
    "shells": _("Emptied cases: topic, times, verdict, who decided; for figures and evidence"),
    "open_named_in": _("Open cases of others that name the address"),
    "documents": _("Documents of the company that name the address"),
    "summaries": _("Summaries that name the address, deleted 30 days after they were made"),
    "account": _("An account here, as long as they work here"),
}  # fmt: skip
WHY_STAYING = {
    "held": _("A dispute, a check or a law needs them (GDPR, Article 17(3))."),
    "held_named_in": _("A dispute, a check or a law needs them (GDPR, Article 17(3))."),
    "shells": _("They name nobody any more (GDPR, Recital 26)."),
    "open_named_in": _("Others wait for an answer in them: once these are closed, erase again."),
    "documents": _("They are the company's own: look at each, and change or remove it."),
    "summaries": _("They are the company's own, and go by themselves."),
    "account": _("Needed for the work, and to show who decided (GDPR, Article 17(3)(b))."),
}  # fmt: skip
SOON = timedelta(days=7)
"""So long before its day somebody is reminded of a request."""
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRequests:
    """How many requests for access and erasure wait: late, due within a week, not finished."""

    late: int
    soon: int
    failed: int


def erasures() -> list[Erasure]:
    """The register, newest first."""
    return list(Erasure.objects.select_related("by").order_by("-pk"))


def erasure_at(public_id: UUID | str) -> Erasure:
    """One of them; raises `Erasure.DoesNotExist`."""
    return Erasure.objects.select_related("by").get(public_id=public_id)


def open_erasure_of(address: str) -> Erasure | None:
    """The request of theirs that has not ended yet."""
    theirs = Erasure.objects.filter(address__iexact=one_line(address))
    return theirs.filter(phase__in=OPEN).first()


def due_requests(*, on: date) -> DueRequests:
    """What waits for an answer on this day, in two statements."""
    late, soon = Q(due_on__lt=on), Q(due_on__gte=on, due_on__lte=on + SOON)
    counts = {"late": Count("pk", filter=late), "soon": Count("pk", filter=soon)}
    access = AccessRequest.objects.filter(answer="").aggregate(**counts)
    failed = Count("pk", filter=Q(phase=Phase.FAILED))
    erasing = Erasure.objects.filter(phase__in=OPEN).aggregate(failed=failed, **counts)
    return DueRequests(
        late=access["late"] + erasing["late"],
        soon=access["soon"] + erasing["soon"],
        failed=erasing["failed"],
    )


def is_late(asked: Erasure, *, on: date) -> bool:
    """Whether it has not ended on the day by which it should have."""
    return asked.phase in OPEN and asked.due_on < on


def named_held(counts: Counts) -> list[tuple[str, int]]:
    """What is erased, for a page, with names in the reader's language."""
    return [(str(title), counts.get(kind, 0)) for kind, title in TITLES.items()]


def named_left(counts: Counts) -> list[tuple[str, int]]:
    """What stays, without what there is none of."""
    return [(str(title), counts[kind]) for kind, title in STAYING.items() if counts.get(kind)]


def staying(counts: Counts) -> list[tuple[str, int, str]]:
    """What stays, with why, without what there is none of."""
    left = [(kind, counts[kind]) for kind in STAYING if counts.get(kind)]
    return [(str(STAYING[kind]), n, str(WHY_STAYING[kind])) for kind, n in left]


def came_words(asked: Erasure) -> str:
    """How the request came; empty where nobody said."""
    return gettext(WORDS[Came(asked.came)]) if asked.came else ""


def known_words(asked: Erasure) -> str:
    """How it was made sure who asks; empty where it was not yet."""
    return gettext(WORDS[Known(asked.known)]) if asked.known else ""


def ground_words(ground: Ground | str) -> str:
    """A ground after its article."""
    found = Ground(ground)
    article = gettext("GDPR, Article %(article)s") % {"article": ARTICLES[found]}
    return f"{article}: {gettext(WORDS[found])}"


def register_rows() -> list[tuple[str, ...]]:
    """The register as a table that names nobody, with a head: neither the one who asks nor ours."""
    head = (
        gettext("Number"), gettext("Received"), gettext("Came"), gettext("Who asks, made sure by"),
        gettext("Answer by"), gettext("Extended"), gettext("State"), gettext("Article"),
        gettext("Ended"), gettext("In time"), gettext("Cases emptied"), gettext("Cases held"),
    )  # fmt: skip
    return [head, *(_row(one) for one in erasures())]


def _row(one: Erasure) -> tuple[str, ...]:
    yes, no = gettext("yes"), gettext("no")
    ended = day_of(one.ended_at) if one.ended_at else None
    in_time = (yes if ended <= one.due_on else no) if ended else ""
    return (
        str(one.public_id), one.received_on.isoformat(), came_words(one), known_words(one),
        one.due_on.isoformat(), yes if one.extended_why else no, one.get_phase_display(),
        ARTICLES[Ground(one.ground)] if one.ground else "", ended.isoformat() if ended else "",
        in_time, str(one.held.get("cases", "")), str(one.left.get("held", "")),
    )  # fmt: skip
