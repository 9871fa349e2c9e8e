"""The kept examples as a table: found, filtered, paged and taken away."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from samspil.core.retention.categories import Category
from samspil.governance.queries import kept_for
from samspil.teaching.models import Example
from samspil.teaching.queries.examples import PAGE, kept, names_of
from samspil.work.models import Process

EXPORT_STEP = 1_000
HEAD = ("text", "topic", "language", "source", "added", "keep_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which examples to show; what is empty does not narrow them. `before` is a row's key."""

    words: str = ""
    topic: str = ""
    language: str = ""
    source: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePage:
    """One page, newest first, with what topics are called; `before` is where the next goes on."""

    rows: list[tuple[Example, str]]
    before: int | None


def example_page(process: Process, wanted: Wanted) -> ExamplePage:
    """The kept examples that are wanted."""
    found = list(_wanted(process, wanted).select_related("added_by", "case")[: PAGE + 1])
    names = names_of(process)
    shown = found[:PAGE]
    return ExamplePage(
        rows=[(one, names.get(one.topic, one.topic)) for one in shown],
        before=shown[-1].pk if len(found) > PAGE else None,
    )


def example_lines(process: Process, wanted: Wanted) -> Iterator[tuple[str, ...]]:
    """The wanted examples as lines of a table, the head first; readable by a lesson again."""
    yield HEAD
    time = kept_for(Category.EXAMPLES)
    before = wanted.before
    while True:
        step = Wanted(
            words=wanted.words,
            topic=wanted.topic,
            language=wanted.language,
            source=wanted.source,
            before=before,
        )
        rows = list(_wanted(process, step)[:EXPORT_STEP])
        for one in rows:
            days = one.added_at.date().isoformat(), (one.added_at + time).date().isoformat()
            yield (one.text, one.topic, one.language, one.source, *days)
        if len(rows) < EXPORT_STEP:
            return
        before = rows[-1].pk


def _wanted(process: Process, wanted: Wanted) -> QuerySet[Example]:
    found = kept(process).order_by("-pk")
    if wanted.words:
        found = found.filter(text__icontains=wanted.words)
    if wanted.topic:
        found = found.filter(topic=wanted.topic)
    if wanted.language:
        found = found.filter(language="" if wanted.language == "other" else wanted.language)
    if wanted.source:
        found = found.filter(source=wanted.source)
    if wanted.before is not None:
        found = found.filter(pk__lt=wanted.before)
    return found
