"""Say in the reader's language what the rules say in English."""

from django.utils.translation import get_language, gettext, gettext_lazy

from samspil.core.floors import Floor
from samspil.core.judging import BLIND, Judging
from samspil.core.judging import WORDS as JUDGED_FIRST
from samspil.core.routing import Reason, sentence
from samspil.work.models import Case, Entry, Message, Topic

MODEL_WORDS = {
    "complementary": (
        gettext_lazy("Each owns whole steps"),
        gettext_lazy("AI sorts every message alone. People write every reply."),
    ),
    "collaborative": (
        gettext_lazy("AI proposes, a person decides each"),
        gettext_lazy("AI suggests a topic and a draft. A person looks at every single case."),
    ),
    "supervised": (
        gettext_lazy("AI does whole runs, people take the exceptions"),
        gettext_lazy(
            "AI may finish cases alone where its error rate is proved to be low. "
            "Until then, and for all that is unusual, a person decides."
        ),
    ),
}
"""Each organisation model: its short name and what it means, in a sentence or two."""


FLOOR_WORDS = {
    Floor.PEOPLE: gettext_lazy("A person always: it decides about a person"),
    Floor.IRREVERSIBLE: gettext_lazy("A person always: it cannot be taken back"),
    Floor.SPECIAL: gettext_lazy("A person always: it touches on health, belief or the like"),
    Floor.MONEY: gettext_lazy("A person always: it decides about money"),
}
"""Who decides the cases of a topic with this floor."""


def reason_words(case: Case) -> str:
    """Why the case went where it went, as a sentence; empty before it is routed.

    As long as a person has to judge it first, only that, or that lots or rules keep AI out.
    """
    if not case.reason:
        return ""
    if case.hides_answer and case.reason not in BLIND:
        return gettext(JUDGED_FIRST[Judging(case.judging)])
    percent = round((case.confidence or 0) * 100)
    words = gettext(sentence(Reason(case.reason), quote=case.quote))
    return words.format(quote=case.quote, percent=percent)


FILLED = {
    "name": gettext_lazy("Name"),
    "phone": gettext_lazy("Telephone number"),
    "order": gettext_lazy("Order or customer number"),
}
"""What the usual fields of a public form are called; the company's own fields name themselves."""


def filled_in(entry: Entry) -> list[tuple[str, str]]:
    """What was filled in beside the message, with names in the reader's language."""
    return [(str(FILLED.get(label, label)), typed) for label, typed in entry.fields]


def reply_words(message: Message) -> str:
    """A reply without the line that AI took part: that line names the colleague who approved it."""
    if not message.made_with_ai:
        return message.text
    return message.text.rpartition("\n\n")[0] or message.text


def topic_name(topic: Topic) -> str:
    """The topic's name in the reader's language, else its key in plain words."""
    language = get_language() or "en"
    names = topic.names
    name = names.get(language[:2]) or names.get("en") or next(filter(None, names.values()), "")
    return str(name or topic.key.replace("_", " "))


def as_draft(template: str) -> str:
    """A topic's reply as AI drafts it: whom it greets a person adds."""
    return template.replace(" {name}", "").replace("{name}", "").strip()
