"""A program looks what AI was taught by a person, and lets it forget them."""

import pytest

from samspil.core.roles import Role
from samspil.teaching.models import Example, Lesson
from tests.factories import make_case, make_process, teach

ROWS = {f"my bicycle number {n}": "bicycle" for n in range(6)} | {
    f"a cake of size {n}": "cake" for n in range(6)
}
HERS = next(iter(ROWS))


@pytest.fixture
def shop(organisation):
    shop = make_process(name="Shop")
    teach(shop, texts=list(ROWS), topics=list(ROWS.values()))
    make_case(shop, HERS, sender="ane@example.com")
    return shop


def test_a_look_counts_and_changes_nothing(program_of, shop):
    guardian = program_of(Role.DATA_PROTECTION)

    status, said = guardian.post("/forgetting/look", {"address": "Ane@example.com"})

    assert (status, said["cases"], said["examples"]) == (200, 1, 1)
    assert said["processes"] == [
        {
            "process": str(shop.public_id),
            "name": "Shop",
            "examples": 1,
            "left": 11,
            "versions": 1,
            "in_use": True,
            "can_learn": True,
            "lesson": None,
        }
    ]
    assert Example.objects.count() == 12


def test_forgetting_deletes_for_good_and_names_the_lesson_that_began(program_of, shop):
    guardian = program_of(Role.DATA_PROTECTION)

    status, said = guardian.post("/forgetting", {"address": "ane@example.com"})
    again = guardian.post("/forgetting", {"address": "ane@example.com"})

    begun = Lesson.objects.get(stage="running")
    assert (status, said["processes"][0]["lesson"]) == (200, str(begun.public_id))
    assert not Example.objects.filter(text=HERS).exists()
    assert again == (200, {"cases": 1, "examples": 0, "processes": []})


def test_whoever_only_leads_may_neither_look_nor_forget(program_of, shop):
    leader = program_of(Role.LEADER)

    for address in ("/forgetting/look", "/forgetting"):
        assert leader.post(address, {"address": "ane@example.com"})[0] == 403
    assert Example.objects.count() == 12


@pytest.mark.parametrize("address", ["", "x" * 255, 5, None, ["ane@example.com"]])
def test_an_address_that_is_none_is_refused_with_a_sentence(program_of, shop, address):
    status, said = program_of(Role.OWNER).post("/forgetting", {"address": address})

    assert status == 422
    assert said["detail"].startswith("address")
