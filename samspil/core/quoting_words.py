"""How mail programs and people say that what follows is quoted, or the end, in three languages."""

import re

_ANY_CASE = re.IGNORECASE

ATTRIBUTIONS = tuple(
    re.compile(pattern, _ANY_CASE)
    for pattern in (
        r"^on\s.{4,}\b(wrote|writes)\s*:$",
        r"^at\s.{4,}\bwrote\s*:$",
        r"^\S.{1,120}\bwrote(\s+(on|at|in)\b.{3,})?\s*:$",
        r"^(den|d\.|på|kl\.)\s.{4,}\bskrev\b.*:$",
        r"^\S.{2,120}\bskrev\b(\s+.{2,})?:$",
        r"^am\s.{4,}\b(schrieb|geschrieben)\b.*:$",
        r"^\S.{2,120}\bschrieb\b(\s+.{2,})?:$",
        r"^\S.{2,120}\bhat\s+(am|um|in)\b.{3,}\bgeschrieben\s*:$",
    )
)
"""A line, or two or three that belong together, that says who wrote what follows."""
DATED = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\b(19|20)\d\d\b|\d{1,2}[.:]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d"
)
"""A program that quotes says when, or from which address; a person telling a story seldom does."""

FROM = re.compile(
    r"^[*_]{0,2}(fra|afsender|von|from|absender)[*_]{0,2}\s?:[*_]{0,2}\s*\S", _ANY_CASE
)
OTHER_HEADERS = re.compile(
    r"^[*_]{0,2}(sendt|dato|til|emne|cc|kopi|bcc|gesendet|datum|an|betreff|kopie|sent|date|to|subject"
    r"|reply-to|svar til|antwort an|vigtighed|priorität|importance)[*_]{0,2}\s?:",
    _ANY_CASE,
)
ABOUT = re.compile(r"^[*_]{0,2}(emne|betreff|subject)[*_]{0,2}\s?:", _ANY_CASE)
FORWARDED = re.compile(
    r"^[\s>]*(-{2,}\s*)?(forwarded (message|by)|begin forwarded message"
    r"|videresendt (besked|meddelelse|mail)|start på videresendt (besked|meddelelse|e-mail)"
    r"|weitergeleitete (nachricht|mail|e-mail)|anfang der weitergeleiteten (nachricht|e-mail)"
    r")\b[^.!?]{0,60}$",
    _ANY_CASE,
)
ORIGINAL = re.compile(
    r"^\s*[-_*]{2,}\s*(original[ -]?(message|mail|e-mail|nachricht|meddelelse|besked)"
    r"|(oprindelig|den oprindelige) (meddelelse|besked|mail|e-mail)"
    r"|ursprüngliche (nachricht|mail|e-mail)|reply message|svar ovenfor|ursprungsnachricht"
    r"|please (type|write) your reply above this line.*|skriv dit svar over denne linje.*"
    r"|bitte antworten sie (über|oberhalb) dieser (linie|zeile).*)\s*[-_*]{2,}\s*$",
    _ANY_CASE,
)
RULE = re.compile(r"^\s*[_\-=]{10,}\s*$")

DASHES = re.compile(r"^(--|—|––)\s*$")
DEVICE = re.compile(
    r"^\s*[<\[(]?(sendt fra (min |mit |outlook|mail|yahoo|gmail|proton)|hent outlook (til|for)"
    r"|få outlook (til|for)|sendt via|skrevet på (min )?(mobil|telefon)"
    r"|von (meinem|meiner) .{2,40} (gesendet|geschickt)|gesendet (von|mit|über|aus) "
    r"|diese (nachricht|e-mail|mail) wurde (von|mit) .{2,60} gesendet|outlook für (ios|android)"
    r"|holen sie sich outlook|(laden|beziehen) sie outlook|sent (from|via|with) "
    r"|get outlook (for|til)|typed on my|unterwegs (gesendet|getippt)).{0,60}$",
    _ANY_CASE,
)
PARTINGS = r"""
(med )?(de )?(venlige?|bedste|kærlige?|mange|hjertelige?) hilsen(er)?
(med )?(de )?(venligste|bedste|kærligste|hjerteligste) hilsner
(venlige?|kærlige?|mange|sommer) ?hilsner
hilsen(er)?
hilsner
mvh\.?
m\.v\.h\.?
med venlighed
vh\.?
v\.h\.
kh\.?
dbh\.?
ha' en god dag
mit (den )?(freundlichen|freundlichem|besten|herzlichen|sonnigen|lieben|vielen) (grüßen|gruß)
mit (den )?(freundlichen|freundlichem|besten|herzlichen) (grüssen|gruss|gruessen)
(freundlicher?|viele|beste|bester|liebe|lieber|herzliche|schöne|sonnige) (grüße|gruß)
(freundlicher?|viele|beste|bester|liebe|lieber|herzliche|schöne) (grüsse|gruesse|gruss)
(grüße|grüsse|gruß|gruss)
mfg
lg
vg
bg
hochachtungsvoll
es grüßt( sie)?( freundlich| herzlich)?
(with )?(kind|best|warm|kindest|warmest|many)( and best)? (regards|wishes)
regards
rgds
(yours )?(sincerely|faithfully|truly)( yours)?
yours
best
all the best
cheers
respectfully( yours)?
(many )?thanks and (kind |best )?regards
br
kr
"""
_LEAVES = "|".join(PARTINGS.split("\n")[1:-1])
PARTING = re.compile(rf"^\s*(?P<leave>{_LEAVES})\b\s*[,.!/–-]*\s*(?P<name>.{{0,45}})$", _ANY_CASE)
"""A line that takes leave, perhaps with a name behind it."""
THANKS = re.compile(
    r"^\s*(thanks|many thanks|thank you|thanks in advance|thx|tak|på forhånd tak|mange tak|danke"
    r"|vielen dank|besten dank|danke im voraus|vielen dank im voraus)\s*[,!.]?\s*$",
    _ANY_CASE,
)
"""Takes leave only where a name stands below and nothing else."""
ALONE = frozenset({"best", "yours", "hilsen", "br", "kr", "bg", "vg", "lg", "kh", "gruß", "gruss"})
"""Too common to be followed by more than a name."""
POSTSCRIPT = re.compile(r"^\s*(p\.?\s?s\.?|nb|n\.b\.|obs)\b\s*[:.;,–-]*\s*\S", _ANY_CASE)
FOOTER = re.compile(
    r"(confidential|fortrolig|vertraulich)\w*\b.*\b(recipient|modtager|empfänger|addressee"
    r"|adressat|bestemt|intended|bestimmt|disclos)"
    r"|\b(intended (solely )?(for|recipient)|rette (modtager|vedkommende)|tilsigtede modtager"
    r"|(nicht der|richtige|vorgesehene|bestimmungsgemäße) (richtige |beabsichtigte )?(adressat|"
    r"empfänger))"
    r"|(consider|think of) the environment before|tænk på miljøet|(denken|bedenken) sie (an|bitte) "
    r"(die|ihre) umwelt|bevor sie diese (e-)?mail ausdrucken"
    r"|(scanned|checked|kontrolleret|undersøgt|geprüft|überprüft)\w* "
    r"(for|auf|mod|af) (virus|viren|avast)"
    r"|(virus-free|virenfrei|virusfri)\b"
    r"|(email|e-mail|message|mail|nachricht|meddelelse) (originated from|came from|kommer fra"
    r"|kommt von|stammt von) (outside|an external|extern|en ekstern|einem externen|außerhalb"
    r"|uden ?for)"
    r"|(unsubscribe|afmeld (nyhedsbrev|dig)|newsletter abbestellen)"
    r"|(registered (in|office)|amtsgericht .{2,40}\bhrb\b|sitz der gesellschaft)",
    _ANY_CASE | re.DOTALL,
)
"""A paragraph that stands under every mail of its company."""
