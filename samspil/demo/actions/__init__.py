"""Everything the demonstration does: found a company, live through weeks, work through today."""

from samspil.demo.actions.access import ask_to_be_erased, ask_what_is_held
from samspil.demo.actions.asking_time import ask_what_takes_time
from samspil.demo.actions.budgeting import plan_the_year
from samspil.demo.actions.chats import hold_conversations
from samspil.demo.actions.comparing import compare_options
from samspil.demo.actions.disagreeing import disagree_with_ai
from samspil.demo.actions.drive import change_the_drive, watch_the_drive
from samspil.demo.actions.founding import found_company, teach_first_lessons
from samspil.demo.actions.gaps import ask_what_is_missing
from samspil.demo.actions.initiatives import try_out_initiatives
from samspil.demo.actions.keeping_track import keep_track
from samspil.demo.actions.logs import bring_in_an_order_log
from samspil.demo.actions.mailbox import bring_in_mailboxes
from samspil.demo.actions.mapping import draw_maps
from samspil.demo.actions.past import (
    learn_from_the_past,
    live_through,
    live_through_the_night,
    messages_of_the_weeks,
    working_days,
)
from samspil.demo.actions.readiness import say_where_we_stand
from samspil.demo.actions.rolling_out import roll_out
from samspil.demo.actions.saying import say_in_short
from samspil.demo.actions.sharing_out import share_out_work
from samspil.demo.actions.signing import sign_for_cards
from samspil.demo.actions.standards import say_once_and_for_all
from samspil.demo.actions.today import bring_in_after_noon, bring_in_today, decide_most
from samspil.demo.actions.tools import fill_the_register
from samspil.demo.actions.trusting import watch_over_ai
from samspil.demo.actions.two_ways import try_both_ways
from samspil.demo.actions.workshops import hold_workshops

__all__ = [
    "ask_to_be_erased",
    "ask_what_is_held",
    "ask_what_is_missing",
    "ask_what_takes_time",
    "bring_in_after_noon",
    "bring_in_an_order_log",
    "bring_in_mailboxes",
    "bring_in_today",
    "change_the_drive",
    "compare_options",
    "decide_most",
    "disagree_with_ai",
    "draw_maps",
    "fill_the_register",
    "found_company",
    "hold_conversations",
    "hold_workshops",
    "keep_track",
    "learn_from_the_past",
    "live_through",
    "live_through_the_night",
    "messages_of_the_weeks",
    "plan_the_year",
    "roll_out",
    "say_in_short",
    "say_once_and_for_all",
    "say_where_we_stand",
    "share_out_work",
    "sign_for_cards",
    "teach_first_lessons",
    "try_both_ways",
    "try_out_initiatives",
    "watch_over_ai",
    "watch_the_drive",
    "working_days",
]
