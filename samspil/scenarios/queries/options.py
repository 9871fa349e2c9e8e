"""Options as people said them, as the rules take them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from samspil.allocation.queries import portfolio
from samspil.audit.models import Task
from samspil.core.allocation.portfolio import Candidate, Range
from samspil.core.payback import DAY_HOURS, WEEKS, YEAR
from samspil.core.scenarios.comparing import OWN, Assumption
from samspil.core.scenarios.comparing import Option as Rule
from samspil.core.scenarios.guessing import Guess, summed
from samspil.scenarios.models import Comparison, Option

Candidates = Mapping[int, tuple[Task, Candidate]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An option and what is reckoned with; `rule` is None where something is `unknown`.

    `taken` are the assumptions that come from tasks, `tasks` the titles of those tasks.
    """

    option: Option
    rule: Rule | None
    taken: Sequence[Assumption]
    unknown: Sequence[Assumption]
    tasks: Sequence[str]


def candidates() -> Candidates:
    """Tasks with an estimate, by primary key; as many statements as the portfolio takes."""
    rows = portfolio(now=timezone.now()).rows
    return {row.one.task.pk: (row.one.task, row.candidate) for row in rows}


def laid(comparison: Comparison, options: Sequence[Option], known: Candidates) -> list[Laid]:
    """Each option as it is reckoned with; in no statement, tasks being fetched with them."""
    return [_laid(one, rate=float(comparison.hour_cost), known=known) for one in options]


def said(option: Option, name: Assumption) -> Guess | None:
    """What was typed; None where nothing was."""
    low, likely, high = (getattr(option, f"{name}_{end}") for end in ("low", "likely", "high"))
    if low is None:
        return None
    return Guess(low=float(low), likely=float(likely), high=float(high))


def _laid(option: Option, *, rate: float, known: Candidates) -> Laid:
    chosen = [known[one.pk] for one in option.tasks.all() if one.pk in known]
    rules = [one for _, one in chosen if one.hours]
    of_tasks = {Assumption.HOURS: _hours(rules), Assumption.ONE_OFF: _begun(rules, rate=rate)}
    typed = {name: said(option, name) for name in OWN}
    guesses: dict[Assumption, Guess | None] = {
        name: guess or of_tasks.get(name) for name, guess in typed.items()
    }
    unknown = [name for name, guess in guesses.items() if guess is None]
    whole = {name: guess for name, guess in guesses.items() if guess is not None}
    return Laid(
        option=option,
        rule=None if unknown else Rule(key=option.public_id.int, guesses=whole),
        taken=[name for name in whole if typed[name] is None],
        unknown=unknown,
        tasks=[task.title for task, _ in chosen],
    )


def _hours(rules: Sequence[Candidate]) -> Guess | None:
    """Hours saved a month by all tasks; None where nobody may tell of any."""
    gains = [_guess(one.gain, times=WEEKS / YEAR) for one in rules]
    return summed(gains) if gains else None


def _begun(rules: Sequence[Candidate], *, rate: float) -> Guess | None:
    """What it costs to set all of them up."""
    costs = [
        summed([_guess(one.days, times=DAY_HOURS * rate), _guess(one.money, times=1)])
        for one in rules
    ]
    return summed(costs) if costs else None


def _guess(given: Range, *, times: float) -> Guess:
    return Guess(low=given.low * times, likely=given.middle * times, high=given.high * times)
