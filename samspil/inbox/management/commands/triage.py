"""`samspil triage FILE`: what would become of messages, storing nothing."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from samspil.core.looking import Rules
from samspil.core.skill import Skill
from samspil.inbox.files import LeftOut, RowError, UnreadableFile, open_file, read_messages
from samspil.inbox.queries import Look, look_at, starter_rules, starter_skill
from samspil.tenancy import actions as tenancy
from samspil.work.actions import Arrival
from samspil.work.queries import rules_of, skill_of, topics_of
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process

BATCH = 100
Item = TypeVar("Item")


class Command(BaseCommand):
    help = "Say what would become of messages, as JSON lines; nothing is stored."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", help="mbox, .eml, JSON Lines, CSV or .xlsx; - reads standard input"
        )
        add_choices(parser)

    def handle(self, *_: Any, file: str, organisation: str, process: str, **__: Any) -> None:
        wrong = 0
        with ExitStack() as open_things, override("en"):
            skill, rules = _taught(organisation, process)
            try:
                rows = self._rows(file, open_things)
                for batch in _batches(rows):
                    wrong += sum(isinstance(row, RowError) and not row.kept for row in batch)
                    self._tell(batch, skill=skill, rules=rules)
            except UnreadableFile as why:
                raise CommandError(str(why)) from why
            except BrokenPipeError:  # whoever listened has heard enough
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if wrong:
            raise CommandError(f"Rows that could not be read: {wrong} (see the errors).")

    def _rows(self, file: str, open_things: ExitStack) -> Iterator[Arrival | RowError | LeftOut]:
        if file == "-":
            stream: Any = sys.stdin.buffer
        else:
            stream = open_things.enter_context(open_file(Path(file)))
        return read_messages(stream, name=file, id_of_row=str)

    def _tell(
        self, batch: Sequence[Arrival | RowError | LeftOut], *, skill: Skill, rules: Rules
    ) -> None:
        texts = [row.text for row in batch if isinstance(row, Arrival)]
        looks = iter(look_at(texts, skill=skill, rules=rules))
        for row in batch:
            if isinstance(row, RowError):
                line = _error_line(row)
            elif isinstance(row, Arrival):
                line = look_line(row.external_id, next(looks))
            else:
                continue
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        self.stdout.flush()


def _taught(organisation: str, process: str) -> tuple[Skill, Rules]:
    """The starter skill and rules, or those of the named process."""
    if not process and not organisation:
        return starter_skill(), starter_rules()
    with tenancy.enter(chosen_organisation(organisation)):
        chosen = chosen_process(process)
        skill = skill_of(chosen)
        return skill, rules_of(chosen, topics_of(chosen), version=skill.version)


def look_line(external_id: str, look: Look) -> dict[str, object]:
    """One message's line."""
    return {
        "id": external_id,
        "language": look.proposal.language if look.proposal else None,
        "topic": look.best.result if look.best else None,
        "level": look.routing.level,
        "cue": look.cue,
        "route": look.routing.route,
        "reason": look.routing.words(),
        "confidence": round(look.best.confidence, 4) if look.best else None,
        "evidence": [
            {"ground": one.ground, "start": one.start, "end": one.end, "quote": one.quote}
            for one in look.evidence
        ],
    }


def _error_line(error: RowError) -> dict[str, object]:
    return {
        "id": error.external_id or str(error.row),
        ("note" if error.kept else "error"): f"Row {error.row}: {error.sentence}",
    }


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
