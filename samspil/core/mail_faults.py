"""What can be wrong with a mail, in words that say what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One thing that is wrong with a mail or a file in it."""

    NO_HEAD = "no_head"
    NO_FROM_LINE = "no_from_line"
    BROKEN_PARTS = "broken_parts"
    UNKNOWN_CHARSET = "unknown_charset"
    WRONG_CHARSET = "wrong_charset"
    WRONG_ENCODING = "wrong_encoding"
    CUT_SHORT = "cut_short"
    ZEROS = "zeros"
    NO_TEXT = "no_text"
    LONG_HEAD = "long_head"
    TOO_DEEP = "too_deep"
    MANY_PARTS = "many_parts"
    TOO_LONG = "too_long"
    SAME_NUMBER = "same_number"
    WRONG_DATE = "wrong_date"
    ENCRYPTED = "encrypted"
    SEALED = "sealed"
    PROGRAM = "program"
    WRONG_KIND = "wrong_kind"
    LARGE_FILE = "large_file"
    WINMAIL = "winmail"


WORDS = {
    Fault.NO_HEAD: "This is not a mail: it has no sender, no date and no subject. It was left out.",
    Fault.NO_FROM_LINE: "Another mail seems to begin inside this one, without a “From ” line above "
    "it: both are in the text.",
    Fault.BROKEN_PARTS: "The mail's parts do not begin or end as it says: what could be read came "
    "in, the rest may be missing.",
    Fault.UNKNOWN_CHARSET: "The mail names a character set that does not exist (“{detail}”): look "
    "whether its letters are right.",
    Fault.WRONG_CHARSET: "The letters are not in the character set that the mail names "
    "(“{detail}”): it was read by what fits.",
    Fault.WRONG_ENCODING: "A part is not encoded as it says (“{detail}”): it was read as it "
    "stands.",
    Fault.CUT_SHORT: "An encoded part ends in the middle: its end is missing.",
    Fault.ZEROS: "The mail held zero bytes; they were taken out.",
    Fault.NO_TEXT: "The mail has no text: a person looks at it.",
    Fault.LONG_HEAD: "The head of the mail is longer than 128 kilobytes: only what is needed of it "
    "was read.",
    Fault.TOO_DEEP: "Parts lie inside parts more than 40 deep: those deeper were not read as "
    "parts.",
    Fault.MANY_PARTS: "The mail has more than 500 parts: those after were left out.",
    Fault.TOO_LONG: "The mail's text is longer than 5 megabytes: the rest was left out.",
    Fault.SAME_NUMBER: "Another mail in this file has the same Message-ID: it came in as a mail of "
    "its own.",
    Fault.WRONG_DATE: "The date cannot be right (“{detail}”): the time of its arrival counts.",
    Fault.ENCRYPTED: "The mail is encrypted and cannot be read here: open it in your mail program.",
    Fault.SEALED: "The text is packed inside its signature and cannot be read here: open it in "
    "your "
    "mail program.",
    Fault.PROGRAM: "The file “{detail}” is a program or may hold one: it was left out.",
    Fault.WRONG_KIND: "The file “{detail}” is of a kind that is not taken: it was left out.",
    Fault.LARGE_FILE: "The file “{detail}” is too large: it was left out.",
    Fault.WINMAIL: "The file “{detail}” holds what only Outlook can read: ask for the mail as "
    "plain "
    "text or HTML.",
}
"""In English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A fault of one mail; `detail` is the name that its words leave open."""

    fault: Fault
    detail: str = ""
