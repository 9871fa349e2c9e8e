"""Comparisons, what their options bring, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samspil.core.scenarios.comparing import FEWEST, Result, compare
from samspil.core.scenarios.comparing import Option as Rule
from samspil.core.scenarios.deciding import Difference, Figures, differences
from samspil.core.scenarios.weighing import Swing, Turn, likely_net, swings, turns
from samspil.scenarios.models import Choice, Comparison, Option
from samspil.scenarios.queries.options import Laid, candidates, laid


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A comparison with what its options bring.

    `result` is None while fewer than two options can be reckoned with. `figures` are what a
    decision now would be made on. `since` is what is otherwise since the newest decision.
    """

    comparison: Comparison
    options: Sequence[Laid]
    result: Result | None
    figures: Sequence[Figures]
    choices: Sequence[Choice]
    since: Sequence[Difference]

    def rule(self, key: int) -> Rule:
        """The option of this key, as it is reckoned with."""
        return next(one.rule for one in self.options if one.rule and one.rule.key == key)

    def name(self, key: int) -> str:
        """What the option of this key is called."""
        return next(one.option.name for one in self.options if one.option.public_id.int == key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinges:
    """On what the result of an option hangs, and what would put another ahead of it."""

    net: float
    swings: Sequence[Swing]
    turns: Sequence[Turn]


def comparisons() -> QuerySet[Comparison]:
    """Those that are not removed, newest first, with their options and decisions; four
    statements."""
    return _whole().filter(removed_at__isnull=True).order_by("-pk")


def comparison_at(public_id: UUID) -> Comparison:
    """The one of this address, with its options and decisions, newest first; raises
    `Comparison.DoesNotExist`."""
    return _whole().get(public_id=public_id, removed_at__isnull=True)


def option_at(public_id: UUID) -> Option:
    """The one of this address, removed or not; raises `Option.DoesNotExist`."""
    found = Option.objects.select_related("comparison").prefetch_related("tasks")
    return found.get(public_id=public_id, comparison__removed_at__isnull=True)


def weighed(comparison: Comparison) -> Weighed:
    """What the options bring. The comparison is one that was read here."""
    options = list(comparison.options.all())
    known = candidates() if any(one.tasks.all() for one in options) else {}
    found = laid(comparison, options, known)
    result = _compared(comparison, found)
    choices = list(comparison.choices.all())
    figures = _figures(result, found)
    before = [Figures.of(one) for one in choices[0].figures] if choices else []
    return Weighed(
        comparison=comparison, options=found, result=result, figures=figures, choices=choices,
        since=differences(before, figures) if choices else [],
    )  # fmt: skip


def hinges(found: Weighed, key: int, *, months: int) -> Hinges:
    """Of one of the options that are compared."""
    assert found.result is not None
    rate = float(found.comparison.hour_cost)
    rule = found.rule(key)
    others = [one for one in found.result.rows if one.key != key]
    rival = max(others, key=lambda one: one.net[months].p50)
    return Hinges(
        net=likely_net(rule, rate=rate, months=months),
        swings=swings(rule, rate=rate, months=months),
        turns=turns(rule, found.rule(rival.key), rate=rate, months=months),
    )


def to_look_at(*, on: date) -> list[Choice]:
    """The newest decision of each comparison, where it was to be looked at again by this day."""
    newest = [one.choices.all()[0] for one in comparisons() if one.choices.all()]
    due = [one for one in newest if one.look_again_on and not one.looked_at]
    return sorted(
        (one for one in due if one.look_again_on and one.look_again_on <= on),
        key=lambda one: (one.look_again_on, one.pk),
    )


def _compared(comparison: Comparison, found: Sequence[Laid]) -> Result | None:
    rules = [one.rule for one in found if one.rule]
    if len(rules) < FEWEST:
        return None
    return compare(rules, rate=float(comparison.hour_cost), seed=comparison.seed)


def _figures(result: Result | None, found: Sequence[Laid]) -> list[Figures]:
    named: Mapping[int, Option] = {one.option.public_id.int: one.option for one in found}
    return [
        Figures.now(row, option=str(named[row.key].public_id), name=named[row.key].name)
        for row in (result.rows if result else ())
    ]


def _whole() -> QuerySet[Comparison]:
    there = Option.objects.filter(removed_at__isnull=True).order_by("pk").prefetch_related("tasks")
    decided = Choice.objects.select_related("by", "looked_by", "comparison").order_by("-pk")
    return Comparison.objects.prefetch_related(
        Prefetch("options", queryset=there), Prefetch("choices", queryset=decided)
    )
