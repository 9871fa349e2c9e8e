"""A part of a summary that a language model phrases from passages, and what is kept of it.

Which passages is settled by code before. Of a meeting no figure, no day and nobody is taken from a
model: these stand in its minutes, as they were said.
"""

from collections.abc import Sequence, Set
from datetime import date

from samspil.core.knowledge.phrasing import FAITHFULLY, LANGUAGES, Claim, Phrased, checked
from samspil.core.knowledge.supporting.figures import figures
from samspil.core.special import mention_of
from samspil.core.summarising.meetings.due import due_in
from samspil.core.words import fold, pieces

MOST_PASSAGES = 8
"""Of a part; a longer one is phrased from the first of them."""
LONGEST = 700
"""Characters of a passage."""
INSTRUCTION = (
    f"Say in {{language}}, in at most three short sentences, what matters most, {FAITHFULLY} If"
    " there is nothing to say, write only: NONE"
)
OF_A_MEETING = " Name no person, no day and no number."
NO_DAY = date(2000, 1, 3)
"""A day named is a day named, whatever the day it is seen from."""


def instruction(language: str, *, of_meeting: bool) -> str:
    """What a language model is told; `language` is da, de or en."""
    return INSTRUCTION.format(language=LANGUAGES[language]) + (OF_A_MEETING if of_meeting else "")


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """At most `LONGEST` characters of a text around these, from which to which: whole words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    spare = max(0, LONGEST - (end - start)) // 2
    first, last = max(0, start - spare), min(len(text), start + LONGEST, end + spare)
    if first and (blank := text.find(" ", first, start)) >= 0:
        first = blank + 1
    if last < len(text) and (blank := text.rfind(" ", end, last)) >= 0:
        last = blank
    return first, last


def checked_of_meeting(
    text: str, passages: Sequence[str], *, language: str, people: Set[str]
) -> Phrased:
    """As `checked`, without those with a figure or a day, that name somebody or speak of health.

    `people` are parts of names in lower case.
    """
    found = checked(text, passages)
    said = tuple(one for one in found.claims if not _is_the_minutes(one, language, people))
    return Phrased(claims=said, left_out=found.left_out + len(found.claims) - len(said))


def _is_the_minutes(claim: Claim, language: str, people: Set[str]) -> bool:
    folded = fold(claim.text)
    return (
        any(figures(folded, language))
        or due_in(claim.text, met_on=NO_DAY) is not None
        or bool(people & {one.plain for one in pieces(folded)})
        or mention_of(claim.text) is not None
    )
