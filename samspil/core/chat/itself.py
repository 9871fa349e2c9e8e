"""Whether somebody asks what they are talking to: they are always told the truth."""

import re

WHAT = (
    r"(?:menneske\w*|mensch\w*|humans?(?: beings?)?|person(?:en)?|people|robot\w*|roboter\w*"
    r"|chat-?bot\w*|bots?|maskine\w*|maschine\w*|machines?|computer\w*|ai|a\.i\.|ki|chat-?gpt"
    r"|kunstig intelligens|künstlichen? intelligenz|artificial intelligence)"
)
TRUE = (
    r"(?:(?:en|et|noget|ein|eine|einem|einer|an?|some|just|nur|only|bare|kun|real|actual|live|human"
    r"|rigtige?t?|ægte|levende|echte[rmn]?|richtige[rmn]?|virkelige?t?) )*"
)
EVEN = (
    r"(?:(?:så|nu|lige|her|egentlig|virkelig|i virkeligheden|sammen|denn|eigentlich|wirklich|etwa"
    r"|jetzt|hier|gerade|really|actually|even|in fact|truly|now|then) )*"
)
END = r"(?=(?: (?:here|now|right now|answering|really|exactly|egentlig|eigentlich|denn))?\W*$)"
_WAYS = (
    # Danish
    rf"er (?:du|i|det her|dette|det|den her) {EVEN}{TRUE}(?:{WHAT}|rigtig|ægte|levende)",
    rf"(?:taler|snakker|skriver|chatter) jeg {EVEN}med {TRUE}{WHAT}",
    rf"(?:hvem|hvad) er du{END}",
    r"hvem (?:taler|snakker|skriver|chatter) jeg (?:egentlig )?med",
    rf"sidder der {TRUE}{WHAT}",
    # German
    rf"(?:bist du|sind sie|ist das|ist das hier|seid ihr) {EVEN}{TRUE}(?:{WHAT}|echt)",
    rf"(?:spreche|schreibe|rede|chatte) ich {EVEN}mit {TRUE}{WHAT}",
    rf"(?:wer|was) (?:bist du|sind sie){END}",
    r"mit wem (?:spreche|schreibe|rede|chatte) ich",
    rf"sitzt (?:da|dort|hier) {TRUE}{WHAT}",
    # English
    rf"(?:are|r) (?:you|u) {EVEN}{TRUE}(?:{WHAT}|real)",
    rf"is (?:this|it|that|there) {EVEN}{TRUE}(?:{WHAT}|automated){END}",
    rf"am i {EVEN}(?:talking|speaking|chatting|writing) (?:to|with) {TRUE}{WHAT}{END}",
    rf"(?:who|what) are you{END}",
    r"who am i (?:talking|speaking|chatting|writing) (?:to|with)",
)
ASKS = re.compile(r"(?<!\w)(?:" + "|".join(_WAYS) + r")(?!\w)", re.IGNORECASE)
STRAIGHT = str.maketrans({"’": "'", "‘": "'"})


def asks_what_it_is(text: str) -> bool:
    """Whether the text asks if a person or a machine answers, in Danish, German or English."""
    return ASKS.search(_plain(text)) is not None


def beside_that(text: str) -> str:
    """What the text says beside that question; empty where it says nothing more."""
    rest = ASKS.sub(" ", _plain(text))
    return rest.strip() if re.search(r"\w{2}", rest) else ""


def _plain(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).split())
