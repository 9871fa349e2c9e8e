"""Say in the reader's language what the rules say in English."""

from django.utils.translation import get_language, gettext

from samspil.core.routing import WORDS, Reason
from samspil.work.models import Case, Topic


def reason_words(case: Case) -> str:
    """Why the case went where it went, as a sentence; empty before it is routed."""
    if not case.reason:
        return ""
    percent = round((case.confidence or 0) * 100)
    return gettext(WORDS[Reason(case.reason)]).format(quote=case.quote, percent=percent)


def topic_name(topic: Topic) -> str:
    """The topic's name in the reader's language, else its key in plain words."""
    language = get_language() or "en"
    name = topic.names.get(language[:2]) or topic.names.get("en")
    return str(name or topic.key.replace("_", " "))
