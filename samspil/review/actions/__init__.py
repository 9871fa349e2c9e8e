"""What colleagues put on cases, do to many at once, take away, and keep as ways to list them."""

from samspil.review.actions.batches import (
    GRACE,
    RUN_BATCH,
    NotUndone,
    TooMany,
    do_to_many,
    run_batch,
    sweep_batches,
    undo_batch,
)
from samspil.review.actions.columns import choose_columns
from samspil.review.actions.exporting import (
    Export,
    TooLongForExcel,
    note_case_taken,
    note_list_printed,
    take_away,
)
from samspil.review.actions.filters import (
    FilterRefused,
    change_filter,
    move_filter,
    remove_filter,
    restore_filter,
    save_filter,
)
from samspil.review.actions.marking import (
    CannotBeTold,
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
    "CannotBeTold",
    "Export",
    "FilterRefused",
    "NoSuchTag",
    "NotUndone",
    "TooLongForExcel",
    "TooMany",
    "change_filter",
    "choose_columns",
    "do_to_many",
    "move_filter",
    "named_in",
    "note_case_taken",
    "note_list_printed",
    "remove_filter",
    "restore_filter",
    "run_batch",
    "save_filter",
    "see_mention",
    "sweep_batches",
    "tag",
    "tag_named",
    "take_away",
    "undo_batch",
    "untag",
    "write_note",
]
