"""`samspil eventlog FILE`: what an event log shows, at once and with nothing stored."""

import io
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from samspil.adapters.event_logs import Choices, Preview, looked_at
from samspil.core.eventlogs.columns import Part
from samspil.core.eventlogs.facts import Facts
from samspil.core.eventlogs.problems import BadLog
from samspil.eventlogs.actions import facts_at_once
from samspil.eventlogs.queries import candidates_in, finding, notes_in, rows_of, variants_in
from samspil.web.places import zones
from samspil.web.words import lasting


class Command(BaseCommand):
    help = "Say what an event log shows. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV or XES, also packed with gzip")
        parser.add_argument("--zone", default="UTC", help="of times that name none; UTC by default")
        for part in Part:
            parser.add_argument(f"--{part}", help="the column, where the guess is wrong")
        parser.add_argument("--table", action="store_true", help="all figures, tabs between them")

    def handle(self, *_: Any, file: Path, zone: str, table: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if zone not in {*zones(), "UTC"}:
            raise CommandError(f"There is no time zone {zone}.")
        content = file.read_bytes()
        try:
            preview = looked_at(io.BytesIO(content), zone=ZoneInfo(zone))
            choices = Choices(
                zone=ZoneInfo(zone), chosen=_chosen(preview, options),
                month_first=preview.month_first,
            )  # fmt: skip
            facts = facts_at_once(content, choices)
        except BadLog as why:
            raise CommandError(str(why)) from why
        with override("en"):
            for line in _table(facts) if table else _said(facts):
                self.stdout.write(line)


def _chosen(preview: Preview, options: Mapping[str, Any]) -> dict[Part, int | None]:
    chosen: dict[Part, int | None] = dict(preview.guess)
    for part in Part:
        name = options[part.value]
        if name is not None and name not in preview.header:
            raise CommandError(f"There is no column {name}: {', '.join(preview.header)}.")
        if name is not None:
            chosen[part] = preview.header.index(name)
    return chosen


def _table(facts: Facts) -> list[str]:
    return ["\t".join(row) for row in rows_of(facts)]


def _said(facts: Facts) -> list[str]:
    return [
        (
            f"{facts.events} events, {facts.cases} cases, {len(facts.steps)} steps, "
            f"{facts.variant_kinds} ways through"
        ),
        (
            f"A case takes {lasting(facts.time.median)} (median), "
            f"nine of ten at most {lasting(facts.time.most)}"
        ),
        finding(facts),
        *("", "Where a program might help (rules of thumb):"),
        *(f"- {one.step}: {' '.join(one.reasons)}" for one in candidates_in(facts)),
        *("", "The ways cases take:"),
        *(f"- {one.cases}: {' → '.join(one.steps)} ({one.time})" for one in variants_in(facts)),
        *("", "Noticed while reading:"),
        *(f"- {one}" for one in notes_in(facts)),
    ]
