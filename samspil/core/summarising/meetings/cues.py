"""The words by which people propose and decide, in three languages."""

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?i)(?<![\w'’])(?:" + "|".join(patterns) + r")(?![\w])")


DECIDES = any_of(
    r"we(?:['’]ve| have)?(?: (?:all|now|just|finally|therefore|jointly))* (?:decided?|agreed?|"
    r"resolved|concluded|settled|"
    r"approved?|chose|chosen)",
    r"we(?:['’]ll| will|['’]re going to| are going to|['’]re|"
    r" are) (?:go(?:ing)?(?: ahead)? with|stick(?:ing)? "
    r"(?:with|to)|adopt|postpone|cancel|keep to|drop)",
    r"let['’]s (?:go (?:ahead )?with|stick (?:with|to)|settle (?:on|for)|adopt)",
    r"(?:that|it|this|the [\w ]{3,40})(?:['’]s| is| are| was| were|'re)(?: (?:hereby|now|then|"
    r"therefore|thus|also))* (?:decided|agreed|settled|"
    r"approved|adopted)",
    r"(?:the )?decision(?: is|:)",
    r"(?:then |so )?(?:that['’]s|it['’]s) (?:a )?(?:decided|settled|agreed|deal|decision)",
    r"decided:?$", r"agreed(?=[.,:!]|$)", r"approved(?=[.,:!]|$)", r"motion (?:is )?carried",
    r"the (?:board|committee|team|group|council|panel|management|meeting|"
    r"steering group) (?:has |have )?(?:unanimously )?(?:decided|agreed|approved|"
    r"resolved|adopted|chose)", r"(?:the |our )?conclusion(?: is|:)",
    r"we(?:['’]ll| will)? do without", r"unanimous(?:ly)?(?: decided| agreed)?[:,]",
    r"(?:bestyrelsen|udvalget|ledelsen|gruppen|styregruppen|teamet|mødet|rådet|"
    r"direktionen) (?:har )?(?:enstemmigt )?(?:besluttet|besluttede|vedtog|"
    r"vedtaget|godkendte|godkendt)", r"konklusionen(?: er|:)",
    r"(?:så |nu )?(?:er|bliver) (?:det|vi) (?:\w+ )?(?:besluttet|vedtaget|aftalt|godkendt|"
    r"enige om)",
    r"vi (?:undlader|springer|afskaffer|fastholder|stopper med)",
    r"(?:der vorstand|die runde|das team|die gruppe|der ausschuss|die leitung|der rat|"
    r"die versammlung|der lenkungskreis) (?:hat|haben) (?:[\w,]+ ){0,12}?"
    r"(?:beschlossen|entschieden|genehmigt|vereinbart)", r"(?:das )?fazit(?: ist|:)",
    r"wir (?:verzichten|behalten|halten fest an)",
    r"vi (?:har (?:nu |alle |dermed |lige )?)?(?:beslutte(?:t|de)|beslutter|vedtog|vedtager|"
    r"vedtaget|godkender|godkendt|"
    r"enedes|valgt at|vælger at)",
    r"(?:det|den|dette|de)? ?(?:er|bliver) (?:hermed |nu |dermed |så |også )*(?:besluttet|"
    r"vedtaget|godkendt|aftalt)",
    r"så er [\w ]{2,40} (?:besluttet|vedtaget|godkendt|aftalt)",
    r"vi (?:er|blev|bliver) (?:alle |altså |så |nu )*enige om",
    r"vi (?:går (?:videre )?med|vælger|holder fast i|"
    r"lægger os fast på|kører med|udskyder|dropper)", r"beslutningen er",
    r"(?:beslutning|beslutter|besluttet|vedtaget|godkendt)(?=[:.,!]|$)",
    r"så (?:siger|gør) vi (?:det|sådan)", r"vi har aftalt",
    r"wir (?:haben (?:[\w,]+ ){0,12}?(?:beschlossen|entschieden|vereinbart|geeinigt|festgelegt)|"
    r"beschließen|entscheiden uns|"
    r"einigen uns|vereinbaren|legen (?:\w+ ){0,6}fest|verabschieden|genehmigen)",
    r"(?:es|das|damit|somit|hiermit|der [\w ]{3,40}|die [\w ]{3,40}) (?:ist|wird|wurde|"
    r"sind) (?:[\w,]+ ){0,6}?(?:beschlossen|"
    r"entschieden|vereinbart|genehmigt|angenommen|verabschiedet)",
    r"wir (?:sind uns (?:alle )?einig|nehmen|bleiben bei|gehen mit|verschieben|machen (?:das|"
    r"es) so|streichen)",
    r"dann (?:machen|nehmen|bleiben|verschieben) wir",
    r"(?:der )?beschluss(?: lautet|:)", r"(?:die )?entscheidung(?: lautet| ist|:)",
    r"(?:beschlossen|genehmigt|angenommen|entschieden)(?=[:.,!]|$)",
)  # fmt: skip
"""Something is settled."""
ALONE = re.compile(
    r"(?i)^(?:(?:ok(?:ay)?|yes|ja|good|fine|great|godt|gut|right|so|så|also|then|dann|well|"
    r"prima|fint|super|"
    r"alright|all right|everyone|alle)[,.! ]+)*(?:(?:that|it|this)(?:['’]s| is)(?: (?:then|now|"
    r"therefore))* "
    r"(?:decided|agreed|settled|approved|a decision)|we(?:['’]re| are|"
    r" have)?(?: all)? agreed?(?: on that)?|decided|agreed|"
    r"approved|(?:det|så|dermed)? ?er (?:det )?(?:hermed |dermed |så |nu )*(?:besluttet|"
    r"vedtaget|aftalt|godkendt)|"
    r"(?:besluttet|vedtaget|godkendt)|vi er (?:alle )?enige(?: om det)?|så (?:siger|"
    r"gør) vi (?:det|sådan)|"
    r"(?:das|damit|dann|somit|es)? ?(?:ist|wird) (?:das |es )?(?:hiermit |damit |dann |somit |"
    r"so )*(?:beschlossen|entschieden|"
    r"vereinbart|genehmigt|angenommen)|(?:beschlossen|genehmigt|angenommen|einverstanden)|"
    r"(?:dann )?machen wir (?:das |es )?so|wir sind uns (?:alle )?einig)[,.! ]*(?:then|so|"
    r"then everyone|så|dann|thanks|tak|danke)?"
    r"[.!]*$"
)
"""Settles what was proposed just before, without saying it again."""
PROPOSES = any_of(
    r"i(?:['’]d)? (?:propose|suggest|move|recommend)", r"my (?:proposal|suggestion) is",
    r"i(?:['’]m| am) (?:in favou?r of|for)", r"jeg er for", r"jeg stemmer for",
    r"ich bin dafür", r"ich plädiere", r"ich bin für", r"(?:the )?proposal is",
    r"let['’]s", r"shall we", r"should we", r"what if we", r"how about", r"we (?:could|should)",
    r"jeg (?:foreslår|indstiller|vil foreslå)", r"mit forslag er", r"forslaget er",
    r"skal vi ikke", r"skal vi",
    r"lad os", r"vi (?:kunne|burde|bør)",
    r"ich (?:schlage|würde vorschlagen|empfehle|beantrage)", r"mein vorschlag", r"der vorschlag",
    r"lasst uns",
    r"sollen wir", r"sollten wir", r"wollen wir", r"wir (?:könnten|sollten)",
)  # fmt: skip
NOT = any_of(
    r"not", r"never", r"no (?:decision|agreement)", r"nobody", r"none", r"haven['’]t",
    r"hasn['’]t", r"didn['’]t", r"don['’]t",
    r"isn['’]t", r"wasn['’]t", r"won['’]t", r"can['’]t", r"cannot", r"aren['’]t", r"without",
    r"ikke", r"aldrig", r"ingen (?:beslutning|aftale|enighed)", r"hverken", r"uden at",
    r"nicht", r"nie(?:mals)?", r"keine?[nrsm]? (?:entscheidung|beschluss|einigung|einigkeit)",
    r"weder", r"ohne dass",
)  # fmt: skip
HYPOTHETICAL = any_of(
    r"if", r"whether", r"unless", r"suppos(?:e|ing)", r"would", r"could have", r"might", r"maybe",
    r"perhaps", r"once we",
    r"until we", r"before we", r"when we (?:have )?(?:decide|agree)d?", r"as if", r"assuming",
    r"in case",
    r"hvis", r"såfremt", r"måske", r"medmindre",
    r"når vi (?:har )?(?:beslutte|vedtage|godkende)[rt]?", r"indtil vi", r"ville",
    r"før vi", r"forudsat", r"i tilfælde af",
    r"wenn", r"falls", r"ob", r"vielleicht", r"würden?", r"könnten?", r"hätten?", r"sobald wir",
    r"bevor wir", r"bis wir",
    r"angenommen,? (?:wir|dass)", r"sofern",
)  # fmt: skip
EARLIER = any_of(
    r"(?:last|previous) (?:time|meeting|week|month|year|session)", r"back then", r"in the past",
    r"earlier this year", r"originally",
    r"sidste (?:gang|møde|uge|år|måned)", r"på (?:det )?(?:forrige|sidste) møde", r"tidligere",
    r"dengang", r"oprindeligt",
    r"letzte[nrs]? (?:mal|sitzung|woche|jahr|monat|treffen)", r"in der (?:letzten|vorigen) \w+",
    r"beim letzten \w+", r"damals",
    r"früher", r"ursprünglich",
)  # fmt: skip
"""Tells of what was settled before."""
