"""How a file looks before it is read."""

import io
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from samspil.adapters.event_logs import Choices, Preview, looked_at
from samspil.core.eventlogs.columns import Part
from samspil.core.eventlogs.problems import WORDS, BadLog, Problem
from samspil.eventlogs.models import EventLog
from samspil.tenancy.queries import current


def own_zone() -> ZoneInfo:
    """The organisation's zone, which times without one are most likely in."""
    return ZoneInfo(current().time_zone)


def preview_of(content: bytes) -> Preview:
    """Look at a file's first rows; raises `BadLog`."""
    return looked_at(io.BytesIO(content), zone=own_zone())


def packed_preview(preview: Preview) -> dict[str, Any]:
    """A preview as JSON holds it."""
    return asdict(preview)


def kept_preview(log: EventLog) -> Preview:
    """The preview of a log that waits."""
    said = dict(log.preview)
    return Preview(
        **{
            **said,
            "header": tuple(said["header"]),
            "rows": tuple(tuple(row) for row in said["rows"]),
            "guess": {Part(part): place for part, place in said["guess"].items()},
        }
    )


def packed_choices(choices: Choices) -> dict[str, Any]:
    """Choices as JSON holds them."""
    chosen = {part.value: place for part, place in choices.chosen.items()}
    return {"zone": choices.zone.key, "chosen": chosen, "month_first": choices.month_first}


def kept_choices(log: EventLog) -> Choices:
    """How somebody said that this log is read."""
    chosen: Mapping[str, int | None] = log.choices["chosen"]
    return Choices(
        zone=ZoneInfo(log.choices["zone"]),
        chosen={Part(part): place for part, place in chosen.items()},
        month_first=log.choices["month_first"],
    )


def problem_words(problem: Problem, figures: Mapping[str, int]) -> str:
    """Why a log cannot be read, in the reader's language."""
    return gettext(WORDS[problem]).format(**figures)


def trouble_of(log: EventLog) -> str:
    """Why this one could not be read; empty where it could."""
    return problem_words(Problem(log.trouble), log.trouble_facts) if log.trouble else ""


def words_of(why: BadLog) -> str:
    """The same of what was just raised."""
    return problem_words(why.problem, why.figures)
