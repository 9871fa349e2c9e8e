"""Which of Danish, German and English a text is written in, or none of them.

A language model of 140 languages gives the first sign; small words give the second, because
Norwegian and Swedish look like Danish to it, and very short texts look like anything.
"""

import math
import re
import unicodedata
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

KNOWN = ("da", "de", "en")
MOST_CHARACTERS = 1_000
"""Enough to tell; reading more would only take longer."""
WORD_WEIGHT = 1.5
"""What one telling word adds, in natural logarithms of a probability."""
MOST_WORDS = 4
HOME_ADVANTAGE = 1.6
"""Customers here mostly write one of the three: another language must be clearly likelier."""
LEAST_SHARE = 1e-9
NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NEVER_A_RIVAL = frozenset({"pcm"})
"""Nigerian Pidgin: short English reads as it."""

TELLING = {
    "da": """hvad hvornår hvorfor hvordan mig dig sig jer jeres nogen noget nogle efter ud op uge
        ugen jeg ikke også af at til og er min mit mine nu gik blev bliver kunne skulle hej
        tak meget mere hvilke hvilken hvem der det den de et en på med for om kan vil skal har
        fra klokken vis fortæl spil sæt hos endnu bedes venligst ønsker væk sluk tænd i dag
        morgen""",
    "de": """ich nicht und der die das den dem ein eine einen mir mich mein meine ist sind wie was
        wann warum wo bitte danke für mit auf von zu zum zur kann können habe haben hat noch
        auch nach über wird werden am im um es gib zeig sage spiele wer welche welcher welches
        sie ihr uns heute morgen uhr keine kein hallo""",
    "en": """the a an is are was i my me you your what when where why how who do does did can could
        would please to of and for in on at it this that not have has with from there any
        about tell show play turn set get give let be hi hello thanks thank new""",
    "no": """hva meg deg seg dere deres noen noe etter ut opp uke uken å gikk ble blir hei takk mye
        hvilke ikke jeg nå ennå ønsker gjennom igjennom hvordan hvorfor fikk bare hvis mine
        vår våre hvilken hvem ønske kjøpe kjøpt fungerer ødelagt gjerne og til er min mitt
        ditt det den de et en på med for om kan vil skal har fra der kunne skulle hos penger
        kroner reise bytter""",
    "sv": """jag inte är och ett att på vad när varför hur mig dig min mitt mina ni er hej tack
        från för med till av efter nu också någon något vilken vilka har ännu ska skulle kunde
        vill måste blir blev få fått går""",
    "nl": """ik het een de niet en is mijn u uw jullie wij waarom wanneer hoe wat van voor met op
        naar heb heeft kan kunt graag nog maar ook aan bij deze dit""",
    "fr": """je le la les un une des et est pas mon ma mes vous votre pour avec dans que qui sur du
        au""",
    "es": "el la los las un una y es no mi mis por para con que qué se del está cómo cuánto hola",
    "it": "il lo la gli un una e è non mio mia per con che del della come quanto ciao sono",
    "pt": "o os as um uma e é não meu minha por para com que do da como quanto olá está",
    "pl": "i w na nie się jest do to mi moje moja mój czy jak dlaczego kiedy z że dla",
    "tr": "ve bir bu ne için benim bana nasıl neden değil mı mi var yok",
    "fi": "ja on ei minun miten miksi mitä että se en hei kiitos",
}
WORDS = {language: frozenset(text.split()) for language, text in TELLING.items()}


def language_of(text: str) -> str | None:
    """ISO 639-1 code of one of the three languages; None when it is another or cannot be told."""
    plain = NOT_PROSE.sub(" ", unicodedata.normalize("NFC", text[:MOST_CHARACTERS])).lower()
    found = WORD.findall(plain)
    if not found:
        return None
    likely = _likelihoods(" ".join(plain.split()), set(found))
    home = max(KNOWN, key=lambda language: likely[language])
    strange = max(score for language, score in likely.items() if language not in KNOWN)
    return home if likely[home] + HOME_ADVANTAGE >= strange else None


def _likelihoods(plain: str, found: set[str]) -> dict[str, float]:
    """Logarithms of probability, up to a constant: of languages that have telling words, and of the
    likeliest of all others, which none of the rest could outdo."""
    shares = dict(_identifier().rank(plain))  # the likeliest first
    other = next(one for one in shares if one not in WORDS and one not in NEVER_A_RIVAL)
    likely = {one: math.log(max(shares[one], LEAST_SHARE)) for one in (*WORDS, other)}
    for language, words in WORDS.items():
        likely[language] += WORD_WEIGHT * min(len(words & found), MOST_WORDS)
    return likely


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Read from disk when first needed; only read from then on, so threads may share it."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
