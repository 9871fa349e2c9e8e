"""Find cases by their words. The index is made by triggers; its words are `core.words`'."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Concat

from samspil.core.case_words import VERSION
from samspil.core.search_query import HEAD, Field, SearchQuery, Term
from samspil.tenancy.queries import current_id
from samspil.work.models import Case, CaseWords

MOST_RANKED = 3_000
"""Cases that a search looks at, the latest first; of more it says that there are more.

150 pages, more than anybody leafs through: to gather 10,000 took half of a search's time.
"""

FIELD_MARKS = frozenset(Field)
HIGHEST = 2**62

SQLITE = """
WITH RECURSIVE block (number, ids, before) AS (
    SELECT (min(coalesce((SELECT max(id) FROM work_case), 0), %s) >> 13) + 1, '[]', 0
    UNION ALL SELECT number - 1, (
        SELECT json_group_array(rowid) FROM work_words
        WHERE work_words MATCH replace(%s, '~', %s || '.' || (number - 1))
    ), before + json_array_length(ids)
    FROM block WHERE number > 0 AND before + json_array_length(ids) < %s
)
SELECT ids, (
    SELECT json_group_array(rowid) FROM work_words
    WHERE work_words MATCH replace(%s, '~', %s || '.' || number)
) FROM block WHERE ids <> '[]'
"""
"""The cases of whole blocks, the latest block first, until they are enough; and, of those blocks
alone, those in which the words stand prominently."""
POSTGRESQL = """
WITH latest (id) AS MATERIALIZED (SELECT work_found(%s, %s, %s, 0))
SELECT
    (SELECT coalesce(json_agg(id), '[]')::text FROM latest),
    (SELECT coalesce(json_agg(id), '[]')::text FROM work_found(
        %s, %s, %s, coalesce((SELECT min(id) FROM latest), %s)
    ) AS heads (id))
"""
"""Both give all keys as one value, which is read several times as fast as a row for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCases:
    """Cases by primary key, latest first; those of `heads` hold the words in a prominent place.

    `more` is whether there are others beyond the latest ones.
    """

    cases: Sequence[int] = ()
    heads: frozenset[int] = field(default_factory=frozenset)
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The index is being built: so many cases of all of them are in it."""

    done: int
    total: int


def cases_with(query: SearchQuery, *, highest: int = HIGHEST) -> FoundCases:
    """The latest cases that hold all of the words, in one statement; none where no word is wanted.

    Looks at those up to the block that this primary key is in. Status and topics are for the caller
    to narrow by.
    """
    if not query.wanted:
        return FoundCases()
    language = _Fts5 if connection.vendor == "sqlite" else _TsQuery
    everywhere = _asked(query.wanted, query.unwanted, language, mark="")
    prominent = _asked(query.wanted, query.unwanted, language, mark=HEAD)
    ask = _sqlite if connection.vendor == "sqlite" else _postgresql
    statement, values = ask(everywhere, prominent, highest)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    latest = sorted((pk for found, _heads in rows for pk in json.loads(found)), reverse=True)
    return FoundCases(
        cases=latest[:MOST_RANKED],
        heads=frozenset(pk for _found, heads in rows for pk in json.loads(heads)),
        more=len(latest) > MOST_RANKED,
    )


def cases_among(query: SearchQuery, cases: Sequence[int]) -> FoundCases:
    """Those of a few cases, by primary key, that hold all of the words, latest first.

    Reads the words of each case: a thousand are read sooner than a common word is followed through
    the whole index.
    """
    if not query.wanted:
        return FoundCases()
    whole = Concat("words", Value(" "), output_field=TextField())
    head = ExpressionWrapper(_held(query, mark=HEAD), output_field=BooleanField())
    kept = CaseWords.objects.among(cases).annotate(whole=whole)
    found = kept.filter(_held(query, mark="")).annotate(head=head)
    rows = list(found.order_by("-pk").values_list("pk", "head"))
    return FoundCases(
        cases=[pk for pk, _head in rows], heads=frozenset(pk for pk, head in rows if head)
    )


def not_indexed(*, after: UUID | None = None) -> QuerySet[Case]:
    """Cases that the search does not know, latest first, from behind this one."""
    known = CaseWords.objects.filter(case=OuterRef("pk"), version=VERSION)
    return cases_after(after=after).filter(~Exists(known))


def cases_after(*, after: UUID | None = None) -> QuerySet[Case]:
    """All cases, latest first, from behind this one."""
    cases = Case.objects.order_by("-opened_at", "pk")
    last = Case.objects.filter(public_id=after).first() if after else None
    if last is None:
        return cases
    return cases.filter(
        Q(opened_at__lt=last.opened_at) | Q(opened_at=last.opened_at, pk__gt=last.pk)
    )


def index_is_whole() -> bool:
    """Whether the search knows every case.

    The index is built from the latest case to the oldest, so that it is whole once it holds that.
    """
    known = CaseWords.objects.filter(case=OuterRef("pk"), version=VERSION)
    oldest = Case.objects.order_by("opened_at", "-pk").annotate(known=Exists(known))
    return oldest.values_list("known", flat=True).first() is not False


def index_behind() -> Behind | None:
    """How far the index is; None where it is whole, which one statement tells."""
    if index_is_whole():
        return None
    done = CaseWords.objects.filter(version=VERSION).count()
    return Behind(done=done, total=Case.objects.count())


class _Fts5:
    both, either, without = " AND ", " OR ", " NOT "

    @staticmethod
    def row(words: Iterable[str]) -> str:
        return '"' + " ".join(f"~.{word}" for word in words) + '"'

    @staticmethod
    def beginning(word: str) -> str:
        return f'"~.{word}"*'


class _TsQuery:
    both, either, without = " & ", " | ", " & !"

    @staticmethod
    def row(words: Iterable[str]) -> str:
        return "(" + " <-> ".join(f"'~.{word}'" for word in words) + ")"

    @staticmethod
    def beginning(word: str) -> str:
        return f"'~.{word}':*"


Language = type[_Fts5] | type[_TsQuery]


def _asked(
    wanted: Sequence[Term], unwanted: Sequence[Term], language: Language, *, mark: str
) -> str:
    """The question in the database's own language; words hold no sign that means anything in it."""
    asked = "(" + language.both.join(_any(term, language, mark=mark) for term in wanted) + ")"
    return asked + "".join(language.without + _any(term, language, mark="") for term in unwanted)


def _any(term: Term, language: Language, *, mark: str) -> str:
    rows = [
        language.row(_placed(word, mark) for word in row)
        for row in term.rows
        if not (len(row) == 1 and row[0].startswith(tuple(term.beginnings)))
    ]
    begun = [language.beginning(_placed(word, mark)) for word in term.beginnings]
    return "(" + language.either.join([*rows, *begun]) + ")"


def _held(query: SearchQuery, *, mark: str) -> Q:
    """What holds of the words of a case, each between blanks, that is found."""
    found = Q()
    for term in query.wanted:
        found &= _held_any(term, mark=mark)
    for term in query.unwanted:
        found &= ~_held_any(term, mark="")
    return found


def _held_any(term: Term, *, mark: str) -> Q:
    found = Q()
    for row in term.rows:
        found |= Q(whole__contains=f" {' '.join(_placed(word, mark) for word in row)} ")
    for word in term.beginnings:
        found |= Q(whole__contains=f" {_placed(word, mark)}")
    return found


def _placed(word: str, mark: str) -> str:
    """A word of a field is marked as such already."""
    return word if word[:2] in FIELD_MARKS else mark + word


def _sqlite(everywhere: str, prominent: str, highest: int) -> tuple[str, list[str | int]]:
    ours = str(current_id())
    return SQLITE, [highest, everywhere, ours, MOST_RANKED + 1, prominent, ours]


def _postgresql(everywhere: str, prominent: str, highest: int) -> tuple[str, list[str | int]]:
    most = MOST_RANKED + 1
    return POSTGRESQL, [everywhere, most, highest, prominent, most, highest, HIGHEST]
