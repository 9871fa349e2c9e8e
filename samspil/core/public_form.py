"""What a company's public form asks and says, and when that is enough to open it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("da", "de", "en")
MOST_OWN_FIELDS = 5


class Asked(StrEnum):
    """Whether the form asks for something."""

    NO = "no"
    MAY = "may"
    MUST = "must"


class Usual(StrEnum):
    """What a form may ask for, beside the message itself."""

    NAME = "name"
    MAIL = "mail"
    PHONE = "phone"
    ORDER = "order"
    SUBJECT = "subject"


class Kind(StrEnum):
    """How a field of the company's own is filled in."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"


class Ground(StrEnum):
    """On which legal ground the company reads what people write (GDPR, Article 6)."""

    CONTRACT = "contract"
    INTEREST = "interest"
    DUTY = "duty"
    CONSENT = "consent"
    TASK = "task"


class Lack(StrEnum):
    """What a form cannot be opened without."""

    LANGUAGE = "language"
    TITLE = "title"
    PURPOSE = "purpose"
    CONTACT = "contact"
    PRIVACY = "privacy"
    LABEL = "label"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A field of the company's own; `labels` and `choices` by language."""

    labels: Mapping[str, str]
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Mapping[str, Sequence[str]]

    def label(self, language: str) -> str:
        """Its label in this language, else in any."""
        return self.labels.get(language) or next(filter(None, self.labels.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a form says in one language."""

    title: str = ""
    introduction: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlan:
    """Everything about a form that its owner chooses.

    `keep_months` is how long what comes in is kept after its case closed, `status_days` how long
    the sender's page is there then; `sites` are the origins that may show the form in a frame.
    """

    languages: Sequence[str] = ("da",)
    texts: Mapping[str, Texts]
    asked: Mapping[Usual, Asked]
    own: Sequence[OwnField] = ()
    files: bool = True
    contact: str = ""
    ground: Ground = Ground.CONTRACT
    keep_months: int = 12
    privacy_url: str = ""
    status_days: int = 90
    show_names: bool = False
    sites: Sequence[str] = ()

    def said(self, language: str) -> Texts:
        """The texts in this language, else in the first one offered."""
        return self.texts.get(language) or self.texts.get(self.languages[0]) or Texts()


def lacking(plan: FormPlan) -> list[Lack]:
    """What must be filled in before anybody may write: nobody writes without being told (GDPR,
    Article 13), in each language that is offered."""
    said = [plan.texts.get(language, Texts()) for language in plan.languages]
    own = [(field, language) for field in plan.own for language in plan.languages]
    missing = {
        Lack.LANGUAGE: not plan.languages,
        Lack.TITLE: not all(one.title.strip() for one in said),
        Lack.PURPOSE: not all(one.purpose.strip() for one in said),
        Lack.CONTACT: not plan.contact.strip(),
        Lack.PRIVACY: not plan.privacy_url.strip(),
        Lack.LABEL: not all(field.labels.get(language, "").strip() for field, language in own),
        Lack.CHOICES: not all(
            len(field.choices.get(language, ())) == _number_of_choices(field)
            for field, language in own
            if field.kind is Kind.CHOICE
        ),
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


def _number_of_choices(field: OwnField) -> int:
    """As many as the language with most of them has, and at least two."""
    return max(2, *(len(one) for one in field.choices.values()), 0)
