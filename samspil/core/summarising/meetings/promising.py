"""Who takes something on: promises, requests and orders, in three languages."""

import re

DO_EN = (
    r"(?!be |have (?:to|been)|say |not |never |probably |admit|think |see |need |always |"
    r"just say|leave )"
)
DO_DE = (
    r"nehme|schicke|sende|mache|erstelle|prüfe|kläre|schreibe|rufe|kümmere|bereite|organisiere|"
    r"besorge|"
    r"liefere|bestelle|frage|informiere|aktualisiere|übernehme|melde|reiche|stelle|plane|buche|"
    r"lade|"
    r"überarbeite|teste|korrigiere|spreche|kontaktiere|hole|sammle|sorge|vereinbare|trage|lege|"
    r"bringe|gebe|"
    r"schaue|sehe|fasse|verschicke|leite|setze|richte|dokumentiere|ergänze|rechne|suche|"
    r"koordiniere"
)
DO_DA = (
    r"tager|sender|skriver|laver|undersøger|kigger|følger|får|sørger|ringer|bestiller|spørger|"
    r"kontakter|"
    r"opdaterer|booker|indkalder|udarbejder|retter|tjekker|afklarer|koordinerer|informerer|"
    r"melder|vender|"
    r"samler|indhenter|planlægger|forbereder|sætter|lægger|giver|leverer|finder|køber|tester|"
    r"ser|aftaler|"
    r"rydder|inviterer|arrangerer|gennemgår|beskriver|oversætter|henter|regner|deler|rundsender|"
    r"står for|"
    r"rykker|opretter|bringer|afleverer|indsender|udsender|fremsender|viser|bygger|hører om|"
    r"skifter"
)
OWN = re.compile(
    r"(?<![\w'’])(?:"
    rf"I(?:['’]ll| will| shall|['’]m going to| am going to)(?: then| also| just| gladly| try to|"
    rf" make sure to)* {DO_EN}\w+|"
    r"I can (?:do|take|send|write|check|prepare|look into|handle|call|organi[sz]e|book|draft|"
    r"update|ask|arrange)|"
    r"I(?:['’]m| am|['’]d be| would be) (?:happy|glad) to|"
    r"(?:let me|leave (?:that|it) (?:to|with) me)|I(?:['’]ll)? take (?:that|this|it|care)|"
    r"I promise to|"
    rf"(?i:jeg (?:skal nok|vil(?: gerne)?(?! sige| mene| tro| gerne vide| vide| foreslå| helst|"
    rf" ikke| høre)|{DO_DA}))(?= )|"
    rf"(?i:(?:det|den|dem|så|og|derefter|bagefter|inden \w+|på \w+dag) (?:skal jeg nok|"
    rf"(?:{DO_DA}) jeg))|"
    r"(?i:(?:det|den) kan jeg (?:godt|sagtens|tage)|lad mig (?!lige sige|sige)|"
    r"jeg kan (?:godt )?(?:tage|sende|lave|skrive|undersøge|kontakte|ringe|stå for|spørge))|"
    rf"(?i:ich (?:werde(?! nicht| wohl| das nicht)|{DO_DE}))(?= )|"
    rf"(?i:(?:das|den|die|es|dann|dazu|darum|bis \w+|am \w+|morgen|danach|heute|und|woche|"
    rf"tage) (?:werde ich|(?:{DO_DE}) ich))|"
    r"(?i:ich kann (?:\w+ ){0,6}?(?:übernehmen|machen|schicken|schreiben|prüfen|klären|anrufen|"
    r"organisieren))"
    r")(?!\w)"
)
"""Whoever speaks takes it on."""
OWN_DATED = re.compile(
    r"(?i)(?<!\w)(?:(?:jeg (?!er |har |ved |synes |tror |mener |kan |skal |vil |hører |håber |"
    r"forstår |var |husker "
    r"|glæder |foreslår |indstiller |regner med |går ud fra )\w+r|ich (?!habe |denke |glaube |"
    r"hoffe |finde |meine |wei|könnte |möchte |würde |hätte |wäre |hatte |war|schlage|beantrage|"
    r"empfehle|vermute)"
    r"\w+e)(?= )|(?<=\w )(?:\w+r jeg|\w+e ich)(?!\w))"
)
"""Whoever speaks does something; with a day beside it, it is a promise."""
NAMED_EN = (
    r"(?:,? (?:can|could|will|would) you|, please|, \w+ (?:\w+ ){0,4}please|(?:['’]s going to|"
    r" is going to| will| shall| is to| has to| "
    r"needs to| must)(?! (?:be |not |have been))(?= \w)|(?:['’]ll)(?= \w)| (?:takes (?:over|on|"
    r"care|that|this|it|the)|is responsible "
    r"for|is in charge of|takes responsibility|to )(?=\w| ))"
)
NAMED_DA = (
    rf"(?:,? (?:kan|vil|kunne|gider) du|, (?:vær sød|send|skriv|undersøg|ring|tag|lav|tjek|sørg|"
    rf"bestil|book)|, \w+ (?:lige|venligst)| (?:{DO_DA})(?= )| "
    r"(?:skal|vil|har lovet at|er ansvarlig for|har ansvaret for)(?! (?:ikke|have|være|"
    r"nok ikke))(?= ))"
)
NAMED_DE = (
    r"(?:,? (?:kannst|könntest|würdest|machst|übernimmst|schickst|prüfst|klärst|schreibst) du|"
    r",? (?:können|könnten|würden) sie|, bitte|, \w+ (?:\w+ ){0,2}bitte| "
    r"(?:wird|soll|muss|übernimmt|kümmert|schickt|sendet|macht|erstellt|prüft|klärt|schreibt|"
    r"bereitet|organisiert|besorgt|"
    r"liefert|bestellt|informiert|aktualisiert|ist verantwortlich|ist zuständig|bucht|plant|"
    r"stellt|sorgt|holt|legt|ruft|fragt|"
    r"spricht|überarbeitet|testet|verschickt)(?! (?:nicht|nie))(?= ))"
)
NAMED = re.compile(rf"(?:{NAMED_EN}|(?i:{NAMED_DA})|(?i:{NAMED_DE}))")
"""What follows a name where that person is to do something."""
ASKS = re.compile(
    r"(?i)(?<!\w)(?:(?:can|could|would|will) you|(?:kan|vil|gider|kunne) du|(?:kannst|könntest|"
    r"würdest) du|"
    r"(?:können|könnten|würden) sie)(?!\w)"
)
"""Somebody is asked to do something; who says yes takes it on."""
LABEL = re.compile(
    r"(?i)^(?:[-*• ]*)(?:action(?: item| point)?s?|to-?do|task|aktion(?:spunkt)?|"
    r"handling(?:spunkt)?|opgave|"
    r"aufgabe|maßnahme|next step)\s?[:–-]\s*"
)
"""Says that what follows is to be done."""
SOMEBODY = re.compile(
    r"(?i)(?<!\w)(?:(?:somebody|someone|one of us) (?:has to|needs to|must|should|will have to)|"
    r"we (?:have to|need to|must|will|'ll)|"
    r"(?:nogen|en af os) (?:skal|må|bør)|vi (?:skal|må) (?:have|huske at|nå at|sende|lave|få)|"
    r"(?:jemand|einer von uns) (?:muss|soll|sollte)|wir (?:müssen|werden))(?!\w)"
)
"""It is to be done, and nobody is named."""
BOUND = re.compile(
    r"(?<!\w)(?i:must|has to|have to|needs? to|is to|are to|skal|muss|müssen|soll|sollen)(?!\w)"
)
"""With a day beside it, something is to be done, whoever does it."""
ACCEPTS = re.compile(
    r"(?i)^(?:yes|yeah|sure|ok(?:ay)?|of course|will do|fine|no problem|ja|jo|klart|"
    r"selvfølgelig|det gør jeg|"
    r"gern(?:e)?|klar|godt|fint|det skal jeg|den tager jeg|wird (?:gemacht|erledigt)|natürlich|"
    r"mache ich|kein problem|in ordnung|das mache ich)\b"
)
"""Takes on what was just asked for."""
UNSURE = re.compile(
    r"(?i)(?<!\w)(?:might|maybe|perhaps|would|i could|if i (?:have|find|get)|måske|kunne jeg|"
    r"jeg kunne|ville|hvis jeg|eventuelt|"
    r"vielleicht|würde|könnte ich|ich könnte|eventuell|falls ich|wenn ich)(?!\w)"
)
NOT_DOING = re.compile(
    r"(?i)(?<!\w)(?:won['’]t|will not|not going to|can['’]t|cannot|never|ikke|aldrig|nicht|nie|"
    r"kein\w*)(?!\w)"
)
