"""Write the ready library of tasks anew from the published labels of O*NET's tasks.

.venv/bin/python script/task_library.py FOLDER

FOLDER holds full_labelset.tsv of github.com/openai/GPTs-are-GPTs (MIT), whose occupations and task
statements are O*NET's (CC BY 4.0). Only these are taken, none of the labels.
"""

import csv
import gzip
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "samspil" / "core" / "audit" / "ready" / "tasks.tsv.gz"
CODE, TASK, STATEMENT, TYPE, TITLE = "O*NET-SOC Code", "Task ID", "Task", "Task Type", "Title"


def rows_of(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """Occupation, its title, task, c for core tasks, statement; by occupation and task."""
    with (folder / "full_labelset.tsv").open(encoding="utf-8", newline="") as file:
        found = [
            (
                one[CODE],
                one[TITLE],
                str(int(float(one[TASK]))),
                "c" if one[TYPE] == "Core" else "",
                " ".join(one[STATEMENT].split()),
            )
            for one in csv.DictReader(file, delimiter="\t")
        ]
    return sorted(found, key=lambda one: (one[0], one[3] != "c", int(one[2])))


def main() -> None:
    """Write the file, the same for the same input."""
    if len(sys.argv) != 2:
        sys.exit(f"Usage: {sys.argv[0]} FOLDER")
    lines: list[str] = []
    last = ""
    for code, title, task, core, statement in rows_of(Path(sys.argv[1])):
        if code != last:
            lines.append(f"{code}\t{title}")
            last = code
        lines.append(f"{task}\t{core}\t{statement}")
    whole = "\n".join(lines).encode()
    OUT.write_bytes(gzip.compress(whole, compresslevel=9, mtime=0))
    print(f"{len(lines)} lines, {OUT.stat().st_size} bytes in {OUT.name}.")


if __name__ == "__main__":
    main()
