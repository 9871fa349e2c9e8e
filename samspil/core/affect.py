"""Words that name how somebody feels: no name of anything may, where employees write.

Names are what people call topics by, and what a skill calls its results. They say what a message
is about, never how its writer is.
"""

import re
import unicodedata

_WORDS = (
    # English
    r"moods?", r"emotion\w*", r"sentiments?", r"feelings?", r"affect", r"ang(?:er|ry)",
    r"frustrat\w*", r"happ(?:y|iness)", r"unhapp\w*", r"sad(?:ness)?", r"fear(?:ful)?",
    r"anxi\w*", r"stress\w*", r"enthusias\w*", r"sincer\w*", r"passion\w*", r"attitudes?",
    r"motivat\w*", r"unmotivat\w*", r"engage(?:d|ment)", r"disengage\w*", r"moral[e]",
    r"(?:dis|un)?satisf\w*", r"burn(?:ed|t)?[ -]?out", r"loyal\w*", r"disloyal\w*",
    # Danish
    r"hum[øo]e?r\w*", r"stemning\w*", r"sindsstemning\w*", r"f[øo]e?lels\w*", r"vred\w*",
    r"glad\w*", r"bedr[øo]e?v\w*", r"begejstr\w*", r"entusias\w*", r"oprigtig\w*",
    r"engageme?nt\w*", r"engageret\w*", r"umotiver\w*", r"motiver\w*", r"arbejdsgl[æa]e?d\w*",
    r"(?:u)?tilfreds\w*", r"udbr[æa]e?nd\w*", r"lidenskab\w*",
    # German
    r"stimmung\w*", r"laune\w*", r"gef[üu]e?hl\w*", r"emotion\w*", r"w[üu]e?tend\w*", r"wut",
    r"traurig\w*", r"[äa]e?ngstlich\w*", r"begeister\w*", r"enthusias\w*", r"aufrichtig\w*",
    r"motivation\w*", r"(?:un)?zufrieden\w*", r"gereizt\w*", r"leidenschaft\w*",
)  # fmt: skip
_NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"[_\-./:]+")
_HIDDEN = {"Cf", "Cc", "Mn"}
"""Signs that are not seen, or sit on another one."""


def named_feeling(name: str) -> str:
    """The first word of a name that says how somebody feels; empty where none does."""
    composed = unicodedata.normalize("NFKC", name)
    seen = "".join(sign for sign in composed if unicodedata.category(sign) not in _HIDDEN)
    found = _NAMED.search(_JOINS.sub(" ", seen))
    return found.group() if found else ""
