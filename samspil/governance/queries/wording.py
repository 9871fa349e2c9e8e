"""What is said of guidelines and language models, in the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.adapters.model_servers import WORDS as FAILURES
from samspil.core.detecting import Kind
from samspil.core.gateway.allowing import WORDS
from samspil.core.guidelines import Topic
from samspil.core.masking import DataClass

CLASSES = {
    DataClass.PUBLIC: _("public"),
    DataClass.INTERNAL: _("internal"),
    DataClass.CONFIDENTIAL: _("confidential"),
    DataClass.PERSONAL: _("personal"),
    DataClass.SPECIAL: _("sensitive personal"),
    DataClass.SECRET: _("secret"),
}
"""What each class of data is called, the mildest first."""

KINDS = {
    Kind.CPR: _("CPR numbers"),
    Kind.TAX: _("tax ids"),
    Kind.CVR: _("numbers of companies"),
    Kind.IBAN: _("account numbers"),
    Kind.CARD: _("numbers of payment cards"),
    Kind.PHONE: _("telephone numbers"),
    Kind.MAIL: _("mail addresses"),
    Kind.ADDRESS: _("postal addresses"),
    Kind.BIRTH: _("dates of birth"),
}
"""What each thing that has a form is called."""

TOPICS = {
    Topic.TOOLS: _("Which AI we use"),
    Topic.DATA: _("Which data never goes in"),
    Topic.CHECKING: _("Check before you send"),
    Topic.ERRORS: _("Who answers for errors"),
    Topic.ASKING: _("Whom to ask"),
    Topic.OWN: _("Something else"),
}
"""What each guideline is about."""


def class_name(said: str) -> str:
    """What a class of data is called; as it is where there is none of the name."""
    return str(CLASSES[DataClass(said)]) if said in set(DataClass) else said


SENTENCES = {key.value: said for words in (WORDS, FAILURES) for key, said in words.items()}


def why_in_words(why: str) -> str:
    """Why a language model was not asked, or how it failed; empty for what is neither."""
    said = SENTENCES.get(why, "")
    return gettext(said) if said else ""
