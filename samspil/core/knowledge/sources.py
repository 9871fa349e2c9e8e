"""Where documents come from by themselves: what a round may take away, and what can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MOST_GONE = 0.5
"""The share of a source's documents that one round may take away."""


class Mishap(StrEnum):
    """Why a source, or one thing in it, could not be read."""

    NOT_ALLOWED = "not_allowed"
    NO_FOLDER = "no_folder"
    CLOSED_FOLDER = "closed_folder"
    TOO_MANY = "too_many"
    OUT_OF_TIME = "out_of_time"
    STOPPED = "stopped"
    FAILED = "failed"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    CLOSED_FILE = "closed_file"
    LONG_NAME = "long_name"
    ODD_NAME = "odd_name"
    NAME_TAKEN = "name_taken"
    NO_ANSWER = "no_answer"
    PRIVATE = "private"
    BAD_SITEMAP = "bad_sitemap"
    BIG_SITEMAP = "big_sitemap"
    NO_PAGES = "no_pages"
    ROBOTS = "robots"
    LED_AWAY = "led_away"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    BUSY = "busy"
    OTHER_KIND = "other_kind"
    NO_LOGIN = "no_login"
    NO_MAILBOX = "no_mailbox"
    NO_CERTIFICATE = "no_certificate"
    NOT_THERE = "not_there"
    NO_PASSWORD = "no_password"  # noqa: S105 - a word for one that is missing


WORDS: dict[str, str] = {
    Mishap.NOT_ALLOWED: "This folder is not among those that whoever runs Samspil allows.",
    Mishap.NO_FOLDER: "The folder is not there.",
    Mishap.CLOSED_FOLDER: "A folder inside it cannot be opened: {name}",
    Mishap.TOO_MANY: "There is more in it than the {most} that are read: divide it.",
    Mishap.OUT_OF_TIME: "It was not read to its end within {hours} hours; the next round goes on.",
    Mishap.STOPPED: "It was paused or removed meanwhile.",
    Mishap.FAILED: "Something went wrong that whoever runs Samspil has to look at.",
    Mishap.EMPTY: "It is empty.",
    Mishap.TOO_LARGE: "It is larger than {most} megabytes.",
    Mishap.CLOSED_FILE: "It cannot be opened.",
    Mishap.LONG_NAME: "Its name is too long: with the folders above it at most {most} characters.",
    Mishap.ODD_NAME: "Its name holds signs that nobody can read.",
    Mishap.NAME_TAKEN: "A document of this name is here already, from elsewhere or for others.",
    Mishap.NO_ANSWER: "The server does not answer.",
    Mishap.PRIVATE: "The address leads into a network of our own, which whoever runs Samspil has "
    "not allowed.",
    Mishap.BAD_SITEMAP: "The sitemap is no sitemap, or damaged.",
    Mishap.BIG_SITEMAP: "The sitemap is larger than {most} megabytes.",
    Mishap.NO_PAGES: "The sitemap lists no page of its own site.",
    Mishap.ROBOTS: "The site asks programs not to read it (robots.txt).",
    Mishap.LED_AWAY: "It leads to another site.",
    Mishap.NOT_FOUND: "The page is gone (answer {status}).",
    Mishap.REFUSED: "The server refuses (answer {status}).",
    Mishap.BUSY: "The site asks us to come back later; the next round goes on.",
    Mishap.NO_LOGIN: "The mail server does not know this account and password.",
    Mishap.NO_MAILBOX: "There is no such folder in the mailbox.",
    Mishap.NO_CERTIFICATE: "Nobody we trust vouches for the server (its certificate).",
    Mishap.NOT_THERE: "It was gone when it was to be read.",
    Mishap.NO_PASSWORD: "The password cannot be opened any more: give it again.",
    Mishap.OTHER_KIND: "This kind of file is not read: {kind}",
}
"""English sentences, which are also the keys of their translations."""

GONE = frozenset({Mishap.NOT_FOUND})
"""What says that a thing is not there any more, though it is still listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What went wrong, with the figures in its sentence."""

    mishap: Mishap
    values: Mapping[str, int | str] = field(default_factory=dict)


class SourceFailed(Exception):
    """The source could not be read to its end."""

    def __init__(self, mishap: Mishap, **values: int | str) -> None:
        super().__init__(mishap, values)
        self.fault = Fault(mishap=mishap, values=values)


class ItemFailed(Exception):
    """One thing in a source could not be read; the others can."""

    def __init__(self, mishap: Mishap, **values: int | str) -> None:
        super().__init__(mishap, values)
        self.fault = Fault(mishap=mishap, values=values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Something a source holds; `mark` tells this version from others, empty where only reading
    tells."""

    place: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What stands at a place; `content` is None where it is what it was. `name` is a path without
    the source's name, `mark` what to keep of this version."""

    name: str
    mark: str
    content: bytes | None


def may_go(*, here: int, gone: int) -> bool:
    """Whether so many of the documents here may be taken away in one round."""
    return gone <= here * MOST_GONE
