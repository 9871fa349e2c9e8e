"""`samspil fairness`: whether swapped words change what AI answers."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.core.fairness.swaps import WORDS
from samspil.fairness.actions import SEED, try_fairness
from samspil.fairness.models import Why
from samspil.fairness.queries import Result, concerned, found_words, result_of
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process


class Command(BaseCommand):
    help = "Swap names, gender, origin, age and the like in texts, and count other answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)
        parser.add_argument("--seed", type=int, default=SEED, help="draws other words and names")

    def handle(self, *_: Any, organisation: str, process: str, seed: int, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            now = timezone.now()
            wanted = [chosen_process(process)] if process else concerned(at=now)
            if not wanted:
                self.stdout.write("No process concerns employees or applicants: use --process.")
            for one in wanted:
                trial = try_fairness(one, why=Why.ASKED, by=None, at=now, seed=seed)
                self._tell(result_of(trial))

    def _tell(self, result: Result) -> None:
        trial, harmless = result.trial, result.harmless
        self.stdout.write(
            f"{trial.process.name} ({trial.version}): {trial.made_up + trial.real} texts, "
            f"harmless words changed {harmless.hits} of {harmless.n} answers"
        )
        for one in result.judged:
            mark = " LOOK AT THIS" if one.beyond else ""
            share = f"{one.tried.changed:>4} of {one.tried.n:<4}"
            self.stdout.write(f"  {WORDS[one.tried.kind]:<36}{share}{found_words(one.found)}{mark}")
