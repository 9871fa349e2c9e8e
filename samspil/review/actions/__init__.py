"""What colleagues put on cases, do to many at once, take away, and keep as ways to list them."""

from samspil.review.actions.batches import (
    GRACE,
    RUN_BATCH,
    NotUndone,
    TooMany,
    do_to_many,
    run_batch,
    undo_batch,
)
from samspil.review.actions.columns import choose_columns
from samspil.review.actions.exporting import Export, TooLongForExcel, note_case_taken, take_away
from samspil.review.actions.marking import (
    NoSuchTag,
    named_in,
    see_mention,
    tag,
    tag_named,
    untag,
    write_note,
)

__all__ = [
    "GRACE",
    "RUN_BATCH",
    "Export",
    "NoSuchTag",
    "NotUndone",
    "TooLongForExcel",
    "TooMany",
    "choose_columns",
    "do_to_many",
    "named_in",
    "note_case_taken",
    "run_batch",
    "see_mention",
    "tag",
    "tag_named",
    "take_away",
    "undo_batch",
    "untag",
    "write_note",
]
