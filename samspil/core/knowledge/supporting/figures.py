"""The figures of a text: numbers, dates, times and amounts, each by its value and its unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CARDINALS = {
    "da": {
        2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte", 9: "ni",
        10: "ti", 11: "elleve", 12: "tolv", 13: "tretten", 14: "fjorten", 15: "femten",
        16: "seksten", 20: "tyve", 24: "fireogtyve", 25: "femogtyve", 30: "tredive",
        37: "syvogtredive", 40: "fyrre", 50: "halvtreds", 60: "tres", 90: "halvfems",
        100: "hundrede", 1000: "tusind",
    },
    "de": {
        2: "zwei zweimal", 3: "drei dreimal", 4: "vier viermal", 5: "fünf fünfmal",
        6: "sechs", 7: "sieben", 8: "acht", 9: "neun", 10: "zehn", 11: "elf", 12: "zwölf",
        13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 16: "sechzehn", 20: "zwanzig",
        24: "vierundzwanzig", 25: "fünfundzwanzig", 30: "dreissig", 40: "vierzig", 50: "fünfzig",
        60: "sechzig", 90: "neunzig", 100: "hundert", 1000: "tausend",
    },
    "en": {
        2: "two twice", 3: "three thrice", 4: "four", 5: "five", 6: "six", 7: "seven",
        8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen",
        14: "fourteen", 15: "fifteen", 16: "sixteen", 20: "twenty", 30: "thirty", 40: "forty",
        50: "fifty", 60: "sixty", 90: "ninety", 100: "hundred", 1000: "thousand",
    },
}  # fmt: skip
CARDINALS = {
    language: {word: str(value) for value, said in table.items() for word in said.split()}
    for language, table in _CARDINALS.items()
}
_ORDINALS = {
    "da": ("første", "anden andet", "tredje", "fjerde", "femte"),
    "de": ("erste ersten erster erstes", "zweite zweiten zweiter", "dritte dritten dritter",
           "vierte vierten", "fünfte fünften"),
    "en": ("first", "second", "third", "fourth", "fifth"),
}  # fmt: skip
ORDINALS = {
    language: {word: f"{n}th" for n, said in enumerate(row, start=1) for word in said.split()}
    for language, row in _ORDINALS.items()
}
_UNITS = {
    "day": ("dag", "dage", "dagen", "dages", "day", "days", "tag", "tage", "tagen", "dagene"),
    "week": ("uge", "uger", "ugers", "ugen", "week", "weeks", "woche", "wochen"),
    "month": ("måned", "måneder", "måneders", "months", "month", "monat", "monate", "monaten"),
    "year": ("år", "års", "året", "year", "years", "jahr", "jahre", "jahren"),
    "hour": ("time", "timer", "timers", "hour", "hours", "stunde", "stunden"),
    "minute": ("minut", "minutter", "minute", "minutes", "minuten"),
    "money": ("kr", "kroner", "kronen", "dkk", "euro", "eur", "dollar", "dollars", "€", "$"),
    "share": ("%", "procent", "percent", "prozent", "pct"),
    "way": ("km", "kilometer", "kilometre", "miles"),
    **{said.split()[0]: tuple(said.split()) for said in (
        "januar january jan", "februar february feb", "marts march märz", "april apr",
        "maj may mai",        "juni june jun", "juli july jul", "august aug", "september sep sept",
        "oktober october okt oct", "november nov", "december dezember dec dez",
    )},
}  # fmt: skip
UNITS = {word: unit for unit, said in _UNITS.items() for word in said}
COMPOUND_UNITS = tuple(
    (word, unit)
    for word, unit in UNITS.items()
    if unit in ("day", "week", "month", "year", "hour", "minute")
)
PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[%€$]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in one spelling, and its unit; the unit is empty where none is known."""

    value: str
    unit: str


def figures(text: str, language: str) -> Iterator[Figure]:
    """Every figure of a text in lower case, words for numbers included."""
    pieces = PIECE.findall(text)
    for place, piece in enumerate(pieces):
        value = value_of(piece, language)
        if value:
            after = next(
                (unit_of(one) for one in pieces[place + 1 : place + 3] if unit_of(one)), ""
            )
            before = unit_of(pieces[place - 1]) if place and pieces[place - 1] in "€$" else ""
            yield Figure(value, before or after)


def value_of(piece: str, language: str) -> str:
    """The value of a number or a word for one; empty for anything else."""
    if piece in CARDINALS[language]:
        return CARDINALS[language][piece]
    if piece in ORDINALS[language]:
        return ORDINALS[language][piece]
    if not NUMBER.fullmatch(piece):
        return ""
    if THOUSANDS.fullmatch(piece):
        return re.sub(r"[.,]", "", piece)
    whole, *rest = re.split(r"[.,:]", piece)
    rest = [one for one in rest if one.strip("0")]
    return ".".join([whole.lstrip("0") or "0", *rest])


def unit_of(piece: str) -> str:
    """The unit that a word is or ends with; empty where it is none."""
    if piece in UNITS:
        return UNITS[piece]
    return next((unit for word, unit in COMPOUND_UNITS if piece.endswith(word)), "")


def stands_in(figure: Figure, known: frozenset[Figure]) -> bool:
    """Whether a figure is among the known ones; a known unit must be the same.

    A first, second or third may be written 1., 2. or 3.
    """
    values = {figure.value, figure.value.removesuffix("th")}
    same = [one for one in known if one.value in values]
    if not figure.unit:
        return bool(same)
    return any(one.unit in (figure.unit, "") for one in same)
