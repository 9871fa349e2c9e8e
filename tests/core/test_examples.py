"""What a look at labelled examples finds."""

from samspil.core.examples import Contradiction, Labelled, digest_of, look, near_names


def rows(*pairs):
    return [Labelled(text=text, topic=topic) for text, topic in pairs]


def looked(*pairs, names=None, kept=None):
    return look(rows(*pairs), names=names or {}, kept=kept or {})


def test_texts_that_read_the_same_are_one_example():
    assert digest_of("Where is  my\nparcel?") == digest_of("where is my parcel?")
    assert digest_of("Where is my parcel?") != digest_of("Where is my parcel")

    found = looked(("Where is it?", "parcel"), ("where  is it?", "parcel"), ("Pay", "bill"))

    assert [one.text for one in found.taken] == ["Where is it?", "Pay"]
    assert found.repeated == 1


def test_a_text_with_two_topics_is_left_out_and_told():
    found = looked(("Where is it?", "parcel"), ("where is it?", "bill"), ("Pay", "bill"))

    assert [one.text for one in found.taken] == ["Pay"]
    assert found.contradictions == (Contradiction(text="Where is it?", topics=("parcel", "bill")),)
    assert found.repeated == 0


def test_a_topic_may_be_called_by_any_of_its_names():
    found = looked(("Hvor?", "Leveringsstatus"), names={"leveringsstatus": "delivery_status"})

    assert found.topics == {"delivery_status": 1}
    assert found.new == ()


def test_what_is_kept_already_counts_with_the_topics_and_is_told():
    kept = {digest_of("one"): "a", digest_of("two"): "a", digest_of("three"): "b"}

    found = looked(("one", "a"), ("two", "b"), ("four", "b"), kept=kept)

    assert (found.known, found.changed) == (1, 1)
    assert found.topics == {"a": 1, "b": 3}
    assert found.few == ["a", "b"]


def test_names_that_differ_only_in_writing_are_pointed_out():
    there = ["delivery_status", "invoice", "tea"]

    assert near_names(["Delivery-Status"], there) == [("Delivery-Status", "delivery_status")]
    assert near_names(["invoices"], there) == [("invoices", "invoice")]
    assert near_names(["complaint"], there) == []
    assert near_names(["sea"], there) == []


def test_two_new_names_that_resemble_each_other_are_told_once():
    assert near_names(["refund", "refunds"], []) == [("refund", "refunds")]
