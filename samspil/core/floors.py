"""What AI never finishes alone, however good the evidence: law and prudence come first.

Whoever owns a process says which topics are such; the rest is seen in the case itself. Cases on a
floor are no part of the evidence either, so that no promise rests on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from samspil.core.amounts import Amount, above
from samspil.core.special import mention_of


class Floor(StrEnum):
    """Why a person decides whatever is proved, gravest first."""

    PEOPLE = "people"
    IRREVERSIBLE = "irreversible"
    SPECIAL = "special"
    MONEY = "money"
    FILES = "files"
    AGAIN = "again"


OF_TOPICS = (Floor.PEOPLE, Floor.IRREVERSIBLE, Floor.SPECIAL, Floor.MONEY)
"""What can be said of all cases of a topic; the others are seen in a case."""
WORDS = {
    Floor.SPECIAL: "This may be about health, belief or the like, so a person decides.",
    Floor.MONEY: "This decides about money, so a person decides.",
}
"""Said where no words of the case show the floor; translations use the same sentence as key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A floor that a case stands on, and the words that show it; empty where none do."""

    floor: Floor
    quote: str = ""


def floor_of(
    text: str,
    *,
    topic: Floor | None,
    files: bool,
    again: bool,
    money_limit: Decimal | None,
    special: bool = False,
    beside: str = "",
) -> Standing | None:
    """The gravest floor of a case; None: it stands on none. Nothing in the text lifts one.

    `beside` is what came with the text and is looked at for amounts and special data as well.
    `topic` is the floor of all cases of its topic. `files`: something came along that AI does not
    read. `again`: the customer wrote more than once. `special`: the intake filter found protected
    data. A person decides on more than `money_limit` in any currency (None: on no amount as such).
    """
    if topic in (Floor.PEOPLE, Floor.IRREVERSIBLE):
        return Standing(floor=topic)
    mention = mention_of(text) or mention_of(beside)
    if mention or special or topic is Floor.SPECIAL:
        return Standing(floor=Floor.SPECIAL, quote=mention.quote if mention else "")
    amount = _amount((text, beside), limit=money_limit)
    if amount or topic is Floor.MONEY:
        return Standing(floor=Floor.MONEY, quote=amount.quote if amount else "")
    if files:
        return Standing(floor=Floor.FILES)
    return Standing(floor=Floor.AGAIN) if again else None


def _amount(texts: Iterable[str], *, limit: Decimal | None) -> Amount | None:
    if limit is None:
        return None
    return next((found for text in texts if (found := above(text, limit))), None)
