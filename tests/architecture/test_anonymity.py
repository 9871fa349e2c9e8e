"""Only `core/anonymity` says how many people may be spoken of, and what counts people asks it."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from django.apps import apps

from samspil.people.models import Colleague
from tests.architecture import tree

ANONYMITY = "samspil.core.anonymity"
COUNTS = {"Count", "Avg", "Sum"}
"""What adds rows up."""
SAID = ("people", "persons")
"""What a group of people is called where it is measured."""
BY_THEMSELVES = {
    "knowledge/queries/experts.py": "who has least to do is asked next; nobody reads the counts",
    "trust/queries/papers/learning.py": "how many were trained is shown to the authority",
    "gaps/queries.py": "whether two know a document, by their own word and with their names",
}
"""What counts people and tells nobody's doings, and why."""


def fields_of_people() -> set[str]:
    """The names under which rows say whose they are."""
    return {
        field.name
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is Colleague
    }


def counts_people(source: str, people: set[str]) -> list[str]:
    """Where a query counts by people, or a group of people is measured against a number."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in COUNTS and _of(node.args, people):
            found.append(ast.unparse(node))
        if isinstance(node, ast.Call) and _name(node.func) == "annotate":
            found += [ast.unparse(one) for one in _grouped(node, people)]
        if isinstance(node, ast.Compare) and _measures(node):
            found.append(ast.unparse(node))
    return found


def own_thresholds(source: str) -> list[str]:
    """Constants that say how many people are enough."""
    tree_ = ast.parse(source)
    targets = [
        target
        for node in ast.walk(tree_)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, int)
    ]
    return [one.id for one in targets if "PEOPLE" in one.id or "COLLEAGUES" in one.id]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _of(args: list[ast.expr], people: set[str]) -> bool:
    return any(
        isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and one.value.split("__")[-1] in people
        for one in args
    )


def _grouped(call: ast.Call, people: set[str]) -> Iterator[ast.Call]:
    """The `values` before an `annotate` that make a row for each person."""
    node: ast.expr = call.func
    while isinstance(node, ast.Attribute | ast.Call):
        rows = isinstance(node, ast.Call) and _name(node.func) in {"values", "values_list"}
        if isinstance(node, ast.Call) and rows and _of(node.args, people):
            yield node
        node = node.func if isinstance(node, ast.Call) else node.value


def _measures(node: ast.Compare) -> bool:
    """`people < 5`, `len(people) >= ENOUGH`, and the like."""
    sides = [node.left, *node.comparators]
    asked = [one.args[0] if isinstance(one, ast.Call) and one.args else one for one in sides]
    ordered = all(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops)
    numbers = [
        (isinstance(one, ast.Constant) and one.value not in (0, 1))
        or (isinstance(one, ast.Name) and one.id.isupper())
        for one in sides
    ]
    return ordered and any(numbers) and any(_name(one) in SAID for one in asked)


def beside(root: Path, people: set[str]) -> Mapping[str, list[str]]:
    """What counts people, by file, without asking the one module."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        source, name = path.read_text(), str(path.relative_to(root))
        if name.startswith("core/anonymity/") or "/migrations/" in name:
            continue
        wrong = own_thresholds(source) if "PEOPLE" in source or "COLLEAGUES" in source else []
        if ANONYMITY not in source and any(word in source for word in (*COUNTS, "annotate", *SAID)):
            wrong += counts_people(source, people)
        if wrong:
            found[name] = wrong
    return found


@cache
def ours() -> Mapping[str, list[str]]:
    """What counts people in the program itself."""
    return beside(tree.PACKAGE, fields_of_people())


def test_lr8_no_report_counts_people_beside_the_anonymity_layer():
    assert {name: what for name, what in ours().items() if name not in BY_THEMSELVES} == {}


def test_what_is_excused_still_counts():
    assert set(BY_THEMSELVES) <= set(ours())


def test_a_report_of_its_own_would_be_noticed(tmp_path: Path):
    (tmp_path / "report.py").write_text(
        'A = rows.values("case__by").annotate(n=Count("pk"))\n'
        'B = rows.annotate(n=Count("confirmations__colleague", distinct=True))\n'
        "C = len(people) >= ENOUGH\n"
        "D = people < 5\n"
        "FEWEST_PEOPLE = 5\n"
        'E = rows.values("topic").annotate(n=Count("pk"))\n'
        "F = people > 0\n"
    )

    assert {one.split("(")[0] for one in beside(tmp_path, {"by", "colleague"})["report.py"]} == {
        "FEWEST_PEOPLE", "rows.values", "Count", "len", "people < 5",
    }  # fmt: skip


def test_a_report_that_asks_the_layer_passes(tmp_path: Path):
    (tmp_path / "report.py").write_text(
        "from samspil.core.anonymity import told\n"
        'A = told(rows.aggregate(n=Count("by", distinct=True))["n"])\n'
    )

    assert beside(tmp_path, {"by"}) == {}


def test_whose_rows_are_is_known_from_the_tables():
    assert {"by", "colleague", "claimed_by"} <= fields_of_people()
