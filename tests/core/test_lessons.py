"""How examples are set aside, and what a trial shows."""

from collections import Counter

from samspil.core.examples import Labelled
from samspil.core.lessons import Confusion, deal, part_of, trial
from samspil.core.shares import Share

EXAMPLES = [Labelled(text=f"{topic} {n}", topic=topic) for topic in "ab" for n in range(9)]


def test_each_topic_is_dealt_evenly():
    folds = deal(EXAMPLES)

    dealt = Counter((one.topic, fold) for one, fold in zip(EXAMPLES, folds, strict=True))
    assert set(dealt.values()) == {3}


def test_examples_that_say_the_same_share_a_fold():
    same = [Labelled(text="The very same", topic="a"), Labelled(text="the very  same", topic="b")]

    assert len(set(deal(same))) == 1


def test_a_part_holds_its_share_of_every_topic_and_at_least_one():
    few = [*EXAMPLES, Labelled(text="c", topic="c")]

    part = part_of(few, 0.34)

    assert Counter(one.topic for one in part) == {"a": 3, "b": 3, "c": 1}
    assert part == part_of(few[::-1], 0.34)


def test_a_trial_counts_by_topic_and_says_what_was_taken_for_what():
    truth = {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "untried": "b"}
    said = {"1": "a", "2": "b", "3": "b", "4": "b", "5": ""}

    shown = trial(truth, said)

    assert shown.overall == Share(hits=2, n=5)
    assert shown.topics == {"a": Share(hits=1, n=3), "b": Share(hits=1, n=2)}
    assert shown.confusions == (
        Confusion(topic="a", said="b", n=2, keys=("2", "3")),
        Confusion(topic="b", said="", n=1, keys=("5",)),
    )
