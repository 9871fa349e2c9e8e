"""Look at labelled examples before anybody learns from them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.utils.translation import get_language, ngettext

from samspil.core.examples import Labelled, Look, look
from samspil.inbox.queries import RowError, UnreadableFile, open_file, read_examples
from samspil.people.models import Colleague
from samspil.skills.triage.language import language_of
from samspil.teaching.access import check_may_teach
from samspil.teaching.actions.keeping import masked
from samspil.teaching.models import Lesson, Stage
from samspil.teaching.queries.examples import kept_topics, starter_helps, topic_keys
from samspil.work.models import Process

LONGEST_NAME = 200
MOST_EXAMPLES = 20_000
ERRORS_KEPT = 100
SHOWN = 20
SAMPLED = 300
"""Of so many texts the language is told in a look; that of all takes too long to wait for."""


def look_at_file(
    path: Path,
    *,
    name: str,
    process: Process,
    by: Colleague | None,
    at: datetime,
    next_url: str = "",
) -> Lesson:
    """Read a file and keep what it teaches, masked, for a day; raises `UnreadableFile`."""
    with open_file(path) as stream:
        found = list(islice(read_examples(stream, name=name), MOST_EXAMPLES + 1))
    if len(found) > MOST_EXAMPLES:
        sentence = ngettext(
            "The file has more than %(n)d row: divide it.",
            "The file has more than %(n)d rows: divide it.",
            MOST_EXAMPLES,
        )
        raise UnreadableFile(sentence % {"n": MOST_EXAMPLES})
    return look_at_rows(found, name=name, process=process, by=by, at=at, next_url=next_url)


@transaction.atomic
def look_at_rows(
    rows: Sequence[Labelled | RowError],
    *,
    name: str,
    process: Process,
    by: Colleague | None,
    at: datetime,
    next_url: str = "",
) -> Lesson:
    """Keep what these rows teach, masked, for a day; `by` is None on the command line only."""
    if by is not None:
        check_may_teach(by)
    examples, found = masked(row for row in rows if isinstance(row, Labelled))
    errors = [row for row in rows if isinstance(row, RowError)]
    seen = look(examples, names=topic_keys(process), kept=kept_topics(process))
    told = {"rows": len(rows), "wrong": len(errors), "masked": found, **_told(seen)}
    return Lesson.objects.create(
        process=process,
        by=by,
        file_name=name[-LONGEST_NAME:],
        language=(get_language() or "en")[:2],
        rows=[[one.text, one.topic] for one in seen.taken],
        look=told,
        errors=[asdict(error) for error in errors[:ERRORS_KEPT]],
        with_starter=starter_helps(process, seen.topics),
        next_url=next_url,
        looked_at=at,
    )


@transaction.atomic
def discard_look(lesson: Lesson, *, by: Colleague) -> bool:
    """Forget what was looked at; a lesson that was started stays (False)."""
    check_may_teach(by)
    return bool(Lesson.objects.filter(pk=lesson.pk, stage=Stage.LOOKED).delete()[0])


def _told(seen: Look) -> dict[str, object]:
    return {
        "taken": len(seen.taken),
        "repeated": seen.repeated,
        "contradicting": len(seen.contradictions),
        "contradictions": [
            [one.text[:300], list(one.topics)] for one in seen.contradictions[:SHOWN]
        ],
        "known": seen.known,
        "changed": seen.changed,
        "topics": dict(Counter(one.topic for one in seen.taken)),
        "after": dict(seen.topics),
        "new": list(seen.new),
        "near": [list(pair) for pair in seen.near],
        "few": seen.few,
        "languages": _languages([one.text for one in seen.taken]),
        "sampled": min(SAMPLED, len(seen.taken)),
    }


def _languages(texts: Sequence[str]) -> dict[str, int]:
    """How many of a sample are in which language; none of ours is counted as empty."""
    step = max(1, len(texts) // SAMPLED)
    return dict(Counter(language_of(text) or "" for text in _every(texts, step)).most_common())


def _every(texts: Sequence[str], step: int) -> Iterable[str]:
    return islice(texts, 0, SAMPLED * step, step)
