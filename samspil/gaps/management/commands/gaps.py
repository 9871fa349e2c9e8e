"""`samspil gaps`: what people ask that finds no good answer, by topic."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samspil.adapters import embedding
from samspil.core.ai_act.built import Built
from samspil.core.roles import NotAllowed
from samspil.gaps.actions import draw_map
from samspil.gaps.models import GapMap
from samspil.tenancy import actions as tenancy
from samspil.uses.queries import check_may_begin
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Show which topics people ask about that find no good answer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--draw", action="store_true", help="draw the map anew first")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, draw: bool, organisation: str, **__: Any) -> None:
        with tenancy.enter(chosen_organisation(organisation)):
            if draw:
                try:
                    check_may_begin(Built.GAPS)
                except NotAllowed as why:
                    raise CommandError(str(why)) from why
                draw_map(embedder=embedding.for_learning(), at=timezone.now())
            found = GapMap.objects.first()
            if found is None:
                self.stdout.write("The map has not been drawn yet: use --draw.")
                return
            self.stdout.write(
                f"{found.asked} questions, {found.unanswered} without a good answer, "
                f"{found.withheld} withheld, {found.left} in topics too small to show."
            )
            for one in found.topics.exclude(words=[]).order_by("place"):
                share = f"{one.unanswered:>5} of {one.asked:<5}"
                self.stdout.write(f"{share} {', '.join(one.words)}")
