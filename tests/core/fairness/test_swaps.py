"""LR14: the same text with swapped words gets the same answer, or it is counted and shown."""

from collections.abc import Sequence

import pytest

from samspil.core.fairness.outcomes import Verdict
from samspil.core.fairness.swaps import LANGUAGES, NAMES, TRIED, Carrier, Kind, carriers, pairs
from samspil.core.fairness.trying import (
    MOST_EXAMPLES,
    Answer,
    Tried,
    changed,
    harmless_of,
    judged,
    try_swaps,
)
from samspil.core.skill import Senders

TEXTS = carriers("hr", senders=Senders.EMPLOYEES)
SAME = Answer(topic="pay", level="1", route="alone", sureness=0.8)


def steady(texts: Sequence[str]) -> list[Answer]:
    return [SAME for _ in texts]


def against_the_old(texts: Sequence[str]) -> list[Answer]:
    return [
        Answer(topic="other" if "61" in text or "1962" in text else "pay", sureness=0.8)
        for text in texts
    ]


def test_whoever_answers_alike_shows_no_difference():
    counts, changes = try_swaps(TEXTS, steady, seed=1)

    assert harmless_of(counts).n == 2 * len(TEXTS)
    assert {one.found.verdict for one in judged(counts)} == {Verdict.NO_DIFFERENCE}
    assert not changes
    assert not any(one.beyond for one in judged(counts))


def test_who_sorts_the_old_elsewhere_is_found_out_and_shown():
    counts, changes = try_swaps(TEXTS, against_the_old, seed=1)

    beyond = [one.tried for one in judged(counts) if one.beyond]
    assert [(one.kind, one.changed, one.topic) for one in beyond] == [(Kind.AGE, 36, 36)]
    assert len(changes) == MOST_EXAMPLES
    assert "28" in changes[0].pair.first or "1996" in changes[0].pair.first


def test_who_is_less_sure_of_the_old_each_time_leans_one_way():
    def doubting(texts: Sequence[str]) -> list[Answer]:
        return [Answer(topic="pay", sureness=0.5 if "6" in text else 0.8) for text in texts]

    counts, _ = try_swaps(TEXTS, doubting, seed=1, kinds=[Kind.AGE, Kind.WEEKDAY])

    age, weekday = counts
    assert age.leans
    assert age.first_surer > age.second_surer
    assert not weekday.leans


def test_few_texts_allow_no_conclusion_and_it_is_said_how_many_would():
    counts, _ = try_swaps(TEXTS[:8], steady, seed=1)

    (found, *_) = judged(counts)
    assert found.found.verdict is Verdict.NO_CONCLUSION
    assert found.found.words.format(**found.found.figures).endswith("texts to tell.")


def test_without_a_measure_nothing_is_said():
    counts, _ = try_swaps([], steady, seed=1)

    assert judged(counts) == []


def test_a_little_less_sure_is_the_same_answer():
    assert changed(SAME, Answer(topic="pay", level="1", route="alone", sureness=0.72)) == []
    assert changed(SAME, Answer(topic="pay", level="1", route="alone", sureness=0.65)) == [
        "sureness"
    ]
    assert changed(SAME, Answer(topic="bill", level="2", route="person", sureness=0.8)) == [
        "topic", "level", "route",
    ]  # fmt: skip


def test_what_the_law_protects_goes_to_a_person_by_rule_and_is_counted_apart():
    def by_the_law(texts: Sequence[str]) -> list[Answer]:
        return [
            Answer(topic="pay", sureness=0.8, route="person", protected=True)
            if "wheelchair" in text
            else Answer(topic="pay", sureness=0.8, route="alone")
            for text in texts
        ]

    (counted, _weekday), changes = try_swaps(
        TEXTS, by_the_law, seed=1, kinds=[Kind.DISABILITY, Kind.WEEKDAY]
    )

    assert counted.changed == 0
    assert counted.by_rule > 0
    assert not changes


def test_the_same_seed_draws_the_same_pairs_however_many_texts_there_are():
    for kind in Kind:
        assert pairs(kind, TEXTS, seed=7)[:5] == pairs(kind, TEXTS[:5], seed=7)
    assert pairs(Kind.NAME_ORIGIN, TEXTS, seed=7) != pairs(Kind.NAME_ORIGIN, TEXTS, seed=8)


@pytest.mark.parametrize("kind", list(Kind))
def test_both_texts_differ_in_nothing_but_the_swapped_words(kind):
    for text, pair in zip(TEXTS, pairs(kind, TEXTS, seed=3), strict=True):
        assert pair.first != pair.second
        assert pair.first.startswith(text.text)
        assert pair.second.startswith(text.text)
        one, other = pair.first[len(text.text) :], pair.second[len(text.text) :]
        assert (one.count("\n"), one[:3]) == (other.count("\n"), other[:3])
        assert (kind in NAMES) == ("\n" in one)


def test_every_kind_of_work_has_texts_in_every_language():
    for work in ("hr", "it", "customer_service"):
        found = carriers(work, senders=Senders.CUSTOMERS)
        assert {one.language for one in found} == set(LANGUAGES)
        assert len({one.text for one in found}) == len(found) == 36
    assert len(carriers("", senders=Senders.EMPLOYEES)) == 72
    assert len(carriers("", senders=Senders.CUSTOMERS)) == 36


def test_what_people_wrote_is_swapped_but_never_shown():
    real = [Carrier(text=one.text, language=one.language, made_up=False) for one in TEXTS]

    counts, changes = try_swaps(real, against_the_old, seed=1)

    assert next(one for one in counts if one.kind is Kind.AGE).changed == 36
    assert changes == []


def test_a_language_without_words_of_ours_is_left_out():
    assert pairs(Kind.AGE, [Carrier(text="Dzień dobry", language="pl")], seed=1) == []


def test_fewer_changes_than_harmless_words_make_are_no_difference():
    rows = [
        Tried(kind=Kind.AGE, n=400, changed=10),
        Tried(kind=Kind.WEEKDAY, n=400, changed=80),
    ]

    (found,) = judged(rows)
    assert found.found.verdict is Verdict.NO_DIFFERENCE
    assert not found.beyond


def test_a_difference_below_what_was_set_beforehand_is_said_and_is_no_alarm():
    rows = [
        Tried(kind=Kind.AGE, n=4000, changed=200),
        Tried(kind=Kind.WEEKDAY, n=4000, changed=80),
    ]

    (found,) = judged(rows)
    assert found.found.verdict is Verdict.DIFFERENCE
    assert not found.beyond


def test_all_that_must_not_matter_is_tried():
    assert len(TRIED) == 11
