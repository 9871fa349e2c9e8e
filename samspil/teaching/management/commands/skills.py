"""`samspil skills`: every skill, the processes that use it, and their versions."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import override

from samspil.core.evidence.learning import ENOUGH_LABELS
from samspil.teaching.queries import versions_of
from samspil.teaching.queries.curves import learning_curve_of
from samspil.teaching.queries.overview import Using, skills
from samspil.teaching.queries.trials import latest_trial, trial_words
from samspil.teaching.queries.versions import VersionRow
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import add_choices, chosen_organisation


class Command(BaseCommand):
    help = "List every skill, the processes that use it, and the versions they were taught."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)

    def handle(self, *_: Any, organisation: str, process: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            for row in skills():
                self.stdout.write(f"{row.name}: {row.about.purpose}")
                for using in row.using:
                    here = using.process
                    if process in ("", here.name, str(here.public_id)):
                        self.stdout.write(f"  {here.name}: {using.examples} examples kept")
                        for version in versions_of(here):
                            self.stdout.write(f"    {_line(version)}")
                        for line in _learning(using):
                            self.stdout.write(f"    {line}")


def _line(row: VersionRow) -> str:
    version = row.version
    mark = "*" if row.since else " "
    known = f"{row.quality.value:.1%} of {row.quality.n}" if row.quality.n else "not measured"
    missing = "" if row.file_there else ", file missing"
    name = version.number or "as it came"
    return f"{mark} {version.public_id} {version.at:%Y-%m-%d} {name}: right {known}{missing}"


def _learning(using: Using) -> Iterator[str]:
    """How near it is to learning anew, what was tried last, and the learning curve."""
    here = using.process
    yield (
        f"{using.new} examples are new; AI "
        + (f"learns anew at {ENOUGH_LABELS}" if here.learns_by_itself else "learns when taught")
        + f". Decided cases to look at: {using.to_look_at}."
    )
    trial = latest_trial(here)
    if trial is not None:
        yield trial_words(trial)
    curve = learning_curve_of(here)
    for point in curve.points:
        low, high = point.share.interval
        yield (
            f"with {point.examples} examples {point.share.value:.1%} of {point.share.n} were right "
            f"({low:.1%} to {high:.1%})"
        )
    for one in curve.ahead:
        yield (
            f"with {one.examples} examples {one.right:.1%} should be right "
            f"({one.low:.1%} to {one.high:.1%})"
        )
