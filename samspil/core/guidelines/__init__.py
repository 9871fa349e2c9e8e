"""Rules for staff: what each is about, which reading of it still counts, and first drafts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "drafts"
LANGUAGES = ("da", "de", "en")


class Topic(StrEnum):
    """What a guideline is about; its short rule stands where that work is done."""

    TOOLS = "tools"
    DATA = "data"
    CHECKING = "checking"
    ERRORS = "errors"
    ASKING = "asking"
    OWN = "own"


DRAFTED = tuple(one for one in Topic if one is not Topic.OWN)
"""Topics for which there is a first draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A guideline in one language: title, the rule in one sentence, and all of it in Markdown."""

    title: str = ""
    short: str = ""
    body: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written in this language."""
        return not (self.title or self.short or self.body)

    @property
    def whole(self) -> bool:
        """Whether everything was written in this language."""
        return bool(self.title and self.short and self.body)


Wordings = Mapping[str, Wording]
"""A guideline by language: da, de or en."""


def tidied(wordings: Wordings) -> dict[str, Wording]:
    """Without blanks around, with single ends of lines, and without empty languages."""
    tidy = {
        language: Wording(
            title=" ".join(one.title.split()),
            short=" ".join(one.short.split()),
            body=one.body.replace("\r\n", "\n").strip(),
        )
        for language, one in wordings.items()
        if language in LANGUAGES
    }
    return {language: one for language, one in tidy.items() if not one.empty}


def stored(wordings: Wordings) -> dict[str, dict[str, str]]:
    """As plain values; `restored` reads them."""
    return {language: asdict(one) for language, one in wordings.items()}


def restored(kept: Mapping[str, Mapping[str, str]]) -> dict[str, Wording]:
    """What `stored` made plain."""
    return {language: Wording(**one) for language, one in kept.items()}


def chosen(wordings: Wordings, *, language: str, otherwise: str) -> tuple[str, Wording]:
    """The reader's language, else that of the organisation, else the first there is; and its text.

    An empty guideline reads as an empty text in the language `otherwise`.
    """
    for one in (language, otherwise, *wordings):
        if one in wordings:
            return one, wordings[one]
    return otherwise, Wording()


@cache
def first_draft(topic: Topic, language: str) -> Wording:
    """A text to begin with; raises `FileNotFoundError` where there is none."""
    text = (FOLDER / language / f"{topic}.md").read_text("utf-8")
    title, short, body = text.removeprefix("# ").split("\n\n", 2)
    return Wording(title=title, short=short, body=body.strip())
