"""Negations and opposites: the small words that turn a sentence round."""

import re

_NEGATIONS = """
    ikke ej ingen intet ingenting aldrig uden hverken næppe undtagen
    nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts kaum ausser
    not no never without neither nor nobody nothing none cannot hardly except
    isn't aren't doesn't don't won't can't mustn't shouldn't wasn't weren't didn't hasn't haven't
    """
NEGATIONS = frozenset(_NEGATIONS.split())
_DIRECTIONS = (
    ("mindst mindestens least minimum min", "højst maks maksimalt höchstens maximal most"),
    (
        "før inden forud before prior vor vorher bevor",
        "efter herefter derefter after nach danach nachdem",
    ),
    ("tidligst frühestens earliest", "senest spätestens latest"),
    ("tidligere earlier früher", "senere later später"),
    ("kun nur only eneste solely", "udelukkende ausschliesslich exclusively"),
)
CONDITIONS = frozenset(["hvis", "såfremt", "medmindre", "wenn", "falls", "sofern", "if", "unless"])
"""Words that make a sentence say only what would be."""
_OPPOSITES = (
    *_DIRECTIONS,
    ("altid immer always stets", "aldrig nie niemals never sjældent selten rarely"),
    (
        "mere mehr more over above über højere höher higher",
        "mindre weniger less fewer under below unter lavere niedriger lower",
    ),
    ("tilladt erlaubt allowed permitted", "forbudt verboten forbidden prohibited"),
    (
        "skal must muss müssen required pligt verpflichtet obliged",
        "kan can may kann können darf dürfen frivillig freiwillig optional",
    ),
    ("øges stiger increase increases steigt steigen", "falder decrease decreases sinkt sinken"),
    (
        "alle all alles every everyone everybody jeder jede samtlige",
        "nogle enkelte some few einige manche",
    ),
)
DIRECTIONS = tuple(frozenset(one.split()) for pair in _DIRECTIONS for one in pair)
OPPOSITES = tuple(
    pair
    for one, other in _OPPOSITES
    for pair in (
        (frozenset(one.split()), frozenset(other.split())),
        (frozenset(other.split()), frozenset(one.split())),
    )
)
WORD = re.compile(r"[^\W\d_]+(?:['’]t)?|[,;:]")
NOT_ONLY = re.compile(
    r"\b(?:ikke (?:kun|bare|blot)|nicht (?:nur|allein|bloss)|not (?:only|just|merely))\b"
)
"""Looks like a negation and is none; whoever says it must find it said."""
BREAKS = frozenset({"sondern", "aber", "jedoch", "doch", "men", "dog", "but", "however", *",;:"})
"""Where what a negation is about comes to an end."""
REACH = 3
"""Words that say something, before and after a negation, which it may be about."""


def words_in(text: str) -> list[str]:
    """The words and commas of a text in lower case; "don't" is one word, and so is "not only"."""
    return [one.replace("’", "'") for one in WORD.findall(NOT_ONLY.sub(" notonly ", text))]


def turned(claim: frozenset[str], held: frozenset[str]) -> bool:
    """Whether the claim says one of two opposites where the passage says only the other.

    What gives a direction, such as before, after or at least, must be said in any case.
    """
    if any(claim & each and not held & each for each in DIRECTIONS):
        return True
    return any(claim & mine and held & theirs and not held & mine for mine, theirs in OPPOSITES)
