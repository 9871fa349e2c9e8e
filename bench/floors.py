"""How often floors are seen where they stand, and where they do not.

MASSIVE and Banking77 are ordinary requests: whatever fires there costs a person a look, some of it
rightly (somebody does ask for a doctor's appointment). What should be found flatters: the labelled
lines were written along with the words, and the words were mended by the other two sets. Before
that 54 of the 73 illness notices of the HR starter were found, and of `floor_lines.csv`, which says
such things in a roundabout way on purpose, 5 of 66. Words find what is said outright.

    python -m bench.floors [--quick] [--json FILE]
"""

import csv
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.report import Row, at_least, at_most, main
from bench.triage_accuracy import banking, massive
from samspil.core.amounts import amounts
from samspil.core.skill import Ground
from samspil.core.special import mention_of
from samspil.skills.triage.cues import cues
from samspil.skills.triage.starter import HR, starter_examples

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent / "tests"
MOST_FALSE = 2.0
"""So many of 100 ordinary requests may be given to people for nothing."""
LEAST_FOUND = 95.0


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    for split in (massive("da"), massive("de"), massive("en"), banking()):
        texts = split.test_texts if quick else [*split.texts, *split.test_texts]
        yield _fired(f"special data seen in {split.name}", texts, _special)
        yield _fired(f"a hard place seen in {split.name}", texts, _hard_place)
        yield _fired(f"any amount of money seen in {split.name}", texts, lambda t: bool(amounts(t)))
    yield from _found()
    yield _overhead(banking().test_texts)


def _fired(name: str, texts: list[str], seen: Callable[[str], bool]) -> Row:
    share = 100 * sum(map(seen, texts)) / len(texts)
    return at_most(name, "of 100 texts", share, goal=MOST_FALSE, baseline=None)


def _special(text: str) -> bool:
    return mention_of(text) is not None


def _hard_place(text: str) -> bool:
    return any(one.ground is Ground.VULNERABLE for one in cues(text))


def _found() -> Iterator[Row]:
    special = [
        line["text"] for line in _lines(TESTS / "core" / "special_lines.csv") if line["kind"]
    ]
    yield _share(f"special data found in {len(special)} labelled lines", special, _special)
    cue_lines = _lines(TESTS / "skills" / "triage" / "cue_lines.csv")
    hard = [line["text"] for line in cue_lines if "vulnerable" in line["grounds"]]
    yield _share(f"a hard place found in {len(hard)} labelled lines", hard, _hard_place)
    for ground, seen in (("special", _special), ("vulnerable", _hard_place)):
        lines = [
            line["text"] for line in _lines(HERE / "floor_lines.csv") if line["ground"] == ground
        ]
        share = 100 * sum(map(seen, lines)) / len(lines)
        name = f"{ground} found in {len(lines)} lines in a roundabout way"
        yield Row(name=name, unit="of 100 texts", value=share)
    ill = [one.text for one in starter_examples(HR) if one.topic == "sick_note"]
    yield _share(f"special data found in {len(ill)} illness notices", ill, _special)


def _share(name: str, texts: list[str], seen: Callable[[str], bool]) -> Row:
    share = 100 * sum(map(seen, texts)) / len(texts)
    return at_least(name, "of 100 texts", share, goal=LEAST_FOUND, baseline=None)


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _overhead(texts: list[str]) -> Row:
    began = time.process_time()
    for text in texts:
        mention_of(text)
        amounts(text)
    each = 1_000 * (time.process_time() - began) / len(texts)
    return Row(name="looking for special data and amounts", unit="ms a message", value=each)


if __name__ == "__main__":
    main(measure, description=__doc__)
