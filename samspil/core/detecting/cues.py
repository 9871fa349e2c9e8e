"""What the words before a number say it is: without them a phone number looks like an order."""

import re
from enum import StrEnum

REACH = 40
"""Characters before a number that may say what it is."""


class Cue(StrEnum):
    """What words announce."""

    IDENTITY = "identity"
    COMPANY = "company"
    ACCOUNT = "account"
    CARD = "card"
    PHONE = "phone"
    GOODS = "goods"
    REFERENCE = "reference"


SAID = {
    Cue.IDENTITY: (
        r"cpr|personn|person-?n|født|foedt|identi|steuer-?id|steuerliche|ident|id-?nr|birth|born"
        r"|social sec"
    ),
    Cue.COMPANY: (
        r"cvr|se[-/ ]?nr|moms-?(?:nr|nummer|reg)|ust-?id|umsatzsteuer-?id|vat\b|company (?:reg|n)"
        r"|virksomhed(?:en)? er registreret"
    ),
    Cue.ACCOUNT: (
        r"iban|konto(?:nr|nummer|n\b|en\b)?\b|kontonr|account n|reg\.? ?nr|bankleitzahl|blz"
    ),
    Cue.CARD: (
        r"kort(?:et|nr|nummer)?\b|dankort|visa|master ?card|kreditkarte|kreditkort|karten?nummer"
        r"|karte\b|(?:credit|debit) card|card(?: n\w*)?\b|amex|american express|diners|maestro"
    ),
    Cue.PHONE: (
        r"tlf|telefon|tel\b|tel\.|mobil|ring\b|ringe|kald\b|kalde|sms|opkald|lokal\b|træffes"
        r"|fang mig|få fat|handy|anruf|ruf(?:e|en|t)?\b|rückruf|erreich|fax|durchwahl|notfall"
        r"|notruf|(?:tele)?phone|cell\b|mobile|call(?:s|ed|ing)?\b|reach|whats ?app|signal\b|text\b"
        r"|kontakt|contact|hotline|nødtele|vagt|emergency|[tm]:"
        r"|(?:mit|mine|meine|my)\s(?:\w+\s)?num[mb]er\b"
    ),
    Cue.GOODS: (
        r"vare|artik|item|part\b|reservedel|ersatzteil|serie(?:n|nummer)|serial|stelnu|chassis"
        r"|teile?n|batch|charge(?:n|\s*$)|lot\b|sku|isbn|issn|ean\b|ean-|gtin|version|model|måler|zähler|meter\b"
        r"|build\b|firmware|inventar|lager(?:nr|num)|gavekort|gutschein|gift card"
    ),
    Cue.REFERENCE: (
        r"ordre|order|bestell|auftrag|faktura|rechnung|invoice|sag(?:s\w*)?\b|case|ticket|vorgang"
        r"|kunde(?:n\w*)?\b|customer|track|pakke|sendung|kolli|shipment|parcel|ref\b|reference"
        r"|referen[cz]|police|policy|vertrag|contract|kontrakt|tilbud|angebot|quote|bon\b|kassenbon"
        r"|beleg|bilag|kvittering|quittung|receipt|transa[ck]|po\b|aftale|steuernummer|hrb"
        r"|reklamation|request|claim|docket|\w{3,}(?:nummer|nr)\b"
    ),
}
"""Beginnings of words, in Danish, German and English; where two begin alike the first counts."""
_WORDS = re.compile(
    r"(?<!\w)(?:" + "|".join(rf"(?P<{cue.value}>{words})" for cue, words in SAID.items()) + ")"
)
SPENT = re.compile(r"\d{4}|\d\d \d\d|\]")
NEITHER = frozenset({Cue.GOODS, Cue.REFERENCE})
"""What announces a number that is nobody's."""


def cue_before(text: str, start: int) -> Cue | None:
    """What the nearest such word in the line before this place announces; None without any.

    One that already has its number announces nothing more, except a telephone: people have two.
    """
    begin = max(0, start - REACH, text.rfind("\n", 0, start) + 1)
    while 0 < begin < start and text[begin - 1].isalnum():
        begin += 1
    before = text[begin:start].lower()
    last = max(_WORDS.finditer(before), key=re.Match.end, default=None)
    if last is None or last.lastgroup is None:
        return None
    cue = Cue(last.lastgroup)
    spent = cue is not Cue.PHONE and SPENT.search(before, last.end())
    return None if spent else cue


def said_near(text: str, start: int, end: int, *, cue: Cue) -> bool:
    """Whether a word of this sort stands within 40 characters on either side."""
    around = text[max(0, start - REACH) : end + REACH].lower()
    return any(one.lastgroup == cue for one in _WORDS.finditer(around))
