"""Read the vectors of cases, and the similar cases that were found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from samspil.core.embedding import Embedder, Vectors, unpacked
from samspil.core.knowledge.messages import said_in
from samspil.core.lifecycle import Stage
from samspil.core.likeness import MOST
from samspil.likeness.models import Similar, Vector
from samspil.people.models import Colleague
from samspil.work.models import Case, Decision, Process
from samspil.work.queries import visible

MOST_COMPARED = 20_000
"""The latest cases of a process; older ones are not compared, so that a job stays short."""
LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCase:
    """What was decided in a case like this one; `answer` is the first sentence of the reply."""

    public_id: UUID
    subject: str
    topic: str
    answer: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decided:
    """Decided cases of one process as rows that can be compared."""

    cases: Sequence[int]
    languages: Sequence[str]
    vectors: Vectors


def similar_cases(case: Case, *, topics: Mapping[str, str], reader: Colleague) -> list[EarlierCase]:
    """The decided cases nearest to this one that the reader may see, at most three, as found last.

    `topics` maps a topic's key to its name.
    """
    found = visible(Similar.objects.filter(case=case), to=reader, case="decision__case__")
    found = found.select_related("decision__case").order_by("place")
    return [
        EarlierCase(
            public_id=one.decision.case.public_id,
            subject=one.decision.case.subject,
            topic=topics.get(one.decision.topic, one.decision.topic.replace("_", " ")),
            answer=_first_said(one.decision.answer),
            closed_at=one.decision.case.closed_at,
        )
        for one in found
    ]


def known_vectors(keys: Collection[str], *, embedder: Embedder) -> dict[str, bytes]:
    """The stored vectors of texts that some case here had before, by their key."""
    rows = Vector.objects.filter(text_key__in=list(keys), embedder=embedder.name)
    return {key: bytes(numbers) for key, numbers in rows.values_list("text_key", "numbers")}


def decided(process: Process, *, embedder: Embedder) -> Decided:
    """The latest decided cases of a process."""
    mine = Decision.objects.filter(case=OuterRef("case"), round=OuterRef("case__round"))
    rows = list(
        Vector.objects.filter(process=process, embedder=embedder.name, case__stage=Stage.CLOSED)
        .filter(Exists(mine))
        .order_by("-pk")
        .values_list("case", "case__language", "numbers")[:MOST_COMPARED]
    )
    cases, languages, numbers = zip(*rows, strict=True) if rows else ((), (), ())
    return Decided(
        cases=cases,
        languages=languages,
        vectors=unpacked(numbers, dimension=embedder.dimension),
    )


def not_remembered(process: Process, *, embedder: Embedder) -> QuerySet[Case]:
    """The latest cases of the process that have no vector of this embedding, nor are emptied."""
    latest = Case.objects.filter(process=process).order_by("-pk").values("pk")[:MOST_COMPARED]
    has = Vector.objects.filter(case=OuterRef("pk"), embedder=embedder.name)
    missing = Case.objects.filter(~Exists(has), pk__in=latest, emptied__isnull=True)
    return missing.order_by("-pk")


def short_of_similar(process: Process) -> QuerySet[Case]:
    """The process's open cases, latest first, for which not yet three similar ones were found."""
    last = Similar.objects.filter(case=OuterRef("pk"), place=MOST)
    waiting = Case.objects.filter(process=process, stage__in=(Stage.WAITING, Stage.CLAIMED))
    return waiting.filter(~Exists(last)).order_by("-pk")


def decisions_in(cases: Collection[int]) -> dict[int, Decision]:
    """The decision that closed each of these cases last."""
    made = Decision.objects.filter(case__in=list(cases), round=F("case__round"))
    return {decision.case_id: decision for decision in made}


def _first_said(answer: str) -> str:
    """Its first sentence that is no greeting; its first line where there is none."""
    line = next(said_in(answer), answer.strip().partition("\n")[0].rstrip())
    return line if len(line) <= LINE else f"{line[: LINE - 1].rstrip()}…"
