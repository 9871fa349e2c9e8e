"""Everything that can be done to what AI learns."""

from samspil.teaching.actions.anew import LEARN_ANEW, learn_anew
from samspil.teaching.actions.decided import leave_decisions_out, take_decisions
from samspil.teaching.actions.forgetting import Forgotten, forget_person
from samspil.teaching.actions.keeping import (
    Fresh,
    Kept,
    change_topic,
    keep_examples,
    masked,
    remove_examples,
    restore_examples,
)
from samspil.teaching.actions.learning import IN_FULL, ONCE, Plan
from samspil.teaching.actions.lessons import (
    TEACH,
    NoExamples,
    run_lesson,
    start,
    teach_again,
    teach_now,
)
from samspil.teaching.actions.looking import (
    discard_look,
    look_at_file,
    look_at_rows,
)
from samspil.teaching.actions.sweeping import (
    sweep_examples,
    sweep_looks,
    sweep_model_files,
    sweep_removed_examples,
)
from samspil.teaching.actions.trying import answer_trial
from samspil.teaching.actions.versions import BrokenVersion, use_version

__all__ = [
    "IN_FULL",
    "LEARN_ANEW",
    "ONCE",
    "TEACH",
    "BrokenVersion",
    "Forgotten",
    "Fresh",
    "Kept",
    "NoExamples",
    "Plan",
    "answer_trial",
    "change_topic",
    "discard_look",
    "forget_person",
    "keep_examples",
    "learn_anew",
    "leave_decisions_out",
    "look_at_file",
    "look_at_rows",
    "masked",
    "remove_examples",
    "restore_examples",
    "run_lesson",
    "start",
    "sweep_examples",
    "sweep_looks",
    "sweep_model_files",
    "sweep_removed_examples",
    "take_decisions",
    "teach_again",
    "teach_now",
    "use_version",
]
