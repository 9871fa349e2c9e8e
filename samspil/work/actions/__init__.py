"""Everything that can be done to processes and cases."""

from samspil.core.topics import TopicText
from samspil.skills.registry import starter_topics
from samspil.work.access import AlreadyJudged, DecidedBefore
from samspil.work.actions.arranging import (
    arrange,
    arrange_as_before,
    halt,
    let_wait,
    share_anew,
)
from samspil.work.actions.arriving import PROPOSE, Arrival, ArrivalFile, Opened, open_cases
from samspil.work.actions.attaching import SWEEP, RefusedFile, attach, most_bytes, sweep_files
from samspil.work.actions.autonomy import (
    NotProved,
    NotShared,
    Terms,
    change_terms,
    climb,
    lower,
    note_falls,
)
from samspil.work.actions.beginning import begin_for_pilot, begin_process, take_back_process
from samspil.work.actions.capacity import set_capacity
from samspil.work.actions.classing import FoundSpecial, class_case
from samspil.work.actions.closing import close_process, open_process
from samspil.work.actions.contesting import CannotContest, NoReasons, contest, decide_anew
from samspil.work.actions.deciding import (
    IdentityInReply,
    NeedsOutcome,
    NewMessage,
    NoTopic,
    Read,
    close_unanswered,
    decide,
)
from samspil.work.actions.delivering import DELIVER, deliver
from samspil.work.actions.emptying import empty_cases
from samspil.work.actions.enclosing import TooMuchEnclosed, enclose, leave_out
from samspil.work.actions.escalating import ESCALATE, escalate_due
from samspil.work.actions.filled import Filled
from samspil.work.actions.holding import (
    NoPerson,
    StaleCase,
    claim,
    claim_next,
    hand_over,
    release,
)
from samspil.work.actions.indexing import (
    BUILD,
    MERGE,
    ask_to_build,
    build_index,
    build_on,
    index_cases,
    merge_index,
)
from samspil.work.actions.judging import NotJudged, UnknownTopic, judge_first
from samspil.work.actions.looking_again import look_again
from samspil.work.actions.moving import NotHigher, move, raise_level
from samspil.work.actions.naming import NamesFeeling, NameTaken
from samspil.work.actions.noticing import see_notices, sweep_notices, tell
from samspil.work.actions.parting import CannotPart, merge, split, unmerge
from samspil.work.actions.planting import was_planted
from samspil.work.actions.pricing import MOVE_PRICES, move_prices
from samspil.work.actions.processes import (
    change_process,
    let_learn,
    lift_stop,
    make_process,
    set_topics,
    stop,
    use_model,
)
from samspil.work.actions.proposing import propose_and_route
from samspil.work.actions.reassigning import reassign
from samspil.work.actions.receiving import LOOK_AGAIN, Received, TakenIn, receive, take_in
from samspil.work.actions.restoring import Place, last_moved, lock_unmoved, place_of, put_back
from samspil.work.actions.sampling import begin_sample, remove_sample
from samspil.work.actions.snoozing import NotInFuture, snooze, wake
from samspil.work.actions.taking_over import take_over
from samspil.work.actions.tallying import (
    FOLD,
    count_tallies_anew,
    fold_tallies,
    keep_tallies,
    loosen_guards,
)
from samspil.work.actions.timing import (
    PlannedStep,
    drop_hours,
    make_usual_steps,
    remove_step,
    set_hours,
    set_step,
    use_usual_steps,
)
from samspil.work.actions.topics import (
    MOST_TO_UNDO,
    TakenAway,
    add_topic,
    bring_back_topic,
    bring_topics,
    change_topic,
    merge_topic,
    remove_topic,
)
from samspil.work.actions.undoing import reopen_unanswered, take_back
from samspil.work.actions.unlearning import leave_unlearned
from samspil.work.actions.verdicts import AnswerLapsed
from samspil.work.actions.warming import WARM_UP, ask_to_warm_up, warm_up
from samspil.work.actions.wishing import ask_for_person, withdraw
from samspil.work.queries.wording import as_draft

__all__ = [
    "BUILD",
    "DELIVER",
    "ESCALATE",
    "FOLD",
    "LOOK_AGAIN",
    "MERGE",
    "MOST_TO_UNDO",
    "MOVE_PRICES",
    "PROPOSE",
    "SWEEP",
    "WARM_UP",
    "AlreadyJudged",
    "AnswerLapsed",
    "Arrival",
    "ArrivalFile",
    "CannotContest",
    "CannotPart",
    "DecidedBefore",
    "Filled",
    "FoundSpecial",
    "IdentityInReply",
    "NameTaken",
    "NamesFeeling",
    "NeedsOutcome",
    "NewMessage",
    "NoPerson",
    "NoReasons",
    "NoTopic",
    "NotHigher",
    "NotInFuture",
    "NotJudged",
    "NotProved",
    "NotShared",
    "Opened",
    "Place",
    "PlannedStep",
    "Read",
    "Received",
    "RefusedFile",
    "StaleCase",
    "TakenAway",
    "TakenIn",
    "Terms",
    "TooMuchEnclosed",
    "TopicText",
    "UnknownTopic",
    "add_topic",
    "arrange",
    "arrange_as_before",
    "as_draft",
    "ask_for_person",
    "ask_to_build",
    "ask_to_warm_up",
    "attach",
    "begin_for_pilot",
    "begin_process",
    "begin_sample",
    "bring_back_topic",
    "bring_topics",
    "build_index",
    "build_on",
    "change_process",
    "change_terms",
    "change_topic",
    "claim",
    "claim_next",
    "class_case",
    "climb",
    "close_process",
    "close_unanswered",
    "contest",
    "count_tallies_anew",
    "decide",
    "decide_anew",
    "deliver",
    "drop_hours",
    "empty_cases",
    "enclose",
    "escalate_due",
    "fold_tallies",
    "halt",
    "hand_over",
    "index_cases",
    "judge_first",
    "keep_tallies",
    "last_moved",
    "leave_out",
    "leave_unlearned",
    "let_learn",
    "let_wait",
    "lift_stop",
    "lock_unmoved",
    "look_again",
    "loosen_guards",
    "lower",
    "make_process",
    "make_usual_steps",
    "merge",
    "merge_index",
    "merge_topic",
    "most_bytes",
    "move",
    "move_prices",
    "note_falls",
    "open_cases",
    "open_process",
    "place_of",
    "propose_and_route",
    "put_back",
    "raise_level",
    "reassign",
    "receive",
    "release",
    "remove_sample",
    "remove_step",
    "remove_topic",
    "reopen_unanswered",
    "see_notices",
    "set_capacity",
    "set_hours",
    "set_step",
    "set_topics",
    "share_anew",
    "snooze",
    "split",
    "starter_topics",
    "stop",
    "sweep_files",
    "sweep_notices",
    "take_back",
    "take_back_process",
    "take_in",
    "take_over",
    "tell",
    "unmerge",
    "use_model",
    "use_usual_steps",
    "wake",
    "warm_up",
    "was_planted",
    "withdraw",
]
