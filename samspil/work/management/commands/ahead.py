"""`samspil ahead`: the coming two weeks of a process, and what would be if."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.core.evidence.simulating import Estimate, Picture
from samspil.tenancy import actions as tenancy
from samspil.web.words import between, in_hundred
from samspil.work.forms.ahead import SupposeForm
from samspil.work.queries.ahead import Ahead, Now, Supposed, TooManyIll, ahead_of, now_of
from samspil.work.queries.ahead.price_words import moved_words, price_words
from samspil.work.queries.ahead.words import back_words, day_name, outlook_words, short_day
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process
from samspil.work.queries.processes import skill_of

HELP = {
    "wrong": "at most so many of 100 that AI finishes are wrong: 1, 2, 5, 10; 0: it finishes none",
    "ill": "so many people are ill all the time",
    "arrivals": "so many percent more cases come; fewer below 0",
    "checked": "people check so many of 100 cases that AI finishes",
}


class Command(BaseCommand):
    help = "Say what lies ahead of a process, and what would be if."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)
        for name, words in HELP.items():
            parser.add_argument(f"--{name}", type=int, help=words)

    def handle(self, *_: Any, organisation: str, process: str, **given: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            found = chosen_process(process)
            supposed = _supposed(
                {name: str(given[name]) for name in HELP if given[name] is not None},
                now=now_of(found, version=skill_of(found).version),
            )
            try:
                told = ahead_of(found, supposed=supposed, at=timezone.now())
            except TooManyIll as why:
                raise CommandError(str(why)) from why
            self._tell(told)

    def _tell(self, told: Ahead) -> None:
        known = told.known
        self.stdout.write(
            f"{known.arrivals} cases of {known.days} days, {known.timed} timed, "
            f"{known.verified} verified; {told.waiting} are open."
        )
        if told.price:
            said = (price_words(told.price, told.capacity), moved_words(told.price))
            self.stdout.write(" ".join(one for one in said if one))
        if told.today is None:
            self.stdout.write(
                f"Too little is known: {told.days_missing} more days and "
                f"{told.timed_missing} more timed cases are missing."
            )
            return
        if told.back:
            self.stdout.write(back_words(told.back))
        for name, picture in (("As it is", told.today), ("What if", told.then)):
            if picture:
                self.stdout.write(f"{name}: {outlook_words(picture.outlook)}")
                self._figures(picture)
        self._next(told)

    def _next(self, told: Ahead) -> None:
        """What people get to next."""
        if told.work and told.work_day:
            self.stdout.write(
                f"On {day_name(told.work_day)} people get to {told.work.fits} open cases; "
                f"{told.work.waits} wait, {told.work.below} are not worth a look at present."
            )

    def _figures(self, picture: Picture) -> None:
        alone = picture.alone
        if alone.high:
            self.stdout.write(
                f"  AI finishes {in_hundred(alone.value)} ({between(alone.low, alone.high)}); "
                f"wrong of those: {_figure(picture.errors)}; "
                f"minutes saved: {_figure(picture.saved)}."
            )
        for day, hours in zip(picture.queue, picture.wish.coming.hours, strict=True):
            waiting = Estimate(value=day.waiting.middle, low=day.waiting.low, high=day.waiting.high)
            self.stdout.write(
                f"  {short_day(date.fromordinal(day.day)):>6}  {hours:5.1f} hours  "
                f"{_figure(waiting)} wait, {day.late.middle:.0f} late"
            )


def _supposed(given: dict[str, str], *, now: Now) -> Supposed | None:
    """What is supposed; raises `CommandError` where that cannot be."""
    form = SupposeForm.asked(given, checked=now.checked)
    for name, errors in form.errors.items():
        raise CommandError(f"--{name}: {' '.join(str(one) for one in errors)}")
    return form.supposed()


def _figure(told: Estimate) -> str:
    return f"{told.value:.0f} ({told.low:.0f} to {told.high:.0f})"
