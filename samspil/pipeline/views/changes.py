"""What a gate would change in a process, in words, before anybody lets it through."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.pipeline.arrangement import Arrangement, Part, changed
from samspil.core.pipeline.stages import Stage
from samspil.people.queries import teams
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import change_by_gate
from samspil.work.queries.wording import MODEL_WORDS

Told = tuple[str, str, str]
"""What it is about, how it is now, and how it will be."""


def changes(initiative: Initiative, *, into: Stage | None) -> list[Told]:
    """What the gate into this stage changes; nothing without a process or a further stage."""
    if initiative.process is None or into is None:
        return []
    now, then = change_by_gate(initiative, into=into)
    return told(now, then, names={str(one.public_id): one.name for one in teams()})


def told(now: Arrangement, then: Arrangement, *, names: Mapping[str, str]) -> list[Told]:
    """What is otherwise then; `names` are those of teams, by id."""
    return [
        (_label(part), _words(part, now, names), _words(part, then, names))
        for part in changed(now, then)
    ]


def _label(part: Part) -> str:
    return {
        Part.MODEL: _("How AI and people share it"),
        Part.FIRST: _("Judged by a person before AI"),
        Part.LIMIT: _("A person decides above"),
        Part.TAKERS: _("Who approves"),
        Part.WAITS: _("AI in this process"),
    }[part]


def _words(part: Part, way: Arrangement, names: Mapping[str, str]) -> str:
    if part is Part.MODEL:
        label, meaning = MODEL_WORDS[way.organisation_model]
        return f"{label}. {meaning}"
    if part is Part.FIRST:
        return _("%(n)d of 100 cases") % {"n": round(100 * way.judge_first)}
    if part is Part.LIMIT:
        return _amount(way.money_limit)
    if part is Part.TAKERS:
        return ", ".join(dict.fromkeys(names[team] for _level, team in way.takers if team in names))
    return _("waits: people do every case") if way.waits else _("proposes")


def _amount(limit: Decimal | None) -> str:
    if limit is None:
        return _("no amount is laid down")
    return str(number_format(limit, use_l10n=True, force_grouping=True))
