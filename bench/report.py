"""What a benchmark prints and writes: each figure beside its baseline and its goal."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("django", "dbos", "scikit-learn", "numpy", "pysqlite3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured figure. `baseline` was measured in the same run.

    `goal` and `holds` are None where no goal is set.
    """

    name: str
    unit: str
    value: float
    baseline: float | None = None
    goal: float | None = None
    holds: bool | None = None


def at_least(name: str, unit: str, value: float, *, goal: float, baseline: float | None) -> Row:
    """A figure that should be large."""
    return Row(name=name, unit=unit, value=value, baseline=baseline, goal=goal, holds=value >= goal)


def at_most(name: str, unit: str, value: float, *, goal: float, baseline: float | None) -> Row:
    """A figure that should be small."""
    return Row(name=name, unit=unit, value=value, baseline=baseline, goal=goal, holds=value <= goal)


def main(measure: Callable[[bool], Iterable[Row]], *, description: str | None) -> None:
    """Run a benchmark from the command line: `--quick`, `--json FILE`.

    `measure` is given whether it should be quick. Exits with 1 where a goal was missed.
    """
    options = parser(description).parse_args()
    show(lambda: measure(options.quick), json_file=options.json)


def parser(description: str | None) -> argparse.ArgumentParser:
    """What every benchmark understands."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--quick", action="store_true", help="less data, under 45 seconds")
    made.add_argument("--json", type=Path, help="also write the rows to this file")
    return made


def show(measure: Callable[[], Iterable[Row]], *, json_file: Path | None) -> None:
    """Print the rows as they come, write them, and exit with 1 where a goal was missed."""
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES), f"commit {_commit()}")
    print(f"{'figure':56} {'value':>10} {'baseline':>10} {'goal':>8}  unit")
    rows = []
    for row in measure():
        rows.append(row)
        print(_line(row), flush=True)
    if json_file:
        json_file.write_text(json.dumps([asdict(row) for row in rows], indent=2))
    sys.exit(any(row.holds is False for row in rows))


def _line(row: Row) -> str:
    said = {True: "holds", False: "MISSED", None: ""}[row.holds]
    goal = _number(row.goal)
    return (
        f"{row.name:56} {_number(row.value):>10} {_number(row.baseline):>10} {goal:>8}  "
        f"{row.unit} {said}"
    )


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.4g}"


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return asked.stdout.strip() or "unknown"
