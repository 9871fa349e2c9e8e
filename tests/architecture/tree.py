"""The product's own files, as the tests of its architecture read them."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "samspil"
GROUND = ("config", "web", "adapters", "core", "skills")
"""Packages that are no slice of the business."""


@cache
def slices() -> tuple[str, ...]:
    """The slices there are, by name."""
    found = (path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    return tuple(sorted(name for name in found if name not in GROUND))


def python_files(*folders: str) -> list[Path]:
    """All modules in these folders of the project, migrations left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    """All pages and fragments."""
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Name and content of every text file under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if path.is_file():
            try:
                yield name, path.read_text("utf-8")
            except UnicodeDecodeError:
                continue


@cache
def imports(source: str) -> tuple[str, ...]:
    """The dotted names a module imports; `from a import b` gives a.b."""
    return tuple(imported(ast.walk(ast.parse(source))))


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """What these statements import, other ones left aside."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{name.name}" for name in node.names)
