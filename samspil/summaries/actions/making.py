"""Make a summary: read what it is of, choose what is said, and keep it with its places."""

from datetime import date, datetime

from django.db import transaction

from samspil.adapters.files import DamagedFile
from samspil.adapters.reading import Trouble, UnreadableDocument
from samspil.core.ai_act.built import Built
from samspil.governance.actions import mark_chosen
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Kind, Piece, Point, State, Summary
from samspil.summaries.queries.drafting import Drafted, NothingToSay, drafted
from samspil.summaries.queries.files import store
from samspil.summaries.queries.sources import source_of, source_of_file
from samspil.summaries.queries.wording import as_text
from samspil.uses.queries import check_may_begin

SKILL, VERSION = "summaries", "1"
AT_ONCE = 500


def make(summary_id: int, *, at: datetime) -> bool:
    """Make this summary if it still waits for it; returns whether it was made.

    Slow, so nothing is locked meanwhile; whoever is second changes nothing.
    """
    summary = Summary.objects.filter(pk=summary_id, state=State.WAITING).first()
    if summary is None:
        return False
    try:
        made = drafted(summary, source_of(summary))
    except DamagedFile:
        return _give_up(summary, Trouble.MISSING.value, {}, at=at)
    except UnreadableDocument as why:
        return _give_up(summary, why.trouble.value, why.values, at=at)
    except NothingToSay as why:
        return _give_up(summary, str(why), {}, at=at)
    return _keep(summary, made, at=at)


def make_at_once(
    name: str, content: bytes, *, met_on: date | None, at: datetime
) -> tuple[Summary, Drafted]:
    """A summary of a file that is not kept; only its fingerprints are.

    With `met_on` the file is the transcript of a meeting. Raises `NotAllowed` where AI may not
    begin with it, `UnreadableDocument` and `NothingToSay`.
    """
    kind = Kind.DOCUMENT if met_on is None else Kind.MEETING
    check_may_begin(Built.SUMMARIES if met_on is None else Built.MINUTES)
    source = source_of_file(name, content, kind=kind)
    summary = Summary(
        kind=kind, name=name, title=source.title or name, met_on=met_on, ordered_at=at,
        language=source.language, warnings=source.warnings,
    )  # fmt: skip
    made = drafted(summary, source)
    summary.read = made.read
    _mark(made, at=at)
    return summary, made


def _mark(made: Drafted, *, at: datetime) -> None:
    texts = as_text(made.points)
    mark_chosen(texts, source=made.source.text, skill=SKILL, version=VERSION, at=at)


@transaction.atomic
def _keep(summary: Summary, made: Drafted, *, at: datetime) -> bool:
    done = _move(
        summary, State.MADE, at=at, language=made.source.language, read=made.read,
        warnings=made.source.warnings, title=made.source.title or summary.title,
    )  # fmt: skip
    if not done:
        return False
    for piece in made.pieces:
        piece.summary = summary
    for point in made.points:
        point.summary = summary
    Piece.objects.bulk_create(made.pieces, batch_size=AT_ONCE)
    Point.objects.bulk_create(made.points, batch_size=AT_ONCE)
    _mark(made, at=at)
    note_summary(summary, "summary_made", by=None, at=at, points=len(made.points))
    _forget_file(summary)
    return True


@transaction.atomic
def _give_up(summary: Summary, trouble: str, told: dict[str, int | str], *, at: datetime) -> bool:
    if _move(summary, State.FAILED, at=at, trouble=trouble, trouble_facts=told):
        note_summary(summary, "summary_failed", by=None, at=at)
        _forget_file(summary)
    return False


def _forget_file(summary: Summary) -> None:
    """The file itself is needed no more once it was read."""
    if summary.document_id is None:
        Summary.objects.filter(pk=summary.pk).update(digest="")
        digest = summary.digest
        if not Summary.objects.filter(digest=digest, document__isnull=True).exists():
            transaction.on_commit(lambda: store().drop(digest))


def _move(summary: Summary, state: State, *, at: datetime, **changes: object) -> bool:
    """Whether it still waited."""
    waiting = Summary.objects.filter(pk=summary.pk, state=State.WAITING)
    return bool(waiting.update(state=state, made_at=at, **changes))
