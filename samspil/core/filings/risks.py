"""What may go wrong in a use of AI, of which uses that holds, and what is done about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samspil.core.ai_act.classing import ABOUT_PEOPLE, Ground, Risk
from samspil.core.ai_act.facts import Affected, Does
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.explaining.lines import Line, worded
from samspil.core.filings.content import Block, Paragraph, Points, table
from samspil.core.filings.facts import Use


@dataclass(frozen=True, slots=True)
class _Risk:
    what: Line
    done: Line
    of: Callable[[Use], bool] = lambda _use: True


def _of_staff(use: Use) -> bool:
    return use.facts.of_staff


def _in_cases(use: Use) -> bool:
    return use.measured is not None


def _staff_cases(use: Use) -> bool:
    return _of_staff(use) and _in_cases(use)


def _about_employees(use: Use) -> bool:
    return Affected.EMPLOYEES in use.facts.affected


def _met(use: Use) -> bool:
    return Ground.MEETS_PEOPLE in use.found.grounds


RISKS = (
    _Risk(
        worded("AI gets something wrong, and somebody suffers for it."),
        worded(
            "A person decides, unless it is proved how seldom AI is wrong. Some of what AI "
            "finished alone is checked, and too many errors take that away at once."
        ),
    ),
    _Risk(
        worded("People follow AI without looking."),
        worded(
            "Where it weighs most they judge before they see AI's answer. How often they agree is "
            "counted, and wrong answers are put before them to see whether these are found."
        ),
    ),
    _Risk(
        worded("People are treated unequally."),
        worded(
            "Each month it is tried whether swapped names, genders, ages and the like change the "
            "answer; what goes beyond the limit has to be looked at."
        ),
        _staff_cases,
    ),
    _Risk(
        worded("Colleagues are watched."),
        worded("Figures stand for five people or more. No ability of a single person is measured."),
        _about_employees,
    ),
    _Risk(
        worded("Somebody takes AI for a person."),
        worded("It says at the first word that it is AI, and a person is one press away."),
        _met,
    ),
    _Risk(
        worded("More is read, or by more, than there is need for."),
        worded(
            "Identity numbers are masked before anything is kept. Who sees which case follows from "
            "role and team. No kind of data goes to a language model unless that was allowed."
        ),
    ),
    _Risk(
        worded("A text gives AI orders."),
        worded("Texts are data and never orders; that is tried with planted orders."),
    ),
    _Risk(
        worded("Data is kept too long."),
        worded("One rule for each kind of data says how long, and each night what is over goes."),
    ),
    _Risk(
        worded("Nobody understands, or can contest, what was decided."),
        worded("Every decision has its letter. Who disagrees is decided about anew by another."),
        _in_cases,
    ),
)
"""What the program knows may go wrong, and what it does about it."""

CRITERIA = (
    (
        worded("It ranks, judges or watches people, or the law counts it among the high risks."),
        lambda use: bool(use.facts.does & ABOUT_PEOPLE) or use.found.risk is Risk.HIGH,
    ),
    (
        worded("AI may finish cases without a person."),
        lambda use: (use.level or Autonomy.DRAFT) >= Autonomy.CAREFUL,
    ),
    (
        worded("It reads how people feel."),
        lambda use: Does.INFERS_EMOTION in use.facts.does,
    ),
    (
        worded("It is about employees or applicants, who depend on the company."),
        _of_staff,
    ),
    (worded("It is a new technology."), lambda _use: True),
)
ENOUGH = 2
"""So many criteria that hold ask for an assessment, as the authorities' guideline has it."""


def risks(use: Use) -> Iterator[Block]:
    """The risks of this use, and what is done about each."""
    rows = ((one.what, one.done) for one in RISKS if one.of(use))
    yield table((worded("What may go wrong"), worded("What is done about it")), rows, 2, 3)


def criteria(use: Use) -> Iterator[Block]:
    """Which criteria hold that ask for an assessment."""
    holding = tuple(words for words, holds in CRITERIA if holds(use))
    yield Points(items=holding)
    if len(holding) >= ENOUGH:
        yield Paragraph(
            text=worded("Two or more of the authorities' criteria hold: it has to be assessed.")
        )
    else:
        yield Paragraph(
            text=worded("Fewer than two of the authorities' criteria hold, as far as is known.")
        )
