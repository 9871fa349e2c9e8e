"""Find cases by all that is written in them, the best first."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from samspil.core.excerpts import Stretch, excerpt, stretches
from samspil.core.lifecycle import Stage
from samspil.core.search_query import Field, SearchQuery, Status, Term, marked
from samspil.people.models import Colleague
from samspil.people.queries import midnight
from samspil.review.models import CaseTag, Tag
from samspil.review.queries.naming import Known
from samspil.review.queries.ranking import place_of, ranked, said
from samspil.work.models import Case, Message, Process, Topic
from samspil.work.queries import (
    HIGHEST,
    MOST_RANKED,
    FoundCases,
    cases_among,
    cases_with,
    seen_by,
    sight_of,
    topic_name,
)

PAGE = 20
DAY = timedelta(days=1)
LATEST = 500
FEW = 1_000
"""So many cases with a tag are read one by one."""
STAGES = {
    Status.OPEN: (Stage.ARRIVED, Stage.WAITING, Stage.CLAIMED),
    Status.WAITING: (Stage.WAITING,),
    Status.CLOSED: (Stage.CLOSED,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What else must hold of a case; empty fields do not narrow. `mine` is who asks."""

    process: str = ""
    status: str = ""
    route: str = ""
    mine: str = ""
    since: date | None = None
    until: date | None = None
    language: str = ""
    tag: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows, as an address says it."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: str(value) for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A case found, with what it was found by."""

    case: Case
    subject: Sequence[Stretch]
    excerpt: Sequence[Stretch]

    @property
    def says_more(self) -> bool:
        """Whether the passage holds anything that the subject does not."""
        passage = "".join(part.text for part in self.excerpt)
        return " ".join(passage.split()) != self.case.subject

    @property
    def number(self) -> str:
        """The sender's own number for it; empty where they gave none."""
        given = self.case.external_id
        return "" if given == str(self.case.public_id) else given


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page. `total` is of the cases that were ranked; `more` is whether there are others.

    `next` is where the next page begins, empty at the end.
    """

    rows: Sequence[Hit] = ()
    total: int = 0
    more: bool = False
    next: str = ""


def search(
    asked: SearchQuery,
    narrowing: Narrowing,
    *,
    reader: Colleague,
    known: Known,
    after: str = "",
    size: int = PAGE,
) -> Hits:
    """Cases that hold all the words, of those this reader may see.

    The latest come first, and where the words stand in a prominent place a case counts as 90 days
    later. Raises `BadPlace` where `after` is not what a page gave.
    """
    if asked.empty and not narrowing.chosen:
        return Hits()
    place = place_of(after)
    found = _found(asked, narrowing, reader=reader, known=known)
    cases = ranked(found, place, reader=reader, size=size)
    return Hits(
        rows=_shown([case for case, _end in cases[:size]], asked),
        total=len(found.cases),
        more=found.more,
        next=said(cases[size - 1][1]) if len(cases) > size else "",
    )


def named(topics: Sequence[Topic], words: str) -> list[Topic]:
    """The topics whose name holds these words."""
    folded = words.casefold()
    return [topic for topic in topics if folded and folded in topic_name(topic).casefold()]


def _found(
    asked: SearchQuery, narrowing: Narrowing, *, reader: Colleague, known: Known
) -> FoundCases:
    if not asked.wanted:
        return _latest(_condition(asked, narrowing, reader=reader, topics=known.topics), reader)
    everywhere = not (narrowing.process or narrowing.tag)
    few = _few(narrowing.tag)
    if few is not None:
        narrowing = replace(narrowing, tag="")
    asked, narrowing = _within(asked, narrowing, known)
    condition = _condition(asked, narrowing, reader=reader, topics=known.topics)
    if few is None:
        found = cases_with(asked, highest=_highest(narrowing, reader))
    else:
        found = cases_among(asked, few)
    if everywhere:
        found = _with_topic(found, named(known.topics, asked.typed), reader)
    if condition is None and not sight_of(reader).hidden:
        return found
    seen = seen_by(reader, of=Case.objects.among(found.cases)).filter(condition or Q())
    kept = set(seen.values_list("pk", flat=True))
    return replace(found, cases=[pk for pk in found.cases if pk in kept])


def _within(
    asked: SearchQuery, narrowing: Narrowing, known: Known
) -> tuple[SearchQuery, Narrowing]:
    """Process and tag stand in the index, so that a choice of them reaches to the oldest cases."""
    marks = [
        *(
            marked(str(one.pk), Field.PROCESS)
            for one in known.processes
            if _is(one, narrowing.process)
        ),
        *(marked(one.name, Field.TAG) for one in known.tags if _is(one, narrowing.tag)),
    ]
    further = (Term(rows=((mark,),)) for mark in marks)
    return replace(asked, wanted=(*asked.wanted, *further)), replace(narrowing, process="", tag="")


def _is(one: Process | Tag, public_id: str) -> bool:
    return str(one.public_id) == public_id


def _highest(narrowing: Narrowing, reader: Colleague) -> int:
    """No case that came until the last day has a higher number, or hardly one."""
    if narrowing.until is None:
        return HIGHEST
    before = seen_by(reader).filter(
        opened_at__lt=midnight(narrowing.until + DAY, reader.organisation)
    )
    numbers = before.order_by("-opened_at", "pk").values_list("pk", flat=True)
    return max(numbers[:LATEST], default=0)


def _latest(condition: Q | None, reader: Colleague) -> FoundCases:
    """Nothing was typed that stands in a case: the latest that fulfil the other conditions."""
    rows = seen_by(reader).filter(condition or Q()).order_by("-pk").values_list("pk", flat=True)
    latest = list(rows[: MOST_RANKED + 1])
    return FoundCases(cases=latest[:MOST_RANKED], more=len(latest) > MOST_RANKED)


def _with_topic(found: FoundCases, topics: Sequence[Topic], reader: Colleague) -> FoundCases:
    """What was typed may also be the name of a topic: its cases are found as well."""
    if not topics:
        return found
    keys = {topic.key for topic in topics}
    rows = seen_by(reader).filter(topic__in=keys).order_by("-pk").values_list("pk", flat=True)
    latest = list(rows[: MOST_RANKED + 1])
    cases = sorted({*found.cases, *latest}, reverse=True)
    return FoundCases(
        cases=cases[:MOST_RANKED],
        heads=found.heads.union(latest),
        more=found.more or len(cases) > MOST_RANKED,
    )


def _condition(
    asked: SearchQuery, narrowing: Narrowing, *, reader: Colleague, topics: Sequence[Topic]
) -> Q | None:
    """Everything that must hold beside the words; None: nothing."""
    status = asked.status or (Status(narrowing.status) if narrowing.status else None)
    parts = [
        *([Q(stage__in=STAGES[status])] if status else []),
        *(Q(topic__in={topic.key for topic in named(topics, name)}) for name in asked.topics),
        *([Q(process__public_id=narrowing.process)] if narrowing.process else []),
        *([Q(route=narrowing.route)] if narrowing.route else []),
        *([Q(claimed_by=reader)] if narrowing.mine else []),
        *([Q(language=narrowing.language)] if narrowing.language else []),
        *(
            [Q(opened_at__gte=midnight(narrowing.since, reader.organisation))]
            if narrowing.since
            else []
        ),
        *(
            [Q(opened_at__lt=midnight(narrowing.until + DAY, reader.organisation))]
            if narrowing.until
            else []
        ),
        *([Q(pk__in=_wearing(narrowing.tag))] if narrowing.tag else []),
    ]
    whole = Q()
    for part in parts:
        whole &= part
    return whole if parts else None


def _wearing(tag: str) -> "QuerySet[CaseTag, int]":
    return CaseTag.objects.filter(tag__public_id=tag).values_list("case", flat=True)


def _few(tag: str) -> list[int] | None:
    """The cases with the tag that was chosen; None where they are many, or none was chosen."""
    few = list(_wearing(tag)[: FEW + 1]) if tag else None
    return few if few is not None and len(few) <= FEW else None


def _shown(cases: Sequence[Case], asked: SearchQuery) -> list[Hit]:
    texts: dict[int, list[str]] = {}
    rows = Message.objects.filter(case__in=[case.pk for case in cases]).order_by("at", "pk")
    for pk, text in rows.values_list("case", "text"):
        texts.setdefault(pk, []).append(text)
    return [
        Hit(
            case=case,
            subject=stretches(case.subject, asked),
            excerpt=excerpt(texts.get(case.pk, []), asked),
        )
        for case in cases
    ]
