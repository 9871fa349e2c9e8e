"""What personal data is held here, what for, of whom, and how long: as the program does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from samspil.core.explaining.lines import Line, worded
from samspil.core.retention.categories import Category


class Held(StrEnum):
    """A kind of data that is held."""

    CASES = "cases"
    CHATS = "chats"
    QUESTIONS = "questions"
    DOCUMENTS = "documents"
    SUMMARIES = "summaries"
    EXAMPLES = "examples"
    STAFF = "staff"
    TRAININGS = "trainings"
    RIGHTS = "rights"
    PAPERS = "papers"
    JOURNAL = "journal"


PERIOD = Line(words="{period}")


@dataclass(frozen=True, slots=True)
class Known:
    """English sentences: what it is called and for, of whom, what, and how long it is kept."""

    name: Line
    purpose: Line
    people: Line
    data: Line
    kept: Line = PERIOD


KNOWN: Mapping[Held, Known] = MappingProxyType(
    {
        Held.CASES: Known(
            worded("Cases: {named}"),
            worded("To answer what people write, and to show later how it was decided."),
            worded("Those who write and whom they write about; colleagues who decide."),
            worded(
                "Name, address of mail, messages and files, topics, what AI proposed, decisions "
                "and replies. Identity numbers are masked before anything is kept."
            ),
        ),
        Held.CHATS: Known(
            worded("Chat: {named}"),
            worded("To answer questions, and to hand over what was said to a person."),
            worded("Those who write there."),
            worded("What was asked and answered, without a name. Identity numbers are masked."),
            worded("{period}; what was handed over is a case"),
        ),
        Held.QUESTIONS: Known(
            worded("Questions to documents"),
            worded("To see what people ask that finds no good answer."),
            worded("Whoever a question names; who asked is not kept."),
            worded("The words of questions."),
        ),
        Held.DOCUMENTS: Known(
            worded("Documents"),
            worded("To answer colleagues' questions."),
            worded("Whoever a document names; the colleague who answers for it."),
            worded("The text of documents. Identity numbers are masked where it is read."),
            worded("until somebody removes it; {period}"),
        ),
        Held.SUMMARIES: Known(
            worded("Summaries and minutes"),
            worded("To save colleagues reading time."),
            worded("Whoever a text or a meeting names."),
            worded("Texts, summaries, decisions and who does what."),
        ),
        Held.EXAMPLES: Known(
            worded("Examples that AI learns from"),
            worded("To teach AI in a process, and to try what it learned."),
            worded("Those who wrote the messages."),
            worded("Texts with identity numbers masked, and their topic."),
            worded("{period}; or until their case goes"),
        ),
        Held.STAFF: Known(
            worded("Colleagues"),
            worded("To share the work, and to let people sign in."),
            worded("Colleagues."),
            worded(
                "Name, mail address, roles, teams, languages, abilities, and when somebody "
                "is away, never why. No measure of a person."
            ),
            worded("as long as cases name them; days away {period}"),
        ),
        Held.TRAININGS: Known(
            worded("Trainings"),
            worded("To show that people were helped to understand AI."),
            worded("Colleagues."),
            worded("What somebody was trained in and when, never how well."),
        ),
        Held.RIGHTS: Known(
            worded("Requests for access and erasure"),
            worded("To answer whoever asks what is held of them, and to show it."),
            worded("Those who ask."),
            worded("Their address, and how they were answered."),
        ),
        Held.PAPERS: Known(
            worded("Kept papers"),
            worded("To show what was known on a day."),
            worded("Colleagues who said something in them."),
            worded("Papers as they stood, with names."),
        ),
        Held.JOURNAL: Known(
            worded("Journal"),
            worded("To show what happened, by whom, when, and that nobody changed it."),
            worded("Colleagues, and those whom cases are about, by a number instead of a name."),
            worded("Events with numbers and facts; no names and no texts."),
            worded("{period}: a chain from which something is missing proves nothing"),
        ),
    }
)
"""`named` and `period` are filled in."""


BY_RULE: Mapping[Held, Category] = MappingProxyType(
    {
        Held.CHATS: Category.CHATS,
        Held.QUESTIONS: Category.QUESTIONS,
        Held.DOCUMENTS: Category.REMOVED,
        Held.SUMMARIES: Category.SUMMARIES,
        Held.EXAMPLES: Category.EXAMPLES,
        Held.STAFF: Category.ABSENCES,
        Held.TRAININGS: Category.TRAININGS,
        Held.RIGHTS: Category.ACCESS,
        Held.PAPERS: Category.PAPERS,
        Held.JOURNAL: Category.JOURNAL,
    }
)
"""Which rule says how long it is kept; of cases that depends on who writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A kind of data as it is held here: the id that statements name it by, what it is called if it
    has a name, how long it is kept and which law or practice says so, and which teams see it."""

    kind: Held
    about: str
    period: Line
    source: str
    named: str = ""
    closed: bool = False
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """Something that is kept for a while beside what has a purpose and a legal basis of its own."""

    category: Category
    period: Line
    source: str


OF_CASES = frozenset({Category.CUSTOMERS, Category.EMPLOYEES})
BESIDES = tuple(one for one in Category if one not in OF_CASES | set(BY_RULE.values()))
"""Every other kind of data that a rule says how long to keep."""

SECURITY = (
    worded(
        "Every page is closed but those on a list, and every role may do only what a table says."
    ),
    worded(
        "Rows of one organisation are kept from every other by the program, and on PostgreSQL by "
        "the database too."
    ),
    worded("Files and keys are encrypted where they lie."),
    worded(
        "People sign in with a password and, if they like, a second factor; attempts are limited."
    ),
    worded("Identity numbers are masked before anything is stored."),
    worded("Cases of closed processes are seen by their own teams alone."),
    worded("A chained and sealed journal shows every step; altered or missing entries are found."),
    worded(
        "No text goes to a language model unless somebody allowed that kind of data to go there."
    ),
    worded("Pages load nothing from elsewhere, and public pages set no cookie."),
)
"""What the program does to keep data safe."""
