"""Who may know whom."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.architecture import tree

OFFERED = ("models", "queries", "actions")
SLOW = ("openpyxl", "scipy.cluster", "scipy.optimize", "scipy.spatial", "scipy.stats", "sklearn")
"""Each takes up to a second to load. Some hundred processes start in a day, and few need them."""
RELATIVE = re.compile(r"from\s+\.")
DOTTED = tuple(f"{name}." for name in SLOW)


def strangers(source: str, *, home: str) -> list[str]:
    """What code of the slice `home` imports of another slice that is not offered to it."""
    parts = [name.split(".") for name in tree.imports(source)]
    return [
        ".".join(name)
        for name in parts
        if name[0] == "samspil"
        and len(name) > 2
        and name[1] in tree.slices()
        and name[1] != home
        and name[2] not in OFFERED
    ]


def writes(source: str) -> list[str]:
    """The actions that a module imports."""
    return [name for name in tree.imports(source) if "actions" in name.split(".")]


def is_query(path: Path) -> bool:
    return "queries" in (path.stem, path.parent.name)


def test_each_floor_of_the_house_stands_on_those_below_it():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree.ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_slices_use_only_what_other_slices_offer():
    found = {
        str(path.relative_to(tree.ROOT)): strangers(path.read_text(), home=name)
        for name in tree.slices()
        for path in tree.python_files(f"samspil/{name}")
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_a_view_of_another_slice_would_be_noticed():
    source = "from samspil.people.views import sign_in\nfrom samspil.people import models, forms\n"

    found = strangers(source, home="inbox")

    assert found == ["samspil.people.views.sign_in", "samspil.people.forms"]


def test_a_slice_may_use_all_of_itself():
    assert strangers("from samspil.people.views import sign_in", home="people") == []


def test_queries_never_write():
    found = {
        str(path.relative_to(tree.ROOT)): writes(path.read_text())
        for path in tree.python_files("samspil")
        if is_query(path)
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_a_query_that_writes_would_be_noticed():
    source = "from samspil.work import actions\nfrom samspil.work.actions import open_cases\n"

    assert writes(source) == ["samspil.work.actions", "samspil.work.actions.open_cases"]


def test_imports_are_absolute():
    found = {
        str(path.relative_to(tree.ROOT)): relative_imports(path.read_text())
        for path in tree.python_files("samspil", "tests", "bench", "script")
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_a_relative_import_would_be_noticed():
    assert relative_imports("from .models import Case\nfrom samspil import core") == [
        ".models.Case"
    ]


def test_nothing_slow_is_loaded_before_it_is_needed():
    found = {
        str(path.relative_to(tree.ROOT)): slow_to_load(path.read_text())
        for path in tree.python_files("samspil")
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_something_slow_to_load_would_be_noticed():
    source = "from scipy.stats import beta\ndef fit():\n    import sklearn.svm\nimport scipy\n"

    assert slow_to_load(source) == ["scipy.stats.beta"]


def slow_to_load(source: str) -> list[str]:
    """What a module imports, as it is loaded itself, that takes long."""
    if not any(f"{name}.".startswith(DOTTED) for name in tree.imports(source)):
        return []
    names = tree.imported(ast.parse(source).body)
    return [name for name in names if f"{name}.".startswith(DOTTED)]


def relative_imports(source: str) -> list[str]:
    names = tree.imports(source) if RELATIVE.search(source) else ()
    return [name for name in names if name.startswith(".")]
