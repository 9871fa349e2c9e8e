"""Words by which documents bind, limit and define, in three languages."""

import re

OBLIGATION = re.compile(
    r"\b(?:MUST(?: NOT)?|SHALL(?: NOT)?|REQUIRED|must(?: not)?|shall(?: not)?|(?:is|are) (?:not )?"
    r"(?:required|permitted|allowed|prohibited|obliged)|may not|has to|have to|"
    r"skal|må (?:ikke|kun|aldrig)|(?:er|bliver) (?:forpligtet|påkrævet|tilladt|forbudt)|"
    r"muss|müssen|dürfen?(?: \w+){0,4} nicht|darf(?: \w+){0,4} nicht|"
    r"(?:ist|sind)(?: \w+){0,6} (?:verpflichtet|erforderlich|untersagt|zulässig|unzulässig)|"
    r"hat(?: \w+){0,8} zu \w+en)\b"
)
"""What somebody has to do, or must not; only these, since "should" leaves it open."""
LIMIT = re.compile(
    r"(?i)\b(?:at (?:most|least)|no (?:more|less|later|longer|fewer) than|maximum|minimum|up to|"
    r"within \d|not exceed|limit(?:ed)?|højst|mindst|senest|maksimal\w*|minimum|inden for|"
    r"højest|grænse\w*|höchstens|mindestens|spätestens|maximal\w*|innerhalb|grenz\w*)\b"
)
DEFINES = re.compile(
    r"(?i)\b(?:means|is defined as|refers to|describes|provides|is a|are the|specifies|"
    r"betyder|defineres som|forstås|beskriver|fastlægger|bedeutet|bezeichnet|beschreibt|"
    r"versteht man|regelt|legt fest)\b"
)
DANGLING = re.compile(
    r"^(?:This|These|That|Those|It|They|Such|He|She|However|Therefore|Thus|Also|But|And|For "
    r"example|In (?:this|that|such) case|The (?:latter|former|above|following)|"
    r"Dette|Disse|Denne|Den|Det|De|Men|Og|Derfor|Desuden|For eksempel|Fx|F\.eks|I så fald|"
    r"Diese[rsnm]?|Dies|Es|Sie|Er|Aber|Und|Daher|Deshalb|Außerdem|Zum Beispiel|Z\.\s?B|"
    r"In diesem Fall)\b"
)
"""What begins like this leans on the sentence before it."""
NUMBER = re.compile(r"\d")
SAYING_NOTHING = {
    "da": """
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om
        vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv
        her alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end
        dette mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din
        nogle hos blive mange ad bliver hendes været thi jer sådan kan må samt ved kun
        """,
    "de": """
        aber alle als also am an auch auf aus bei bin bis da damit dann das dass dem den der des
        die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
        eines er es für gegen hat haben hier ich ihm ihn ihr ihre im in ist ja jede jedem jeden
        jeder jedes kann kein keine können man mehr mein mit muss müssen nach nicht noch nun nur ob
        oder ohne sehr sein seine sich sie sind so soll sollen über um und uns unter vom von vor
        war was weil wenn wer werden wie wir wird wo zu zum zur zwischen
        """,
    "en": """
        a about above after again all also am an and any are as at be because been before being
        below between both but by can could did do does doing down during each few for from further
        had has have having he her here hers him his how i if in into is it its itself may me might
        more most must my no nor not of off on once only or other our out over own same shall she
        should so some such than that the their them then there these they this those through to
        too under until up very was we were what when where which while who whom why will with
        would you your
        """,
}
EMPTY = {language: frozenset(said.split()) for language, said in SAYING_NOTHING.items()}
"""Words that say nothing of what a text is about."""
