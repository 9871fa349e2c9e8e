"""Postal addresses in Danish, German and English form, and dates of birth."""

import re
from collections.abc import Iterator

from samspil.core.detecting.kinds import Place
from samspil.core.summarising.dates import dates

TOWN = (
    r"[A-ZÆØÅÄÖÜ][\w.-]{1,30}"
    r"(?: (?:[A-ZÆØÅÄÖÜ]\w{0,30}|(?:am|an der|im|v\.) [A-ZÄÖÜ]\w{1,30})){0,2}"
)
NAME = r"(?:[A-ZÆØÅÄÖÜ][\w.'-]{0,30}[ ]){0,3}"
BREAK = r"(?:\s?,\s*|\s*\n\s*|\s)"
HOUSE = r"\s\d{1,4}\s?[A-Za-z]?(?!\w)"
DANISH = re.compile(
    r"(?<!\w)(?:(?:Ved|Bag|Under|Over|På) [A-ZÆØÅ]\w{1,30}|"
    + NAME
    + r"[A-ZÆØÅ]\w{0,30}?(?:gade|vej|vænge|allé|alle|plads|torv|stræde|boulevard|park"
    r"|bakke|have|toft|høj|kaj|strand|sti|bro|vang|eng|mark|skov|dal|lund|gård|gyde)"
    r"(?:en|et|n|t|s)?|"
    + NAME
    + r"(?:Torv|Plads|Strand|Allé|Gade|Vej))"
    + HOUSE
    + r"(?:,?\s(?:st|kl|kld|\d{1,2}(?!\d))\.?(?:\s?sal)?"
    r"(?:[ ,]{1,2}(?:(?:tv|th|mf)\b\.?|\d{1,2}\b(?! ?\d)))?)?"
    r"(?P<town>" + BREAK + r"(?:DK[- ]?)?\d{4}\s" + TOWN + ")?"
)
GERMAN = re.compile(
    r"(?<!\w)(?:" + NAME + r"(?:[A-ZÄÖÜ]\w{0,30}(?:straße|strasse|str\.|weg|allee|platz|gasse|ring"
    r"|ufer|damm|chaussee|stieg|kamp|hof|markt|promenade|twiete|koppel|graben|wall|redder|brook)"
    r"|(?:Str\.|Straße|Strasse|Weg|Allee|Platz|Ring|Ufer|Damm))"
    r"|(?:Am|An der|An den|Im|In der|Zum|Zur|Auf dem|Auf der|Unter den|Bei der|Hinter dem)"
    r"\s[A-ZÄÖÜ]\w{1,30})" + HOUSE + r"(?P<town>" + BREAK + r"(?:D[- ]?)?\d{5}\s" + TOWN + ")?"
)
ENGLISH = re.compile(
    r"(?<![\w.,-])\d{1,5}[A-Za-z]?\s(?:[A-Z][\w'-]{0,30}\s){1,3}"
    r"(?:Street|St\b|Road|Rd\b|Lane|Ln\b|Avenue|Ave\b|Drive|Close|Court|Way|Place|Square|Terrace"
    r"|Crescent|Gardens|Hill|Boulevard|Blvd\b)\.?(?P<town>"
    + BREAK
    + TOWN
    + r",?\s(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s\d{5})(?!\w))?"
)
SURE = re.compile(
    r"(?:gade|vej|allé|boulevard|stræde|straße|strasse|str\.|allee|gasse|chaussee)(?:en|n)?\s\d"
    r"|Street|Road|Lane|Avenue",
    re.IGNORECASE,
)
"""Forms that need no town to be an address."""

BORN = re.compile(
    r"(?<!\w)(?:født|foedt|fødselsda(?:g|to)(?:en)?|f\.(?=\s?\d)|geboren|geb\.(?=\s*(?:am\s)?\d|-?dat)|geburtsdatum"
    r"|geburtstag|date of birth|birth ?date|my birthday(?: is)?|d\.?o\.?b\b\.?|born)(?![^\W_])",
    re.IGNORECASE,
)
WITHIN = 30
"""Characters between such a word and the date."""
SHORT = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d|\d{1,2}/\d{1,2}[- ](?:19|20)\d\d)"
    r"(?![\d/-])"
)


def addresses(text: str) -> Iterator[Place]:
    """Street, house number, and the town where it is given; without a town only sure forms."""
    for pattern in (DANISH, GERMAN, ENGLISH):
        for match in pattern.finditer(text):
            if match.group("town") or SURE.search(match.group()):
                yield match.span()


def births(text: str) -> Iterator[Place]:
    """Dates that a word calls somebody's birth; days without a year are none."""
    for word in BORN.finditer(text):
        found = _first(text, word.end()) or _last(text, word.start())
        if found:
            yield found


def _first(text: str, start: int) -> Place | None:
    places = sorted(_dates(text, start, start + WITHIN * 2))
    return next((place for place in places if place[0] - start <= WITHIN), None)


def _last(text: str, end: int) -> Place | None:
    """A date that ends right before, as in "am 3. Mai 1980 geboren"."""
    places = sorted(_dates(text, max(0, end - WITHIN), end))
    return next((place for place in places if not text[place[1] : end].strip(" ,")), None)


def _dates(text: str, start: int, end: int) -> Iterator[Place]:
    line = text[start:end].partition("\n")[0]
    for match in SHORT.finditer(line):
        yield start + match.start(), start + match.end()
    for one in dates(line):
        if one.year is not None:
            yield start + one.start, start + one.end
