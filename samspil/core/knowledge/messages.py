"""What a message asks, where it asks one thing: greetings and names around it left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samspil.core.knowledge.sentences import sentences

HELLO = (
    r"^(?:hej(?:sa)?|hallo|hello|hi|dear|kære|goddag|god (?:dag|morgen|aften)|moin|liebe[rs]?"
    r"|guten (?:tag|morgen|abend)|sehr geehrte\w*|good (?:day|morning|afternoon|evening)"
    r"|to whom it may concern)"
)
GREETING = re.compile(rf"{HELLO}(?:[\s,!.]+[\w.'-]+){{0,5}}[\s,!.]*$", re.IGNORECASE)
OPENING = re.compile(rf"{HELLO}(?: [\w.'-]+){{0,4}} ?[,!] ", re.IGNORECASE)
"""A greeting that a sentence begins with."""
FAREWELL = re.compile(
    r"^(?:mvh|(?:med )?venlige? hilsen|(?:de )?bedste hilsner|hilsen|vh|(?:på )?forhånd tak"
    r"|(?:mange )?tak(?: for (?:hjælpen|svaret))?"
    r"|(?:mit )?(?:freundlichen|besten|vielen) (?:grüßen|dank)|(?:viele|liebe|beste) grüße|danke"
    r"|(?:kind|best|warm)? ?regards|best wishes|sincerely|yours|(?:many )?thanks|thank you"
    r"|cheers)\b",
    re.IGNORECASE,
)
SHORTEST = 3
"""Letters of a sentence that says something."""
LONGEST_LINE = 6
"""Words of a greeting, a farewell or a line of a signature; longer ones say something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """The one question of a message; `whole`: the message says nothing else."""

    question: str
    whole: bool


def asks(text: str) -> Asks | None:
    """What a message asks; None where it asks nothing, or more than one thing."""
    said = list(said_in(text))
    questions = [one for one in said if one.rstrip('"”“») ').endswith("?")]
    if len(questions) != 1:
        return None
    return Asks(question=questions[0], whole=len(said) == 1)


def said_in(text: str) -> Iterator[str]:
    """The sentences of a message in order, without greeting, farewell, and the short lines of a
    signature.
    """
    ended = False
    for start, end in sentences(text):
        one = OPENING.sub("", " ".join(text[start:end].split()))
        if one.endswith("?") or len(one.split()) > LONGEST_LINE:
            yield one
        elif ended or FAREWELL.match(one):
            ended = True
        elif len(one) >= SHORTEST and not GREETING.match(one):
            yield one
