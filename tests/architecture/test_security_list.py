"""What the documents on security name as evidence is there."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture import tree

FOLDER = tree.ROOT / "docs" / "security"
QUOTED = re.compile(r"`([^`\s]+)`")
A_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
A_FILE = re.compile(r"(?:[\w.-]+/)+[\w.@-]+\.[a-z]+|pyproject\.toml")


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
