"""What is wrong with a document, or was left out of it, in words for whoever gave it to us."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext


class Trouble(StrEnum):
    """Why a document cannot be read."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_MANY_ROWS = "too_many_rows"
    UNPACKS_TOO_FAR = "unpacks_too_far"
    TOO_SLOW = "too_slow"
    TOO_BIG_FOR_MEMORY = "too_big_for_memory"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    FAILED = "failed"
    ONLY_PICTURES = "only_pictures"
    NO_TEXT = "no_text"
    OLD_OFFICE = "old_office"
    UNKNOWN_KIND = "unknown_kind"
    OTHER_KIND = "other_kind"
    NOT_TEXT = "not_text"
    MISSING = "missing"


class Left(StrEnum):
    """What was left out of a document that was read."""

    PICTURES = "pictures"
    MACROS = "macros"
    INVISIBLE = "invisible"
    HIDDEN_PARTS = "hidden_parts"
    ATTACHMENTS = "attachments"
    BROKEN_PAGES = "broken_pages"
    COLUMNS = "columns"
    DAMAGED = "damaged"
    RECOGNISED = "recognised"
    UNRECOGNISED = "unrecognised"


WORDS: dict[str, str] = {
    Trouble.EMPTY: "The file is empty.",
    Trouble.TOO_LARGE: "The file is larger than {most} megabytes: divide it.",
    Trouble.TOO_MANY_PAGES: "The document has {pages} pages, and at most {most} are read: divide "
    "it.",
    Trouble.TOO_MUCH_TEXT: "The document holds more text than {most} full pages: divide it.",
    Trouble.TOO_MANY_ROWS: "The workbook has more than {most} rows: bring in only the sheets that "
    "people ask about.",
    Trouble.UNPACKS_TOO_FAR: "The file is packed, and unpacks to far more than documents do: open "
    "it and save it again.",
    Trouble.TOO_SLOW: "The file was not read within {most} seconds: divide it, or save it again.",
    Trouble.TOO_BIG_FOR_MEMORY: "Reading the file takes more than {most} megabytes of memory: "
    "divide it.",
    Trouble.ENCRYPTED: "The document is locked with a password: save it without one, and bring it "
    "in again.",
    Trouble.BROKEN: "The file is damaged: open it in its program and save it again.",
    Trouble.FAILED: "The file cannot be read: it is damaged, or takes more than {most} megabytes "
    "of memory. Save it again, or divide it.",
    Trouble.ONLY_PICTURES: "All pages ({of}) are pictures: text recognition is not installed.",
    Trouble.NO_TEXT: "There is no text in the document.",
    Trouble.OLD_OFFICE: "This is an old or locked Office file: save it as .docx, .xlsx or .pptx "
    "without a password.",
    Trouble.UNKNOWN_KIND: "This kind of file is not read. These are: PDF, Word, PowerPoint, Excel, "
    "HTML, Markdown, plain text, mail (.eml).",
    Trouble.OTHER_KIND: "The name ends in {ending}, but inside it is {found}: give the file its "
    "right name.",
    Trouble.NOT_TEXT: "The name ends in {ending}, but inside is no text: open it in its program to "
    "see what it is.",
    Trouble.MISSING: "The file cannot be opened: it is missing or closed to us.",
    Left.PICTURES: "{pages} of {of} pages are pictures: text recognition is not installed.",
    Left.MACROS: "The file holds macros (small programs): they were not run or read.",
    Left.INVISIBLE: "The document holds characters that nobody can see: they were left out.",
    Left.HIDDEN_PARTS: "Hidden parts of the document were left out.",
    Left.ATTACHMENTS: "Files in the mail ({files}) were not read: bring them in by themselves.",
    Left.BROKEN_PAGES: "{pages} of {of} pages are damaged: they were left out.",
    Left.COLUMNS: "Columns after the first {most} were left out of the widest sheets.",
    Left.RECOGNISED: "{pages} of {of} pages are scans: a program recognised their text (OCR), and "
    "it may contain errors.",
    Left.UNRECOGNISED: "On {pages} of {of} pages, which are pictures, no text was recognised.",
    Left.DAMAGED: "Some of the document is damaged: what could be read of it was kept.",
}
"""English sentences, which are also the keys of their translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something left out; as words, in the language of whoever reads, a sentence fit to show."""

    left: Left
    values: dict[str, int | str]

    def __str__(self) -> str:
        return gettext(WORDS[self.left]).format(**self.values)


class UnreadableDocument(Exception):
    """The document cannot be read; its words, in the reader's language, are fit to show."""

    def __init__(self, trouble: Trouble, **values: int | str) -> None:
        super().__init__(trouble, values)
        self.trouble = trouble
        self.values = values

    def __str__(self) -> str:
        return gettext(WORDS[self.trouble]).format(**self.values)


def remark(left: Left, **values: int | str) -> Remark:
    """A remark with the figures in its sentence."""
    return Remark(left=left, values=values)
