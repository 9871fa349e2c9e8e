"""The rail: rooms on who does what stand in groups, in the order of the work."""

import pytest

from samspil.config.navigation import ROOMS
from samspil.config.shell import GROUPS
from samspil.core.roles import Role
from tests.factories import make_colleague
from tests.pages import english

pytestmark = pytest.mark.either
MANY = 7
"""More rooms than this in one row are too many to find one's way in."""


def test_every_room_on_who_does_what_stands_in_one_group_and_no_other_in_any():
    below = {room.address for room in ROOMS if room.parent == "work:processes"}
    elsewhere = {room.address for room in ROOMS} - below
    listed = [address for addresses in GROUPS.values() for address in addresses]

    assert below - set(listed) == set()
    assert elsewhere & set(listed) == set()
    assert len(listed) == len(set(listed))
    assert max(len(addresses) for addresses in GROUPS.values()) <= MANY


@pytest.fixture
def rail(client_of, organisation):
    """`rail(address)`: the rail beside a page, as an owner sees it."""
    browser = english(client_of(make_colleague(Role.OWNER)))

    def beside(address: str) -> str:
        page = browser.get(address).content.decode()
        return page[page.index('<nav class="rail"') : page.index("</nav>")]

    return beside


def groups(rail: str) -> list[tuple[str, bool]]:
    """Each group of the open room by its name, and whether it is unfolded."""
    whole = rail[rail.index("rail-groups") : rail.index("</div>", rail.index("rail-groups"))]
    parts = whole.split('<details class="rail-group"')[1:]
    return [
        (part.split("<summary>")[1].split("</summary>")[0], part.lstrip().startswith("open"))
        for part in parts
    ]


@pytest.mark.parametrize(
    ("address", "unfolded"),
    [
        ("/processes/", "Find out"),
        ("/allocation/", "Decide"),
        ("/initiatives/", "Try and roll out"),
        ("/uses/", "Prove"),
    ],
)
def test_the_group_of_the_page_is_unfolded_and_all_others_are_folded(rail, address, unfolded):
    found = groups(rail(address))

    assert [name for name, _ in found] == [str(label) for label in GROUPS]
    assert [name for name, open_ in found if open_] == [unfolded]


def test_elsewhere_the_rooms_keep_their_keys_and_stay_out_of_the_way(rail):
    found = rail("/work/")

    assert "rail-groups" not in found
    assert 'data-key="g n"' in found


def test_on_a_phone_they_stand_under_more_in_the_same_groups(rail):
    sheet = rail("/allocation/").split("menu-sheet")[1]

    assert sheet.count('<details class="rail-group"') == len(GROUPS)
    assert 'href="/audits/"' in sheet
