"""How right triage is in a language that nobody taught it, with the embedding and by words alone.

MASSIVE: learned from the training part of one language, asked with the official test part of
another. The baseline is triage by words alone, learned in the same run.

    python -m bench.languages [--quick] [--json FILE]
"""

from collections.abc import Iterable, Iterator

import numpy as np

from bench.embedding import BATCH
from bench.report import Row, main
from bench.triage_accuracy import Split, massive, thinned
from bench.vectors import installed, shelf
from samspil.core.embedding import Keeping
from samspil.core.skill import Brief
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.training import lesson

LANGUAGES = ("da", "de", "en")
QUICK_TESTS = 200


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    embedder = installed()
    try:
        splits = {language: massive(language) for language in LANGUAGES}
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    if embedder is None:
        return
    if quick:
        splits = {"da": thinned(splits["da"]), "en": splits["en"]}
    tests = QUICK_TESTS if quick else None
    for language in ("da",) if quick else ("da", "en"):
        split = splits[language]
        asked = [text for each in splits.values() for text in each.test_texts[:tests]]
        kept = shelf(embedder, [*split.texts, *asked])
        yield from _learned_in(split, list(splits.values()), kept, tests=tests)


def _learned_in(
    split: Split, others: list[Split], kept: Keeping, *, tests: int | None
) -> Iterator[Row]:
    learned = lesson(split.texts, split.labels, origins=split.origins)
    meaning = learn_meaning(split.texts, learned, embedder=kept)
    words = Triage(model=learned.model)
    both = Triage(model=learned.model, meaning=meaning, embedder=kept)
    for other in others:
        name = f"learned in {split.name}, asked in {other.name}"
        value, alone = (_share_right(skill, other, tests=tests) for skill in (both, words))
        yield Row(name=name, unit="share", value=value, baseline=alone)
        error = (value * (1 - value) / len(other.test_texts[:tests])) ** 0.5
        yield Row(name=f"{name}: standard error", unit="share", value=error)


def _share_right(skill: Triage, split: Split, *, tests: int | None) -> float:
    texts, labels = split.test_texts[:tests], split.test_labels[:tests]
    said = []
    for start in range(0, len(texts), BATCH):
        briefs = [Brief(text=text) for text in texts[start : start + BATCH]]
        said += [made.best.result if made.best else "" for made in skill.propose(briefs)]
    return float(np.mean(np.array(said) == np.array(labels)))


if __name__ == "__main__":
    main(measure, description=__doc__)
