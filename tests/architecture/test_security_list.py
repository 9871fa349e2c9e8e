"""The list of requirements is whole, and what the documents on security name is there."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from tests.architecture import tree

FOLDER = tree.ROOT / "docs" / "security"
QUOTED = re.compile(r"`([^`\s]+)`")
A_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
A_FILE = re.compile(r"(?:[\w.-]+/)+[\w.@-]+\.[a-z]+|[\w-]+\.(?:md|toml)")
A_SETTING = re.compile(r"SAMSPIL_[A-Z_]+")
A_ROW = re.compile(r"\| (V(\d+)\.(\d+)\.(\d+)) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|")
STATES = ("met", "partly", "not met", "does not apply")
WHOLE = {
    1: (2, 9, 11, 3, 2),
    2: (3, 3, 4, 1),
    3: (0, 2, 4, 6, 5, 0, 2),
    4: (3, 1, 2, 4),
    5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4),
    7: (3, 4, 2, 5, 2, 2),
    8: (2, 3, 1, 1),
    9: (3, 4),
    10: (2, 2, 4, 11, 5, 2, 3),
    11: (2, 3, 3, 4, 1, 1, 0),
    12: (3, 2, 4),
    13: (1, 5, 2, 5),
    14: (2, 4, 3),
    15: (3, 3, 7, 0),
    16: (1, 5, 4, 3, 3),
    17: (1, 4, 2),
}
"""How many requirements of level 1 and 2 each section of each chapter has: they are its first."""
LEVEL_1 = 70


@cache
def functions_of(path: str) -> frozenset[str]:
    """The names of the functions in a file; empty where there is no such file."""
    file = tree.ROOT / path
    read = ast.parse(file.read_text("utf-8")) if file.is_file() else ast.Module([], [])
    return frozenset(node.name for node in ast.walk(read) if isinstance(node, ast.FunctionDef))


def missing(text: str) -> Iterator[str]:
    """Tests and files that a text names and that are not there."""
    for named in dict.fromkeys(QUOTED.findall(text)):
        test = A_TEST.fullmatch(named)
        if test:
            if test[2] not in functions_of(test[1]):
                yield named
        elif A_FILE.fullmatch(named) and not (tree.ROOT / named).is_file():
            yield named


class Row(NamedTuple):
    """A requirement of the list."""

    name: str
    place: tuple[int, int, int]
    level: str
    state: str
    evidence: str


def rows() -> list[Row]:
    """The list, as it stands in its document."""
    found = A_ROW.finditer((FOLDER / "asvs.md").read_text("utf-8"))
    return [
        Row(one[1], (int(one[2]), int(one[3]), int(one[4])), one[5], one[7], one[8])
        for one in found
    ]


def wanted() -> list[tuple[int, int, int]]:
    """The places of all requirements, in their order."""
    return [
        (chapter, section, number)
        for chapter, sections in WHOLE.items()
        for section, many in enumerate(sections, start=1)
        for number in range(1, many + 1)
    ]


def has_evidence(text: str) -> bool:
    """Whether a test, a file or a setting is named."""
    kinds = (A_TEST, A_FILE, A_SETTING)
    return any(kind.fullmatch(named) for named in QUOTED.findall(text) for kind in kinds)


def test_every_requirement_stands_in_the_list_once_and_in_its_order():
    assert [row.place for row in rows()] == wanted()
    assert len(wanted()) == 253
    assert Counter(row.level for row in rows())["1"] == LEVEL_1


def test_every_state_is_known_and_the_table_counts_them():
    found = rows()
    text = (FOLDER / "asvs.md").read_text("utf-8")

    assert {row.state for row in found} <= {*STATES}
    for state in STATES:
        counted = Counter(row.level for row in found if row.state == state)
        line = f"| {state} | {counted['1']} | {counted['2']} | {counted.total()} |"
        assert line in text


def test_whatever_is_met_has_evidence_and_whatever_is_not_says_why():
    met = [row for row in rows() if row.state == "met"]

    assert [row.name for row in met if not has_evidence(row.evidence)] == []
    assert [row.name for row in rows() if not row.evidence.strip()] == []


def test_a_claim_without_evidence_would_be_noticed():
    assert not has_evidence("We are sure. `certainly`")
    assert has_evidence("`samspil/core/roles.py`")
    assert has_evidence("`SAMSPIL_BASE_URL`")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_every_test_and_file_that_is_named_is_there(path):
    text = path.read_text("utf-8")

    assert len(A_TEST.findall(text)) > 40
    assert list(missing(text)) == []


def test_what_is_not_there_would_be_noticed():
    here = "tests/architecture/test_security_list.py"
    text = f"`{here}::test_nothing`, `tests/nowhere.py::test_it`, `samspil/nowhere.py`, `a word`"

    assert [*missing(text)] == [f"{here}::test_nothing", "tests/nowhere.py::test_it",
                                "samspil/nowhere.py"]  # fmt: skip
    assert list(missing(f"`{here}::test_what_is_not_there_would_be_noticed`, `{here}`")) == []
