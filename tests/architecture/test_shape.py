"""Small files, short functions, and inside a slice only the names everybody knows."""

import ast
from pathlib import Path

from tests.architecture import tree

FILE_WALL = 400
FUNCTION_WALL = 50

MODULES = (
    "__init__", "models", "queries", "access", "actions", "forms", "views", "api", "urls", "apps",
    "middleware",
)  # fmt: skip
FOLDERS = ("templates", "management", "migrations", "templatetags")
EXTRA = {
    "inbox": ("files",),
    "journal": ("anchor", "sealing"),
    "people": ("adapter",),
    "tenancy": ("creating", "current", "folding", "postgresql", "protection"),
    "work": ("guarding", "tallying"),
}
"""What a single slice needs beyond that."""


def strange_names(folder: Path) -> list[str]:
    """What stands in a slice under a name that tells nobody what it is; data may."""
    known = {*MODULES, *FOLDERS, *EXTRA.get(folder.name, ())}
    modules = [path.stem for path in folder.glob("*.py")]
    packages = [path.parent.name for path in folder.glob("*/__init__.py")]
    return sorted({*modules, *packages} - known)


def long_functions(source: str) -> list[str]:
    """The functions past the wall."""
    if source.count("\n") < FUNCTION_WALL:
        return []
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_WALL
    ]


def too_long(source: str) -> bool:
    return len(source.splitlines()) > FILE_WALL


def test_slices_hold_only_files_of_known_names():
    found = {name: strange_names(tree.PACKAGE / name) for name in tree.slices()}

    assert {name: names for name, names in found.items() if names} == {}


def test_a_file_of_an_unknown_name_would_be_noticed(tmp_path: Path):
    (tmp_path / "models.py").touch()
    (tmp_path / "helpers.py").touch()
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "__init__.py").touch()

    assert strange_names(tmp_path) == ["helpers", "services"]


def test_no_file_is_longer_than_anybody_reads():
    files = tree.python_files("samspil", "tests", "bench", "script")

    assert [str(path) for path in files if too_long(path.read_text())] == []


def test_a_long_file_would_be_noticed():
    assert too_long("x = 1\n" * (FILE_WALL + 1))
    assert not too_long("x = 1\n" * FILE_WALL)


def test_no_function_is_longer_than_a_screen():
    found = {
        str(path.relative_to(tree.ROOT)): long_functions(path.read_text())
        for path in tree.python_files("samspil", "tests", "bench", "script")
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_a_long_function_would_be_noticed():
    source = "def tell():\n" + "    x = 1\n" * FUNCTION_WALL

    assert long_functions(source) == ["tell"]
