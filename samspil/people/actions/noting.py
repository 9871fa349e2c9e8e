"""How what a colleague does is put down in the journal, whatever they do it to."""

from datetime import datetime

from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor


def note(
    event: str, kind: str, /, *subjects: object, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down one event on each of the subjects, which are ids of things of one kind.

    `by` is None for what Samspil does by itself, or somebody without a name. The facts hold no
    personal data.
    """
    who = actor(by) if by else SYSTEM
    record(
        [
            Happening(
                event=event,
                subject_kind=kind,
                subject=str(subject),
                actor=who.id,
                actor_kind=who.kind,
                facts=facts,
            )
            for subject in subjects
        ],
        at=at,
    )
