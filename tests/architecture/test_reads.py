"""Of a closed process only its teams see the cases: whatever reads cases asks, or says why not."""

import re
from pathlib import Path

from tests.architecture.tree import PACKAGE, python_files

READS = re.compile(
    r"\b(?:Case|Message|Proposal|Decision|Attachment|Enclosure|Mention|Notice|Example|Similar"
    r"|Outgoing|BatchCase|FirstJudgement|LoneAnswer|Fault|CaseWords)\.objects\b"
)
ASKS = re.compile(r"\b(?:seen_by|visible|sight_of|case_at|in_sight)\(")
NUMBERS = "numbers only"
GIVEN = "of cases that the caller was shown already"
IN_A_ROOM = "what colleagues propose in a workshop, which is no case"
TAUGHT = "of one process; its page asks `check_may_read_examples`"
WITHOUT_ASKING = {
    "config/monitoring/measures.py": NUMBERS,
    "fairness/queries/trials.py": "texts to swap words in, which the program forgets again",
    "founding/queries/sampling.py": "made-up cases of the sample",
    "founding/queries/steps.py": NUMBERS,
    "inbox/api/messages.py": "ids of messages that the program itself sent",
    "inbox/queries/statuses.py": "a sender's own case, by the secret they hold",
    "inbox/queries/uploads.py": "rows of one file; its page asks `may_read`",
    "knowledge/queries/experts.py": NUMBERS,
    "knowledge/queries/sending.py": "one's own questions, and those whose asker named the reader",
    "measures/queries/baselines.py": NUMBERS,
    "measures/queries/months.py": NUMBERS,
    "process_maps/queries/measured.py": NUMBERS,
    "parallel_runs/queries/answers.py": "of a pair in hand; its page asks `check_may_work`",
    "parallel_runs/queries/meanwhile.py": "what became of cases, for the program itself",
    "parallel_runs/queries/sheets.py": "of a pair in hand; its page asks `check_may_work`",
    "pipeline/queries/reading.py": NUMBERS,
    "rollouts/queries/trends.py": NUMBERS,
    "review/api/answers.py": GIVEN,
    "roster/queries/everybody.py": NUMBERS,
    "roster/queries/mandates.py": NUMBERS,
    "roster/queries/quality.py": NUMBERS,
    "teaching/queries/anew.py": NUMBERS,
    "teaching/queries/decided.py": TAUGHT,
    "teaching/queries/examples.py": TAUGHT,
    "teaching/queries/overview.py": NUMBERS,
    "teaching/queries/retention.py": NUMBERS,
    "today/queries.py": "whether there is any case at all",
    "trust/queries/erased.py": "addresses that were erased, for who runs the machine",
    "trust/queries/erasing.py": "numbers, and whose cases to close, for who may have people erased",
    "trust/forms/retention.py": "whether there is a case of an id that nobody guesses",
    "trust/queries/holding.py": "what is held of one person, for who may have people forgotten",
    "trust/queries/overseeing.py": NUMBERS,
    "trust/queries/finding.py": "ids to narrow the journal by, which holds no texts",
    "workshops/queries/own.py": IN_A_ROOM,
    "workshops/queries/room.py": IN_A_ROOM,
    "workshops/queries/rooms.py": IN_A_ROOM,
    "work/queries/ahead/past.py": NUMBERS,
    "work/queries/ahead/pricing.py": NUMBERS,
    "work/queries/ahead/waiting.py": NUMBERS,
    "work/queries/approved.py": NUMBERS,
    "work/queries/answering.py": "which case a message belongs to, for the program itself",
    "work/queries/autonomy.py": NUMBERS,
    "work/queries/contesting.py": GIVEN,
    "work/queries/emptying.py": "cases that are over, for the program itself",
    "work/queries/explaining.py": GIVEN,
    "work/queries/files.py": GIVEN,
    "work/queries/grouping.py": NUMBERS,
    "work/queries/judging.py": GIVEN,
    "work/queries/learning.py": "what AI learns from; no page shows it",
    "work/queries/looks.py": NUMBERS,
    "work/queries/proving.py": NUMBERS,
    "work/queries/retention.py": "what a sweep takes; pages show numbers",
    "work/queries/reaching.py": "for forgetting a person, which shows numbers, and for replies",
    "work/queries/searching.py": "primary keys for a search, which asks, and the index itself",
    "work/queries/sharing.py": NUMBERS,
    "work/queries/topics.py": NUMBERS,
    "work/queries/watched.py": NUMBERS,
}
"""What reads cases, or what belongs to them, without asking whose they are to see, and why."""


def readers() -> list[Path]:
    """Everything that reads for somebody; actions are given a case, or work for everybody."""
    found = [
        path
        for path in python_files("samspil")
        if not {"actions", "demo", "models"} & {*path.parts, path.stem}
    ]
    return [path for path in found if READS.search(path.read_text("utf-8"))]


def test_there_is_something_that_reads_cases():
    assert len(readers()) > 30


def test_whatever_reads_cases_asks_whose_they_are_to_see_or_says_why_not():
    silent = {
        str(path.relative_to(PACKAGE))
        for path in readers()
        if not ASKS.search(path.read_text("utf-8"))
    }

    assert silent == {*WITHOUT_ASKING}
