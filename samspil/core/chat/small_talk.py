"""A greeting, thanks or a farewell, when a turn says nothing else."""

import re
from enum import StrEnum

WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 8


class Courtesy(StrEnum):
    """What a turn of mere politeness is."""

    HELLO = "hello"
    THANKS = "thanks"
    FAREWELL = "farewell"


_SAID = {
    Courtesy.FAREWELL: (
        "farvel hej hej ha det godt dag fortsat vi ses tschüss tschüs ciao auf wiedersehen "
        "schönen tag noch bye goodbye see you have a nice day"
    ),
    Courtesy.THANKS: (
        "tak mange tusind for hjælpen svaret det er super fint perfekt godt danke vielen dank "
        "herzlichen schön sehr für die hilfe antwort super prima perfekt thanks thank you very "
        "much so a lot for your the help answer great perfect ok okay cheers"
    ),
    Courtesy.HELLO: (
        "hej hejsa hallo halløj goddag davs god dag morgen aften godmorgen godaften guten tag "
        "abend servus moin grüß gott hi hello hey there good morning afternoon evening greetings"
    ),
}
_SIGNS = {
    Courtesy.FAREWELL: {"farvel", "ses", "tschüss", "tschüs", "ciao", "wiedersehen", "bye"}
    | {"goodbye", "fortsat"},
    Courtesy.THANKS: {"tak", "danke", "dank", "thanks", "thank", "cheers"},
    Courtesy.HELLO: {"hej", "hejsa", "hallo", "halløj", "goddag", "davs", "godmorgen", "godaften"}
    | {"god", "guten", "servus", "moin", "grüß", "hi", "hello", "hey", "good", "greetings"},
}


def courtesy_of(text: str) -> Courtesy | None:
    """Which courtesy a turn is; None where it says anything besides."""
    words = [word.casefold() for word in WORD.findall(text)]
    if not words or len(words) > MOST_WORDS or any(sign.isdigit() for sign in text):
        return None
    known = {word for said in _SAID.values() for word in said.split()}
    if not set(words) <= known:
        return None
    return next((one for one in _SIGNS if _SIGNS[one] & set(words)), None)
