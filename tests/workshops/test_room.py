"""Joining, proposing, estimating: what the room may do when, and what nobody sees."""

import pytest

from samspil.core.roles import NotAllowed
from samspil.core.workshops.phases import Phase
from samspil.journal.models import Entry
from samspil.tenancy.actions import enter
from samspil.workshops import actions, queries
from samspil.workshops.actions import Idea, Refused
from samspil.workshops.models import Proposal, Seat, Table, Workshop
from tests.factories import MONDAY_9, make_colleague
from tests.workshops.conftest import OPENING, QUOTES, go, propose_two, seat_all

pytestmark = pytest.mark.either


def test_a_sixth_finds_the_table_full_and_takes_a_seat_elsewhere(workshop, lene, guests):
    first = Table.objects.get(name="Sales")
    for one in guests[:5]:
        actions.join(workshop, first, hat="expert", by=one)

    with pytest.raises(Refused, match="Five sit at this table"):
        actions.join(workshop, first, by=guests[5])
    actions.join(workshop, first, hat="nonsense", by=guests[0])
    actions.join(workshop, actions.add_table(workshop, "Stock", by=lene, at=MONDAY_9), by=guests[5])

    room = queries.room_of(workshop)
    assert room.joined == 6
    assert {one.hat for one in Seat.objects.all()} == {"expert", ""}
    assert [hat.value for hat in room.missing[first.pk]] == ["enthusiast", "process_owner"]


def test_how_many_joined_is_not_told_below_five(workshop, guests):
    seat_all(workshop, guests[:4])
    assert queries.room_of(workshop).joined is None

    seat_all(workshop, guests[:5])
    assert queries.room_of(workshop).joined == 5


def test_the_code_opens_this_organisation_s_workshop_only_and_only_until_it_ends(
    workshop, lene, guests, other_organisation
):
    code = workshop.code
    with enter(other_organisation):
        stranger = make_colleague(name="Other")
        assert queries.workshop_of_code(code) is None
        with pytest.raises(Workshop.DoesNotExist):
            queries.workshop_at(workshop.public_id)
        assert list(queries.open_workshops(reader=stranger)) == []

    assert queries.workshop_of_code(code) == workshop
    assert queries.workshop_of_code("") is None
    seat_all(workshop, guests[:1])
    assert actions.end_workshop(workshop, by=lene, at=MONDAY_9)
    assert not actions.end_workshop(workshop, by=lene, at=MONDAY_9)

    assert queries.workshop_of_code(code) is None
    with pytest.raises(Refused, match="over"):
        actions.join(workshop, Table.objects.get(name="Sales"), by=guests[1])
    assert Seat.objects.count() == 0


def test_only_who_joined_proposes_and_a_proposal_is_its_author_s_until_the_vote(
    workshop, lene, guests
):
    with pytest.raises(NotAllowed):
        actions.propose(workshop, Idea(title="x"), by=guests[0])
    seat_all(workshop, guests)
    first, second = propose_two(workshop, guests)
    with pytest.raises(Refused, match="proposed already"):
        actions.propose(workshop, Idea(title="WRITE quotations"), by=guests[2])
    with pytest.raises(NotAllowed):
        actions.change_proposal(first, Idea(title="Mine"), by=guests[1])
    with pytest.raises(NotAllowed):
        actions.remove_proposal(first, by=guests[1], at=MONDAY_9)

    actions.change_proposal(first, Idea(title="Write all quotations"), by=guests[0])
    actions.remove_proposal(second, by=guests[1], at=MONDAY_9)
    actions.restore_proposal(second, by=guests[1], at=MONDAY_9)
    actions.remove_proposal(first, by=lene, at=MONDAY_9)
    actions.restore_proposal(first, by=lene, at=MONDAY_9)

    seat = Seat.objects.get(colleague=guests[0])
    assert queries.own_proposals(seat, workshop=workshop) == {first.pk}
    go(workshop, lene, Phase.ESTIMATE, Phase.VOTE)
    assert queries.own_proposals(seat, workshop=workshop) == set()
    with pytest.raises(Refused, match="another phase"):
        actions.change_proposal(first, Idea(title="Late"), by=guests[0])


def test_the_journal_knows_who_leads_and_nobody_who_takes_part(voting, workshop, lene, guests):
    actions.vote(workshop, {voting[0].pk: 5}, by=guests[0])

    told = Entry.objects.filter(subject=str(workshop.public_id))
    assert {one.actor for one in told} == {str(lene.public_id)}
    for entry in Entry.objects.all():
        assert not any(
            str(one.public_id) in str(vars(entry))
            for one in guests
            if entry.subject_kind == "workshop"
        )
        assert "quotations" not in str(entry.facts)


def test_two_that_are_the_same_stand_as_one_and_can_be_parted(workshop, lene, guests):
    seat_all(workshop, guests)
    first, second = propose_two(workshop, guests)
    third = actions.propose(workshop, Idea(title="Quotations by AI"), by=guests[2])

    actions.join_proposals(third, first, by=lene, at=MONDAY_9)
    with pytest.raises(Refused):
        actions.join_proposals(third, second, by=lene, at=MONDAY_9)

    one, _other = queries.room_of(workshop).in_order_of_coming
    assert one.others == [third]
    actions.part_proposals(third, by=lene, at=MONDAY_9)
    assert len(queries.room_of(workshop).standings) == 3


def test_a_table_says_one_thing_and_the_room_sees_the_range(workshop, lene, guests):
    seat_all(workshop, guests)
    first, _second = propose_two(workshop, guests)
    with pytest.raises(Refused, match="another phase: Gather"):
        actions.estimate_proposal(first, QUOTES, by=guests[0])
    go(workshop, lene, Phase.ESTIMATE)

    for one in (guests[0], guests[1], guests[5]):
        actions.estimate_proposal(first, QUOTES, by=one)
    with pytest.raises(NotAllowed):
        actions.estimate_proposal(first, QUOTES, by=lene)

    summary = queries.room_of(workshop).in_order_of_coming[0].summary
    assert summary is not None
    assert summary.tables == 2
    assert summary.middle == pytest.approx(4.2)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"), ({"question": "x" * 501}, "question"), ({"points": 11}, "points"),
        ({"tables": []}, "tables"), ({"tables": ["x" * 61]}, "tables"),
        ({"day": MONDAY_9.date().replace(year=2020)}, "day"),
    ],
)  # fmt: skip
def test_a_workshop_that_does_not_fit_is_named_by_its_field(lene, changed, field):
    wanted = {name: getattr(OPENING, name) for name in ("name", "question", "day", "tables")}
    with pytest.raises(Refused) as why:
        actions.open_workshop(actions.Opening(**{**wanted, **changed}), by=lene, at=MONDAY_9)

    assert why.value.field == field
    assert Workshop.objects.count() == 0


def test_who_does_not_share_out_work_leads_nothing(workshop, guests):
    for deed in (
        lambda: actions.open_workshop(OPENING, by=guests[0], at=MONDAY_9),
        lambda: actions.step(workshop, Phase.ESTIMATE, by=guests[0], at=MONDAY_9),
        lambda: actions.end_workshop(workshop, by=guests[0], at=MONDAY_9),
        lambda: actions.add_table(workshop, "x", by=guests[0], at=MONDAY_9),
        lambda: actions.land(workshop, [], by=guests[0], at=MONDAY_9),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert Proposal.objects.count() == 0
