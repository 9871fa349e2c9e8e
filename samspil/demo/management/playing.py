"""Play the demonstration from its beginning, or from where an earlier run stopped."""

import time
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samspil.adapters import jobs
from samspil.demo import actions
from samspil.demo.management import home
from samspil.demo.management.progress import Bar
from samspil.demo.management.working import Worker, background_worker, wait_for
from samspil.demo.queries import (
    LINES,
    SMALL,
    WHOLE,
    Sizes,
    arrived_left,
    messages_after_noon,
    messages_until_noon,
    process_of,
    today_has_begun,
    waiting_today,
)
from samspil.tenancy.queries import current

ZONE = ZoneInfo("Europe/Copenhagen")
BEFORE = timedelta(days=7)
"""So long before the first message the company set itself up."""

Say = Callable[[str], None]


def begin(*, keep: bool, small: bool, say: Say) -> home.Mark:
    """Make a company, or find the one to go on with. The tables are brought up to date."""
    there = home.mark() if keep else None
    if there:
        say(_("Going on with the company that is here."))
        call_command("prepare", stdout=StringIO())
        return there
    if keep:
        say(_("There is nothing to go on with here yet: a new company is made."))
    if home.remove_old():
        say(_("Starting afresh: the company of the last demonstration was removed."))
    call_command("prepare", stdout=StringIO())
    return _found(sizes_of(small=small), small=small)


def sizes_of(*, small: bool) -> Sizes:
    """How much is shown."""
    return SMALL if small else WHOLE


@transaction.atomic
def _found(sizes: Sizes, *, small: bool) -> home.Mark:
    password = home.new_password()
    founded = actions.found_company(password=password, at=_founded_at(sizes))
    made = home.Mark(organisation=str(founded.public_id), password=password, small=small)
    home.leave_mark(made)
    return made


def _founded_at(sizes: Sizes) -> datetime:
    today = timezone.localtime(timezone.now(), ZONE).date()
    first = actions.working_days(sizes.days, before=today)[0]
    return datetime.combine(first, datetime.min.time(), ZONE) - BEFORE + timedelta(hours=9)


def play(*, sizes: Sizes, environment: Mapping[str, str]) -> float | None:
    """Do all that is not done yet; returns how many seconds AI took over today's messages.

    None where none were left for it. Runs for the company, which must be entered.
    """
    today = timezone.localtime(timezone.now(), ZoneInfo(current().time_zone)).date()
    with background_worker(environment) as worker:
        if not today_has_begun(sizes):
            _play_past(sizes, today=today)
        wait_for(jobs.waiting, worker=worker)
        took = _play_today(sizes, worker=worker)
        _let_people_decide(sizes)
        _play_afternoon(sizes, worker=worker)
        actions.keep_track(sizes=sizes, at=timezone.now())
        actions.disagree_with_ai(at=timezone.now())
        actions.bring_in_mailboxes(at=timezone.now())
        actions.hold_conversations(at=timezone.now())
        actions.say_in_short(at=timezone.now())
        actions.say_once_and_for_all(at=timezone.now())
        actions.ask_what_is_missing(at=timezone.now())
        actions.watch_the_drive(at=timezone.now())
        actions.ask_what_takes_time(at=timezone.now())
        actions.share_out_work(at=timezone.now())
        actions.fill_the_register(at=timezone.now())
        actions.ask_what_is_held(at=timezone.now())
        actions.ask_to_be_erased(at=timezone.now())
        actions.try_both_ways(at=timezone.now())
        actions.watch_over_ai(at=timezone.now())
        actions.bring_in_an_order_log(at=timezone.now())
        actions.try_out_initiatives(at=timezone.now())
        actions.compare_options(at=timezone.now())
        actions.roll_out(at=timezone.now())
        actions.hold_workshops(at=timezone.now())
        actions.say_where_we_stand(at=timezone.now())
        actions.plan_the_year(at=timezone.now())
        actions.draw_maps(at=timezone.now())
        _send_letters(worker)
        actions.change_the_drive(at=timezone.now())
        wait_for(jobs.waiting, worker=worker)
    return took


def _play_past(sizes: Sizes, *, today: date) -> None:
    with Bar(_("AI learns its first lessons"), total=len(LINES)) as bar:
        for number, line in enumerate(LINES, start=1):
            if not process_of(line).model_file:
                at = _founded_at(sizes) + timedelta(hours=1)
                actions.teach_first_lessons(line, sizes=sizes, at=at)
            bar(number)
    messages = actions.messages_of_the_weeks(sizes)
    with Bar(_("The past weeks (simulated people decide)"), total=messages) as bar:
        actions.live_through(sizes=sizes, today=today, progress=bar)
    with Bar(_("AI learns from what people decided"), total=len(LINES)) as bar:
        for number, line in enumerate(LINES, start=1):
            actions.learn_from_the_past(line, sizes=sizes, today=today)
            bar(number)
    actions.live_through_the_night(sizes=sizes, now=timezone.now(), today=today)


def _play_afternoon(sizes: Sizes, *, worker: Worker) -> None:
    """A person signs for what was proved until noon, if it was; then AI finishes some alone."""
    actions.sign_for_cards(at=timezone.now())
    messages = sum(len(messages_after_noon(line, sizes)) for line in LINES)
    with Bar(_("After noon: AI finishes what a person signed for"), total=messages) as bar:
        actions.bring_in_after_noon(sizes=sizes, progress=bar)
        wait_for(arrived_left, worker=worker, progress=lambda left: bar(messages - left))
        bar(messages)
    _let_people_decide(sizes)


def _play_today(sizes: Sizes, *, worker: Worker) -> float | None:
    messages = sum(len(messages_until_noon(line, sizes)) for line in LINES)
    began = time.monotonic()
    with Bar(_("Today: messages come in, AI looks at each"), total=messages) as bar:
        opened = actions.bring_in_today(
            sizes=sizes, progress=lambda opened: bar(max(0, opened - arrived_left()))
        )
        wait_for(arrived_left, worker=worker, progress=lambda left: bar(messages - left))
        bar(messages)
    return time.monotonic() - began if opened else None


def _let_people_decide(sizes: Sizes) -> None:
    waiting = len(waiting_today(sizes))
    with Bar(_("Simulated people decide most of them"), total=waiting) as bar:
        actions.decide_most(sizes=sizes, progress=bar)


def _send_letters(worker: Worker) -> None:
    letters = jobs.waiting()
    with Bar(_("Replies are written as letters"), total=letters) as bar:
        wait_for(jobs.waiting, worker=worker, progress=lambda left: bar(max(0, letters - left)))
