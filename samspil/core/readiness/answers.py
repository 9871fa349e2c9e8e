"""What a person may answer, and the mark under which it stands while a round goes on."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from statistics import fmean
from uuid import UUID

from samspil.core.readiness.statements import BY_KEY, STATEMENTS, Area, Statement, statements_of

UNKNOWN = 0
"""The answer "I do not know"."""
SCALE = range(1, 6)
WORDS: Mapping[int, str] = {
    1: "1: does not hold at all",
    3: "3: holds in part",
    5: "5: holds fully",
    UNKNOWN: "I do not know",
}
"""In English, of those that need words; translations use the same words as their key."""
Answers = Mapping[str, int]
"""By the key of the statement: 1 to 5, or `UNKNOWN`."""


class UnfitAnswers(ValueError):
    """These answer something else than what is asked."""


def check_answers(answers: Answers) -> None:
    """Raise `UnfitAnswers` unless each is of a statement and on the scale; some may be missing."""
    for key, value in answers.items():
        if key not in BY_KEY:
            raise UnfitAnswers(f"There is no statement {key}.")
        if value != UNKNOWN and value not in SCALE:
            raise UnfitAnswers("An answer is a number from 1 to 5, or 0 for not knowing.")


def missing(answers: Answers) -> Sequence[Statement]:
    """The statements that have no answer yet."""
    return [one for one in STATEMENTS if one.key not in answers]


def own_mean(answers: Answers, area: Area) -> float | None:
    """What a person says of an area, from 1 to 5; None where they know of no statement in it."""
    known = [
        value for one in statements_of(area) if (value := answers.get(one.key, UNKNOWN)) != UNKNOWN
    ]
    return fmean(known) if known else None


def hardly_knows(answers: Answers, area: Area) -> bool:
    """Whether a person does not know of half the statements of an area, or of more."""
    asked = statements_of(area)
    unknown = sum(answers.get(one.key, UNKNOWN) == UNKNOWN for one in asked)
    return 2 * unknown >= len(asked)


def whose(colleague: UUID, *, round_: UUID, key: bytes) -> str:
    """The mark of a colleague's answers: who has only the database cannot tell whose they are."""
    said = b"readiness " + round_.bytes + colleague.bytes
    return hmac.new(key, said, hashlib.sha256).hexdigest()
