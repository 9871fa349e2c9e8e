"""The sentence on who does a task, where it stands in what an initiative is to bring."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.core.allocation.divisions import WORDS, Division


def retold(aim: str, division: Division | None) -> str:
    """The same words with the sentence of this division in place of another one, in its language;
    what people wrote themselves stays. None: nothing is known to put there."""
    if division is None:
        return aim
    for language, _name in settings.LANGUAGES:
        with override(language):
            now = _(WORDS[division])
            for sentence in (_(words) for words in WORDS.values()):
                aim = aim.replace(sentence, now)
    return aim
