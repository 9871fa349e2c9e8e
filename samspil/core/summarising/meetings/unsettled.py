"""The words by which things stay open, are taken back or refused, in three languages."""

import re

from samspil.core.summarising.meetings.cues import any_of

STILL = any_of(
    r"(?:we|they|someone|somebody)(?:['’]ll)? ?(?:still |will |also )*(?:need|have|must|want|"
    r"are supposed)(?: still)? ?(?:to)? "
    r"(?:still )?(?:decide|agree|settle|approve|find out|clarify|figure out|discuss)",
    r"to be (?:decided|agreed|clarified|confirmed|discussed)",
    r"still (?:undecided|open|unclear|unresolved|to be \w+)",
    r"(?:an? |the |one |remains? |is |are |it['’]s |that['’]s )(?:\w+ )?(?:open (?:question|"
    r"point|issue)|unclear|undecided|unresolved)",
    r"open (?:question|point|issue)s?", r"no decision(?: yet)?",
    r"have(?:n['’]t| not) (?:yet )?(?:decided|agreed|settled|clarified)",
    r"(?:did|do)(?:n['’]t| not) (?:decide|agree|settle)", r"we (?:do not|don['’]t) (?:yet )?know",
    r"nobody knows",
    r"(?:missing|needed|lacking) (?:is )?(?:a |an )?(?:decision|answer)",
    r"(?:did|could)(?: not|n['’]t) reach (?:a |an )?(?:decision|agreement)",
    r"offen ist",
    r"(?:wurde|wurden|ist|sind) (?:\w+ ){0,3}?nicht (?:entschieden|beschlossen|geklärt|"
    r"besprochen)", r"(?:es )?fehlt (?:noch )?(?:eine|die) entscheidung",
    r"(?:taget|tage) stilling til",
    r"ikke (?:frem til|nået til|taget) (?:en |nogen )?(?:beslutning|enighed|stilling)",
    r"(?:mangler|savner) (?:vi )?(?:stadig )?(?:en )?(?:beslutning|afklaring|svar)",
    r"vi (?:skal|mangler|bør|må)(?: \w+){0,3} (?:at )?(?:beslutte|afklare|finde ud af|"
    r"blive enige|tage stilling)",
    r"(?:mangler|skal) (?:stadig |endnu |fortsat )?(?:at blive )?(?:besluttet|afklaret|afklares|"
    r"besluttes|at afklare)",
    r"(?:åbent|uafklaret) (?:spørgsmål|punkt)",
    r"(?:er|står) (?:stadig |fortsat |endnu |det )*(?:uklart|åbent|uafklaret|uafgjort)",
    r"det er (?:stadig |endnu |fortsat )?(?:ikke )?(?:uklart|uafklaret|afklaret|afgjort)",
    r"vi ved (?:endnu |stadig )?ikke",
    r"(?:har|fik|blev)(?: \w+){0,3} ikke (?:besluttet|vedtaget|afklaret|enige)",
    r"ikke (?:endnu )?(?:besluttet|afklaret|afgjort)",
    r"vi (?:besluttede|vedtog|blev) ikke", r"ingen beslutning",
    r"(?:müssen|sollten) wir (?:\w+ ){0,6}?(?:klären|entscheiden|herausfinden|beschließen|"
    r"abstimmen)",
    r"wir (?:müssen|sollten) (?:[\w,]+ ){0,8}?(?:klären|entscheiden|herausfinden|beschließen)",
    r"(?:ist|sind|bleibt|bleiben) (?:\w+ ){0,4}?(?:offen|unklar|ungeklärt|nicht (?:geklärt|"
    r"entschieden))",
    r"offene[r]? (?:frage|punkt)e?n?",
    r"noch (?:zu klären|offen|unklar|nicht (?:\w+ )?(?:entschieden|geklärt|beschlossen))",
    r"wissen wir (?:\w+ ){0,3}?nicht", r"wir wissen (?:\w+ ){0,3}?nicht", r"keine entscheidung",
    r"haben (?:\w+ ){0,4}?(?:nicht|nichts) (?:entschieden|beschlossen|geklärt|vereinbart)",
)  # fmt: skip
"""Something is not settled yet."""
UNKNOWN = re.compile(
    r"(?i)^(?:\w{1,6}[,.!… ]+){0,2}(?:i (?:really )?(?:do not|don['’]t) know|no idea|not sure|"
    r"i(?:['’]m| am) not sure|good question|"
    r"we(?:['’]ll| will)? (?:have to|need to|should|must)? ?(?:find out|check|come back|"
    r"look into)|nobody knows|we don['’]t know|hard to say|"
    r"det ved (?:jeg|vi) (?:\w+ )?ikke|ved (?:jeg|vi)? ?ikke|ingen anelse|godt spørgsmål|"
    r"det må vi (?:finde|undersøge|vende)|"
    r"det er jeg (?:\w+ )?ikke sikker|det skal vi have|det (?:kan|må) jeg ikke sige|"
    r"(?:das )?(?:weiß|wissen) (?:ich|wir) (?:\w+ ){0,2}nicht|weiß nicht|keine ahnung|"
    r"gute frage|das müssen wir|da bin ich (?:mir )?nicht|"
    r"schwer zu sagen|kann ich (?:\w+ ){0,2}nicht sagen)"
)
"""An answer that is none."""
TAKES_BACK = any_of(
    r"(?:let['’]s |we |i )?(?:take (?:that|it|this) back|scrap (?:that|it|this)|reverse (?:that|"
    r"it|this|the decision)|forget (?:that|about that|the decision)|"
    r"undo (?:that|it)|withdraw (?:that|it|this|the [\w ]{3,40})|cancel that|strike that|"
    r"scratch that)",
    r"(?:scrap|drop|forget|skip) the \w+", r"glem (?:det med|alt om)",
    r"vergiss(?:t)? de[nrm] \w+", r"vi ændrer (?:\w+ ){0,2}det",
    r"(?:is|are) (?:withdrawn|reversed|off the table|off again)",
    r"chang(?:e|ed) (?:my|our) minds?", r"on second thoughts?",
    r"not after all", r"after all,? (?:we|let['’]s|not|no)",
    r"(?:that|the) decision (?:does not|doesn['’]t|no longer) (?:hold|stands?)",
    r"no need(?: to| for that)?(?: any ?more)?", r"you (?:do not|don['’]t) (?:need|have) to",
    r"(?:det|den|beslutningen) (?:trækker|tager|omgør|ændrer|dropper|skrotter) vi(?: tilbage|"
    r" alligevel)?", r"vi (?:trækker|tager) (?:\w+ ){1,4}tilbage",
    r"vi (?:omgør|ændrer) (?:beslutningen|det)", r"alligevel ikke", r"ikke alligevel",
    r"glem (?:det|beslutningen)",
    r"(?:er|bliver) (?:trukket tilbage|omgjort|aflyst igen|droppet)",
    r"så (?:alligevel )?ikke", r"(?:det )?(?:behøver|skal) du (?:alligevel )?ikke(?: alligevel)?",
    r"det er ikke nødvendigt", r"vi dropper (?:det|den|beslutningen)",
    r"(?:das|den beschluss|die entscheidung) (?:nehmen|ziehen|machen|"
    r"heben) wir (?:\w+ ){0,3}(?:zurück|rückgängig|auf)",
    r"wir (?:nehmen|ziehen|machen|heben) (?:[\w ]{2,40})(?:zurück|rückgängig)",
    r"nehmen wir (?:[\w]+ ){0,3}zurück", r"doch nicht",
    r"(?:ist|wird|wurde) (?:\w+ ){0,3}(?:zurückgezogen|verworfen|aufgehoben|hinfällig)",
    r"vergesst? (?:das|es)", r"(?:das )?ist (?:\w+ ){0,2}nicht (?:mehr )?nötig",
    r"nicht nötig", r"brauchst du (?:\w+ ){0,2}nicht", r"wir verwerfen (?:das|die|den)",
)  # fmt: skip
"""Takes back what was settled or promised before."""
REFUSES = re.compile(
    r"(?i)^(?:\w{1,8}[,. ]+){0,2}(?:no\b|nope|i can['’]?(?:no)?t|i(?:['’]m| am) afraid (?:not|"
    r"i)|sorry|unfortunately|not me|i won['’]t|"
    r"nej\b|det kan jeg (?:\w+ )?ikke|jeg kan (?:desværre )?ikke|desværre|beklager|"
    r"nein\b|das kann ich (?:\w+ )?nicht|ich kann (?:\w+ ){0,3}nicht|leider|tut mir leid|"
    r"das schaffe ich nicht)"
)
NEXT_TOPIC = re.compile(
    r"(?i)^(?:\w{1,9}[,. ]+){0,3}(?:(?:the )?next (?:item|point|topic)|moving on|"
    r"let['’]s move on|(?:agenda )?(?:item|point) "
    r"(?:\d+|one|two|three|four|five|six)|(?:first|second|third|last|final) (?:item|point|"
    r"topic)|next up|"
    r"(?:det )?næste (?:punkt|emne)|punkt (?:\d+|et|to|tre|fire|fem)|(?:første|andet|tredje|"
    r"fjerde|sidste) (?:punkt|emne)|"
    r"(?:så )?(?:går vi|lad os gå) videre|vi går videre|videre til|"
    r"(?:der |zum )?nächste[rn]? (?:punkt|tagesordnungspunkt|thema)|(?:tagesordnungspunkt|top|"
    r"punkt) (?:\d+|eins|zwei|drei|vier|fünf)|"
    r"(?:erster|zweiter|dritter|vierter|letzter) (?:punkt|tagesordnungspunkt)|(?:kommen wir|"
    r"wir kommen) (?:nun |jetzt )?zu[mr]?|weiter (?:geht es )?mit)\b"
)
"""Opens another topic."""
