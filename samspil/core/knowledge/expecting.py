"""What sort of thing a question asks for, and whether a text holds anything of the sort."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What an answer must hold to be one."""

    AMOUNT = "amount"
    COUNT = "count"
    TIME = "time"
    PHONE = "phone"
    PLACE = "place"
    OPEN = "open"


_ASKED = {
    Kind.PHONE: r"telefonnum|telefonnr|phone number|(?:hvad er|ring\w* (?:til|på)).{0,20}\bnummer"
    r"|rufnummer|durchwahl",
    Kind.AMOUNT: r"\bhvor meget\b|\bkoster\b|\bpris\w*\b|\bhow (?:much|large|high)\b|\bcosts?\b"
    r"|\bprice\b|\bkostet\b|\bwie (?:hoch|viel|teuer)\b|\bbeløb\b|\bamount\b|\bbetrag\b",
    Kind.COUNT: r"\bhvor mange\b|\bhow many\b|\bwie viele\b|\bhvor (?:tit|ofte)\b|\bhow often\b"
    r"|\bwie oft\b",
    Kind.TIME: r"\bhvornår\b|\bhvor (?:længe|lang|hurtigt)\b|\bsenest\b|\bklokkeslæt\b|\bfrist\w*\b"
    r"|\bwhen\b|\bhow (?:long|fast|soon|quickly)\b|\bdeadline\b|\bnotice\b|\bwann\b"
    r"|\bwie (?:lange|schnell)\b|\bkündigungsfrist\b|\buhr\b",
    Kind.PLACE: r"\badresse\b|\baddress\b|\banschrift\b",
}
ASKED = {kind: re.compile(said, re.IGNORECASE) for kind, said in _ASKED.items()}
NUMBER_WORDS = (
    r"\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|en|ét|én|halv\w*|two|three|four|five|six|seven"
    r"|eight|nine|ten|twice|once|every|half|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|einmal"
    r"|hver\w*|täglich\w*|wöchentlich|monatlich|jährlich|daglig\w*|ugentlig\w*|årlig\w*|jed\w+)\b"
)
_HELD = {
    Kind.PHONE: r"\d[\d ./-]{6,}\d",
    Kind.AMOUNT: r"\d",
    Kind.COUNT: r"\d|" + NUMBER_WORDS,
    Kind.TIME: r"\d|" + NUMBER_WORDS + r"|dag|uge|måned|\bår|straks|hurtigst|day|week|month|year"
    r"|immediately|soon|tag\b|woche|monat|jahr|sofort|umgehend|spätestens|senest|morgen|abend",
    Kind.PLACE: r"\d{4,5}\s+\w+",
}
HELD = {kind: re.compile(said, re.IGNORECASE) for kind, said in _HELD.items()}


def kind_of(question: str) -> Kind:
    """What the question asks for; `OPEN` where that could be anything."""
    return next((kind for kind, said in ASKED.items() if said.search(question)), Kind.OPEN)


def holds(text: str, kind: Kind) -> bool:
    """Whether the text holds anything of that kind; of `OPEN` every text does."""
    return kind is Kind.OPEN or HELD[kind].search(text) is not None
