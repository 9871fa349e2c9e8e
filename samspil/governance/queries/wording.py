"""What is said of language models, in the reader's language."""

from django.utils.translation import gettext_lazy as _

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


def class_name(said: str) -> str:
    """What a class of data is called; as it is where there is none of the name."""
    return str(CLASSES[DataClass(said)]) if said in set(DataClass) else said
